package dev.quire.chart.plot;

import dev.quire.workbook.chart.Plot;
import dev.quire.workbook.chart.Plot.Grouping;
import dev.quire.workbook.chart.Plot.Kind;
import java.util.ArrayList;
import java.util.List;

/// From where to where each point of a series reaches on the value axis.
///
/// @param row the series
/// @param low where its points stand, on the one before when they are stacked
/// @param high where they reach; NaN for no value
record Stack(Row row, double[] low, double[] high) {

  /// The series of a plot, in order.
  static List<Stack> of(Plot plot, List<Row> rows) {
    boolean stacked =
        plot.grouping() == Grouping.STACKED || plot.grouping() == Grouping.PERCENT_STACKED;
    int count = rows.stream().mapToInt(Row::count).max().orElse(0);
    double[] wholes = plot.grouping() == Grouping.PERCENT_STACKED ? wholes(rows, count) : null;
    boolean apart = plot.kind() == Kind.COLUMN || plot.kind() == Kind.BAR;
    var above = new double[count];
    var below = new double[count];
    var stacks = new ArrayList<Stack>();
    for (Row row : rows) {
      var low = new double[row.count()];
      var high = new double[row.count()];
      for (int i = 0; i < high.length; i++) {
        double value = row.value(i);
        if (wholes != null) {
          value = wholes[i] == 0 ? 0 * value : value / wholes[i];
        }
        if (!stacked) {
          high[i] = value;
        } else if (Double.isNaN(value) && plot.kind() != Kind.AREA) {
          high[i] = value;
        } else {
          // Bars of either sign grow away from zero; lines and areas add up whatever the sign.
          double[] sums = apart && value < 0 ? below : above;
          low[i] = sums[i];
          sums[i] += Double.isNaN(value) ? 0 : value;
          high[i] = sums[i];
        }
      }
      stacks.add(new Stack(row, low, high));
    }
    return stacks;
  }

  private static double[] wholes(List<Row> rows, int count) {
    var wholes = new double[count];
    for (Row row : rows) {
      for (int i = 0; i < row.count(); i++) {
        wholes[i] += Double.isNaN(row.value(i)) ? 0 : Math.abs(row.value(i));
      }
    }
    return wholes;
  }

  /// Whether it shows a part of a sum, from zero on.
  boolean isWhole() {
    boolean stacked =
        row.plot().grouping() == Grouping.STACKED
            || row.plot().grouping() == Grouping.PERCENT_STACKED;
    return stacked && row.plot().kind() != Kind.LINE;
  }
}
