package dev.quire.conformance.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// Lists of what is known not to be as the service does it, with the reasons.
final class KnownGaps {
  private KnownGaps() {}

  /// The reasons by what they are about.
  static Map<String, String> of(String name) {
    try (var in = KnownGaps.class.getResourceAsStream(name)) {
      var gaps = new LinkedHashMap<String, String>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\t", 2))
          .forEach(cells -> gaps.put(cells[0], cells[1]));
      return gaps;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
