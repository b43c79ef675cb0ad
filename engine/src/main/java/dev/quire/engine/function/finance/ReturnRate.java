package dev.quire.engine.function.finance;

import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import java.util.Arrays;
import java.util.OptionalDouble;

/// The rate at which payments at even times are worth nothing. Excel takes secants over the
/// discount factor `1/(1 + rate)`, the first from the guess to 0.001 beside it (above it where the
/// payments are worth something), until a step is below 0.00001 % (observed to the last digit).
final class ReturnRate {
  private static final int MAX_STEPS = 100;
  private static final double BESIDE = 0.001;
  private static final double CLOSE = 1e-7;

  /// Where to look when the secants do not settle: discount factors of 1,000 % to -99.9 %.
  private static final double SMALLEST = 1 / 11.0;

  private static final double LARGEST = 1_000;
  private static final double STRIDE = 1.05;

  private ReturnRate() {}

  /// The rate near a guess above -1; `#NUM!` for none.
  ///
  /// @param checkTime is called now and then and may throw
  static Scalar of(double[] flows, double guess, Runnable checkTime) {
    boolean pays = Arrays.stream(flows).anyMatch(flow -> flow < 0);
    boolean earns = Arrays.stream(flows).anyMatch(flow -> flow > 0);
    if (!pays || !earns) {
      return ErrorValue.NUM;
    }
    OptionalDouble factor = bySecants(flows, 1 / (1 + guess), checkTime);
    if (factor.isEmpty()) {
      factor = byHalves(flows, checkTime);
    }
    return factor.isPresent() ? NumberValue.of(1 / factor.getAsDouble() - 1) : ErrorValue.NUM;
  }

  /// Divides by powers of the growth, as the last digits of Excel's results say.
  private static double worth(double[] flows, double factor) {
    double growth = 1 / factor;
    double power = 1;
    double worth = 0;
    for (double flow : flows) {
      worth += flow / power;
      power *= growth;
    }
    return worth;
  }

  private static OptionalDouble bySecants(double[] flows, double start, Runnable checkTime) {
    double before = start;
    double worthBefore = worth(flows, before);
    double now = start + (worthBefore > 0 ? BESIDE : -BESIDE);
    double worthNow = worth(flows, now);
    for (int i = 0; i < MAX_STEPS; i++) {
      checkTime.run();
      double next = now - worthNow * (now - before) / (worthNow - worthBefore);
      if (!Double.isFinite(next)) {
        return OptionalDouble.empty();
      }
      before = now;
      worthBefore = worthNow;
      now = next;
      worthNow = worth(flows, now);
      if (Math.abs(now - before) < CLOSE || worthNow == 0) {
        return now > 0 ? OptionalDouble.of(now) : OptionalDouble.empty();
      }
    }
    return OptionalDouble.empty();
  }

  private static OptionalDouble byHalves(double[] flows, Runnable checkTime) {
    for (double low = SMALLEST; low < LARGEST; low *= STRIDE) {
      checkTime.run();
      double high = low * STRIDE;
      if (worth(flows, low) * worth(flows, high) <= 0) {
        return OptionalDouble.of(halved(flows, low, high));
      }
    }
    return OptionalDouble.empty();
  }

  private static double halved(double[] flows, double from, double to) {
    double low = from;
    double high = to;
    boolean rises = worth(flows, low) < 0;
    while (high - low > 1e-15 * high) {
      double middle = (low + high) / 2;
      if (middle == low || middle == high) {
        break;
      }
      if (worth(flows, middle) < 0 == rises) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }
}
