package dev.quire.engine.function.engineering;

import java.util.function.DoubleUnaryOperator;

/// Bessel functions of any whole order from those of order 0 and 1: upwards by their recurrence
/// where that is stable, else downwards from a start far above (Miller's algorithm).
final class BesselOrder {
  /// Higher orders would take too long and yield 0 or `#NUM!` for every `x` of use.
  static final int MAX_ORDER = 100_000;

  /// How far above Miller's algorithm starts: √(40·n). Excel's choice, seen in its last digits.
  private static final int START = 40;

  private static final double BIG = 1e10;

  /// Of smaller numbers the square is beyond what doubles can be, and so are I2, J2 and higher
  /// ones.
  private static final double NOTHING = 1e-160;

  private BesselOrder() {}

  /// J for `x` ≥ 0.
  static double j(double x, int order) {
    if (order == 0) {
      return BesselOscillating.j0(x);
    }
    if (order == 1) {
      return BesselOscillating.j1(x);
    }
    return x > order
        ? upwards(x, order, BesselOscillating::j0, BesselOscillating::j1, -1)
        : x < NOTHING ? 0 : new Downwards(x, order, -1).scaledBySum();
  }

  /// Y for `x` > 0.
  static double y(double x, int order) {
    return upwards(x, order, BesselOscillating::y0, BesselOscillating::y1, -1);
  }

  /// K for `x` > 0.
  static double k(double x, int order) {
    return upwards(x, order, BesselModified::k0, BesselModified::k1, 1);
  }

  /// I for `x` ≥ 0.
  static double i(double x, int order) {
    if (order == 0) {
      return BesselModified.i0(x);
    }
    if (order == 1) {
      return BesselModified.i1(x);
    }
    return x < NOTHING ? 0 : new Downwards(x, order, 1).scaledBy(BesselModified.i0(x));
  }

  /// `f(n+1) = 2n/x · f(n) + sign · f(n−1)`.
  private static double upwards(
      double x, int order, DoubleUnaryOperator f0, DoubleUnaryOperator f1, double sign) {
    double before = f0.applyAsDouble(x);
    double now = f1.applyAsDouble(x);
    for (int n = 1; n <= order && order > 0; n++) {
      double next = 2 * n / x * now + sign * before;
      before = now;
      now = next;
    }
    return before;
  }

  /// `f(n−1) = 2n/x · f(n) + sign · f(n+1)` from an arbitrary start, all of it too large by the
  /// same factor.
  private static final class Downwards {
    private double wanted;
    private double atZero;
    private double evenSum;

    Downwards(double x, int order, double sign) {
      int above = order + (int) Math.sqrt((double) START * order);
      double after = 0;
      double now = 1;
      // J begins at an even order, I at twice as high a one.
      for (int n = sign < 0 ? above / 2 * 2 : 2 * above; n > 0; n--) {
        double before = 2 * n / x * now + sign * after;
        after = now;
        now = before;
        if (Math.abs(now) > BIG) {
          now /= BIG;
          after /= BIG;
          wanted /= BIG;
          evenSum /= BIG;
        }
        evenSum += n % 2 == 1 ? now : 0;
        wanted = n == order ? after : wanted;
      }
      atZero = now;
    }

    /// `J0 + 2·J2 + 2·J4 + … = 1`.
    double scaledBySum() {
      return wanted / (2 * evenSum - atZero);
    }

    double scaledBy(double zeroth) {
      return wanted * zeroth / atZero;
    }
  }
}
