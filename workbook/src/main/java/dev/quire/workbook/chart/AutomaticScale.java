package dev.quire.workbook.chart;

import java.math.BigDecimal;
import java.util.OptionalDouble;

/// The scale of a value axis in force: what is fixed as it is fixed, the rest found from the values
/// as Excel finds it (its knowledge base article 214075, D):
///
/// - the maximum is the first major unit at or above `max + (max - min) / 20`;
/// - the minimum is 0 while `min < 5/6 max`, otherwise the first major unit at or below `min - (max
///   - min) / 2`; below zero the two change places;
/// - the major unit is 1, 2 or 5 times a power of ten, the smallest that needs no more than
///   [#USUAL_INTERVALS] of them, fewer on a short axis (?); a minor unit is a fifth of it (?).
///
/// @param minimum the smallest value
/// @param maximum the largest value, above the smallest
/// @param majorUnit distance of labels, above 0; on a logarithmic axis its base, the factor from
///   one label to the next
/// @param minorUnit distance of minor gridlines, above 0; on a logarithmic axis its base
public record AutomaticScale(double minimum, double maximum, double majorUnit, double minorUnit) {
  /// How many major units an axis of the usual length has at most.
  public static final int USUAL_INTERVALS = 10;

  /// Lines of text that a major unit has to leave room for.
  private static final double LINES_A_UNIT = 1.35;

  /// The largest number on an axis: with room around it, and from its negative to it, there is no
  /// overflow. Beyond it is drawn as if it were there.
  public static final double MOST = 1e300;

  private static final double LEAST_MEANINGFUL = 1e-290;

  private static final int MINOR_UNITS = 5;

  private static final int[] STEPS = {1, 2, 5};

  /// How many major units an upright axis can have.
  ///
  /// @param lengthPoints its length
  /// @param textPoints size of its labels
  /// @return at least 1
  public static int intervals(double lengthPoints, double textPoints) {
    double fitting = lengthPoints / (textPoints * LINES_A_UNIT);
    return (int) Math.clamp(fitting, 1, USUAL_INTERVALS);
  }

  /// The scale for values from one number to another.
  ///
  /// @param fixed what does not depend on the values
  /// @param least the smallest value
  /// @param greatest the largest value; below the smallest when there are no values at all
  /// @param intervals how many major units there may be, at least 1
  public static AutomaticScale of(AxisScale fixed, double least, double greatest, int intervals) {
    return bounded(fixed.within(MOST), within(least), within(greatest), intervals);
  }

  /// Infinite values stay so.
  private static double within(double value) {
    return Double.isInfinite(value) ? value : Math.clamp(value, -MOST, MOST);
  }

  private static AutomaticScale bounded(
      AxisScale fixed, double least, double greatest, int intervals) {
    if (fixed.logBase().isPresent()) {
      return logarithmic(fixed, fixed.logBase().getAsDouble(), least, greatest);
    }
    Span span = Span.of(least, greatest);
    Span room =
        new Span(
            fixed.minimum().orElse(span.roomBelow()), fixed.maximum().orElse(span.roomAbove()));
    return linear(fixed, room.upright(fixed), intervals);
  }

  /// The scale of parts of a whole, of which each stands on top of the last: from 0 to 1.
  ///
  /// @param fixed what does not depend on the values
  /// @param negative whether some parts are below zero, so that it begins at -1
  /// @param intervals how many major units there may be, at least 1
  public static AutomaticScale ofParts(AxisScale fixed, boolean negative, int intervals) {
    AxisScale within = fixed.within(MOST);
    Span whole = new Span(within.minimum().orElse(negative ? -1 : 0), within.maximum().orElse(1));
    return linear(within, whole.upright(within), intervals);
  }

  private static AutomaticScale linear(AxisScale fixed, Span room, int intervals) {
    BigDecimal unit = majorUnit(fixed, room, intervals);
    double minimum = fixed.minimum().orElseGet(() -> multiple(room.least(), unit, false));
    double maximum = fixed.maximum().orElseGet(() -> multiple(room.greatest(), unit, true));
    return new AutomaticScale(
        minimum,
        maximum,
        unit.doubleValue(),
        fixed.minorUnit().orElse(unit.divide(BigDecimal.valueOf(MINOR_UNITS)).doubleValue()));
  }

