package dev.quire.chart.font;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// One packaged font. Sizes are in the unit that the caller draws in; outlines have y downwards and
/// their origin on the baseline. Glyphs are read once and kept.
public final class FontFace {
  private final CharacterMap characters;
  private final GlyphReader glyphs;
  private final FontTables tables;
  private final int metricsCount;
  private final int hmtx;
  private final double unitsPerEm;
  private final double ascent;
  private final double descent;
  private final Map<Integer, Path2D> outlines = new ConcurrentHashMap<>();

  FontFace(byte[] file) {
    tables = new FontTables(file);
    characters = new CharacterMap(tables);
    glyphs = new GlyphReader(tables);
    unitsPerEm = tables.unsigned(tables.table("head") + 18);
    int hhea = tables.table("hhea");
    // The gap belongs above the letters, as Windows measures these families.
    ascent = (tables.signed(hhea + 4) + tables.signed(hhea + 8)) / unitsPerEm;
    descent = -tables.signed(hhea + 6) / unitsPerEm;
    metricsCount = tables.unsigned(hhea + 34);
    hmtx = tables.table("hmtx");
  }

  boolean has(int codePoint) {
    return characters.glyph(codePoint) != 0;
  }

  /// Height above the baseline, in parts of the size.
  public double ascent() {
    return ascent;
  }

  /// Depth below the baseline, in parts of the size.
  public double descent() {
    return descent;
  }

  /// Width in parts of the size.
  double advance(int codePoint) {
    int glyph = Math.min(characters.glyph(codePoint), metricsCount - 1);
    return tables.unsigned(hmtx + 4 * glyph) / unitsPerEm;
  }

  /// Adds the outline of a character.
  void append(Path2D path, int codePoint, double size, double x, double y) {
    var outline = outlines.computeIfAbsent(characters.glyph(codePoint), glyphs::outline);
    double scale = size / unitsPerEm;
    path.append(outline.getPathIterator(new AffineTransform(scale, 0, 0, -scale, x, y)), false);
  }
}
