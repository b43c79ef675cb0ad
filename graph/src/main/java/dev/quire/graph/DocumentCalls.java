package dev.quire.graph;

import dev.quire.graph.document.Documents;
import dev.quire.graph.exchange.GraphRequest;
import dev.quire.graph.exchange.Headers;
import dev.quire.graph.json.JsonOut;
import dev.quire.graph.resource.NotAllowed;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/// `$metadata` and `$openapi`: what the API says about itself, to anybody, as there are no data in
/// it. Made when asked for, since hardly anybody asks.
final class DocumentCalls {
  private static final Set<String> VERSIONS = Set.of("/v1.0", "/beta");

  private final Edition stable;
  private final Edition beta;

  DocumentCalls(Edition stable, Edition beta) {
    this.stable = stable;
    this.beta = beta;
  }

  /// Whether a request asks for a document.
  boolean handles(GraphRequest request) {
    String path = request.rawPath().toLowerCase(Locale.ROOT);
    int slash = path.lastIndexOf('/');
    return slash > 0
        && VERSIONS.contains(path.substring(0, slash))
        && (path.endsWith("/$metadata") || path.endsWith("/$openapi"));
  }

  Answer answer(GraphRequest request) {
    String method = request.method();
    if (method.equals("OPTIONS")) {
      return Answer.noContent().with("Allow", "GET, HEAD, OPTIONS");
    }
    if (!method.equals("GET") && !method.equals("HEAD")) {
      throw new NotAllowed(method, "GET, HEAD, OPTIONS");
    }
    String path = request.rawPath().toLowerCase(Locale.ROOT);
    Edition edition = path.startsWith("/beta/") ? beta : stable;
    var documents = new Documents(edition.model(), edition.served());
    if (path.endsWith("/$metadata")) {
      byte[] bytes = documents.csdl().getBytes(StandardCharsets.UTF_8);
      return new Answer(
          200, Headers.NONE.with("Content-Type", "application/xml"), stream -> stream.write(bytes));
    }
    String root = request.origin() + path.substring(0, path.lastIndexOf('/'));
    return new Answer(
        200,
        Headers.NONE.with("Content-Type", "application/json;charset=utf-8"),
        stream -> JsonOut.write(stream, documents.openApi(root)));
  }
}
