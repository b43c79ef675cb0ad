package dev.quire.server;

import dev.quire.graph.exchange.GraphHandler;
import dev.quire.graph.exchange.GraphRequest;
import dev.quire.graph.exchange.GraphResponse;
import dev.quire.server.http.Answers;
import java.util.Map;
import java.util.function.BooleanSupplier;

/// `/health`, `/health/live` and `/health/ready`: for load balancers and people. The process is
/// live when it answers at all; it is ready until it is told to stop.
record Health(Answers answers, BooleanSupplier ready) implements GraphHandler {
  @Override
  public GraphResponse answer(GraphRequest request) {
    if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
      return answers.methodNotAllowed(request, "GET, HEAD");
    }
    return switch (request.rawPath()) {
      case "/health", "/health/ready" -> state(request, ready.getAsBoolean());
      case "/health/live" -> state(request, true);
      default -> answers.notFound(request);
    };
  }

  private GraphResponse state(GraphRequest request, boolean up) {
    return answers.json(request, up ? 200 : 503, Map.of("status", up ? "up" : "down"));
  }
}
