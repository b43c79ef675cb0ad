package dev.quire.engine.function.math;

/// Sine, cosine and tangent as Excel has them: angles are reduced by a π of 64 bits, which shows
/// where the result is almost 0 or almost infinite: SIN(PI()) is 1.22514845490862E-16 and not the
/// 1.22464679914735E-16 that the double nearest to π has (observed on 12 cells).
public final class Angles {
  /// What the π of 64 bits has more than the double: 0x3.243F6A8885A308D4 − 0x3.243F6A8885A30.
  private static final double BEYOND_PI = 0x8D4p-64;

  private static final double QUARTER = Math.PI / 2;
  private static final double BEYOND_QUARTER = BEYOND_PI / 2;

  private Angles() {}

  /// The sine of radians.
  public static double sin(double x) {
    long quarters = quarters(x);
    return quarter(rest(x, quarters), quarters);
  }

  /// The cosine of radians.
  public static double cos(double x) {
    long quarters = quarters(x);
    return quarter(rest(x, quarters), quarters + 1);
  }

  static double tan(double x) {
    long quarters = quarters(x);
    double tangent = Math.tan(rest(x, quarters));
    return quarters % 2 == 0 ? tangent : -1 / tangent;
  }

  private static long quarters(double x) {
    return Math.round(x / QUARTER);
  }

  /// What is left of an angle without its right angles.
  private static double rest(double x, long quarters) {
    double whole = quarters * QUARTER;
    double lost = Math.fma(quarters, QUARTER, -whole);
    return x - whole - lost - quarters * BEYOND_QUARTER;
  }

  /// The sine of an angle and some right angles.
  private static double quarter(double rest, long quarters) {
    return switch ((int) Math.floorMod(quarters, 4L)) {
      case 0 -> Math.sin(rest);
      case 1 -> Math.cos(rest);
      case 2 -> -Math.sin(rest);
      default -> -Math.cos(rest);
    };
  }
}
