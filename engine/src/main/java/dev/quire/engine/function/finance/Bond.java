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

  /// The yield at a price when a single coupon is left (Excel, YIELD function).
  double yieldOfLastCoupon(double price) {
    double paid = price + coupon() * coupons.elapsedPart();
    double rest = 1 - coupons.elapsedPart();
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
