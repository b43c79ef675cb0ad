package dev.quire.app;

import dev.quire.graph.GraphRequest;
import dev.quire.graph.GraphResponse;
import dev.quire.graph.TokenVerifier;
import dev.quire.server.GraphFactory;
import dev.quire.server.GraphService;
import dev.quire.server.http.Answers;
import java.time.InstantSource;

/// Answers 501 to everything, until the Graph API is connected.
final class NotYet implements GraphFactory {
  @Override
  public GraphService open(TokenVerifier tokens, InstantSource clock) {
    var answers = new Answers(clock);
    return new GraphService() {
      @Override
      public GraphResponse answer(GraphRequest request) {
        return answers.notImplemented(request);
      }

      @Override
      public void close() {}
    };
  }
}
