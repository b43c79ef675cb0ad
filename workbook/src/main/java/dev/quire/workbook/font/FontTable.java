package dev.quire.workbook.font;

import dev.quire.workbook.style.Font;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// The cuts whose widths we have. They are those of fonts that were made as wide as the usual ones,
/// letter by letter: Carlito as Calibri, the Liberation fonts as Arial, Times New Roman and Courier
/// New. `FontTableTest` makes the table anew.
final class FontTable {
  static final String RESOURCE = "advances.tsv";

  private static final Map<String, String> TWINS =
      Map.ofEntries(
          Map.entry("calibri", "Carlito"),
          Map.entry("carlito", "Carlito"),
          Map.entry("arial", "LiberationSans"),
          Map.entry("helvetica", "LiberationSans"),
          Map.entry("liberation sans", "LiberationSans"),
          Map.entry("times new roman", "LiberationSerif"),
          Map.entry("times", "LiberationSerif"),
          Map.entry("liberation serif", "LiberationSerif"),
          Map.entry("courier new", "LiberationMono"),
          Map.entry("courier", "LiberationMono"),
          Map.entry("liberation mono", "LiberationMono"));

  private static final Map<String, Face> FACES = load();

  private FontTable() {}

  /// The cut of a font; that of Calibri where we do not know the family.
  static Face face(Font font) {
    String family = TWINS.getOrDefault(font.name().toLowerCase(Locale.ROOT), "Carlito");
    String cut = (font.bold() ? "Bold" : "") + (font.italic() ? "Italic" : "");
    return Objects.requireNonNull(
        FACES.get(family + "-" + (cut.isEmpty() ? "Regular" : cut)), "a cut of each family");
  }

  private static Map<String, Face> load() {
    var faces = new HashMap<String, Face>();
    try (InputStream in =
            Objects.requireNonNull(FontTable.class.getResourceAsStream(RESOURCE), RESOURCE);
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .forEach(columns -> faces.put(columns[0], Face.read(columns)));
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
    return Map.copyOf(faces);
  }
}
