package dev.quire.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// Contents as buffers. What is meant is always all of a buffer, whatever its position, and nothing
/// here moves it: others read the same buffer at the same time.
public final class Buffers {
  /// What does not lie beside the heap already goes to a file by way of a piece of memory outside
  /// of it, which is as large as what is written at once.
  private static final int PIECE_BYTES = 1 << 16;

  private Buffers() {}

  /// The content as an array, which nobody may change: a copy unless it lies in just such an array.
  public static byte[] array(ByteBuffer content) {
    if (content.hasArray() && content.array().length == content.limit()) {
      return content.array();
    }
    return copy(content);
  }

  /// The content in an array of its own.
  public static byte[] copy(ByteBuffer content) {
    var copy = new byte[content.limit()];
    content.get(0, copy);
    return copy;
  }

  /// The content to be read from its begin.
  public static InputStream stream(ByteBuffer content) {
    return new Reading(content.duplicate().rewind());
  }

  /// Writes the content to where a file stands.
  public static void write(ByteBuffer content, FileChannel to) throws IOException {
    int most = content.isDirect() ? Integer.MAX_VALUE : PIECE_BYTES;
    int at = 0;
    while (at < content.limit()) {
      at += to.write(content.slice(at, Math.min(most, content.limit() - at)));
    }
  }

  /// Writes the content to a stream, at once if it lies on the heap.
  public static void write(ByteBuffer content, OutputStream to) throws IOException {
    if (content.hasArray()) {
      to.write(content.array(), content.arrayOffset(), content.limit());
      return;
    }
    var piece = new byte[Math.min(PIECE_BYTES, content.limit())];
    for (int at = 0; at < content.limit(); at += piece.length) {
      int length = Math.min(piece.length, content.limit() - at);
      content.get(at, piece, 0, length);
      to.write(piece, 0, length);
    }
  }

  private static final class Reading extends InputStream {
    private final ByteBuffer rest;

    Reading(ByteBuffer rest) {
      this.rest = rest;
    }

    @Override
    public int read() {
      return rest.hasRemaining() ? Byte.toUnsignedInt(rest.get()) : -1;
    }

    @Override
    public int read(byte[] to, int offset, int length) {
      int got = Math.min(length, rest.remaining());
      if (got == 0 && length > 0) {
        return -1;
      }
      rest.get(to, offset, got);
      return got;
    }

    @Override
    public int available() {
      return rest.remaining();
    }
  }
}
