package dev.quire.graph.exchange;

import java.io.IOException;
import java.io.OutputStream;

/// An answer: status, headers and a body that is written when it is sent. `request-id`,
/// `client-request-id` and `Date` are among the headers already.
///
/// @param status HTTP status
/// @param headers header fields, `Content-Type` included when there is a body
/// @param body writes the body
public record GraphResponse(int status, Headers headers, Body body) {
  /// Writes the body of an answer. Called at most once.
  @FunctionalInterface
  public interface Body {
    /// No body: `Content-Length: 0`, and none at all with 204 and 304.
    Body EMPTY = out -> {};

    /// Writes all of the body and leaves the stream open.
    void writeTo(OutputStream out) throws IOException;
  }
}
