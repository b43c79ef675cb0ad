package dev.quire.engine.numfmt;

import dev.quire.engine.date.SerialDate;
import java.util.Locale;
import java.util.Optional;

/// Reads times: `10:30`, `10:30:15`, `1:30.5` (minutes and seconds), `10:30 PM`, `10 PM`, `27:00`,
/// `10:`. Without the blank before it, `10:30PM` is a text (Microsoft KB 109139). Without AM and PM
/// one part may be larger than its place: `23:300` is 28 hours (O).
final class TimeReader {
  private static final int MOST_PARTS = 3;

  /// Longest part: 9999 hours (Excel specifications and limits: 9999:59:59).
  private static final int MOST_DIGITS = 4;

  private static final int MOST_DECIMALS = 9;

  private enum Half {
    NONE,
    MORNING,
    AFTERNOON
  }

  private final Cursor cursor;
  private final int[] parts = new int[MOST_PARTS];
  private int count;
  private boolean lacksLast;
  private String decimals = "";
  private Half half = Half.NONE;

  private TimeReader(String text) {
    this.cursor = new Cursor(text);
  }

  static Optional<NumberEntry> read(String text) {
    var reader = new TimeReader(text);
    return reader.clock() && reader.isInRange() ? Optional.of(reader.entry()) : Optional.empty();
  }

  private boolean clock() {
    if (!part() || !partsBehind() || !decimals()) {
      return false;
    }
    boolean isApart = cursor.next() == ' ';
    cursor.skipBlanks();
    return half(cursor.letters())
        && cursor.isAtEnd()
        && (half == Half.NONE ? count > 1 || lacksLast : isApart && !lacksLast);
  }

  /// The last part may be left out behind its colon: it is 0.
  private boolean partsBehind() {
    while (count < MOST_PARTS && !lacksLast && colon()) {
      cursor.skipBlanks();
      lacksLast = !Cursor.isDigit(cursor.next());
      if (!lacksLast && !part()) {
        return false;
      }
    }
    return true;
  }

  private boolean colon() {
    int blanks = cursor.skipBlanks();
    if (cursor.take(':')) {
      return true;
    }
    cursor.back(blanks);
    return false;
  }

  private boolean part() {
    String digits = cursor.digits();
    int most = digits.startsWith("0") ? 2 : MOST_DIGITS;
    if (digits.isEmpty() || digits.length() > most) {
      return false;
    }
    parts[count++] = Integer.parseInt(digits);
    return true;
  }

  private boolean decimals() {
    if (lacksLast || count == 1 || !cursor.take('.')) {
      return true;
    }
    decimals = cursor.digits();
    return decimals.length() <= MOST_DECIMALS && (count == MOST_PARTS || !decimals.isEmpty());
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

  /// Two parts with decimals are minutes and seconds.
  private boolean lacksHours() {
    return count == 2 && !decimals.isEmpty();
  }

  private int hours() {
    return lacksHours() ? 0 : parts[0];
  }

  private int minutes() {
    return lacksHours() ? parts[0] : parts[1];
  }

  private int wholeSeconds() {
    return lacksHours() ? parts[1] : parts[2];
  }

  private boolean isInRange() {
    int smaller = (minutes() > 59 ? 1 : 0) + (wholeSeconds() > 59 ? 1 : 0);
    return half == Half.NONE
        ? smaller + (hours() > 23 ? 1 : 0) <= 1
        : smaller == 0 && hours() <= 12;
  }

  private NumberEntry entry() {
    int hour =
        switch (half) {
          case NONE -> hours();
          case MORNING -> hours() % 12;
          case AFTERNOON -> hours() % 12 + 12;
        };
    double seconds = wholeSeconds() + Double.parseDouble("0." + decimals + "0");
    double time = SerialDate.fraction(hour, minutes(), seconds);
    return NumberEntry.of(time, numberFormat(time));
  }

  private String numberFormat(double time) {
    if (!decimals.isEmpty()) {
      return "mm:ss.0";
    }
    if (time >= 1) {
      return "[h]:mm:ss";
    }
    return (count == MOST_PARTS ? "h:mm:ss" : "h:mm") + (half == Half.NONE ? "" : " AM/PM");
  }
}
