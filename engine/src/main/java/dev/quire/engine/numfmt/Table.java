package dev.quire.engine.numfmt;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// A table that belongs to the program: tabs between columns, `#` before remarks.
final class Table {
  private Table() {}

  /// The rows, all with so many columns: what a line leaves out at its end is empty.
  static List<String[]> rows(String name, int columns) {
    return text(name)
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> padded(line.split("\t", -1), columns))
        .toList();
  }

  private static String[] padded(String[] cells, int columns) {
    String[] row = Arrays.copyOf(cells, columns);
    Arrays.fill(row, Math.min(cells.length, columns), columns, "");
    return row;
  }

  private static String text(String name) {
    try (InputStream table = Table.class.getResourceAsStream(name)) {
      if (table == null) {
        throw new IllegalStateException(name + " is missing from the program");
      }
      return new String(table.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
