package dev.quire.chart.font;

import java.awt.geom.Path2D;

/// A font in a size.
///
/// @param face that has the letters
/// @param spare asked for characters that the face does not have
/// @param size of the em square
public record SizedFont(FontFace face, FontFace spare, double size) {
  private static final int FIRST_VISIBLE = 0x20;

  /// Width of a text on one line.
  public double width(String text) {
    double width = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int character = visible(text.codePointAt(i));
      width += faceOf(character).advance(character);
    }
    return width * size;
  }

  /// The outline of a text on one line, beginning at the origin.
  public Path2D outline(String text) {
    var path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    double x = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int character = visible(text.codePointAt(i));
      FontFace from = faceOf(character);
      from.append(path, character, size, x, 0);
      x += from.advance(character) * size;
    }
    return path;
  }

  /// Height of a line above its baseline.
  public double ascent() {
    return face.ascent() * size;
  }

  /// Distance of two baselines.
  public double lineHeight() {
    return (face.ascent() + face.descent()) * size;
  }

  private static int visible(int codePoint) {
    return codePoint < FIRST_VISIBLE ? ' ' : codePoint;
  }

  private FontFace faceOf(int codePoint) {
    return !face.has(codePoint) && spare.has(codePoint) ? spare : face;
  }
}
