package dev.quire.server.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;

/// The folder that holds everything one server keeps between runs. One server at a time uses it;
/// commands such as `token` read it beside a running server.
///
/// ```
/// lock             held by the running server
/// server.json      where the running server can be reached
/// control.secret   lets commands control the server
/// issuer.json      key of the development issuer
/// tls/             local certificate authority and certificate
/// journal/         acknowledged changes that are in no file yet
/// drive/           the demo drive
/// ```
public record DataFolder(Path path) {
  private static final int SECRET_BYTES = 32;

  /// Where the demo drive lies.
  public Path drive() {
    return path.resolve("drive");
  }

  /// Where the local certificate authority lies.
  public Path tls() {
    return path.resolve("tls");
  }

  /// Where the key of the development issuer lies.
  public Path issuerKey() {
    return path.resolve("issuer.json");
  }

  /// Where the running server says how it can be reached.
  public Path runtimeFile() {
    return path.resolve("server.json");
  }

  /// Creates the folder, for its owner alone, when it does not exist.
  public void create() throws IOException {
    if (!Files.isDirectory(path)) {
      SecretFiles.createFolder(path);
    }
  }

  /// The secret that lets commands control the server; made on first use.
  public String controlSecret() throws IOException {
    create();
    return SecretFiles.readOrCreate(path.resolve("control.secret"), DataFolder::newSecret);
  }

  /// Takes the folder for this process until the result is closed.
  ///
  /// @throws InUse when another server has it
  public Lock lock() throws IOException, InUse {
    create();
    var channel =
        FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      var lock = channel.tryLock();
      if (lock != null) {
        return new Lock(channel, lock);
      }
    } catch (OverlappingFileLockException sameProcess) {
      channel.close();
      throw new InUse(path);
    }
    channel.close();
    throw new InUse(path);
  }

  private static String newSecret() {
    var bytes = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /// The right to use a data folder.
  public static final class Lock implements AutoCloseable {
    private final FileChannel channel;
    private final FileLock lock;

    private Lock(FileChannel channel, FileLock lock) {
      this.channel = channel;
      this.lock = lock;
    }

    @Override
    public void close() {
      try (channel) {
        lock.release();
      } catch (IOException stuck) {
        throw new UncheckedIOException(stuck);
      }
    }
  }

  /// Another server uses the folder.
  public static final class InUse extends Exception {
    private static final long serialVersionUID = 1;

    private InUse(Path folder) {
      super("Another server uses the data folder " + folder + ".", null, false, false);
    }
  }
}
