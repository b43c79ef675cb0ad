package dev.quire.workbook.chart;

import java.util.Optional;
import java.util.OptionalDouble;

/// An axis of a chart.
///
/// @param kind what stands along it
/// @param visible whether it is drawn at all (its scale counts in any case)
/// @param scale from where to where, and in which steps
/// @param place at which edge of the plot it stands
/// @param crossing where it meets the other axis
/// @param crossesBetween whether the value axis crosses between categories, not at their middle
/// @param title beside it
/// @param majorGridlines lines across the plot at its major units; empty for none
/// @param minorGridlines at its minor units; empty for none
/// @param majorTicks marks at major units
/// @param minorTicks marks at minor units
/// @param labels where its labels stand
/// @param labelInterval every how manieth category has a label; empty as many as fit
/// @param labelDegrees by which labels are turned, clockwise; empty as fits
/// @param numberFormat how numbers along it are shown; empty as the cells are
/// @param line of the axis
/// @param text of its labels
public record Axis(
    Kind kind,
    boolean visible,
    AxisScale scale,
    Place place,
    Crossing crossing,
    boolean crossesBetween,
    ChartTitle title,
    Optional<Line> majorGridlines,
    Optional<Line> minorGridlines,
    Ticks majorTicks,
    Ticks minorTicks,
    Labels labels,
    Optional<Integer> labelInterval,
    OptionalDouble labelDegrees,
    Optional<String> numberFormat,
    Line line,
    ChartText text) {

  /// What stands along an axis.
  public enum Kind {
    CATEGORY,
    DATE,
    VALUE,
    SERIES
  }

  /// Edges of the plot.
  public enum Place {
    BOTTOM,
    LEFT,
    RIGHT,
    TOP
  }

  /// Marks across an axis.
  public enum Ticks {
    NONE,
    INSIDE,
    OUTSIDE,
    CROSS
  }

  /// Where labels stand.
  public enum Labels {
    NONE,
    NEXT_TO_AXIS,
    LOW,
    HIGH
  }

  /// Where this axis meets the other one, on the scale of the other.
  public sealed interface Crossing {
    /// At zero, or at the end that is nearest to it.
    record Automatic() implements Crossing {}

    /// At the smallest value.
    record Minimum() implements Crossing {}

    /// At the largest value.
    record Maximum() implements Crossing {}

    /// At a value, or at the category of that number.
    record At(double value) implements Crossing {}
  }

  /// The same with another scale.
  public Axis withScale(AxisScale other) {
    return new Axis(
        kind,
        visible,
        other,
        place,
        crossing,
        crossesBetween,
        title,
        majorGridlines,
        minorGridlines,
        majorTicks,
        minorTicks,
        labels,
        labelInterval,
        labelDegrees,
        numberFormat,
        line,
        text);
  }

  /// The same with another title.
  public Axis withTitle(ChartTitle other) {
    return new Axis(
        kind,
        visible,
        scale,
        place,
        crossing,
        crossesBetween,
        other,
        majorGridlines,
        minorGridlines,
        majorTicks,
        minorTicks,
        labels,
        labelInterval,
        labelDegrees,
        numberFormat,
        line,
        text);
  }

  /// The same with other major gridlines, or none.
  public Axis withMajorGridlines(Optional<Line> other) {
    return new Axis(
        kind,
        visible,
        scale,
        place,
        crossing,
        crossesBetween,
        title,
        other,
        minorGridlines,
        majorTicks,
        minorTicks,
        labels,
        labelInterval,
        labelDegrees,
        numberFormat,
        line,
        text);
  }

  /// The same with other minor gridlines, or none.
  public Axis withMinorGridlines(Optional<Line> other) {
    return new Axis(
        kind,
        visible,
        scale,
        place,
        crossing,
        crossesBetween,
        title,
        majorGridlines,
        other,
        majorTicks,
        minorTicks,
        labels,
        labelInterval,
        labelDegrees,
        numberFormat,
        line,
        text);
  }

  /// The same with another line.
  public Axis withLine(Line other) {
    return new Axis(
        kind,
        visible,
        scale,
        place,
        crossing,
        crossesBetween,
        title,
        majorGridlines,
        minorGridlines,
        majorTicks,
        minorTicks,
        labels,
        labelInterval,
        labelDegrees,
        numberFormat,
        other,
        text);
  }

  /// The same with labels that look otherwise.
  public Axis withText(ChartText other) {
    return new Axis(
        kind,
        visible,
        scale,
        place,
        crossing,
        crossesBetween,
        title,
        majorGridlines,
        minorGridlines,
        majorTicks,
        minorTicks,
        labels,
        labelInterval,
        labelDegrees,
        numberFormat,
        line,
        other);
  }

  /// The same, not drawn.
  public Axis hidden() {
    return new Axis(
        kind,
        false,
        scale,
        place,
        crossing,
        crossesBetween,
        title,
        majorGridlines,
        minorGridlines,
        majorTicks,
        minorTicks,
        labels,
        labelInterval,
        labelDegrees,
        numberFormat,
        line,
        text);
  }
}
