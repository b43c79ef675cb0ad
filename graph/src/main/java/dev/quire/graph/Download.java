package dev.quire.graph;

import dev.quire.graph.exchange.GraphRequest;
import dev.quire.graph.exchange.GraphResponse.Body;
import dev.quire.graph.exchange.Headers;
import dev.quire.store.Buffers;
import dev.quire.store.Snapshot;
import java.nio.ByteBuffer;

/// The bytes of a file, whole or in part (RFC 9110 §14).
final class Download {
  private Download() {}

  /// The answer with a content that is at hand.
  static Answer answer(GraphRequest request, Snapshot content) {
    ByteBuffer bytes = content.bytes();
    Headers headers =
        Headers.NONE
            .with("Content-Type", MediaTypes.of(content.item().name()))
            .with("Accept-Ranges", "bytes")
            .with("ETag", content.item().eTag());
    if (Preconditions.isKnown(request, content.item())) {
      return new Answer(304, headers, Body.EMPTY);
    }
    Preconditions.require(request, content.item());
    return switch (ByteRange.of(request, content.item(), bytes.limit())) {
      case ByteRange.Whole _ -> answer(200, headers, bytes);
      case ByteRange.Part(int from, int to) ->
          answer(
              206,
              headers.with("Content-Range", "bytes %d-%d/%d".formatted(from, to, bytes.limit())),
              bytes.slice(from, to + 1 - from));
      case ByteRange.Outside _ -> throw new ByteRange.NotSatisfiable(bytes.limit());
    };
  }

  private static Answer answer(int status, Headers headers, ByteBuffer bytes) {
    return new Answer(
        status,
        headers.with("Content-Length", Integer.toString(bytes.limit())),
        stream -> Buffers.write(bytes, stream));
  }
}
