package dev.quire.conformance.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Lists of what is known not to be as the service does it, with the reasons, and other tables.
final class KnownGaps {
  private KnownGaps() {}

  /// The reasons by what they are about.
  static Map<String, String> of(String name) {
    var gaps = new LinkedHashMap<String, String>();
    rows(name).forEach(cells -> gaps.put(cells[0], cells[1]));
    return gaps;
  }

  /// The cells of the rows of a table.
  static List<String[]> rows(String name) {
    try (var in = KnownGaps.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
