package dev.quire.chart.plot;

import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.workbook.chart.ErrorBars;
import dev.quire.workbook.chart.ErrorBars.Amount;
import dev.quire.workbook.chart.SeriesData;
import java.util.Arrays;
import java.util.List;

/// How far error bars reach. Custom amounts that stand in cells are not in the chart's values: such
/// bars are not drawn.
final class ErrorReach {
  private final ErrorBars bars;
  private final double[] values;
  private final double average;
  private final double deviation;
  private final long count;

  ErrorReach(ErrorBars bars, double[] values) {
    this.bars = bars;
    this.values = values;
    double[] known = Arrays.stream(values).filter(Double::isFinite).toArray();
    count = known.length;
    average = Arrays.stream(known).average().orElse(0);
    double squares = Arrays.stream(known).map(v -> (v - average) * (v - average)).sum();
    deviation = count > 1 ? Math.sqrt(squares / (count - 1)) : 0;
  }

  /// Upper end for a point; where the point is when there is no bar.
  ///
  /// @param at where the point is drawn
  double high(int point, double at) {
    return bars.plus() ? center(at) + amount(point, true) : at;
  }

  /// Lower end for a point.
  double low(int point, double at) {
    return bars.minus() ? center(at) - amount(point, false) : at;
  }

  private double center(double at) {
    return bars.amount() instanceof Amount.Deviations && !Double.isNaN(at) ? average : at;
  }

  private double amount(int point, boolean plus) {
    return switch (bars.amount()) {
      case Amount.Fixed(double value) -> value;
      case Amount.Percent(double percent) -> Math.abs(values[point]) * percent / 100;
      case Amount.Deviations(double times) -> deviation * times;
      case Amount.StandardError() -> count == 0 ? 0 : deviation / Math.sqrt(count);
      case Amount.Custom(var up, var down) -> custom(plus ? up : down, point);
    };
  }

  private static double custom(SeriesData data, int point) {
    List<Scalar> given =
        switch (data) {
          case SeriesData.Literals literals -> literals.values();
          case SeriesData.Formula formula -> formula.cached();
          case SeriesData.Cells cells -> List.of();
        };
    if (given.isEmpty()) {
      return 0;
    }
    Scalar value =
        given.size() == 1
            ? given.getFirst()
            : point < given.size() ? given.get(point) : given.getLast();
    return value instanceof NumberValue(double number) ? number : 0;
  }
}
