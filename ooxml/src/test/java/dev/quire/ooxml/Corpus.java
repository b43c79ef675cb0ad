package dev.quire.ooxml;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Workbooks of other projects, which do not come with the source.
final class Corpus {
  private static final Path ROOT = root();

  private Corpus() {}

  /// Beside the checkout, or beside the folder of several checkouts.
  private static Path root() {
    Path beside = Path.of("../../shared/corpus");
    Path further = Path.of("../../../shared/corpus");
    return Files.exists(beside) || !Files.exists(further) ? beside : further;
  }

  /// The lines of one of its tables, split at tabs, without the heading. Lets the test pass by
  /// where there is no corpus.
  static List<String[]> table(String name) {
    Path table = ROOT.resolve(name);
    assumeTrue(Files.exists(table), "no corpus beside the checkout: " + table);
    try {
      return Files.readAllLines(table).stream().skip(1).map(line -> line.split("\t")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] file(String path) {
    try {
      return Files.readAllBytes(ROOT.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
