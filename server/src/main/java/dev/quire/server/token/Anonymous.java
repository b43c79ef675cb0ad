package dev.quire.server.token;

import dev.quire.graph.exchange.GraphRequest;
import dev.quire.graph.gate.Caller;
import dev.quire.graph.gate.TokenVerifier;
import java.util.UUID;

/// Stands in for a token where none is asked for: requests that carry none get a pass that only
/// this process knows and that is new at every start. A token that is there is verified as ever.
public final class Anonymous implements TokenVerifier {
  private final String pass = UUID.randomUUID().toString();
  private final TokenVerifier others;
  private final Caller caller;

  /// Makes everybody without a token `caller`.
  public Anonymous(TokenVerifier others, Caller caller) {
    this.others = others;
    this.caller = caller;
  }

  /// The request with a pass, if it has no token.
  public GraphRequest admit(GraphRequest request) {
    if (request.headers().find("Authorization").isPresent()) {
      return request;
    }
    return new GraphRequest(
        request.method(),
        request.rawPath(),
        request.rawQuery(),
        request.headers().with("Authorization", "Bearer " + pass),
        request.body(),
        request.origin(),
        request.requestId(),
        request.remote());
  }

  @Override
  public Caller verify(String bearer) throws TokenRefused {
    return bearer.equals(pass) ? caller : others.verify(bearer);
  }
}
