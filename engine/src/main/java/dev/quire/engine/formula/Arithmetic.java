package dev.quire.engine.formula;

import dev.quire.engine.value.ErrorValue;

/// The arithmetic of operators, on the frame's number channel.
final class Arithmetic {
  private Arithmetic() {}

  /// The result for two numbers; NaN for an error, which the frame keeps.
  static double apply(BinaryOperator operator, double a, double b, Frame frame) {
    double result = apply(operator, a, b);
    return Double.isNaN(result) ? frame.fail(failure(operator, a, b)) : result;
  }

  /// Why two numbers come to none.
  private static ErrorValue failure(BinaryOperator operator, double a, double b) {
    boolean isDivided =
        operator == BinaryOperator.DIVIDE && b == 0
            || operator == BinaryOperator.POWER && a == 0 && b < 0;
    return isDivided ? ErrorValue.DIV0 : ErrorValue.NUM;
  }

  /// The results for many operands; NaN where there is none, and where an operand is NaN.
  ///
  /// @param a the left operands, replaced by the results
  /// @param snapped whether cancelled rests become 0
  static void apply(BinaryOperator operator, double[] a, double[] b, int count, boolean snapped) {
    for (int i = 0; i < count; i++) {
      double result = apply(operator, a[i], b[i]);
      a[i] = snapped ? snapped(result, a[i]) : result;
    }
  }

  /// The result for two operands; NaN where there is none, and where an operand is NaN.
  static double apply(BinaryOperator operator, double a, double b) {
    return switch (operator) {
      case ADD -> normal(a + b);
      case SUBTRACT -> normal(a - b);
      case MULTIPLY -> normal(a * b);
      case DIVIDE -> normal(a / b);
      case POWER -> power(a, b);
      case EQUAL,
          NOT_EQUAL,
          LESS,
          LESS_OR_EQUAL,
          GREATER,
          GREATER_OR_EQUAL,
          CONCATENATE,
          UNION,
          INTERSECTION,
          RANGE ->
          throw new IllegalArgumentException(operator.name());
    };
  }

  private static double power(double base, double exponent) {
    boolean isDefined = !Double.isNaN(base + exponent) && (base != 0 || exponent > 0);
    return isDefined ? normal(Powers.of(base, exponent)) : Double.NaN;
  }

  /// A result as Excel has it: NaN in place of an infinity, 0 in place of a subnormal number.
  private static double normal(double result) {
    double size = Math.abs(result);
    return size < Double.MIN_NORMAL ? 0 : size <= Double.MAX_VALUE ? result : Double.NaN;
  }

  /// What remains of a sum or difference whose operands cancel: Excel takes a rest in the last bits
  /// for 0 when this is the last thing the formula does (`=0.5-0.4-0.1`).
  static double snapped(double result, double a) {
    return Math.abs(result) < Math.abs(a) * 0x1p-49 ? 0 : result;
  }
}
