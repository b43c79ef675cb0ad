package dev.quire.engine.function.finance;

import dev.quire.engine.function.date.Basis;
import dev.quire.engine.function.date.Serial;

/// The calendar of a security: how its days are counted, and how a workbook numbers them.
record BondDays(Basis basis, boolean date1904) {
  /// Days from one serial to another, as the basis counts them.
  double between(double from, double to) {
    return basis.days(from, to, date1904);
  }

  /// Years from one serial to a later one, as the basis counts them.
  double years(double from, double to) {
    return basis.years(from, to, date1904);
  }

  /// Days of a year between one serial and a later one.
  double yearLength(double from, double to) {
    return basis.yearLength(from, to, date1904);
  }

  /// Days as [#between], but the American basis takes the end of every month for its 30th.
  double byMonthEnds(double from, double to) {
    if (basis != Basis.US_30_360) {
      return between(from, to);
    }
    Serial start = Serial.day(from, date1904);
    Serial end = Serial.day(to, date1904);
    int months = (end.year() - start.year()) * 12 + end.month() - start.month();
    return months * 30 + thirtieth(to, end) - thirtieth(from, start);
  }

  private int thirtieth(double day, Serial date) {
    return endsMonth(day, date) ? 30 : date.day();
  }

  /// Whether every month has 30 days.
  boolean hasEvenMonths() {
    return switch (basis) {
      case US_30_360, EUROPEAN_30_360 -> true;
      case ACTUAL_ACTUAL, ACTUAL_360, ACTUAL_365 -> false;
    };
  }

  /// Days of a coupon period.
  double coupon(double from, double to, int frequency) {
    return switch (basis) {
      case US_30_360, ACTUAL_360, EUROPEAN_30_360 -> 360.0 / frequency;
      case ACTUAL_365 -> 365.0 / frequency;
      case ACTUAL_ACTUAL -> to - from;
    };
  }

  /// The day so many months later or earlier, on the same day of the month or the last one. Days
  /// that end a month lead to days that end a month.
  double monthsAfter(double day, int months) {
    Serial start = Serial.day(day, date1904);
    return endsMonth(day, start) ? endOfMonth(start, months) : sameDayMonthsAfter(day, months);
  }

  /// The day so many months later, on the same day of the month or the last one.
  double sameDayMonthsAfter(double day, int months) {
    Serial start = Serial.day(day, date1904);
    double first = Serial.of(start.year(), start.month() + (double) months, 1, date1904);
    return Math.min(first + start.day() - 1, endOfMonth(start, months));
  }

  /// Coupons do not fall on 29 February 1900, which was none (O).
  private double endOfMonth(Serial start, int months) {
    double end = Serial.of(start.year(), start.month() + months + 1.0, 0, date1904);
    return end == Serial.PHANTOM && !date1904 ? end - 1 : end;
  }

  private boolean endsMonth(double day, Serial start) {
    return endOfMonth(start, 0) == day;
  }

  /// Whether a date and all coupon dates before it lie in the calendar.
  boolean holds(double day) {
    return Serial.isValid(day, date1904);
  }
}
