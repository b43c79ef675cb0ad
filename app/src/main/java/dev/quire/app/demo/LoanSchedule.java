package dev.quire.app.demo;

import java.time.LocalDate;

/// A loan payment by payment, numbered from 0, calculated as the sheet does it.
final class LoanSchedule {
  /// Half a cent: what is less is nothing.
  private static final double NOTHING = 0.005;

  private final LoanTerms terms;
  private final double[] opening;
  private final double[] payment;
  private final double[] interest;
  private final double[] interestSoFar;

  LoanSchedule(LoanTerms terms, int rows) {
    this.terms = terms;
    opening = new double[rows + 1];
    payment = new double[rows];
    interest = new double[rows];
    interestSoFar = new double[rows];
    opening[0] = terms.amount();
    var sum = 0.0;
    for (var i = 0; i < rows; i++) {
      pay(i);
      sum += interest[i];
      interestSoFar[i] = sum;
      opening[i + 1] = opening[i] - principal(i);
    }
  }

  private void pay(int i) {
    if (opening[i] >= NOTHING) {
      interest[i] = opening[i] * terms.rate() / terms.perYear();
      payment[i] = Math.min(terms.payment(), opening[i] + interest[i]);
    }
  }

  double dateSerial(int i) {
    var months = i * 12 / terms.perYear();
    return Dates.serial(LocalDate.of(terms.firstYear(), terms.firstMonth(), 1).plusMonths(months));
  }

  double lastDateSerial() {
    return dateSerial(terms.payments() - 1);
  }

  double opening(int i) {
    return opening[i];
  }

  double payment(int i) {
    return payment[i];
  }

  double interest(int i) {
    return interest[i];
  }

  double principal(int i) {
    return payment[i] - interest[i];
  }

  double closing(int i) {
    return opening[i + 1];
  }

  double interestSoFar(int i) {
    return interestSoFar[i];
  }

  double totalPaid() {
    var sum = 0.0;
    for (var paid : payment) {
      sum += paid;
    }
    return sum;
  }

  double totalInterest() {
    return interestSoFar[interestSoFar.length - 1];
  }
}
