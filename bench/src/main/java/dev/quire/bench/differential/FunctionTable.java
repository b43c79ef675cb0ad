package dev.quire.bench.differential;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// The functions that both engines know, from `functions.tsv`.
///
/// @param all in the order of the table
record FunctionTable(List<Signature> all) {
  /// A function and the kinds of its arguments, as the head of the table names them.
  record Signature(String name, List<String> arguments) {}

  static FunctionTable read(String only) throws IOException {
    List<Signature> found =
        lines("functions.tsv").stream()
            .map(cells -> new Signature(cells[0], arguments(cells)))
            .filter(each -> only.isEmpty() || List.of(only.split(",")).contains(each.name()))
            .toList();
    return new FunctionTable(found);
  }

  private static List<String> arguments(String[] cells) {
    return cells.length < 2 || cells[1].isEmpty() ? List.of() : List.of(cells[1].split(" "));
  }

  /// The cells of the lines of a table, without remarks.
  static List<String[]> lines(String resource) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(FunctionTable.class.getResourceAsStream(resource), resource)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.split("\n"))
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> line.split("\t"))
          .toList();
    }
  }
}
