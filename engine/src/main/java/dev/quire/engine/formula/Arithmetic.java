package dev.quire.engine.formula;

import dev.quire.engine.value.ErrorValue;

/// The arithmetic of operators, on the frame's number channel.
final class Arithmetic {
  private Arithmetic() {}

  /// NaN operands are errors and pass on, the left one first.
  static double apply(BinaryOperator operator, double a, double b, Frame frame) {
    double result =
        switch (operator) {
          case ADD -> a + b;
          case SUBTRACT -> a - b;
          case MULTIPLY -> a * b;
          case DIVIDE -> {
            if (b == 0) {
              yield frame.fail(ErrorValue.DIV0);
            }
            yield a / b;
          }
          case POWER -> power(a, b, frame);
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
    if (Double.isInfinite(result)) {
      return frame.fail(ErrorValue.NUM);
    }
    // Excel has no negative zero and drops subnormal results.
    return Math.abs(result) < Double.MIN_NORMAL ? 0 : result;
  }

  /// The same with many operands; NaN where the result is no number, and where an operand is NaN.
  ///
  /// @param a the left operands, replaced by the results
  /// @param snapped whether cancelled rests become 0
  static void apply(BinaryOperator operator, double[] a, double[] b, int count, boolean snapped) {
    switch (operator) {
      case ADD -> {
        for (int i = 0; i < count; i++) {
          double sum = normal(a[i] + b[i]);
          a[i] = snapped ? snapped(sum, a[i]) : sum;
        }
      }
      case SUBTRACT -> {
        for (int i = 0; i < count; i++) {
          double difference = normal(a[i] - b[i]);
          a[i] = snapped ? snapped(difference, a[i]) : difference;
        }
      }
      case MULTIPLY -> {
        for (int i = 0; i < count; i++) {
          a[i] = normal(a[i] * b[i]);
        }
      }
      case DIVIDE -> {
        for (int i = 0; i < count; i++) {
          a[i] = normal(a[i] / b[i]);
        }
      }
      case POWER -> {
        for (int i = 0; i < count; i++) {
          a[i] = quickPower(a[i], b[i]);
        }
      }
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
    }
  }

  /// The same for two operands.
  static double apply(BinaryOperator operator, double a, double b) {
    return switch (operator) {
      case ADD -> normal(a + b);
      case SUBTRACT -> normal(a - b);
      case MULTIPLY -> normal(a * b);
      case DIVIDE -> normal(a / b);
      case POWER -> quickPower(a, b);
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

  private static double quickPower(double base, double exponent) {
    boolean isDefined = !Double.isNaN(base + exponent) && (base != 0 || exponent > 0);
    return isDefined ? normal(Powers.of(base, exponent)) : Double.NaN;
  }

  /// A result as Excel has it: NaN in place of an infinity, 0 in place of a subnormal number.
  private static double normal(double result) {
    double size = Math.abs(result);
    return size < Double.MIN_NORMAL ? 0 : size <= Double.MAX_VALUE ? result : Double.NaN;
  }

  private static double power(double base, double exponent, Frame frame) {
    if (base == 0 && exponent <= 0) {
      return frame.fail(exponent == 0 ? ErrorValue.NUM : ErrorValue.DIV0);
    }
    double result = Powers.of(base, exponent);
    return Double.isNaN(result) ? frame.fail(ErrorValue.NUM) : result;
  }

  /// What remains of a sum or difference whose operands cancel: Excel takes a rest in the last bits
  /// for 0 when this is the last thing the formula does (`=0.5-0.4-0.1`).
  static double snapped(double result, double a) {
    return Math.abs(result) < Math.abs(a) * 0x1p-49 ? 0 : result;
  }
}
