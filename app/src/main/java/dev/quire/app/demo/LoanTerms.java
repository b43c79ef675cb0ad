package dev.quire.app.demo;

/// What was agreed on.
///
/// @param rate per year, 0.05 for 5 %
/// @param perYear number of payments in a year
record LoanTerms(
    double amount, double rate, int years, int perYear, int firstYear, int firstMonth) {
  int payments() {
    return years * perYear;
  }

  double payment() {
    return payment(rate);
  }

  /// The equal payment at the end of each period that pays the loan off (an annuity).
  ///
  /// @param otherRate above zero
  double payment(double otherRate) {
    var periodic = otherRate / perYear;
    var growth = Math.pow(1 + periodic, payments());
    return amount * growth * periodic / (growth - 1);
  }
}
