package dev.quire.app;

import dev.quire.graph.GraphRequest;
import dev.quire.graph.GraphResponse;
import dev.quire.server.GraphFactory;
import dev.quire.server.GraphService;
import dev.quire.server.http.Answers;
import java.nio.file.Path;

/// Connects the Graph API to drives and sessions. Until there is one it answers 501.
final class GraphWiring {
  private GraphWiring() {}

  /// Opens what lies behind `/v1.0` and `/beta`.
  ///
  /// @param drive the folder with the workbooks
  static GraphFactory of(Config config, Path drive) {
    return (tokens, clock) -> {
      var answers = new Answers(clock);
      return new GraphService() {
        @Override
        public GraphResponse answer(GraphRequest request) {
          return answers.notImplemented(request);
        }

        @Override
        public void close() {}
      };
    };
  }
}
