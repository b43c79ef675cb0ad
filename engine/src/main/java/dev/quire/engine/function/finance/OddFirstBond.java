package dev.quire.engine.function.finance;

import java.util.Optional;

/// A bond whose first coupon period is odd (Excel, ODDFPRICE function).
///
/// @param rate yearly interest as a fraction of 100
/// @param redemption what is paid back for 100
/// @param frequency coupons a year
/// @param later coupons after the first
/// @param untilFirst regular periods from settlement to the first coupon
/// @param firstPart the odd period in regular periods
/// @param elapsedPart regular periods from issue to settlement
record OddFirstBond(
    double rate,
    double redemption,
    int frequency,
    int later,
    double untilFirst,
    double firstPart,
    double elapsedPart) {
  /// Empty when the first coupon is none of those counted back from maturity, and when its period
  /// is as long as a regular one: that is no odd bond (both observed).
  static Optional<OddFirstBond> of(
      Term term, double issue, double first, double rate, double redemption, int frequency) {
    var regular = new QuasiCoupons(term.to(), frequency, term.days());
    int later = 0;
    while (regular.date(-later) > first) {
      later++;
    }
    var quasi = new QuasiCoupons(first, frequency, term.days());
    boolean isLong = issue < quasi.date(-1);
    double settlement = term.from();
    var bond =
        new OddFirstBond(
            rate,
            redemption,
            frequency,
            later,
            isLong
                ? periodsUntil(settlement, quasi) + lost(quasi, term, later)
                : quasi.part(settlement, first, -1),
            isLong ? quasi.periodsSince(issue) : quasi.part(issue, first, -1),
            isLong ? quasi.parts(issue, settlement) : quasi.part(issue, settlement, -1));
    boolean odd = regular.date(-later) == first && bond.firstPart != 1;
    return odd ? Optional.of(bond) : Optional.empty();
  }

  /// Regular periods from a day to the anchor of a schedule, of which only the first may be begun.
  /// Where every month has 30 days, it is what the days before leave of it (observed).
  private static double periodsUntil(double day, QuasiCoupons quasi) {
    int before = quasi.notAfter(day);
    double begun =
        quasi.days().hasEvenMonths()
            ? 1 - quasi.part(quasi.date(before), day, before)
            : quasi.part(day, quasi.date(before + 1), before);
    return -before - 1 + begun;
  }

  /// How many periods too many Excel counts before the first coupon of a long first period: one
  /// where the later coupons, gone through from the first, end before maturity because their dates
  /// have lost the end of a month, and one where maturity's day in the month of the first coupon is
  /// before it (fits every price observed at the ends of months).
  private static int lost(QuasiCoupons quasi, Term term, int later) {
    double maturity = term.to();
    double back = term.days().sameDayMonthsAfter(maturity, -later * 12 / quasi.frequency());
    return (quasi.step(later) < maturity ? 1 : 0) + (back < quasi.anchor() ? 1 : 0);
  }

  /// The price for 100 at a yield.
  double price(double yield) {
    double coupon = 100 * rate / frequency;
    double each = 1 + yield / frequency;
    double worth = 0;
    for (int k = later; k > 0; k--) {
      worth += coupon / Math.pow(each, k + untilFirst);
    }
    return redemption / Math.pow(each, later + untilFirst)
        + coupon * firstPart / Math.pow(each, untilFirst)
        + worth
        - coupon * elapsedPart;
  }
}
