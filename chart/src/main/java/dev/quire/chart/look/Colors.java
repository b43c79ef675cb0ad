package dev.quire.chart.look;

import dev.quire.workbook.chart.ChartTheme;
import dev.quire.workbook.style.Color;

/// Automatic colours, as `0xAARRGGBB`.
final class Colors {
  private static final int OPAQUE = 0xFF000000;

  /// How a further round through the accents varies them: luminance times the first plus the
  /// second, as the colour style 10 of Excel 2013 does. ?
  private static final double[][] VARIATIONS = {
    {1, 0}, {0.6, 0}, {0.8, 0.2}, {0.8, 0}, {0.6, 0.4}, {0.5, 0}, {0.7, 0.3}, {0.7, 0}, {0.5, 0.5}
  };

  /// How light grows with the numbers of a colour: makes black with a tint of 75 % the 868686 that
  /// Excel 2007 writes when it has to name the colour (O).
  private static final double GAMMA = 2.155;

  private Colors() {}

  static int argb(Color color, double opacity) {
    return (int) Math.round(Math.clamp(opacity, 0, 1) * 255) << 24 | color.rgb();
  }

  static int accent(ChartTheme theme, int index) {
    int count = theme.accents().size();
    if (count == 0) {
      return OPAQUE | 0x4472C4;
    }
    int place = Math.floorMod(index, count);
    double[] variation = VARIATIONS[Math.floorMod(Math.floorDiv(index, count), VARIATIONS.length)];
    return OPAQUE | luminance(theme.accents().get(place), variation[0], variation[1]).rgb();
  }

  /// A part of the colour's light, the rest white (`tint`).
  static Color tinted(Color color, double part) {
    return new Color(
        tinted(color.red(), part) << 16
            | tinted(color.green(), part) << 8
            | tinted(color.blue(), part));
  }

  private static int tinted(int level, double part) {
    double light = Math.pow(level / 255.0, GAMMA) * part + 1 - part;
    return (int) Math.round(Math.pow(light, 1 / GAMMA) * 255);
  }

  /// The colour with another luminance (`lumMod`, `lumOff`): times a factor, plus a part of white.
  static Color luminance(Color color, double factor, double offset) {
    double r = color.red() / 255.0;
    double g = color.green() / 255.0;
    double b = color.blue() / 255.0;
    double max = Math.max(r, Math.max(g, b));
    double min = Math.min(r, Math.min(g, b));
    double light = (max + min) / 2;
    double spread = max - min;
    double saturation = spread == 0 ? 0 : spread / (1 - Math.abs(2 * light - 1));
    double hue = 0;
    if (spread != 0) {
      hue =
          max == r ? (g - b) / spread + 6 : max == g ? (b - r) / spread + 2 : (r - g) / spread + 4;
    }
    return hsl(hue % 6, saturation, Math.clamp(light * factor + offset, 0, 1));
  }

  private static Color hsl(double hue, double saturation, double light) {
    double chroma = (1 - Math.abs(2 * light - 1)) * saturation;
    double second = chroma * (1 - Math.abs(hue % 2 - 1));
    double base = light - chroma / 2;
    double[] rgb =
        switch ((int) hue) {
          case 0 -> new double[] {chroma, second, 0};
          case 1 -> new double[] {second, chroma, 0};
          case 2 -> new double[] {0, chroma, second};
          case 3 -> new double[] {0, second, chroma};
          case 4 -> new double[] {second, 0, chroma};
          default -> new double[] {chroma, 0, second};
        };
    int value = 0;
    for (double part : rgb) {
      value = value << 8 | (int) Math.round(Math.clamp(part + base, 0, 1) * 255);
    }
    return new Color(value);
  }
}
