package dev.quire.engine.function.date;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;

/// The days of the week on which nobody works.
///
/// @param days a bit for each free day, the lowest for Monday
record Weekend(int days) {
  /// Saturday and Sunday.
  static final Weekend USUAL = new Weekend(0b1100000);

  private static final int WEEK = 7;

  /// Serial 7 of the 1900 count is a Saturday.
  private static final int LEAD = 5;

  /// What reading a weekend yields: it, or why there is none.
  record Reading(Weekend weekend, Scalar fault) {}

  /// Reads a number (1 to 7 for two days from Saturday and Sunday on, 11 to 17 for one day from
  /// Sunday on) or seven digits from Monday on, of which 1 is free.
  static Reading of(Arguments a, int place) {
    if (!a.has(place)) {
      return new Reading(USUAL, TextValue.EMPTY);
    }
    if (a.scalar(place) instanceof TextValue(String text)) {
      return text.matches("[01]{7}")
          ? new Reading(ofDigits(text), TextValue.EMPTY)
          : new Reading(USUAL, ErrorValue.VALUE);
    }
    if (!(a.toNumber(a.scalar(place)) instanceof NumberValue(double number))) {
      return new Reading(USUAL, ErrorValue.VALUE);
    }
    int code = (int) number;
    if (code >= 1 && code <= WEEK) {
      return new Reading(new Weekend(day(code + 4) | day(code + 5)), TextValue.EMPTY);
    }
    return code >= 11 && code <= 17
        ? new Reading(new Weekend(day(code - 11 + 6)), TextValue.EMPTY)
        : new Reading(USUAL, ErrorValue.NUM);
  }

  private static Weekend ofDigits(String digits) {
    int days = 0;
    for (int day = 0; day < WEEK; day++) {
      days |= digits.charAt(day) == '1' ? day(day) : 0;
    }
    return new Weekend(days);
  }

  /// The bit of a day of the week, counted on from Monday.
  private static int day(int number) {
    return 1 << number % WEEK;
  }

  /// Whether no day is left to work on.
  boolean isWholeWeek() {
    return days == (1 << WEEK) - 1;
  }

  /// Whether people work on a day, holidays aside.
  boolean isWorkday(int serial, boolean date1904) {
    return (days & day(Math.floorMod(position(serial, date1904), WEEK))) == 0;
  }

  /// How many workdays lie before a serial, counted from a fixed Monday.
  long workdaysBefore(int serial, boolean date1904) {
    int position = position(serial, date1904);
    long count = (long) (position / WEEK) * (WEEK - Integer.bitCount(days));
    for (int day = 0; day < position % WEEK; day++) {
      count += (days & day(day)) == 0 ? 1 : 0;
    }
    return count;
  }

  private static int position(int serial, boolean date1904) {
    return serial + (date1904 ? Serial.OFFSET_1904 : 0) + LEAD;
  }
}
