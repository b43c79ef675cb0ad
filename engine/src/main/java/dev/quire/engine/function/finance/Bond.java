package dev.quire.engine.function.finance;

/// A bond with regular coupons.
///
/// @param rate yearly interest as a fraction of 100
/// @param redemption what is paid back for 100
record Bond(Coupons coupons, double rate, double redemption) {
  private double coupon() {
    return 100 * rate / coupons.frequency();
  }

  /// The price for 100 at a yield (Excel, PRICE function).
  double price(double yield) {
    double accrued = coupon() * coupons.elapsedPart();
    double rest = 1 - coupons.elapsedPart();
    double each = yield / coupons.frequency();
    if (coupons.count() == 1) {
      return (redemption + coupon()) / (1 + rest * each) - accrued;
    }
    double worth = 0;
    for (int k = coupons.count() - 1; k >= 0; k--) {
      worth += coupon() / Math.pow(1 + each, k + rest);
    }
    return redemption / Math.pow(1 + each, coupons.count() - 1 + rest) + worth - accrued;
  }

  /// The yield at a price when a single coupon is left (Excel, YIELD function). Unlike in prices
  /// the rest is what the basis counts until then, and a period of actual days has those days
  /// whatever the year of the basis (both observed).
  double yieldOfLastCoupon(double price) {
    BondDays days = coupons.days();
    double length =
        days.hasEvenMonths() ? coupons.length() : coupons.next() - coupons.shownPrevious();
    double paid = price + coupon() * coupons.elapsed() / length;
    double rest = days.between(coupons.settlement(), coupons.next()) / length;
    return (redemption + coupon() - paid) / paid * coupons.frequency() / rest;
  }

  /// Macaulay's duration in years at a yield (Excel, DURATION function).
  double duration(double yield) {
    double rest = 1 - coupons.elapsedPart();
    double each = 1 + yield / coupons.frequency();
    double worth = 0;
    double weighted = 0;
    for (int k = 0; k < coupons.count(); k++) {
      double paid = coupon() + (k == coupons.count() - 1 ? redemption : 0);
      double present = paid / Math.pow(each, k + rest);
      worth += present;
      weighted += present * (k + rest);
    }
    return weighted / worth / coupons.frequency();
  }
}
