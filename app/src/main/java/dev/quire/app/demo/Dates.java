package dev.quire.app.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// Dates as Excel counts them.
final class Dates {
  /// Right for dates from March 1900 on; before, Excel counts a day that never was.
  private static final LocalDate ZERO = LocalDate.of(1899, 12, 30);

  private Dates() {}

  static int serial(LocalDate date) {
    return Math.toIntExact(ChronoUnit.DAYS.between(ZERO, date));
  }
}
