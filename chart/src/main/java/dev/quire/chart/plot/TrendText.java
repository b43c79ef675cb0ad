package dev.quire.chart.plot;

import dev.quire.chart.look.Look;
import dev.quire.workbook.chart.Trendline;
import java.util.ArrayList;
import java.util.List;

/// What is written beside a trendline, and what legends call it.
public final class TrendText {
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶";

  private TrendText() {}

  /// The name in a legend.
  ///
  /// @param series the name of the series
  public static String name(Trendline line, String series) {
    return line.name()
        .orElseGet(() ->
            switch (line.kind()) {
              case LINEAR -> "Linear (" + series + ")";
              case EXPONENTIAL -> "Expon. (" + series + ")";
              case LOGARITHMIC -> "Log. (" + series + ")";
              case POLYNOMIAL -> "Poly. (" + series + ")";
              case POWER -> "Power (" + series + ")";
              case MOVING_AVERAGE -> Math.max(2, line.order()) + " per. Mov. Avg. (" + series + ")";
            });
  }

  /// Formula and coefficient of determination, as asked for.
  static List<String> lines(Trendline line, Trend trend, Look look) {
    var lines = new ArrayList<String>();
    if (line.showsEquation()) {
      lines.add("y = " + formula(trend, look));
    }
    if (line.showsFit()) {
      lines.add("R² = " + number(trend.fit(), look));
    }
    return lines;
  }

  private static String number(double value, Look look) {
    double size = Math.abs(value);
    boolean scientific = size != 0 && (size < 1e-4 || size >= 1e7);
    return look.number(value, scientific ? "0E+00" : size >= 1000 ? "0.#" : "0.####")
        .replaceFirst("\\.$", "");
  }

  private static String formula(Trend trend, Look look) {
    double[] a = trend.coefficients();
    return switch (trend.kind()) {
      case EXPONENTIAL -> number(a[0], look) + "e^(" + number(a[1], look) + "x)";
      case POWER -> number(a[0], look) + "x^" + number(a[1], look);
      case LOGARITHMIC -> number(a[1], look) + "ln(x)" + signed(a[0], look, "");
      default -> polynomial(a, look);
    };
  }

  private static String polynomial(double[] a, Look look) {
    var text = new StringBuilder();
    for (int power = a.length - 1; power >= 0; power--) {
      String tail = power == 0 ? "" : power == 1 ? "x" : "x" + SUPERSCRIPTS.charAt(power);
      if (text.isEmpty()) {
        text.append(number(a[power], look)).append(tail);
      } else if (a[power] != 0) {
        text.append(signed(a[power], look, tail));
      }
    }
    return text.toString();
  }

  private static String signed(double value, Look look, String tail) {
    return (value < 0 ? " - " : " + ") + number(Math.abs(value), look) + tail;
  }
}
