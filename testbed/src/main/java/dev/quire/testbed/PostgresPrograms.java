package dev.quire.testbed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// Where the programs of PostgreSQL are.
final class PostgresPrograms {
  private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
  private static final String BUNDLED = "/postgres-linux-x86_64.txz";
  private static final int EXECUTABLE = 0100;

  private PostgresPrograms() {}

  /// @param folder takes the programs when the machine has none
  static Path find(Path folder) throws IOException {
    Optional<Path> installed = installed();
    return installed.isPresent() ? installed.get() : unpacked(folder.resolve("postgres"));
  }

  private static Optional<Path> installed() throws IOException {
    if (!Files.isDirectory(DEBIAN)) {
      return Optional.empty();
    }
    try (var versions = Files.list(DEBIAN)) {
      return versions
          .sorted(Comparator.reverseOrder())
          .map(version -> version.resolve("bin"))
          .filter(programs -> Files.isExecutable(programs.resolve("initdb")))
          .findFirst();
    }
  }

  private static Path unpacked(Path to) throws IOException {
    try (InputStream bundled = PostgresPrograms.class.getResourceAsStream(BUNDLED)) {
      if (bundled == null) {
        throw new IOException("no PostgreSQL in " + DEBIAN + " and none from the Maven registry");
      }
      try (var archive = new TarArchiveInputStream(new XZInputStream(bundled))) {
        for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
          unpack(archive, entry, to);
        }
      }
    }
    return to.resolve("bin");
  }

  private static void unpack(InputStream archive, TarArchiveEntry entry, Path to)
      throws IOException {
    Path file = to.resolve(entry.getName()).normalize();
    if (!file.startsWith(to)) {
      throw new IOException("the archive has " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(file);
      return;
    }
    Files.createDirectories(Optional.ofNullable(file.getParent()).orElse(to));
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(archive, file, StandardCopyOption.REPLACE_EXISTING);
    boolean isProgram = (entry.getMode() & EXECUTABLE) != 0;
    Files.setPosixFilePermissions(
        file, PosixFilePermissions.fromString(isProgram ? "rwxr-xr-x" : "rw-r--r--"));
  }
}
