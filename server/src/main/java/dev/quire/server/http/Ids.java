package dev.quire.server.http;

import dev.quire.graph.exchange.GraphRequest;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.jetty.server.Request;

/// The two names of a request: the one we gave it, and the one the client gave it, which is ours
/// when the client gave none.
record Ids(String request, String client) {
  private static final String ATTRIBUTE = Ids.class.getName();
  private static final String CLIENT_HEADER = "client-request-id";

  static Ids of(GraphRequest request) {
    return new Ids(
        request.requestId(), request.headers().find(CLIENT_HEADER).orElse(request.requestId()));
  }

  /// The names of a request that is still in the HTTP library's hands: given on first sight, kept
  /// from then on, so that log and answer agree.
  static Ids of(Request request) {
    if (request.getAttribute(ATTRIBUTE) instanceof Ids known) {
      return known;
    }
    var own = UUID.randomUUID().toString();
    var client = Optional.ofNullable(request.getHeaders().get(CLIENT_HEADER));
    var ids = new Ids(own, client.filter(text -> !text.isBlank()).orElse(own));
    request.setAttribute(ATTRIBUTE, ids);
    return ids;
  }
}
