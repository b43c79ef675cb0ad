package dev.quire.chart.look;

import dev.quire.workbook.chart.Line.Dash;
import java.util.List;

/// Lengths of dashes and gaps, in widths of the line (ECMA-376 Part 1, 20.1.10.48).
final class Dashes {
  private Dashes() {}

  static List<Double> of(Dash dash, double width, boolean round) {
    double[] parts =
        switch (dash) {
          case SOLID -> new double[0];
          case DOT -> new double[] {1, 3};
          case DASH -> new double[] {4, 3};
          case LONG_DASH -> new double[] {8, 3};
          case DASH_DOT -> new double[] {4, 3, 1, 3};
          case LONG_DASH_DOT -> new double[] {8, 3, 1, 3};
          case LONG_DASH_DOT_DOT -> new double[] {8, 3, 1, 3, 1, 3};
          case SYSTEM_DASH -> new double[] {3, 1};
          case SYSTEM_DOT -> new double[] {1, 1};
          case SYSTEM_DASH_DOT -> new double[] {3, 1, 1, 1};
          case SYSTEM_DASH_DOT_DOT -> new double[] {3, 1, 1, 1, 1, 1};
        };
    var lengths = new Double[parts.length];
    for (int i = 0; i < parts.length; i++) {
      // Round ends reach half a width beyond a dash on either side.
      double capped = round ? parts[i] + (i % 2 == 0 ? -0.9 : 0.9) : parts[i];
      lengths[i] = Math.max(0.1, capped) * width;
    }
    return List.of(lengths);
  }
}
