package dev.quire.engine.formula;

/// Powers as Excel knows them.
public final class Powers {
  private Powers() {}

  /// A number to a power. That of a negative number is real only when the exponent is whole or the
  /// reciprocal of an odd number: `(-8)^(1/3)` is a root, `(-8)^(2/3)` and `(-8)^0.333` are not
  /// numbers (O). Such a root is the power by logarithms, which Excel's last digit shows.
  public static double of(double base, double exponent) {
    double power = Math.pow(base, exponent);
    return Double.isNaN(power) && isOddRoot(exponent)
        ? -Math.exp(Math.log(-base) * exponent)
        : power;
  }

  private static boolean isOddRoot(double exponent) {
    double root = Math.rint(1 / exponent);
    return root > 2 && root % 2 == 1 && 1 / root == exponent;
  }
}
