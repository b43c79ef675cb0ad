package dev.quire.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What the file system says about a file or folder at one moment, in one system call.
///
/// @param inode number of the file on its volume; 0 where there are none (Windows). Without the
///   volume's own number, which can differ after a reboot.
/// @param changed when anything about the file changed, also its times; where the system does not
///   tell (Windows), the same as `modified`
record Stamp(
    Item.Kind kind, long size, Instant created, Instant modified, long inode, Instant changed) {
  /// No file system we know has coarser times (FAT: 2 s).
  private static final Duration COARSEST = Duration.ofSeconds(3);

  /// The kernel's clock for files moves in steps of 10 ms at most.
  private static final Duration KERNEL_STEPS = Duration.ofMillis(100);

  private static final int NANOS_A_MILLI = 1_000_000;

  private static final String BASIC =
      "size,creationTime,lastModifiedTime,isRegularFile,isDirectory,isOther";

  /// The stamp of a file or folder; nothing for what is absent, and for links, devices and pipes,
  /// which are no items.
  static Optional<Stamp> find(Path at) throws IOException {
    try {
      return of(Files.readAttributes(at, wanted(at), LinkOption.NOFOLLOW_LINKS));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /// Whether a change at this moment or later would have another time. A time that does not end in
  /// whole milliseconds comes from a file system whose steps are those of the kernel's clock.
  boolean isSettled(Instant now) {
    boolean isFine = changed.getNano() % NANOS_A_MILLI != 0;
    return isFine
        ? Duration.between(changed, now).abs().compareTo(KERNEL_STEPS) > 0
        : Duration.between(modified, now).abs().compareTo(COARSEST) > 0;
  }

  /// A number for this version, the same after a restart.
  ///
  /// @param revision tells contents apart that have the same stamp; see [Revisions]
  long number(int revision) {
    var bytes =
        ByteBuffer.allocate(3 * Long.BYTES + 2 * Integer.BYTES)
            .putLong(modified.getEpochSecond())
            .putInt(modified.getNano())
            .putLong(size)
            .putLong(inode)
            .putInt(revision);
    return ByteBuffer.wrap(Sha256.of(bytes.array())).getLong() & Long.MAX_VALUE;
  }

  private static String wanted(Path at) {
    return hasUnixView(at) ? "unix:ino,ctime," + BASIC : BASIC;
  }

  private static boolean hasUnixView(Path at) {
    return at.getFileSystem().supportedFileAttributeViews().contains("unix");
  }

  private static Optional<Stamp> of(Map<String, Object> attributes) {
    // A junction of Windows is a folder and "other" at once.
    if (is(attributes, "isOther")) {
      return Optional.empty();
    }
    if (is(attributes, "isDirectory")) {
      return Optional.of(of(Item.Kind.FOLDER, 0, attributes));
    }
    return is(attributes, "isRegularFile")
        ? Optional.of(of(Item.Kind.FILE, (Long) named(attributes, "size"), attributes))
        : Optional.empty();
  }

  private static Stamp of(Item.Kind kind, long size, Map<String, Object> attributes) {
    Instant modified = time(attributes, "lastModifiedTime");
    boolean unix = attributes.containsKey("ino");
    return new Stamp(
        kind,
        size,
        time(attributes, "creationTime"),
        modified,
        unix ? (Long) named(attributes, "ino") : 0,
        unix ? time(attributes, "ctime") : modified);
  }

  private static boolean is(Map<String, Object> attributes, String name) {
    return (Boolean) named(attributes, name);
  }

  private static Instant time(Map<String, Object> attributes, String name) {
    return ((FileTime) named(attributes, name)).toInstant();
  }

  private static Object named(Map<String, Object> attributes, String name) {
    return Objects.requireNonNull(attributes.get(name), name);
  }
}