  private static BigDecimal majorUnit(AxisScale fixed, Span room, int intervals) {
    if (fixed.majorUnit().isPresent()) {
      return BigDecimal.valueOf(fixed.majorUnit().getAsDouble());
    }
    int exponent = (int) Math.floor(Math.log10(room.size() / intervals)) - 1;
    while (true) {
      for (int step : STEPS) {
        BigDecimal unit = BigDecimal.valueOf(step).scaleByPowerOfTen(exponent);
        if (fits(fixed, room, unit, intervals)) {
          return unit;
        }
      }
      exponent++;
    }
  }

  private static boolean fits(AxisScale fixed, Span room, BigDecimal unit, int intervals) {
    double minimum = fixed.minimum().orElseGet(() -> multiple(room.least(), unit, false));
    double maximum = fixed.maximum().orElseGet(() -> multiple(room.greatest(), unit, true));
    // a hair more, as 0.6 / 0.2 is not 3
    return (maximum - minimum) / unit.doubleValue() <= intervals + 1e-9;
  }

  private static double multiple(double value, BigDecimal unit, boolean up) {
    double times = value / unit.doubleValue();
    if (Double.isInfinite(times)) {
      // so small a unit makes no difference to the value
      return value;
    }
    double nearest = Math.rint(times);
    // what differs from a whole number by the error of a division is that number
    if (Math.abs(times - nearest) > 1e-9 * Math.max(1, Math.abs(times))) {
      nearest = up ? Math.ceil(times) : Math.floor(times);
    }
    return new BigDecimal(nearest).multiply(unit).doubleValue();
  }

  private static AutomaticScale logarithmic(
      AxisScale fixed, double base, double least, double greatest) {
    boolean positive = greatest > 0 && least <= greatest;
    double low = fixed.minimum().orElseGet(() -> positive ? power(base, least, false) : 1);
    double high = fixed.maximum().orElseGet(() -> positive ? power(base, greatest, true) : base);
    if (!(high > low)) {
      boolean moveHigh = fixed.maximum().isEmpty();
      high = moveHigh ? low * base : high;
      low = moveHigh ? low : high / base;
    }
    return new AutomaticScale(
        low, high, fixed.majorUnit().orElse(base), fixed.minorUnit().orElse(base));
  }

  /// The power of a base at or beside a value. Values that have no logarithm count as 1.
  private static double power(double base, double value, boolean up) {
    double exponent = value > 0 ? Math.log(value) / Math.log(base) : 0;
    double nearest = Math.rint(exponent);
    if (Math.abs(exponent - nearest) > 1e-9) {
      nearest = up ? Math.ceil(exponent) : Math.floor(exponent);
    }
    return Math.pow(base, nearest);
  }

  /// From one value to another.
  private record Span(double least, double greatest) {
    /// Of values; zero belongs to values that are all the same, and 0 to 1 is shown without any.
    static Span of(double least, double greatest) {
      boolean none = !(least <= greatest) || least == 0 && greatest == 0;
      if (none || Double.isInfinite(least) || Double.isInfinite(greatest)) {
        return new Span(0, 0.95);
      }
      return least == greatest
          ? new Span(Math.min(least, 0), Math.max(greatest, 0))
          : new Span(least, greatest);
    }

    double size() {
      return greatest - least;
    }

    /// The value that the axis has to reach.
    double roomAbove() {
      if (greatest > 0) {
        return greatest + size() / 20;
      }
      return -mirrored().roomBelow();
    }

    /// The value that the axis has to begin at.
    double roomBelow() {
      if (least < 0) {
        return -mirrored().roomAbove();
      }
      return least < greatest * 5 / 6 || greatest <= 0 ? 0 : least - size() / 2;
    }

    private Span mirrored() {
      return new Span(-greatest, -least);
    }

    /// With its ends in order, whatever was fixed.
    Span upright(AxisScale fixed) {
      if (size() > LEAST_MEANINGFUL) {
        return this;
      }
      double step = Math.max(Math.abs(least), 1);
      return fixed.maximum().isEmpty() || fixed.minimum().isPresent()
          ? new Span(least, least + step)
          : new Span(greatest - step, greatest);
    }
  }

  /// What an axis says of itself when it is asked: the scale in force as fixed numbers.
  public AxisScale asFixed(OptionalDouble logBase, boolean reversed) {
    return new AxisScale(
        OptionalDouble.of(minimum),
        OptionalDouble.of(maximum),
        OptionalDouble.of(majorUnit),
        OptionalDouble.of(minorUnit),
        logBase,
        reversed);
  }
}
