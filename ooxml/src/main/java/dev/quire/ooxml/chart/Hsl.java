package dev.quire.ooxml.chart;

import dev.quire.workbook.style.Color;
import java.util.function.DoubleUnaryOperator;

/// A colour as hue, saturation and lightness, each from 0 to 1.
record Hsl(double hue, double saturation, double lightness) {
  static Hsl of(Color color) {
    double red = color.red() / 255.0;
    double green = color.green() / 255.0;
    double blue = color.blue() / 255.0;
    double most = Math.max(red, Math.max(green, blue));
    double least = Math.min(red, Math.min(green, blue));
    double light = (most + least) / 2;
    double range = most - least;
    if (range == 0) {
      return new Hsl(0, 0, light);
    }
    double hue =
        most == red
            ? (green - blue) / range + (green < blue ? 6 : 0)
            : most == green ? (blue - red) / range + 2 : (red - green) / range + 4;
    return new Hsl(hue / 6, range / (1 - Math.abs(2 * light - 1)), light);
  }

  Color lightness(DoubleUnaryOperator change) {
    return rgb(hue, saturation, Math.clamp(change.applyAsDouble(lightness), 0, 1));
  }

  Color saturation(DoubleUnaryOperator change) {
    return rgb(hue, Math.clamp(change.applyAsDouble(saturation), 0, 1), lightness);
  }

  static Color rgb(double hue, double saturation, double light) {
    double chroma = (1 - Math.abs(2 * light - 1)) * saturation;
    double base = light - chroma / 2;
    double sixth = hue * 6;
    double second = chroma * (1 - Math.abs(sixth % 2 - 1));
    double high = base + chroma;
    double middle = base + second;
    return switch ((int) sixth % 6) {
      case 0 -> Color.ofShares(high, middle, base);
      case 1 -> Color.ofShares(middle, high, base);
      case 2 -> Color.ofShares(base, high, middle);
      case 3 -> Color.ofShares(base, middle, high);
      case 4 -> Color.ofShares(middle, base, high);
      default -> Color.ofShares(high, base, middle);
    };
  }
}
