package dev.quire.graph;

import dev.quire.graph.exchange.GraphResponse.Body;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/// How long the body of an answer may be.
///
/// @param bytes the most; [Long#MAX_VALUE] for no limit
record AnswerLimit(long bytes) {
  /// Refuses an answer that will have at least so many bytes.
  ///
  /// @throws Faults.TooLargeAnswer when these are too many
  void check(long least) {
    if (least > bytes) {
      throw new Faults.TooLargeAnswer();
    }
  }

  /// The answer, written now where its size is limited: afterwards it is too late for an error.
  ///
  /// @throws Faults.TooLargeAnswer when it is longer
  Answer applied(Answer answer) {
    if (bytes == Long.MAX_VALUE) {
      return answer;
    }
    var buffer = new Buffer();
    try {
      answer.body().writeTo(buffer);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
    return answer.with((Body) buffer::writeTo);
  }

  private final class Buffer extends ByteArrayOutputStream {
    @Override
    public synchronized void write(int b) {
      check(count + 1L);
      super.write(b);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
      check(count + (long) length);
      super.write(bytes, offset, length);
    }
  }
}
