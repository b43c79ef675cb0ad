package dev.quire.server.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.function.LongSupplier;

/// A request body that ends with an error after so many bytes. It counts what comes out of the
/// decompressor, so a small body that inflates without end is stopped like a long one, and it
/// remembers what went wrong: the reader above sees an `IOException`, the door asks here whose
/// fault it was.
final class BoundedBody extends FilterInputStream {
  /// How reading went so far.
  enum State {
    FINE,
    TOO_LARGE,
    TOO_SLOW,
    BROKEN
  }

  private static final int BIN_BYTES = 8192;

  /// A connection that gives less than this has stalled: old modems gave ten times as much.
  private static final long LEAST_BYTES_A_SECOND = 500;

  private static final long GRACE_NANOS = 30_000_000_000L;
  private static final double NANOS_A_SECOND = 1e9;

  private final long limitBytes;
  private final LongSupplier nanoTime;
  private long waitedNanos;
  private long readBytes;
  private boolean ended;
  private volatile State state = State.FINE;

  BoundedBody(InputStream in, long limitBytes) {
    this(in, limitBytes, System::nanoTime);
  }

  /// @param nanoTime tells how long the client takes
  BoundedBody(InputStream in, long limitBytes, LongSupplier nanoTime) {
    super(in);
    this.limitBytes = limitBytes;
    this.nanoTime = nanoTime;
  }

  State state() {
    return state;
  }

  /// Reads what is left, and of a body that is too large as much again as is allowed. Many clients
  /// take an answer that comes before the end of their request for a failure. What goes wrong is in
  /// [#state].
  void drain() {
    if (ended) {
      return;
    }
    var bin = new byte[BIN_BYTES];
    try {
      while (state == State.FINE && read(bin, 0, bin.length) >= 0) {}
    } catch (IOException remembered) {
      // The state tells.
    }
    var left = state == State.TOO_LARGE ? limitBytes : 0;
    try {
      for (var count = 0; left > 0 && count >= 0; left -= count) {
        count = in.read(bin, 0, (int) Math.min(left, bin.length));
      }
    } catch (IOException | RuntimeException gone) {
      state = State.TOO_LARGE;
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
    long begun = nanoTime.getAsLong();
    var count = readBelow(target, offset, length);
    waitedNanos += nanoTime.getAsLong() - begun;
    readBytes += Math.max(count, 0);
    if (count >= 0 && isTooSlow()) {
      state = State.TOO_SLOW;
      throw new IOException("The request body comes too slowly.");
    }
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

  /// Counts only the time that the client was waited for.
  private boolean isTooSlow() {
    return waitedNanos > GRACE_NANOS
        && readBytes < LEAST_BYTES_A_SECOND * (waitedNanos / NANOS_A_SECOND);
  }

  private int readBelow(byte[] target, int offset, int length) throws IOException {
    try {
      int count = in.read(target, offset, length);
      ended = count < 0;
      return count;
    } catch (IOException | RuntimeException broken) {
      // The client went away, sent a broken chunk, or called something gzip that is not.
      state = State.BROKEN;
      throw broken instanceof IOException expected ? expected : new IOException(broken);
    }
  }
}
