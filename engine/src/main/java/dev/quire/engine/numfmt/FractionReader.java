package dev.quire.engine.numfmt;

import java.util.Optional;

/// Reads mixed fractions, `1 1/2`. Without a whole part they would be dates.
final class FractionReader {
  /// What fits the widest fraction format.
  private static final int MOST_DIGITS = 5;

  /// Largest numerator and denominator (O).
  private static final int MOST = 32_767;

  private FractionReader() {}

  static Optional<NumberEntry> read(String text) {
    var cursor = new Cursor(text);
    boolean negative = cursor.take('-');
    if (!negative) {
      cursor.take('+');
    }
    cursor.skipBlanks();
    String whole = cursor.digits();
    boolean apart = cursor.take(' ');
    String numerator = cursor.digits();
    boolean bar = cursor.take('/');
    String denominator = cursor.digits();
    if (!apart || !bar || !cursor.isAtEnd() || !fits(whole, 15)) {
      return Optional.empty();
    }
    if (!fits(numerator, MOST_DIGITS) || !fits(denominator, MOST_DIGITS)) {
      return Optional.empty();
    }
    int dividend = Integer.parseInt(numerator);
    int divisor = Integer.parseInt(denominator);
    if (divisor == 0 || divisor > MOST || dividend > MOST) {
      return Optional.empty();
    }
    double magnitude = Long.parseLong(whole) + (double) dividend / divisor;
    return Optional.of(
        NumberEntry.of(
            negative && magnitude != 0 ? -magnitude : magnitude,
            numberFormat(denominator.length())));
  }

  private static boolean fits(String digits, int most) {
    return !digits.isEmpty() && digits.length() <= most;
  }

  private static String numberFormat(int digits) {
    return switch (digits) {
      case 1 -> "# ?/?";
      case 2 -> "# ??/??";
      default -> "# ???/???";
    };
  }
}
