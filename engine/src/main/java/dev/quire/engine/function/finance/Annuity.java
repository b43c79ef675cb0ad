package dev.quire.engine.function.finance;

/// A loan or a savings plan with equal payments: `pv·(1+r)^n + pmt·(1+r·type)·((1+r)^n − 1)/r + fv
/// = 0` (Excel, PV function).
///
/// @param rate interest for each period, as a fraction
/// @param periods how many payments
/// @param atStart whether payments fall on the beginning of periods
record Annuity(double rate, double periods, boolean atStart) {
  /// What 1 at the beginning has grown to at the end.
  double growth() {
    return Math.pow(1 + rate, periods);
  }

  /// What a payment of 1 each period has grown to at the end.
  double payments() {
    if (rate == 0) {
      return periods;
    }
    double each = Math.expm1(periods * Math.log1p(rate)) / rate;
    return rate > -1 ? each * timing() : (growth() - 1) / rate * timing();
  }

  private double timing() {
    return atStart ? 1 + rate : 1;
  }

  double payment(double presentValue, double futureValue) {
    return 0 - (presentValue * growth() + futureValue) / payments();
  }
}
