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

  /// Whether the periods since a day, gone through forwards, end before the anchor: their dates
  /// lose the end of a month where one of them lies in a shorter month.
  boolean fallsShort(double day) {
    double date = anchor;
    int steps = 0;
    while (date > day) {
      date = before(date);
      steps++;
    }
    for (; steps > 0; steps--) {
      date = days.sameDayMonthsAfter(date, 12 / frequency);
    }
    return date < anchor;
  }

  /// The number of the last coupon date not after a day.
  int notAfter(double day) {
    int number = (int) Math.ceil((day - anchor) / 365 * frequency) + 1;
    while (date(number) > day) {
      number--;
    }
    return number;
  }

  /// The days from one serial to another as a part of the period that starts with a coupon date.
  double part(double from, double to, int period) {
    double length = days.coupon(date(period), date(period + 1), frequency);
    return days.between(from, to) / length;
  }

  /// The days from one serial to a later one up to the anchor, each as a part of the period it lies
  /// in. Whole periods after the first count 1 whatever days they have, unless the later day is
  /// theirs; their dates lose the end of a month as in [#fallsShort] (all observed).
  double parts(double from, double to) {
    double sum = 0;
    double end = anchor;
    double start = before(end);
    while (end > from) {
      double first = Math.max(from, start);
      boolean whole = from < start && (end < to || end == anchor);
      double length = days.coupon(start, end, frequency);
      sum +=
          to <= start
              ? 0
              : whole && to >= end ? 1 : days.between(first, Math.min(end, to)) / length;
      end = start;
      start = before(end);
    }
    return sum;
  }

  private double before(double date) {
    return days.sameDayMonthsAfter(date, -12 / frequency);
  }
}
