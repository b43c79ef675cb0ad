package dev.quire.engine.numfmt;

import dev.quire.engine.date.SerialDate;
import java.util.Locale;
import java.util.Optional;

/// Reads times: `10:30`, `10:30:15`, `1:30.5` (minutes and seconds), `10:30 PM`, `10 PM`, `27:00`.
/// Without the blank before it, `10:30PM` is a text (Microsoft KB 109139).
final class TimeReader {
  /// Hours beyond this are no time (Excel specifications and limits: 9999:59:59).
  private static final int MOST_HOURS = 9_999;

  private static final int MOST_DECIMALS = 9;

  private enum Half {
    NONE,
    MORNING,
    AFTERNOON
  }

  private final Cursor cursor;
  private int hours;
  private int minutes;
  private double seconds;
  private boolean hasMinutes;
  private boolean hasSeconds;
  private boolean hasDecimals;
  private Half half = Half.NONE;

  private TimeReader(String text) {
    this.cursor = new Cursor(text);
  }

  static Optional<NumberEntry> read(String text) {
    var reader = new TimeReader(text);
    return reader.clock() && reader.isInRange() ? Optional.of(reader.entry()) : Optional.empty();
  }

  private boolean clock() {
    String first = cursor.digits();
    if (first.isEmpty() || first.length() > 4) {
      return false;
    }
    hours = Integer.parseInt(first);
    if (cursor.take(':') && !afterHours()) {
      return false;
    }
    boolean isApart = cursor.take(' ');
    cursor.skipBlanks();
    return half(cursor.letters())
        && (isApart || half == Half.NONE)
        && cursor.isAtEnd()
        && (hasMinutes || half != Half.NONE);
  }

  private boolean afterHours() {
    String second = cursor.digits();
    if (second.isEmpty() || second.length() > 2) {
      return false;
    }
    hasMinutes = true;
    minutes = Integer.parseInt(second);
    if (cursor.take('.')) {
      // Two parts with decimals are minutes and seconds.
      hasSeconds = true;
      seconds = minutes + decimals();
      minutes = hours;
      hours = 0;
      return hasDecimals;
    }
    return !cursor.take(':') || seconds();
  }

  private boolean seconds() {
    String third = cursor.digits();
    if (third.isEmpty() || third.length() > 2) {
      return false;
    }
    hasSeconds = true;
    seconds = Integer.parseInt(third);
    if (cursor.take('.')) {
      seconds += decimals();
    }
    return true;
  }

  private double decimals() {
    String digits = cursor.digits();
    hasDecimals = !digits.isEmpty() && digits.length() <= MOST_DECIMALS;
    return hasDecimals ? Double.parseDouble("0." + digits) : 0;
  }

  private boolean half(String letters) {
    switch (letters.toUpperCase(Locale.ROOT)) {
      case "" -> half = Half.NONE;
      case "AM", "A" -> half = Half.MORNING;
      case "PM", "P" -> half = Half.AFTERNOON;
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean isInRange() {
    int mostHours = half == Half.NONE ? MOST_HOURS : 12;
    return hours <= mostHours && minutes < 60 && seconds < 60;
  }

  private NumberEntry entry() {
    int hour =
        switch (half) {
          case NONE -> hours;
          case MORNING -> hours % 12;
          case AFTERNOON -> hours % 12 + 12;
        };
    return NumberEntry.of(SerialDate.fraction(hour, minutes, seconds), numberFormat());
  }

  private String numberFormat() {
    if (hasDecimals) {
      return "mm:ss.0";
    }
    if (hours >= 24) {
      return "[h]:mm:ss";
    }
    return (hasSeconds ? "h:mm:ss" : "h:mm") + (half == Half.NONE ? "" : " AM/PM");
  }
}
