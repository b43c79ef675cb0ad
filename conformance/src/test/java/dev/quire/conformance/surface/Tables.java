package dev.quire.conformance.surface;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Tables about the published interface, which the tests of the graph module keep.
final class Tables {
  private static final Path FOLDER =
      Path.of("..", "graph", "src", "test", "resources", "dev", "quire", "graph");

  private Tables() {}

  /// The rows of a tab-separated table, without its header.
  static List<String[]> rows(String name) {
    try {
      return Files.readAllLines(FOLDER.resolve(name)).stream()
          .skip(1)
          .map(line -> line.split("\t", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
