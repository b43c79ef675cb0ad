package dev.quire.workbook.chart;

import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.workbook.chart.ChartData.Points;
import dev.quire.workbook.chart.ChartData.SeriesValues;
import dev.quire.workbook.chart.Plot.Grouping;
import java.util.List;

/// The scale that an axis of values has at a moment: what is fixed, and what is found from the
/// values that are measured along it.
public final class ScaleInForce {
  /// What title, legend and labels take from the height of a chart, in points (?).
  private static final double AROUND_POINTS = 72;

  private static final double LABEL_POINTS = 10;

  private double least = Double.POSITIVE_INFINITY;
  private double greatest = Double.NEGATIVE_INFINITY;

  private ScaleInForce() {}

  /// The scale of a primary axis.
  ///
  /// @param data of the series in their order
  /// @param role value, or category for the x axis of scatter and bubble charts
  /// @param heightPoints height of the chart
  /// @throws ChartEditor.Missing when the chart has no such axis
  public static AutomaticScale of(
      ChartSpace space, ChartData data, AxisRole role, double heightPoints) {
    Axis axis =
        role.of(space.axes()).orElseThrow(() -> new ChartEditor.Missing("axis", role.toString()));
    boolean upright = axis.place() == Axis.Place.LEFT || axis.place() == Axis.Place.RIGHT;
    int intervals =
        upright
            ? AutomaticScale.intervals(
                heightPoints - AROUND_POINTS,
                axis.text().sizePoints().orElse(space.text().sizePoints().orElse(LABEL_POINTS)))
            : AutomaticScale.USUAL_INTERVALS;
    var found = new ScaleInForce();
    List<Series> all = space.series();
    boolean parts = false;
    for (Plot plot : space.plots()) {
      if (!plot.onSecondary()) {
        List<SeriesValues> values =
            plot.series().stream().map(each -> data.series().get(all.indexOf(each))).toList();
        found.measure(plot, values, role);
        parts |= plot.grouping() == Grouping.PERCENT_STACKED;
      }
    }
    return parts && role == AxisRole.VALUE
        ? AutomaticScale.ofParts(axis.scale(), found.least < 0, intervals)
        : AutomaticScale.of(axis.scale(), found.least, found.greatest, intervals);
  }

  private void measure(Plot plot, List<SeriesValues> series, AxisRole role) {
    if (role == AxisRole.CATEGORY) {
      for (SeriesValues each : series) {
        if (each.categories().isEmpty()) {
          take(1);
          take(each.values().values().size());
        } else {
          each.categories().getFirst().values().forEach(this::take);
        }
      }
    } else if (plot.grouping() == Grouping.STACKED) {
      stack(series.stream().map(SeriesValues::values).toList());
    } else {
      series.forEach(each -> each.values().values().forEach(this::take));
    }
  }

  /// What is below zero is stacked by itself.
  private void stack(List<Points> series) {
    int count = series.stream().mapToInt(each -> each.values().size()).max().orElse(0);
    for (int at = 0; at < count; at++) {
      double above = 0;
      double below = 0;
      for (Points each : series) {
        if (at < each.values().size() && each.values().get(at) instanceof NumberValue(double n)) {
          above += Math.max(n, 0);
          below += Math.min(n, 0);
          take(n > 0 ? above : below);
        }
      }
    }
  }

  private void take(Scalar value) {
    if (value instanceof NumberValue(double number)) {
      take(number);
    }
  }

  private void take(double number) {
    least = Math.min(least, number);
    greatest = Math.max(greatest, number);
  }
}
