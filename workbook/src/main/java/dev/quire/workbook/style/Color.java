package dev.quire.workbook.style;

import java.util.Locale;
import java.util.Optional;

/// A colour without transparency.
///
/// @param rgb red, green and blue, eight bits each: `0xRRGGBB`
public record Color(int rgb) {
  /// Black.
  public static final Color BLACK = new Color(0);

  /// White.
  public static final Color WHITE = new Color(0xFFFFFF);

  private static final int HEX_LENGTH = 7;

  /// Cuts off everything above 24 bits.
  public Color {
    rgb &= 0xFFFFFF;
  }

  /// Reads `#RRGGBB` or the HTML name of a colour, in any case.
  public static Optional<Color> parse(String text) {
    if (text.length() == HEX_LENGTH
        && text.charAt(0) == '#'
        && text.chars().skip(1).allMatch(c -> Character.digit(c, 16) >= 0)) {
      return Optional.of(new Color(Integer.parseInt(text, 1, HEX_LENGTH, 16)));
    }
    return HtmlColors.find(text);
  }

  /// The colour of these shares of red, green and blue, each from 0 to 1; what lies beyond is cut.
  public static Color ofShares(double red, double green, double blue) {
    return new Color(channel(red) << 16 | channel(green) << 8 | channel(blue));
  }

  private static int channel(double share) {
    return (int) Math.round(Math.clamp(share, 0.0, 1.0) * 255);
  }

  /// Red, 0 to 255.
  public int red() {
    return rgb >> 16;
  }

  /// Green, 0 to 255.
  public int green() {
    return rgb >> 8 & 0xFF;
  }

  /// Blue, 0 to 255.
  public int blue() {
    return rgb & 0xFF;
  }

  /// `#RRGGBB` in upper case.
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "#%06X", rgb);
  }
}
