package dev.quire.app.demo;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The same loan at other rates, numbered from 0, lowest first.
record WhatIf(LoanTerms terms, double budget, double[] rates) {
  double payment(int i) {
    return terms.payment(rates[i]);
  }

  double interest(int i) {
    return payment(i) * terms.years() * terms.perYear() - terms.amount();
  }

  double againstNow(int i) {
    return payment(i) - terms.payment();
  }

  List<String> inBudget() {
    return IntStream.range(0, rates.length)
        .mapToObj(i -> payment(i) <= budget ? "yes" : "no")
        .toList();
  }

  double lowest() {
    return payment(0);
  }

  double highest() {
    return payment(rates.length - 1);
  }

  double average() {
    var sum = 0.0;
    for (var i = 0; i < rates.length; i++) {
      sum += payment(i);
    }
    return sum / rates.length;
  }

  long countInBudget() {
    return inBudget().stream().filter("yes"::equals).count();
  }

  double highestRateInBudget() {
    return rates[Math.toIntExact(countInBudget()) - 1];
  }

  /// Total interest at the highest of the rates that is not above the agreed one.
  double interestAtListedRateBelow() {
    var found = Arrays.binarySearch(rates, terms.rate());
    return interest(found >= 0 ? found : -found - 2);
  }
}
