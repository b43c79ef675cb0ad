package dev.quire.chart.scale;

import dev.quire.workbook.chart.AxisScale;

/// Finds what an axis leaves open from the values along it, as Excel does: the axis begins at zero
/// unless the values lie close together, ends at the first step that leaves some room above them,
/// and has as many steps as labels fit beside one another.
public final class ScaleRule {
  private static final double ROOM = 0.05;
  private static final double CLOSE = 5.0 / 6;
  private static final double HUGE = 1e300;
  private static final double TINY = 1e-300;
  private static final double NEAR = 1e-9;
  private static final double MINOR_STEPS = 5;
  private static final double LOG_FLOOR = 1e-290;

  private ScaleRule() {}

  /// @param low the smallest value
  /// @param high the largest value; smaller than the smallest when there are none
  /// @param given what the axis says itself
  /// @param steps how many labels fit
  public static ValueScale linear(double low, double high, AxisScale given, int steps) {
    boolean none = !(low <= high);
    double lowest = none ? 0 : Math.clamp(low, -HUGE, HUGE);
    double highest = none ? 1 : Math.clamp(high, -HUGE, HUGE);
    if (lowest == 0 && highest == 0) {
      highest = 1;
    }
    double fixedMin = given.minimum().orElse(Double.NaN);
    double fixedMax = given.maximum().orElse(Double.NaN);
    double bottom = fixedMin == fixedMin ? fixedMin : bottom(lowest, highest);
    double top = fixedMax == fixedMax ? fixedMax : -bottom(-highest, -lowest);
    if (bottom >= top) {
      double spread = Math.max(Math.abs(bottom), Math.abs(top)) * 0.2;
      if (fixedMin == fixedMin) {
        top = bottom + Math.max(spread, TINY + (bottom == 0 ? 1 : 0));
      } else {
        bottom = top - Math.max(spread, TINY + (top == 0 ? 1 : 0));
      }
    }
    double major = given.majorUnit().orElse(unit((top - bottom) / Math.max(1, steps)));
    double min = fixedMin == fixedMin ? bottom : Math.floor(bottom / major + NEAR) * major;
    double max = fixedMax == fixedMax ? top : Math.ceil(top / major - NEAR) * major;
    if (!given.majorUnit().isPresent() && (max - min) / major > steps + NEAR) {
      major = unit(major * 1.01);
      min = fixedMin == fixedMin ? bottom : Math.floor(bottom / major + NEAR) * major;
      max = fixedMax == fixedMax ? top : Math.ceil(top / major - NEAR) * major;
    }
    return scale(min, max, major, given);
  }

  private static ValueScale scale(double min, double max, double major, AxisScale given) {
    boolean sound = Double.isFinite(min) && Double.isFinite(max) && max > min && major > 0;
    if (!sound) {
      return new ValueScale(0, 1, 0.2, 0.04, 0, given.reversed());
    }
    double minor = given.minorUnit().orElse(major / MINOR_STEPS);
    return new ValueScale(min, max, major, minor > 0 ? minor : major, 0, given.reversed());
  }

  /// Where an axis has to begin at the latest. The same for the upper end with the signs changed.
  private static double bottom(double low, double high) {
    if (low >= 0) {
      boolean close = high > 0 && low > high * CLOSE && low < high;
      return close ? low - (high - low) / 2 : 0;
    }
    double above = Math.max(high, 0);
    boolean allClose = high < 0 && low < high && high < low * CLOSE;
    double spread = allClose ? high - low : above - low;
    return low - spread * ROOM;
  }

  /// Parts of 100 %: the ends need no room.
  public static ValueScale percent(boolean negatives, boolean positives, AxisScale given, int steps) {
    double min = given.minimum().orElse(negatives ? -1 : 0);
    double max = given.maximum().orElse(positives || !negatives ? 1 : 0);
    double unit = Math.max(0.1, unit((max - min) / Math.max(1, steps)));
    return scale(min, max, given.majorUnit().orElse(unit), given);
  }

  /// Logarithmic: from power to power.
  public static ValueScale logarithmic(double low, double high, AxisScale given) {
    double base = Math.clamp(given.logBase().orElse(10), 2, 1000);
    double lowest = low > 0 && low <= high ? Math.max(low, LOG_FLOOR) : 1;
    double highest = low <= high && high > 0 ? Math.clamp(high, lowest, HUGE) : base;
    double min = given.minimum().orElse(0);
    if (!(min > 0)) {
      min = Math.pow(base, Math.min(0, Math.floor(Math.log(lowest) / Math.log(base) + NEAR)));
      if (lowest >= 1) {
        min = 1;
      }
    }
    double max = given.maximum().orElse(0);
    if (!(max > min)) {
      max = Math.pow(base, Math.ceil(Math.log(highest) / Math.log(base) - NEAR));
    }
    if (!(max > min)) {
      max = min * base;
    }
    return new ValueScale(
        min, max, given.majorUnit().orElse(base), base, base, given.reversed());
  }

  /// The smallest of 1, 2, 5 times a power of ten that is no smaller.
  public static double unit(double atLeast) {
    double power = Math.pow(10, Math.floor(Math.log10(Math.max(atLeast, TINY))));
    for (double factor : new double[] {1, 2, 5, 10}) {
      if (factor * power >= atLeast * (1 - NEAR)) {
        return factor * power;
      }
    }
    return 10 * power;
  }
}
