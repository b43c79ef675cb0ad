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
    // Not by expm1, which would keep more digits than Excel does.
    return (growth() - 1) / rate * (atStart ? 1 + rate : 1);
  }

  /// By how much a payment each period is missed, as a payment of the opposite sign. Near 0 only
  /// where rate and payment fit together, and not steep anywhere, so that a root is found quickly.
  double missed(double payment, double presentValue, double futureValue) {
    double due = payment * (atStart ? 1 + rate : 1);
    if (rate == 0) {
      return due + (presentValue + futureValue) / periods;
    }
    double exponent = periods * Math.log1p(rate);
    return exponent > 0
        ? due - (presentValue + futureValue * Math.exp(-exponent)) * rate / Math.expm1(-exponent)
        : due + (presentValue * Math.exp(exponent) + futureValue) * rate / Math.expm1(exponent);
  }

  double payment(double presentValue, double futureValue) {
    double growth = growth();
    // What is to be paid for ever is the interest (observed).
    return Double.isInfinite(growth)
        ? 0 - presentValue * rate / (atStart ? 1 + rate : 1)
        : 0 - (presentValue * growth + futureValue) / payments();
  }

  double futureValue(double payment, double presentValue) {
    return 0 - (presentValue * growth() + payment * payments());
  }

  double presentValue(double payment, double futureValue) {
    return 0 - (futureValue + payment * payments()) / growth();
  }

  /// The interest part of the payment in a period counted from 1.
  double interest(double period, double presentValue, double payment) {
    return atStart && period == 1 ? 0 : rate * owed(period - 1, presentValue, payment);
  }

  /// What payments from one period to another repay, without interest.
  double repaid(double from, double to, double presentValue, double payment) {
    return owed(from - 1, presentValue, payment) - owed(to, presentValue, payment);
  }

  /// What is still owed after so many payments, as a payment would have to be written.
  private double owed(double payments, double presentValue, double payment) {
    if (!atStart || payments == 0) {
      return new Annuity(rate, payments, false).futureValue(payment, presentValue);
    }
    return new Annuity(rate, payments - 1, true).futureValue(payment, presentValue) - payment;
  }
}
