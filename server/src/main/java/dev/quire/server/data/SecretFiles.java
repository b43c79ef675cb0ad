package dev.quire.server.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/// Files that only their owner may read, and that appear whole or not at all: a server and a
/// command may both be the first to need one.
public final class SecretFiles {
  private static final String OWNER_ONLY_FILE = "rw-------";
  private static final String OWNER_ONLY_FOLDER = "rwx------";

  private SecretFiles() {}

  /// Creates a folder, and those above it, that only the owner may enter.
  public static void createFolder(Path folder) throws IOException {
    Files.createDirectories(folder, mode(OWNER_ONLY_FOLDER));
  }

  /// The text in a file. When there is no such file, one with the text of `fresh` is made; when two
  /// try at once, both get the text of the one that came first.
  public static String readOrCreate(Path file, Supplier<String> fresh) throws IOException {
    if (Files.notExists(file)) {
      var draft = draft(file, fresh.get().getBytes(StandardCharsets.UTF_8));
      try {
        // A hard link, unlike a move, fails when the name is taken.
        Files.createLink(file, draft);
      } catch (FileAlreadyExistsException another) {
        return Files.readString(file);
      } catch (UnsupportedOperationException noLinks) {
        Files.move(draft, file);
      } finally {
        Files.deleteIfExists(draft);
      }
    }
    return Files.readString(file);
  }

  /// Writes a file, replacing one that is there: readers see the old content or the new one.
  public static void replace(Path file, byte[] content) throws IOException {
    Files.move(
        draft(file, content),
        file,
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  private static Path draft(Path file, byte[] content) throws IOException {
    var draft =
        Files.createTempFile(
            file.toAbsolutePath().getParent(), ".draft", "", mode(OWNER_ONLY_FILE));
    Files.write(draft, content);
    return draft;
  }

  private static FileAttribute<?>[] mode(String permissions) {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
