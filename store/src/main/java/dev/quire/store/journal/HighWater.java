package dev.quire.store.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// How many transactions have become durable, in a file beside the database.
///
/// A database that finds the end of its log damaged takes the log as ending earlier, and says
/// nothing: that is how it tells a transaction which was cut off by a crash. This number tells the
/// two apart. It is written after each commit and not forced to the medium, so a loss of power may
/// leave it too low, which means nothing, but never too high.
final class HighWater implements AutoCloseable {
  private static final int BYTES = 2 * Long.BYTES;

  private final FileChannel file;

  HighWater(Path at) throws IOException {
    this.file =
        FileChannel.open(
            at, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  /// The number; 0 when there is none, or what is there was not written by [#write].
  long read() throws IOException {
    var bytes = ByteBuffer.allocate(BYTES);
    file.read(bytes, 0);
    if (bytes.hasRemaining()) {
      return 0;
    }
    long count = bytes.flip().getLong();
    return bytes.getLong() == new Checksum().add(count).value() ? count : 0;
  }

  void write(long count) throws IOException {
    var bytes = ByteBuffer.allocate(BYTES);
    bytes.putLong(count).putLong(new Checksum().add(count).value()).flip();
    file.write(bytes, 0);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
