package dev.quire.graph.json;

import java.io.IOException;
import java.io.InputStream;

/// Lets a number of bytes through and refuses the next.
final class BoundedInput extends InputStream {
  private final InputStream in;
  private final long maxBytes;
  private long left;

  BoundedInput(InputStream in, long maxBytes) {
    this.in = in;
    this.maxBytes = maxBytes;
    this.left = maxBytes;
  }

  @Override
  public int read() throws IOException {
    int b = in.read();
    count(b < 0 ? 0 : 1);
    return b;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int n = in.read(buffer, offset, length);
    count(Math.max(n, 0));
    return n;
  }

  private void count(int bytes) {
    left -= bytes;
    if (left < 0) {
      throw new JsonFault.TooLarge(maxBytes);
    }
  }
}
