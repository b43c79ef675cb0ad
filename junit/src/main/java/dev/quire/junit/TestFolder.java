package dev.quire.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Everything of one server on disk, for as long as a test method takes.
///
/// @param home a new folder
record TestFolder(Path home) {
  /// A folder whose drive begins with the files of a folder on the class path.
  ///
  /// @param resources `/books`, or nothing
  static TestFolder with(String resources) {
    try {
      var folder = new TestFolder(Files.createTempDirectory("quire-test"));
      Files.createDirectories(folder.drive());
      if (!resources.isEmpty()) {
        copy(source(resources), folder.drive());
      }
      return folder;
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  private static Path source(String resources) {
    String name = resources.startsWith("/") ? resources.substring(1) : resources;
    URL found = Thread.currentThread().getContextClassLoader().getResource(name);
    if (found == null || !found.getProtocol().equals("file")) {
      throw new IllegalArgumentException(
          "@QuireTest(drive = \"" + resources + "\") is no folder of test resources.");
    }
    try {
      return Path.of(found.toURI());
    } catch (URISyntaxException garbled) {
      throw new IllegalArgumentException(garbled);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    for (Path each : under(from)) {
      Path copy = to.resolve(from.relativize(each).toString());
      if (Files.isDirectory(each)) {
        Files.createDirectories(copy);
      } else {
        Files.copy(each, copy);
      }
    }
  }

  private static List<Path> under(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.sorted().toList();
    }
  }

  Path drive() {
    return home.resolve("drive");
  }

  Path data() {
    return home.resolve("data");
  }

  Path state() {
    return home.resolve("state");
  }

  /// Writes a file of the drive.
  void put(String path, byte[] content) {
    Path file = drive().resolve(path).normalize();
    if (!file.startsWith(drive())) {
      throw new IllegalArgumentException(path + " leads out of the drive");
    }
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, content);
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  void delete() {
    try {
      for (Path each : under(home).stream().sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }
}
