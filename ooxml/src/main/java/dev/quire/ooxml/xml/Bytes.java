package dev.quire.ooxml.xml;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/// Collects small writes before they are compressed.
public final class Bytes implements AutoCloseable {
  private final OutputStream out;
  private final byte[] buffer = new byte[1 << 15];
  private int filled;
  private long flushed;

  /// @param out takes them, many at a time; whoever opened it closes it
  public Bytes(OutputStream out) {
    this.out = out;
  }

  /// Writes a part of an array.
  ///
  /// @param to behind the last byte
  /// @throws UncheckedIOException when they cannot be written any more
  public void write(byte[] bytes, int from, int to) {
    int length = to - from;
    if (length > buffer.length - filled) {
      flush();
    }
    if (length > buffer.length) {
      write(bytes, from, length, out);
      flushed += length;
    } else {
      System.arraycopy(bytes, from, buffer, filled, length);
      filled += length;
    }
  }

  /// Writes a text in UTF-8.
  ///
  /// @throws UncheckedIOException when it cannot be written any more
  public void write(String text) {
    byte[] bytes = Ascii.bytes(text);
    write(bytes, 0, bytes.length);
  }

  /// Number of bytes that were written.
  public long count() {
    return flushed + filled;
  }

  @Override
  public void close() {
    flush();
  }

  private void flush() {
    write(buffer, 0, filled, out);
    flushed += filled;
    filled = 0;
  }

  private static void write(byte[] bytes, int from, int length, OutputStream out) {
    try {
      out.write(bytes, from, length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
