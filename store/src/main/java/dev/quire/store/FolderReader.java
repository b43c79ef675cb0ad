package dev.quire.store;

import dev.quire.store.FolderTree.Place;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Reads files that other programs may be writing: what it gives is a version that the file had
/// before and after reading.
final class FolderReader {
  /// Together a wait of about two seconds for a program to finish writing.
  private static final int TRIES = 20;

  private static final int PAUSE_MILLIS = 10;
  private static final int BUFFER_BYTES = 1 << 16;

  private final FolderTree tree;
  private final Revisions revisions;
  private final InstantSource clock;

  FolderReader(FolderTree tree, Revisions revisions, InstantSource clock) {
    this.tree = tree;
    this.revisions = revisions;
    this.clock = clock;
  }

  /// A file with the bytes it had at that stamp and revision.
  record Version(Place place, int revision, ByteBuffer bytes) {}

  /// Gives all bytes of a file, or nothing when it is absent or has another size by now.
  @FunctionalInterface
  private interface Copying {
    Optional<ByteBuffer> of(Path at, long size) throws IOException;
  }

  /// The content of a file, in an array.
  ///
  /// @throws StoreFault.NotFound when there is no file at this path
  Version read(DrivePath path) throws IOException {
    return read(path, FolderReader::bytes);
  }

  /// The content of a file, beside the heap if it is large.
  ///
  /// @throws StoreFault.NotFound when there is no file at this path
  Version snapshot(DrivePath path) throws IOException {
    return read(
        path,
        (at, size) -> {
          Optional<ByteBuffer> copy = Aside.copy(at, size);
          return copy.isPresent() ? copy : bytes(at, size);
        });
  }

  private Version read(DrivePath path, Copying copying) throws IOException {
    for (int tries = 1; tries <= TRIES; tries++) {
      Optional<Version> version = readOnce(path, copying);
      if (version.isPresent()) {
        return version.get();
      }
      Pause.ofMillis(tries * PAUSE_MILLIS);
    }
    throw new IOException("another program keeps changing it");
  }

  private Optional<Version> readOnce(DrivePath path, Copying copying) throws IOException {
    Instant begun = clock.instant();
    Place before =
        tree.find(path)
            .filter(Place::isFile)
            .orElseThrow(() -> new StoreFault.NotFound(path.toString()));
    Optional<ByteBuffer> bytes = copying.of(before.at(), before.stamp().size());
    if (bytes.isEmpty() || !isStill(before)) {
      return Optional.empty();
    }
    byte[] digest = Sha256.of(bytes.get());
    int revision = revisions.learn(path, before.stamp(), digest, begun);
    return Optional.of(new Version(before, revision, bytes.get()));
  }

  /// Which of the contents with this stamp the file has now; reads it only if it must. Of a file
  /// that changes or cannot be read meanwhile, it is the first: nobody has seen another.
  int revision(Place place) {
    if (!place.isFile()) {
      return 0;
    }
    Instant begun = clock.instant();
    var known = revisions.known(place.path(), place.stamp(), begun);
    if (known.isPresent()) {
      return known.getAsInt();
    }
    try {
      byte[] digest = digest(place.at());
      return isStill(place) ? revisions.learn(place.path(), place.stamp(), digest, begun) : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  private boolean isStill(Place before) throws IOException {
    return tree.find(before.path()).filter(before::isSame).isPresent();
  }

  /// All bytes, or nothing when the file is absent or has another size by now.
  private static Optional<ByteBuffer> bytes(Path at, long size) throws IOException {
    if (size > Integer.MAX_VALUE - 8) {
      throw new IOException("%,d bytes are more than fit into memory".formatted(size));
    }
    try (var in = open(at)) {
      if (in.size() != size) {
        return Optional.empty();
      }
      var bytes = ByteBuffer.allocate((int) size);
      while (bytes.hasRemaining()) {
        if (in.read(bytes) < 0) {
          return Optional.empty();
        }
      }
      return Optional.of(bytes.flip());
    } catch (NoSuchFileException e) {
      return Optional.empty(); // The next look finds out whether it is gone for good.
    }
  }

  private static byte[] digest(Path at) throws IOException {
    MessageDigest digest = Sha256.digest();
    try (var in = open(at)) {
      var buffer = ByteBuffer.allocate((int) Math.clamp(in.size(), 1, BUFFER_BYTES));
      while (in.read(buffer.clear()) >= 0) {
        digest.update(buffer.flip());
      }
    }
    return digest.digest();
  }

  private static FileChannel open(Path at) throws IOException {
    return FileChannel.open(at, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
  }
}
