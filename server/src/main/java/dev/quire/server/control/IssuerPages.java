package dev.quire.server.control;

import dev.quire.graph.exchange.GraphHandler;
import dev.quire.graph.exchange.GraphRequest;
import dev.quire.graph.exchange.GraphResponse;
import dev.quire.server.http.Answers;
import dev.quire.server.token.DevelopmentIssuer;
import java.util.List;
import java.util.Map;

/// The public side of the development issuer: what it is called and its public keys, so that other
/// programs can verify its tokens too.
public record IssuerPages(DevelopmentIssuer issuer, Answers answers) implements GraphHandler {
  /// Where these pages lie.
  public static final String ROOT = ControlPages.ROOT + "/issuer";

  @Override
  public GraphResponse answer(GraphRequest request) {
    if (!request.method().equals("GET")) {
      return answers.methodNotAllowed(request, "GET");
    }
    return switch (request.rawPath().substring(ROOT.length())) {
      case "/.well-known/openid-configuration" -> answers.json(request, 200, discovery(request));
      case "/jwks" -> answers.json(request, 200, issuer.publicKeys());
      default -> answers.notFound(request);
    };
  }

  private static Map<String, Object> discovery(GraphRequest request) {
    return Map.of(
        "issuer", DevelopmentIssuer.ISSUER,
        "jwks_uri", request.origin() + ROOT + "/jwks",
        "id_token_signing_alg_values_supported", List.of("ES256"),
        "response_types_supported", List.of("token"),
        "subject_types_supported", List.of("public"));
  }
}
