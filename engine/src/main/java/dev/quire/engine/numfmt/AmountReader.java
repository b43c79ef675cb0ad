package dev.quire.engine.numfmt;

import java.util.Optional;

/// Reads numbers without date or time: `1,234.5`, `-5`, `- 5`, `(5)`, `12%`, `% 12`, `$1,234.00`,
/// `€5`, `5 €`, `1e3`.
final class AmountReader {
  /// Digits beyond these are read as zeros, as Excel does.
  private static final int PRECISION = 15;

  /// Largest number that can be typed; more is text.
  private static final double LARGEST = 9.99999999999999E307;

  private static final int GROUP = 3;

  private final Cursor cursor;
  private final StringBuilder whole = new StringBuilder();
  private String decimals = "";
  private String exponent = "";
  private Currency currency = Currency.NONE;
  private boolean grouped;
  private boolean percent;
  private boolean negative;

  private AmountReader(String text) {
    this.cursor = new Cursor(text);
  }

  static Optional<NumberEntry> read(String text) {
    var reader = new AmountReader(text);
    return reader.amount() ? reader.entry() : Optional.empty();
  }

  private boolean amount() {
    boolean inParentheses = cursor.take('(');
    boolean signed = !inParentheses && sign();
    cursor.skipBlanks();
    percent = cursor.take('%');
    cursor.skipBlanks();
    if (!percent && currencyBefore()) {
      cursor.skipBlanks();
      if (!inParentheses && !signed) {
        sign();
      }
    }
    if (!magnitude()) {
      return false;
    }
    cursor.skipBlanks();
    percent |= currency == Currency.NONE && !percent && cursor.take('%');
    if (currency == Currency.NONE && !percent && cursor.take('€')) {
      currency = Currency.EURO_BEHIND;
      cursor.skipBlanks();
    }
    if (inParentheses) {
      negative = true;
      cursor.skipBlanks();
      if (!cursor.take(')')) {
        return false;
      }
    }
    return cursor.isAtEnd();
  }

  /// Excel in en-US also knows the euro, before or behind an amount.
  private enum Currency {
    NONE("", ""),
    DOLLAR("\"$\"", ""),
    EURO("[$€-2] ", ""),
    EURO_BEHIND("", " [$€-1]");

    private final String before;
    private final String behind;

    Currency(String before, String behind) {
      this.before = before;
      this.behind = behind;
    }

    String numberFormat(boolean decimals) {
      return before + (decimals ? "#,##0.00" : "#,##0") + behind;
    }
  }

  private boolean currencyBefore() {
    currency = cursor.take('$') ? Currency.DOLLAR : cursor.take('€') ? Currency.EURO : currency;
    return currency != Currency.NONE;
  }

  private boolean sign() {
    if (cursor.take('-')) {
      negative = true;
      return true;
    }
    return cursor.take('+');
  }

  private boolean magnitude() {
    whole.append(cursor.digits());
    while (!whole.isEmpty() && cursor.take(',')) {
      grouped = true;
      String group = cursor.digits();
      if (group.length() != GROUP) {
        return false;
      }
      whole.append(group);
    }
    if (cursor.take('.')) {
      decimals = cursor.digits();
    }
    return !(whole.isEmpty() && decimals.isEmpty()) && exponent();
  }

  private boolean exponent() {
    if (!cursor.take('e') && !cursor.take('E')) {
      return true;
    }
    String sign = cursor.take('-') ? "-" : "";
    if (sign.isEmpty()) {
      cursor.take('+');
    }
    String digits = cursor.digits();
    exponent = sign + digits;
    return !digits.isEmpty() && digits.length() <= 4;
  }

  private Optional<NumberEntry> entry() {
    double magnitude = value();
    if (magnitude > LARGEST) {
      return Optional.empty();
    }
    double number = negative && magnitude != 0 ? -magnitude : magnitude;
    return Optional.of(NumberEntry.of(number, numberFormat()));
  }

  /// The percent sign shifts the point, so that `12.3%` is the double nearest to 0.123.
  private double value() {
    int shift = (exponent.isEmpty() ? 0 : Integer.parseInt(exponent)) - (percent ? 2 : 0);
    String digits = whole + decimals;
    int from = 0;
    while (from < digits.length() && digits.charAt(from) == '0') {
      from++;
    }
    int to = Math.min(digits.length(), from + PRECISION);
    if (from == to) {
      return 0;
    }
    int scale = shift - decimals.length() + (digits.length() - to);
    return Double.parseDouble(digits.substring(from, to) + "E" + scale);
  }

  private String numberFormat() {
    if (currency != Currency.NONE) {
      return currency.numberFormat(!decimals.isEmpty());
    }
    if (percent) {
      return decimals.isEmpty() ? "0%" : "0.00%";
    }
    if (!exponent.isEmpty()) {
      return "0.00E+00";
    }
    if (grouped) {
      return decimals.isEmpty() ? "#,##0" : "#,##0.00";
    }
    return TypedEntry.KEEP;
  }
}
