package dev.quire.bench.truth;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/// Tables of tab-separated rows, in which backslashes escape tabs, line ends and themselves.
final class Table {
  private Table() {}

  /// The rows without the heading.
  ///
  /// @param file plain, or compressed when its name ends in `.gz`
  static List<List<String>> rows(Path file) throws IOException {
    var rows = new ArrayList<List<String>>();
    try (InputStream bytes = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      reader.readLine();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        rows.add(Stream.of(line.split("\t", -1)).map(Table::unescaped).toList());
      }
    }
    return rows;
  }

  private static String unescaped(String field) {
    return field.indexOf('\\') < 0 ? field : field.translateEscapes();
  }

  /// A row as one line.
  static String line(Object... fields) {
    return String.join(
        "\t", Stream.of(fields).map(field -> escaped(String.valueOf(field))).toList());
  }

  private static String escaped(String field) {
    return field
        .replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\r", "\\r")
        .replace("\n", "\\n");
  }
}
