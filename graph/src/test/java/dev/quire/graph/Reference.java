package dev.quire.graph;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Reference data about the API that lies beside the checkout, where there is some.
public final class Reference {
  private static final Path FOLDER = Path.of("..", "..", "shared", "graph");

  private Reference() {}

  /// The lines of a table of our own, without its header, split into columns.
  public static List<String[]> table(String name) throws IOException {
    try (var in = Reference.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split("\t", -1))
          .toList();
    }
  }

  /// The lines of a tab-separated file without its header and comments, split into columns. The
  /// test is skipped where the file is absent.
  public static List<String[]> rows(String name) throws IOException {
    var file = FOLDER.resolve(name);
    assumeTrue(Files.exists(file), () -> "no reference data at " + file.toAbsolutePath());
    var lines = Files.readAllLines(file).stream().filter(line -> !line.startsWith("#")).toList();
    boolean header = !name.endsWith(".txt");
    return lines.stream().skip(header ? 1 : 0).map(line -> line.split("\t", -1)).toList();
  }
}
