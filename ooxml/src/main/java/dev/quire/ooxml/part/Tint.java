package dev.quire.ooxml.part;

import dev.quire.workbook.style.Color;

/// Lighter and darker shades of colours: the lightness of the HSL model is moved towards white or
/// black (ECMA-376 part 1, 18.8.19).
final class Tint {
  private Tint() {}

  /// @param tint from −1, black, to 1, white
  static Color of(Color color, double tint) {
    double red = color.red() / 255.0;
    double green = color.green() / 255.0;
    double blue = color.blue() / 255.0;
    double most = Math.max(red, Math.max(green, blue));
    double least = Math.min(red, Math.min(green, blue));
    double lightness = (most + least) / 2;
    double moved = tint < 0 ? lightness * (1 + tint) : lightness * (1 - tint) + tint;
    double range = most - least;
    if (range == 0) {
      return Color.ofShares(moved, moved, moved);
    }
    double saturation = range / (1 - Math.abs(2 * lightness - 1));
    double chroma = saturation * (1 - Math.abs(2 * moved - 1));
    double base = moved - chroma / 2;
    return Color.ofShares(
        base + chroma * (red - least) / range,
        base + chroma * (green - least) / range,
        base + chroma * (blue - least) / range);
  }
}
