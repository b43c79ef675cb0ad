package dev.quire.engine.value;

/// A number; dates are serial numbers. Never NaN and never infinite: what would be is `#NUM!`.
///
/// @param number a finite double
public record NumberValue(double number) implements Scalar {
  /// Zero, the number a blank counts as.
  public static final NumberValue ZERO = new NumberValue(0);

  /// One.
  public static final NumberValue ONE = new NumberValue(1);

  /// Throws `IllegalArgumentException` for NaN and infinities.
  public NumberValue {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException("not a finite number: " + number);
    }
    // Excel knows no negative zero; equal numbers must be equal values.
    number = number == 0 ? 0 : number;
  }

  /// The number as a value, or `#NUM!` when the calculation left the range of numbers.
  public static Scalar of(double number) {
    return Double.isFinite(number) ? new NumberValue(number) : ErrorValue.NUM;
  }
}
