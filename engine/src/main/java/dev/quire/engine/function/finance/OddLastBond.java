package dev.quire.engine.function.finance;

/// A bond in its odd last coupon period (Excel, ODDLPRICE function). Unlike in an odd first period,
/// regular periods are as long as in the calendar, whatever the year of the basis (observed).
///
/// @param coupon interest of a regular period for 100
/// @param redemption what is paid back for 100
/// @param frequency coupons a year
/// @param wholePart the odd period in regular periods
/// @param elapsedPart regular periods from the last interest to settlement
/// @param restPart regular periods from settlement to maturity
record OddLastBond(
    double coupon,
    double redemption,
    int frequency,
    double wholePart,
    double elapsedPart,
    double restPart) {
  static OddLastBond of(Term term, double last, double rate, double redemption, int frequency) {
    var period = OddLastPeriod.of(last, term.to(), frequency, term.days());
    return new OddLastBond(
        100 * rate / frequency,
        redemption,
        frequency,
        period.whole(),
        period.until(term.from()),
        period.from(term.from()));
  }

  private double paidBack() {
    return redemption + wholePart * coupon;
  }

  /// The price for 100 at a yield.
  double price(double yield) {
    return paidBack() / (1 + restPart * yield / frequency) - elapsedPart * coupon;
  }

  /// The yield at a price.
  double yieldAt(double price) {
    double paid = price + elapsedPart * coupon;
    return (paidBack() - paid) / paid * frequency / restPart;
  }
}
