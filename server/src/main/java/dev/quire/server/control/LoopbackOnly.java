package dev.quire.server.control;

import dev.quire.graph.exchange.GraphHandler;
import dev.quire.graph.exchange.GraphRequest;
import dev.quire.graph.exchange.GraphResponse;
import dev.quire.server.http.Answers;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Lets requests without a token in, if they were meant for this machine.
///
/// Listening on loopback keeps other machines out, but not web pages in a browser on this one. A
/// page gives itself away by the `Origin` it comes from, or, when its own name was made to point to
/// loopback, by the `Host` it asks for.
public final class LoopbackOnly implements GraphHandler {
  private final GraphHandler inside;
  private final UnaryOperator<GraphRequest> admit;
  private final Answers answers;

  /// Passes requests on as `admit` changes them.
  public LoopbackOnly(GraphHandler inside, UnaryOperator<GraphRequest> admit, Answers answers) {
    this.inside = inside;
    this.admit = admit;
    this.answers = answers;
  }

  @Override
  public GraphResponse answer(GraphRequest request) {
    if (request.headers().find("Authorization").isPresent()) {
      return inside.answer(request);
    }
    var local =
        isLocal(request.origin())
            && request.headers().find("Origin").map(LoopbackOnly::isLocal).orElse(true);
    return local
        ? inside.answer(admit.apply(request))
        : answers.forbidden(
            request, "Without a token, requests must be for localhost and come from there.");
  }

  private static boolean isLocal(String origin) {
    return host(origin)
        .map(host -> host.toLowerCase(Locale.ROOT))
        .filter(host ->
            host.equals("localhost")
                || host.endsWith(".localhost")
                || host.equals("[::1]")
                || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}"))
        .isPresent();
  }

  private static Optional<String> host(String origin) {
    try {
      return Optional.ofNullable(URI.create(origin).getHost());
    } catch (IllegalArgumentException garbled) {
      return Optional.empty();
    }
  }
}
