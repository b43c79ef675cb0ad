package dev.quire.workbook.chart;

import java.util.OptionalDouble;

/// From where to where an axis goes. What is empty is found from the values.
///
/// @param minimum the smallest value
/// @param maximum the largest value
/// @param majorUnit distance of labels and major gridlines
/// @param minorUnit distance of minor gridlines
/// @param logBase base of a logarithmic axis
/// @param reversed whether values fall along the axis
public record AxisScale(
    OptionalDouble minimum,
    OptionalDouble maximum,
    OptionalDouble majorUnit,
    OptionalDouble minorUnit,
    OptionalDouble logBase,
    boolean reversed) {
  /// Everything is found from the values.
  public static final AxisScale AUTOMATIC =
      new AxisScale(
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          false);

  /// The same with ends no farther from zero than a number.
  AxisScale within(double most) {
    return new AxisScale(
        clamped(minimum, most), clamped(maximum, most), majorUnit, minorUnit, logBase, reversed);
  }

  private static OptionalDouble clamped(OptionalDouble end, double most) {
    return end.isPresent() ? OptionalDouble.of(Math.clamp(end.getAsDouble(), -most, most)) : end;
  }
}
