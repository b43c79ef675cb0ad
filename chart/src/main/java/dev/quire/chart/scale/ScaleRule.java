package dev.quire.chart.scale;

import dev.quire.workbook.chart.AutomaticScale;
import dev.quire.workbook.chart.AxisScale;
import java.util.OptionalDouble;

/// The scale of an axis from what it says and from its values, by [AutomaticScale]. What no axis
/// can have (a unit below zero, a logarithm of zero) counts as not said.
public final class ScaleRule {
  private static final double FARTHEST = AutomaticScale.MOST;
  private static final double LOG_NEAREST = 1e-290;
  private static final double LARGEST_BASE = 1000;
  private static final double CLOSEST = 1e-12;

  private ScaleRule() {}

  /// @param low the smallest value
  /// @param high the largest value; smaller than the smallest when there are none
  /// @param given what the axis says itself
  /// @param intervals how many major units fit
  public static ValueScale linear(double low, double high, AxisScale given, int intervals) {
    AxisScale sound = sound(given, -FARTHEST);
    boolean none = !(low <= high);
    return scale(
        AutomaticScale.of(
            sound,
            none ? 1 : Math.clamp(low, -FARTHEST, FARTHEST),
            none ? 0 : Math.clamp(high, -FARTHEST, FARTHEST),
            Math.max(1, intervals)),
        sound,
        0);
  }

  /// Parts of a whole, from 0 to 1.
  ///
  /// @param negatives whether some parts are below zero
  public static ValueScale percent(boolean negatives, AxisScale given, int intervals) {
    AxisScale sound = sound(given, -FARTHEST);
    return scale(AutomaticScale.ofParts(sound, negatives, Math.max(1, intervals)), sound, 0);
  }

  /// Powers of the base that the axis says.
  ///
  /// @param low the smallest value above zero
  public static ValueScale logarithmic(double low, double high, AxisScale given) {
    double base = Math.clamp(given.logBase().orElse(10), 2, LARGEST_BASE);
    AxisScale asked = sound(given, LOG_NEAREST);
    var sound =
        new AxisScale(
            asked.minimum(),
            asked.maximum(),
            asked.majorUnit(),
            asked.minorUnit(),
            OptionalDouble.of(base),
            asked.reversed());
    boolean none = !(low <= high);
    return scale(
        AutomaticScale.of(
            sound,
            none ? 1 : Math.clamp(low, LOG_NEAREST, FARTHEST),
            none ? 0 : Math.clamp(high, LOG_NEAREST, FARTHEST),
            AutomaticScale.USUAL_INTERVALS),
        sound,
        base);
  }

  private static AxisScale sound(AxisScale given, double least) {
    OptionalDouble min = between(given.minimum(), least, FARTHEST);
    OptionalDouble max = between(given.maximum(), least, FARTHEST);
    boolean apart =
        min.isEmpty()
            || max.isEmpty()
            || max.getAsDouble() - min.getAsDouble()
                > CLOSEST * Math.max(Math.abs(max.getAsDouble()), Math.abs(min.getAsDouble()));
    return new AxisScale(
        min,
        apart ? max : OptionalDouble.empty(),
        between(given.majorUnit(), LOG_NEAREST, FARTHEST),
        between(given.minorUnit(), LOG_NEAREST, FARTHEST),
        OptionalDouble.empty(),
        given.reversed());
  }

  private static OptionalDouble between(OptionalDouble value, double least, double most) {
    return value.isPresent() && value.getAsDouble() >= least && value.getAsDouble() <= most
        ? value
        : OptionalDouble.empty();
  }

  /// Values so close that doubles cannot tell them apart get an axis all the same.
  private static ValueScale scale(AutomaticScale found, AxisScale given, double base) {
    double min = found.minimum();
    double max = found.maximum();
    double size = Math.max(Math.abs(min), Math.abs(max));
    if (!(max - min > size * CLOSEST)) {
      max = min + Math.max(size * 0.1, 1);
      return new ValueScale(min, max, (max - min) / 2, (max - min) / 2, base, given.reversed());
    }
    return new ValueScale(min, max, found.majorUnit(), found.minorUnit(), base, given.reversed());
  }
}
