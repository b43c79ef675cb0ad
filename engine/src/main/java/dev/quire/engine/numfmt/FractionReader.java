package dev.quire.engine.numfmt;

import java.util.Optional;

/// Reads mixed fractions, `1 1/2`. Without a whole part they would be dates.
final class FractionReader {
  /// What fits the widest fraction format.
  private static final int MOST_DIGITS = 5;

  private FractionReader() {}

  static Optional<NumberEntry> read(String text) {
    var cursor = new Cursor(text);
    boolean negative = cursor.take('-');
    if (!negative) {
      cursor.take('+');
    }
    String whole = cursor.digits();
    boolean apart = cursor.take(' ');
    cursor.skipBlanks();
    String numerator = cursor.digits();
    boolean bar = cursor.take('/');
    String denominator = cursor.digits();
    if (!apart || !bar || !cursor.isAtEnd() || !fits(whole, 15)) {
      return Optional.empty();
    }
    if (!fits(numerator, MOST_DIGITS) || !fits(denominator, MOST_DIGITS)) {
      return Optional.empty();
    }
    int divisor = Integer.parseInt(denominator);
    if (divisor == 0) {
      return Optional.empty();
    }
    double magnitude = Long.parseLong(whole) + (double) Integer.parseInt(numerator) / divisor;
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
