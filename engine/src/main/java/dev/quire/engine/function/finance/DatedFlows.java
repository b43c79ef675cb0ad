package dev.quire.engine.function.finance;

import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import java.util.Arrays;
import java.util.OptionalDouble;

/// Payments and the serials of their days.
record DatedFlows(double[] values, double[] dates) {
  /// The rate at which Excel starts to look for another.
  static final double GUESS = 0.1;

  /// How precise a rate is, compared with the larger end of the interval that holds it.
  private static final double PRECISE = 1e-8;

  /// What a rate may leave over of all that is paid and earned.
  private static final double NEGLIGIBLE = 2e-8;

  /// The step below which halving towards 0 ends; anything from 3E-09 to 6E-09 fits what was
  /// observed.
  private static final double TINY = 5e-9;

  private static final int MAX_STEPS = 100;
  private static final int MAX_DOUBLINGS = 40;
  private static final int MAX_HALVINGS = 50;

  /// The worth on the first day.
  double worth(double rate) {
    double worth = 0;
    for (int i = 0; i < values.length; i++) {
      worth += values[i] / Math.pow(1 + rate, (dates[i] - dates[0]) / 365);
    }
    return worth;
  }

  /// The rate at which they are worth nothing. Excel looks for two rates between which the sign
  /// changes: from the guess up in doubles, or down to -100 %; then it halves (observed to the last
  /// digit).
  ///
  /// @param checkTime is called now and then and may throw
  Scalar rate(double guess, Runnable checkTime) {
    boolean pays = Arrays.stream(values).anyMatch(value -> value < 0);
    boolean earns = Arrays.stream(values).anyMatch(value -> value > 0);
    if (!pays || !earns) {
      return ErrorValue.NUM;
    }
    double scale = guess == 0 ? GUESS : Math.min(Math.abs(guess), 0.99);
    if (worth(0) == 0) {
      return NumberValue.of(almostZero(scale));
    }
    OptionalDouble rate =
        isChanging(-scale, scale) ? halved(-scale, scale, checkTime) : OptionalDouble.empty();
    if (rate.isEmpty()) {
      boolean up = worth(scale) > 0 == values[0] < 0;
      rate = up ? above(scale, checkTime) : below(-scale, checkTime);
      rate = rate.isPresent() ? rate : up ? below(-scale, checkTime) : above(scale, checkTime);
    }
    return rate.isPresent() ? NumberValue.of(rate.getAsDouble()) : ErrorValue.NUM;
  }

  /// Where Excel, which halves without ever trying 0, gives up on a rate of 0: 2.98E-09 for the
  /// usual guess (O).
  private static double almostZero(double scale) {
    double rate = scale / 2;
    while (rate > TINY) {
      rate /= 2;
    }
    return rate;
  }

  private boolean isChanging(double low, double high) {
    return worth(low) > 0 != worth(high) > 0;
  }

  private OptionalDouble above(double start, Runnable checkTime) {
    double low = start;
    for (int i = 0; i < MAX_DOUBLINGS; i++) {
      checkTime.run();
      if (isChanging(low, low * 2)) {
        return halved(low, low * 2, checkTime);
      }
      low *= 2;
    }
    return OptionalDouble.empty();
  }

  private OptionalDouble below(double start, Runnable checkTime) {
    double high = start;
    for (int i = 0; i < MAX_HALVINGS; i++) {
      double low = (high - 1) / 2;
      checkTime.run();
      if (isChanging(low, high)) {
        return halved(-1, start, checkTime);
      }
      high = low;
    }
    return OptionalDouble.empty();
  }

  private OptionalDouble halved(double from, double to, Runnable checkTime) {
    double low = from;
    double high = to;
    double largest = Math.max(Math.abs(from), Math.abs(to));
    double sum = Arrays.stream(values).map(Math::abs).sum();
    boolean positive = worth(high) > 0;
    for (int i = 0; i < MAX_STEPS; i++) {
      checkTime.run();
      double middle = (low + high) / 2;
      double worth = worth(middle);
      boolean precise = (high - low) / 2 <= PRECISE * largest;
      if (worth == 0 || precise && Math.abs(worth) <= NEGLIGIBLE * sum) {
        return OptionalDouble.of(middle);
      }
      if (worth > 0 == positive) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return OptionalDouble.empty();
  }
}
