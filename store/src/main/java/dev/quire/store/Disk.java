package dev.quire.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Writes that are whole or absent, also after a power loss: content goes to a hidden file in the
/// same folder (see [Leftovers]), is forced to the medium, and gets its name in one step.
///
/// Not final, so that tests can have a disk that is full.
class Disk {
  private static final int BUFFER_BYTES = 1 << 16;

  /// One of these steps is visible in any file system's times, the last one in FAT's.
  private static final List<Duration> TICKS =
      List.of(Duration.ofNanos(1_000), Duration.ofMillis(10), Duration.ofSeconds(2));

  private final boolean syncsFolders;

  /// @param folder a folder on the disk, to find out what its file system can do
  Disk(Path folder) {
    this.syncsFolders = canSync(folder);
  }

  /// Content that is on the medium but has no name yet.
  ///
  /// @param at the hidden file
  /// @param digest SHA-256 of the content
  record Draft(Path at, byte[] digest) {}

  /// What happens to a draft between its creation and its first byte.
  private interface Preparation {
    void prepare(Path draft) throws IOException;
  }

  /// Stores content under a hidden name in a folder; nothing is left when that fails.
  final Draft draft(Path folder, InputStream content) throws IOException {
    return draft(folder, content, at -> {});
  }

  /// The same for content that is to replace a file: nobody sees it who could not see that file.
  final Draft draftLike(Path file, InputStream content) throws IOException {
    return draft(folderOf(file), content, at -> dressLike(file, at));
  }

  private Draft draft(Path folder, InputStream content, Preparation preparation)
      throws IOException {
    Path at = Leftovers.freshName(folder);
    boolean whole = false;
    try (var out = FileChannel.open(at, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      preparation.prepare(at);
      MessageDigest digest = Sha256.digest();
      fill(out, content, digest);
      out.force(true);
      whole = true;
      return new Draft(at, digest.digest());
    } finally {
      if (!whole) {
        Files.deleteIfExists(at);
      }
    }
  }

  /// The folder that a file of a drive lies in.
  static Path folderOf(Path file) {
    return Objects.requireNonNull(file.getParent(), "the root of a file system");
  }

  /// Copies content to a file and digests it on the way.
  void fill(FileChannel out, InputStream content, MessageDigest digest) throws IOException {
    var buffer = new byte[BUFFER_BYTES];
    for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
      digest.update(buffer, 0, count);
      var rest = ByteBuffer.wrap(buffer, 0, count);
      while (rest.hasRemaining()) {
        out.write(rest);
      }
    }
  }

  /// Whether the system lets us write this file. Renaming over it would get around its protection.
  boolean isWritable(Path file) {
    return Files.isWritable(file);
  }

  /// Gives a draft the permissions of the file it is to replace, and its owner and group as far as
  /// the system lets us.
  private static void dressLike(Path file, Path draft) throws IOException {
    var from = posixView(file);
    var to = posixView(draft);
    if (from == null || to == null) {
      return; // Windows: a file inherits from its folder.
    }
    var wanted = from.readAttributes();
    var found = to.readAttributes();
    try {
      if (!found.group().equals(wanted.group())) {
        to.setGroup(wanted.group());
      }
      if (!found.owner().equals(wanted.owner())) {
        to.setOwner(wanted.owner());
      }
    } catch (FileSystemException e) {
      // Only root may give files away. Like every editor that saves by renaming, we then own it.
    }
    to.setPermissions(wanted.permissions());
  }

  private static @Nullable PosixFileAttributeView posixView(Path at) {
    return Files.getFileAttributeView(at, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
  }

  /// Makes a draft's time later than that of the file it is to replace, should both have been
  /// written within a tick of the clock. Inode numbers are used again, so without this, the third
  /// version of a file could look like the first.
  final void makeNewer(Path draft, Stamp old, Instant now) throws IOException {
    if (old.isSettled(now)) {
      return;
    }
    for (Duration tick : TICKS) {
      if (modified(draft).isAfter(old.modified())) {
        return;
      }
      Files.setLastModifiedTime(draft, FileTime.from(old.modified().plus(tick)));
    }
  }

  private static Instant modified(Path at) throws IOException {
    return Files.getLastModifiedTime(at, LinkOption.NOFOLLOW_LINKS).toInstant();
  }

  /// Lets a draft take the place of a file in one step.
  final void replace(Path draft, Path target) throws IOException {
    Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /// Gives a draft a name that nothing has, in one step.
  ///
  /// Where the file system has no hard links (FAT, some network shares), the name is taken by an
  /// empty file first, which others can see for a moment, and which a crash can leave.
  ///
  /// @throws FileAlreadyExistsException when something has that name
  final void publish(Path draft, Path target) throws IOException {
    try {
      link(draft, target);
    } catch (FileAlreadyExistsException | NoSuchFileException e) {
      throw e;
    } catch (FileSystemException | UnsupportedOperationException e) {
      publishWithoutLinks(draft, target);
    }
  }

  /// Gives a file a second name.
  void link(Path file, Path name) throws IOException {
    Files.createLink(name, file);
  }

  private void publishWithoutLinks(Path draft, Path target) throws IOException {
    Files.createFile(target);
    boolean done = false;
    try {
      replace(draft, target);
      done = true;
    } finally {
      if (!done) {
        Files.deleteIfExists(target);
      }
    }
  }

  /// Makes names in a folder durable, where the file system can do that.
  final void sync(Path folder) throws IOException {
    if (syncsFolders) {
      force(folder);
    }
  }

  /// Removes a file, or a folder with all that is in it; links are removed, not followed. What
  /// somebody else removed in the meantime is as good.
  static void remove(Path tree) throws IOException {
    Files.walkFileTree(
        tree,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure)
              throws IOException {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
              throw failure;
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static boolean canSync(Path folder) {
    try {
      force(folder);
      return true;
    } catch (IOException e) {
      return false; // Windows, and some network file systems, cannot open or sync a folder.
    }
  }

  private static void force(Path folder) throws IOException {
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
