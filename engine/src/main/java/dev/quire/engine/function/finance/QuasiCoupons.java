package dev.quire.engine.function.finance;

/// Coupon dates as they would be if an odd first or last period were cut into regular ones.
///
/// @param anchor serial of the coupon date with number 0
/// @param frequency coupons a year
record QuasiCoupons(double anchor, int frequency, BondDays days) {
  /// The serial of the coupon date so many periods after the anchor, or before it.
  double date(int number) {
    return days.monthsAfter(anchor, number * 12 / frequency);
  }

  /// The same dates, counted from the first one after a day when the anchor is not after it:
  /// `ACCRINT` takes a first interest before the issue for any of its dates (observed).
  QuasiCoupons startingBy(double day) {
    return anchor > day ? this : new QuasiCoupons(date(notAfter(day) + 1), frequency, days);
  }

  /// The serial so many periods after the anchor when each is counted from the one before: past a
  /// shorter month the dates have lost the end of their month.
  double step(int periods) {
    double date = anchor;
    for (int k = 0; k < periods; k++) {
      date = days.sameDayMonthsAfter(date, 12 / frequency);
    }
    return date;
  }

  /// The number of the last coupon date not after a day.
  int notAfter(double day) {
    int number = (int) Math.ceil((day - anchor) / 365 * frequency) + 1;
    while (date(number) > day) {
      number--;
    }
    return number;
  }

  /// Days of the period that starts with a coupon date.
  double length(int period) {
    return days.coupon(date(period), date(period + 1), frequency);
  }

  /// The days from one serial to another as a part of the period that starts with a coupon date.
  double part(double from, double to, int period) {
    return days.between(from, to) / length(period);
  }

  /// The time from a serial to the anchor in periods, gone through backwards, so that their dates
  /// lose the end of a month as in [#step]. Periods after the first count 1 whatever days they have
  /// (both observed).
  double periodsSince(double from) {
    double sum = 0;
    double end = anchor;
    double start = before(end);
    while (from < start) {
      sum++;
      end = start;
      start = before(end);
    }
    return sum + days.between(from, end) / days.coupon(start, end, frequency);
  }

  /// The days from a serial to a later one, each as a part of the period it lies in, of which there
  /// are those of [#periodsSince].
  double parts(double from, double to) {
    double sum = 0;
    for (double end = anchor; end > from; end = before(end)) {
      double start = before(end);
      double first = Math.max(from, start);
      double counted = first < to ? days.between(first, Math.min(end, to)) : 0;
      sum += counted / days.coupon(start, end, frequency);
    }
    return sum;
  }

  private double before(double date) {
    return days.sameDayMonthsAfter(date, -12 / frequency);
  }
}
