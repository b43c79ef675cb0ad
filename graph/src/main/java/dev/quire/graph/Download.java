package dev.quire.graph;

import dev.quire.graph.exchange.GraphRequest;
import dev.quire.graph.exchange.GraphResponse.Body;
import dev.quire.graph.exchange.Headers;
import dev.quire.store.Content;
import java.util.Arrays;

/// The bytes of a file, whole or in part (RFC 9110 §14).
final class Download {
  private Download() {}

  /// The answer with a content that is at hand.
  static Answer answer(GraphRequest request, Content content) {
    byte[] bytes = content.bytes();
    Headers headers =
        Headers.NONE
            .with("Content-Type", MediaTypes.of(content.item().name()))
            .with("Accept-Ranges", "bytes")
            .with("ETag", content.item().eTag());
    if (Preconditions.isKnown(request, content.item())) {
      return new Answer(304, headers, Body.EMPTY);
    }
    Preconditions.require(request, content.item());
    return switch (ByteRange.of(request, content.item(), bytes.length)) {
      case ByteRange.Whole _ -> answer(200, headers, bytes);
      case ByteRange.Part(int from, int to) ->
          answer(
              206,
              headers.with("Content-Range", "bytes %d-%d/%d".formatted(from, to, bytes.length)),
              Arrays.copyOfRange(bytes, from, to + 1));
      case ByteRange.Outside _ -> throw new ByteRange.NotSatisfiable(bytes.length);
    };
  }

  private static Answer answer(int status, Headers headers, byte[] bytes) {
    return new Answer(
        status,
        headers.with("Content-Length", Integer.toString(bytes.length)),
        stream -> stream.write(bytes));
  }
}
