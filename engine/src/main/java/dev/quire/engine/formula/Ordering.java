package dev.quire.engine.formula;

import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// The order of values in comparisons, look-ups and sorting: numbers before texts before logicals.
/// Texts compare without case; a blank becomes the 0, the empty text or the FALSE of its partner.
public final class Ordering {
  private static final MathContext DIGITS_15 = new MathContext(15, RoundingMode.HALF_UP);

  private Ordering() {}

  /// Negative, zero or positive; neither may be an error.
  public static int compare(Scalar a, Scalar b) {
    Scalar left = a instanceof BlankValue ? partnerOf(b) : a;
    Scalar right = b instanceof BlankValue ? partnerOf(left) : b;
    int byType = Integer.compare(rank(left), rank(right));
    if (byType != 0) {
      return byType;
    }
    return switch (left) {
      case NumberValue(double number) -> compare(number, ((NumberValue) right).number());
      case TextValue(String text) -> compare(text, ((TextValue) right).text());
      case LogicalValue logical -> logical.compareTo((LogicalValue) right);
      case ErrorValue _, BlankValue _ -> 0;
    };
  }

  private static Scalar partnerOf(Scalar other) {
    return switch (other) {
      case NumberValue _, BlankValue _, ErrorValue _ -> NumberValue.ZERO;
      case TextValue _ -> TextValue.EMPTY;
      case LogicalValue _ -> LogicalValue.FALSE;
    };
  }

  private static int rank(Scalar scalar) {
    return switch (scalar) {
      case BlankValue _, NumberValue _ -> 0;
      case TextValue _ -> 1;
      case LogicalValue _ -> 2;
      case ErrorValue _ -> 3;
    };
  }

  /// Compares numbers by the 15 digits that Excel keeps: 0.1+0.2 equals 0.3.
  public static int compare(double a, double b) {
    return equalIn15Digits(a, b) ? 0 : Double.compare(a, b);
  }

  /// Compares texts without case, as Excel sorts them: hyphens and apostrophes count only where
  /// nothing else decides, signs come before digits and these before letters.
  public static int compare(String a, String b) {
    return Collation.compare(a, b);
  }

  /// Whether two numbers have the same 15 significant digits.
  public static boolean equalIn15Digits(double a, double b) {
    if (a == b) {
      return true;
    }
    // Rounding to 15 digits moves a number by less than 5 in 10^15: farther apart cannot meet.
    return Math.abs(a - b) <= Math.abs(a) * 1e-14
        && new BigDecimal(a).round(DIGITS_15).compareTo(new BigDecimal(b).round(DIGITS_15)) == 0;
  }
}
