package dev.quire.graph;

import dev.quire.graph.exchange.GraphRequest;
import dev.quire.graph.exchange.Headers;
import dev.quire.graph.gate.Caller;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/// Who wants something, and the request in which he said so.
///
/// @param request the request, for the ids and the origin that all done because of it has
record Asker(GraphRequest request, Caller caller) {
  /// A request by the same caller that is about a file and has no body.
  ///
  /// @param rest what follows the address of the file
  GraphRequest about(Entry.Found file, String method, String rest, Map<String, String> headers) {
    return new GraphRequest(
        method,
        "/v1.0/drives/%s/items/%s%s"
            .formatted(coded(file.drive().id()), coded(file.item().id()), rest),
        Optional.empty(),
        Headers.NONE.with(headers),
        InputStream.nullInputStream(),
        request.origin(),
        request.requestId(),
        request.remote());
  }

  private static String coded(String word) {
    return URLEncoder.encode(word, StandardCharsets.UTF_8);
  }
}
