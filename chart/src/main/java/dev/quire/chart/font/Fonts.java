package dev.quire.chart.font;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The packaged fonts. They have the widths of the ones that workbooks name: Carlito those of
/// Calibri, Liberation those of Arial, Times New Roman and Courier New. Every other name is drawn
/// as Carlito. Files are read when first needed and kept.
public final class Fonts {
  /// By the start of the family's name, in lower case.
  private static final Map<String, String> TWINS =
      Map.ofEntries(
          Map.entry("arial", "LiberationSans"),
          Map.entry("helvetica", "LiberationSans"),
          Map.entry("liberation sans", "LiberationSans"),
          Map.entry("verdana", "LiberationSans"),
          Map.entry("tahoma", "LiberationSans"),
          Map.entry("segoe ui", "LiberationSans"),
          Map.entry("times", "LiberationSerif"),
          Map.entry("liberation serif", "LiberationSerif"),
          Map.entry("cambria", "LiberationSerif"),
          Map.entry("georgia", "LiberationSerif"),
          Map.entry("courier", "LiberationMono"),
          Map.entry("consolas", "LiberationMono"),
          Map.entry("liberation mono", "LiberationMono"));

  private static final String USUAL = "Carlito";

  private final Map<String, FontFace> faces = new ConcurrentHashMap<>();

  /// A font in a size.
  ///
  /// @param family as the workbook names it
  /// @param size of the em square, in the unit of the drawing
  public SizedFont font(String family, boolean bold, boolean italic, double size) {
    String style = bold ? italic ? "BoldItalic" : "Bold" : italic ? "Italic" : "Regular";
    return new SizedFont(face(twin(family) + "-" + style), face("LiberationSans-" + style), size);
  }

  private static String twin(String family) {
    String name = family.toLowerCase(Locale.ROOT);
    return TWINS.entrySet().stream()
        .filter(entry -> name.startsWith(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(USUAL);
  }

  private FontFace face(String file) {
    return faces.computeIfAbsent(file, Fonts::read);
  }

  private static FontFace read(String file) {
    try (InputStream in = Fonts.class.getResourceAsStream(file + ".ttf")) {
      if (in == null) {
        throw new IllegalStateException("the font " + file + " is missing from the program");
      }
      return new FontFace(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
