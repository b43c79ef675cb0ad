package dev.quire.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.security.MessageDigest;

/// Disks that misbehave in ways that tests cannot bring about on a real one.
final class Disks {
  private Disks() {}

  /// Takes a few bytes, then none.
  static final class Full extends Disk {
    Full(Path folder) {
      super(folder);
    }

    @Override
    void fill(FileChannel out, InputStream content, MessageDigest digest) throws IOException {
      out.write(ByteBuffer.wrap(new byte[] {1, 2, 3}));
      throw new IOException("No space left on device");
    }
  }

  /// Lets no file be written. (Root may write everything, so permissions prove nothing.)
  static final class Protected extends Disk {
    Protected(Path folder) {
      super(folder);
    }

    @Override
    boolean isWritable(Path file) {
      return false;
    }
  }

  /// Has no hard links.
  static final class Linkless extends Disk {
    Linkless(Path folder) {
      super(folder);
    }

    @Override
    void link(Path file, Path name) throws IOException {
      throw new FileSystemException(name.toString(), file.toString(), "Operation not permitted");
    }
  }

  /// Something happens while content is written.
  static final class Meanwhile extends Disk {
    private final Event event;

    Meanwhile(Path folder, Event event) {
      super(folder);
      this.event = event;
    }

    @Override
    void fill(FileChannel out, InputStream content, MessageDigest digest) throws IOException {
      super.fill(out, content, digest);
      event.happen();
    }
  }

  /// What another program does.
  interface Event {
    void happen() throws IOException;
  }
}
