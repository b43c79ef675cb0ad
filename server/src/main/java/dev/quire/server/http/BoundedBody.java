package dev.quire.server.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;

/// A request body that ends with an error after so many bytes. It counts what comes out of the
/// decompressor, so a small body that inflates without end is stopped like a long one, and it
/// remembers what went wrong: the reader above sees an `IOException`, the door asks here whose
/// fault it was.
final class BoundedBody extends FilterInputStream {
  /// How reading went so far.
  enum State {
    FINE,
    TOO_LARGE,
    BROKEN
  }

  private final long limitBytes;
  private long readBytes;
  private volatile State state = State.FINE;

  BoundedBody(InputStream in, long limitBytes) {
    super(in);
    this.limitBytes = limitBytes;
  }

  State state() {
    return state;
  }

  /// Reads what is left. An answer that comes before the end of the request looks like a failure
  /// to HTTP/2 clients, and costs HTTP/1.1 clients their connection. Errors are in [#state].
  void drain() {
    try {
      transferTo(OutputStream.nullOutputStream());
    } catch (IOException remembered) {
      // The state tells.
    }
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, target.length);
    if (state != State.FINE) {
      throw new IOException("The request body cannot be read.");
    }
    var count = readBelow(target, offset, length);
    readBytes += Math.max(count, 0);
    if (readBytes > limitBytes) {
      state = State.TOO_LARGE;
      throw new IOException("The request body is larger than " + limitBytes + " bytes.");
    }
    return count;
  }

  @Override
  public long skip(long count) throws IOException {
    // Skipping must count too: read and forget.
    return readNBytes((int) Math.min(count, 8192)).length;
  }

  @Override
  public int available() {
    return 0;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private int readBelow(byte[] target, int offset, int length) throws IOException {
    try {
      return in.read(target, offset, length);
    } catch (IOException | RuntimeException broken) {
      // The client went away, sent a broken chunk, or called something gzip that is not.
      state = State.BROKEN;
      throw broken instanceof IOException expected ? expected : new IOException(broken);
    }
  }
}
