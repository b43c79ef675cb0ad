package dev.quire.engine.date;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// Arithmetic of serial numbers. In the 1900 system serial 1 is 1 January 1900, serial 0 is shown
/// as "0 January 1900" and serial 60 is 29 February 1900, a day that never was (Excel keeps it for
/// Lotus 1-2-3). In the 1904 system serial 0 is 1 January 1904. Both end with 31 December 9999.
///
/// Every method takes `date1904`: whether the workbook counts from 1904.
public final class SerialDate {
  /// Serial of 31 December 9999 in the 1900 system.
  public static final long LAST_1900 = 2_958_465;

  /// Serial of 31 December 9999 in the 1904 system.
  public static final long LAST_1904 = LAST_1900 - 1_462;

  private static final int SECONDS_PER_DAY = 86_400;

  /// Serial of the false leap day of the 1900 system.
  private static final long FALSE_LEAP_DAY = 60;

  /// Epoch day (1970-01-01 is 0) of serial 0, for serials after the false leap day.
  private static final long EPOCH_DAY_OF_ZERO_1900 = LocalDate.of(1899, 12, 30).toEpochDay();

  private static final long EPOCH_DAY_OF_ZERO_1904 = LocalDate.of(1904, 1, 1).toEpochDay();

  private SerialDate() {}

  /// A calendar day as Excel shows it; the day is 0 for serial 0 of the 1900 system.
  ///
  /// @param month 1 to 12
  /// @param day 0 to 31
  public record Day(int year, int month, int day) {}

  /// A time of day, rounded to the second.
  ///
  /// @param hour 0 to 23
  /// @param minute 0 to 59
  /// @param second 0 to 59
  public record Time(int hour, int minute, int second) {}

  /// The last serial that has a date.
  public static long last(boolean date1904) {
    return date1904 ? LAST_1904 : LAST_1900;
  }

  /// Whether the whole number of days has a date: not negative and not after the year 9999.
  public static boolean isDay(long serial, boolean date1904) {
    return serial >= 0 && serial <= last(date1904);
  }

  /// The calendar day of a serial, empty outside 0 … [#last].
  public static Optional<Day> day(long serial, boolean date1904) {
    return isDay(serial, date1904) ? Optional.of(dayWithin(serial, date1904)) : Optional.empty();
  }

  private static Day dayWithin(long serial, boolean date1904) {
    if (date1904) {
      return day(LocalDate.ofEpochDay(serial + EPOCH_DAY_OF_ZERO_1904));
    }
    if (serial > FALSE_LEAP_DAY) {
      return day(LocalDate.ofEpochDay(serial + EPOCH_DAY_OF_ZERO_1900));
    }
    int days = (int) serial;
    return days <= 31 ? new Day(1900, 1, days) : new Day(1900, 2, days - 31);
  }

  private static Day day(LocalDate date) {
    return new Day(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
  }

  /// The serial of a day. Month and day may leave their range and carry over, as in `DATE`: month
  /// 13 is January of the next year, day 0 the last day of the month before. The year is taken as
  /// it is. Empty when the result is negative or after the year 9999.
  public static OptionalLong serial(int year, int month, int day, boolean date1904) {
    long months = year * 12L + (month - 1L);
    long ofYear = Math.floorDiv(months, 12L);
    if (ofYear < 0 || ofYear > 10_000) {
      return OptionalLong.empty();
    }
    var first = LocalDate.of((int) ofYear, (int) Math.floorMod(months, 12L) + 1, 1);
    long serial = ofFirst(first, date1904) + day - 1;
    return isDay(serial, date1904) ? OptionalLong.of(serial) : OptionalLong.empty();
  }

  /// The serial of a day that exists, empty when the system does not reach it.
  public static OptionalLong serial(LocalDate date, boolean date1904) {
    return serial(date.getYear(), date.getMonthValue(), date.getDayOfMonth(), date1904);
  }

  /// The serial of a moment, to the nanosecond as far as a double goes.
  public static OptionalDouble serial(LocalDateTime moment, boolean date1904) {
    var days = serial(moment.toLocalDate(), date1904);
    return days.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            days.getAsLong() + moment.toLocalTime().toNanoOfDay() / (SECONDS_PER_DAY * 1e9));
  }

  private static long ofFirst(LocalDate first, boolean date1904) {
    if (date1904) {
      return first.toEpochDay() - EPOCH_DAY_OF_ZERO_1904;
    }
    long serial = first.toEpochDay() - EPOCH_DAY_OF_ZERO_1900;
    return serial > FALSE_LEAP_DAY ? serial : serial - 1;
  }

  /// Number of days of a month, with 29 for February 1900 in the 1900 system.
  public static int daysOfMonth(int year, int month, boolean date1904) {
    return !date1904 && year == 1900 && month == 2
        ? 29
        : LocalDate.of(year, month, 1).lengthOfMonth();
  }

  /// The day of the week, 0 for Sunday to 6 for Saturday, as Excel counts it: in the 1900 system
  /// days before 1 March 1900 are off by one, since the false leap day counts.
  public static int weekday(long serial, boolean date1904) {
    return (int) Math.floorMod(serial + (date1904 ? 5 : 6), 7L);
  }

  /// The time of a serial, rounded to the second; half a second before midnight is midnight.
  public static Time time(double serial) {
    double fraction = serial - Math.floor(serial);
    int seconds = (int) (Math.round(fraction * SECONDS_PER_DAY) % SECONDS_PER_DAY);
    return new Time(seconds / 3600, seconds / 60 % 60, seconds % 60);
  }

  /// The fraction of a day; the parts may leave their range (hour 27, second 3,600).
  public static double fraction(double hours, double minutes, double seconds) {
    return (hours * 3600 + minutes * 60 + seconds) / SECONDS_PER_DAY;
  }
}
