package dev.quire.engine.function.date;

import java.time.Year;
import java.util.Optional;

/// How bonds count days: the day part of the fraction first, then the length of a year. The order
/// is that of the numbers which functions take.
public enum Basis {
  /// American, every month 30 days, every year 360.
  US_30_360,
  /// As the calendar has them.
  ACTUAL_ACTUAL,
  /// Days of the calendar, years of 360.
  ACTUAL_360,
  /// Days of the calendar, years of 365.
  ACTUAL_365,
  /// European, every month 30 days, every year 360.
  EUROPEAN_30_360;

  /// The basis with a number, whose fraction is cut off; empty unless it is 0 to 4.
  public static Optional<Basis> of(double number) {
    return number >= 0 && number < values().length
        ? Optional.of(values()[(int) number])
        : Optional.empty();
  }

  /// Days from one serial to another; negative when the second is earlier.
  public double days(double from, double to, boolean date1904) {
    return switch (this) {
      case ACTUAL_ACTUAL, ACTUAL_360, ACTUAL_365 -> to - from;
      case US_30_360 -> americanBond(Serial.day(from, date1904), Serial.day(to, date1904));
      case EUROPEAN_30_360 -> european(Serial.day(from, date1904), Serial.day(to, date1904));
    };
  }

  /// The years between two serials, the earlier first (Excel, YEARFRAC function).
  public double years(double from, double to, boolean date1904) {
    return days(from, to, date1904) / yearLength(from, to, date1904);
  }

  /// The days of a year between two serials, the earlier first.
  public double yearLength(double from, double to, boolean date1904) {
    return switch (this) {
      case US_30_360, ACTUAL_360, EUROPEAN_30_360 -> 360;
      case ACTUAL_365 -> 365;
      case ACTUAL_ACTUAL -> actualYear(from, to, date1904);
    };
  }

  static int european(Serial start, Serial end) {
    return months(start, end) * 30 + Math.min(end.day(), 30) - Math.min(start.day(), 30);
  }

  /// As `DAYS360` counts: a start on the last of February is a 30th, so that a 31st ends it as
  /// 30th.
  static int american(Serial start, Serial end) {
    boolean startsLate = start.day() == 31 || isLastOfFebruary(start, true);
    int first = startsLate ? 30 : start.day();
    boolean endsLate = end.day() == 31 && first == 30;
    return months(start, end) * 30 + (endsLate ? 30 : end.day()) - first;
  }

  /// As bonds and `YEARFRAC` count: from the last of February to another it is from 30th to 30th,
  /// but a 31st stays one, which only counts as 30th from a 30th or 31st on (O). February 1900 ends
  /// with its 28th (O).
  private static int americanBond(Serial start, Serial end) {
    boolean february = isLastOfFebruary(start, false);
    int first = february ? 30 : Math.min(start.day(), 30);
    boolean endsLate =
        february && isLastOfFebruary(end, false) || end.day() == 31 && start.day() >= 30;
    return months(start, end) * 30 + (endsLate ? 30 : end.day()) - first;
  }

  private static int months(Serial start, Serial end) {
    return (end.year() - start.year()) * 12 + end.month() - start.month();
  }

  /// @param leap1900 whether 1900 is a leap year, as in the calendar of serials
  private static boolean isLastOfFebruary(Serial day, boolean leap1900) {
    boolean leap = Year.isLeap(day.year()) || leap1900 && day.year() == 1900;
    return day.month() == 2 && day.day() >= (leap ? 29 : 28);
  }

  /// Within a year the days of that year; longer, the average of all years touched. Here 1900 is no
  /// leap year (O).
  private static double actualYear(double from, double to, boolean date1904) {
    Serial start = Serial.day(from, date1904);
    Serial end = Serial.day(to, date1904);
    boolean withinYear =
        start.year() == end.year()
            || end.year() == start.year() + 1
                && (end.month() < start.month()
                    || end.month() == start.month() && end.day() <= start.day());
    if (!withinYear) {
      int years = end.year() - start.year() + 1;
      return 365 + (leapYearsUpTo(end.year()) - leapYearsUpTo(start.year() - 1)) / (double) years;
    }
    return holdsLeapDay(start, end) ? 366 : 365;
  }

  private static boolean holdsLeapDay(Serial start, Serial end) {
    if (start.year() == end.year()) {
      return Year.isLeap(start.year());
    }
    return Year.isLeap(start.year()) && start.month() <= 2
        || Year.isLeap(end.year()) && (end.month() > 2 || end.month() == 2 && end.day() == 29);
  }

  /// Leap years of the Gregorian calendar.
  private static int leapYearsUpTo(int year) {
    return year / 4 - year / 100 + year / 400;
  }
}
