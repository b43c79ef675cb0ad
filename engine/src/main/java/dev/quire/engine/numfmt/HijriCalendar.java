package dev.quire.engine.numfmt;

import dev.quire.engine.date.SerialDate.Day;

/// The tabular Hijri calendar as Windows counts it, from 15 July 622 (Julian): 30 years of 354 days
/// make a cycle, eleven of them with a leap day.
final class HijriCalendar {
  private static final int DAYS_PER_CYCLE = 10_631;
  private static final int YEARS_PER_CYCLE = 30;

  /// Days from 1 Muharram 1 to 31 December 1899, which the 1900 system calls 0 January 1900.
  private static final long DAYS_BEFORE_1900 = 466_581;

  /// Days from 31 December 1899 to 1 January 1904.
  private static final long DAYS_BEFORE_1904 = 1_461;

  private static final long FALSE_LEAP_DAY = 60;

  private HijriCalendar() {}

  static Day day(long serial, boolean date1904) {
    long days = DAYS_BEFORE_1900 + (date1904 ? serial + DAYS_BEFORE_1904 : sinceEnd1899(serial));
    long cycles = days / DAYS_PER_CYCLE;
    int rest = (int) (days % DAYS_PER_CYCLE);
    int year = 1;
    while (rest >= yearDays(year)) {
      rest -= yearDays(year);
      year++;
    }
    int month = 1;
    while (month < 12 && rest >= monthDays(month)) {
      rest -= monthDays(month);
      month++;
    }
    return new Day((int) (cycles * YEARS_PER_CYCLE) + year, month, rest + 1);
  }

  /// Serials run one day ahead of the sun from the false leap day on. This calendar counts them all
  /// from there, so that 0 and 1 January 1900 share a day, and 29 February and 1 March (observed).
  private static long sinceEnd1899(long serial) {
    return serial > FALSE_LEAP_DAY ? serial - 1 : Math.max(serial, 1);
  }

  /// Months have 30 and 29 days in turn; a leap day is added to the last.
  private static int monthDays(int month) {
    return month % 2 == 1 ? 30 : 29;
  }

  /// Leap years are those where 11 × year + 14 leaves less than 11 over 30.
  private static int yearDays(int year) {
    return (11 * year + 14) % YEARS_PER_CYCLE < 11 ? 355 : 354;
  }
}
