package dev.quire.ooxml;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

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

  /// Some of many, spread over all of them; all with `-Dquire.corpus=all`.
  ///
  /// @param some about how many
  static <T> Stream<T> slice(List<T> many, int some) {
    boolean all = System.getProperty("quire.corpus", "").equals("all");
    int step = all ? 1 : Math.max(1, many.size() / some);
    return IntStream.iterate(0, i -> i < many.size(), i -> i + step).mapToObj(many::get);
  }

  /// A test for each file of a slice.
  static List<DynamicTest> tests(List<String> files, int some, Consumer<byte[]> test) {
    return slice(files, some)
        .map(path -> DynamicTest.dynamicTest(path, () -> test.accept(file(path))))
        .toList();
  }

  static byte[] file(String path) {
    try {
      return Files.readAllBytes(ROOT.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
