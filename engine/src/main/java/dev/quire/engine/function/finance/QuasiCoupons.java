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

  /// The days from one serial to a later one, each as a part of the period it lies in; whole
  /// periods count 1 whatever days they have (observed).
  double parts(double from, double to) {
    double sum = 0;
    for (int period = notAfter(from); date(period) < to; period++) {
      boolean whole = from <= date(period) && date(period + 1) <= to;
      sum += whole ? 1 : part(Math.max(from, date(period)), Math.min(to, date(period + 1)), period);
    }
    return sum;
  }
}
