package dev.quire.server.http;

import dev.quire.graph.exchange.GraphHandler;
import dev.quire.graph.exchange.GraphRequest;
import dev.quire.graph.exchange.GraphResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/// Who answers which part of the address space: by the first segments of the raw path, longest
/// match wins. Immutable.
public final class Routes implements GraphHandler {
  private final Map<String, GraphHandler> handlers;
  private final Answers answers;

  /// Routes from path prefixes (`/v1.0`, without a slash at the end) to handlers; everything else
  /// answers 404.
  public Routes(Map<String, GraphHandler> handlers, Answers answers) {
    this.handlers = new LinkedHashMap<>(handlers);
    this.answers = answers;
  }

  @Override
  public GraphResponse answer(GraphRequest request) {
    for (var end = request.rawPath().length(); end > 0; ) {
      var handler = handlers.get(request.rawPath().substring(0, end));
      if (handler != null) {
        return handler.answer(request);
      }
      end = request.rawPath().lastIndexOf('/', end - 1);
    }
    return answers.notFound(request);
  }
}
