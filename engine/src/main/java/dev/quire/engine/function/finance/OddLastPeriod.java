package dev.quire.engine.function.finance;

/// An odd last coupon period cut into regular ones from its start on. Their dates keep the day of
/// the month as far as the months before allow: after 30 November come 28 February and 28 May. All
/// of it is observed, on six bonds with each basis.
///
/// @param last serial of the last interest date
/// @param maturity serial of the day of repayment
/// @param count regular periods that the odd one needs; coupons counted back from maturity, so that
///   from the end of one month to that of another are whole periods
/// @param frequency coupons a year
record OddLastPeriod(double last, double maturity, int count, int frequency, BondDays days) {
  static OddLastPeriod of(double last, double maturity, int frequency, BondDays days) {
    int count = Coupons.of(new Term(last, maturity, days), frequency).count();
    return new OddLastPeriod(last, maturity, count, frequency, days);
  }

  /// Regular periods from the start to the end. Days that maturity lies behind the last regular
  /// date count.
  double whole() {
    double start = last;
    for (int period = 1; period < count; period++) {
      start = days.sameDayMonthsAfter(start, 12 / frequency);
    }
    return count - 1 + days.byMonthEnds(start, maturity) / length(start);
  }

  private double length(double start) {
    return days.byMonthEnds(start, days.sameDayMonthsAfter(start, 12 / frequency));
  }

  /// Regular periods from the start to a day.
  double until(double day) {
    double sum = 0;
    double start = last;
    for (int period = 1; period <= count && start < day; period++) {
      double end = days.sameDayMonthsAfter(start, 12 / frequency);
      boolean whole = end < day && period < count;
      sum += whole ? 1 : days.between(start, day) / length(start);
      start = end;
    }
    return sum;
  }

  /// Regular periods from a day to the end. Days that maturity lies behind the last regular date do
  /// not count.
  double from(double day) {
    double sum = 0;
    double start = last;
    for (int period = 1; period <= count; period++) {
      double end = days.sameDayMonthsAfter(start, 12 / frequency);
      double begin = Math.max(start, day);
      double stop = Math.min(end, maturity);
      if (begin < stop) {
        boolean whole = begin == start && stop == end;
        sum += whole ? 1 : days.between(begin, stop) / length(start);
      }
      start = end;
    }
    return sum;
  }
}
