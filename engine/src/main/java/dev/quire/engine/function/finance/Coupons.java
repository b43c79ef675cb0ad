package dev.quire.engine.function.finance;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.function.date.Basis;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Value;
import java.util.Optional;
import java.util.function.Function;

/// The regular coupons of a bond around the day it is bought, counted back from its maturity.
///
/// @param settlement serial of the day it is bought
/// @param previous serial of the last coupon date not after it; negative before the calendar
/// @param next serial of the first coupon date after it
/// @param count coupons from settlement to maturity
/// @param frequency coupons a year: 1, 2 or 4
record Coupons(
    double settlement, double previous, double next, int count, int frequency, BondDays days) {
  /// Reads settlement, maturity, frequency and basis; `#NUM!` when they do not make a bond.
  static Value read(Arguments a, int frequency, int basis, Function<Coupons, Value> next) {
    Optional<Integer> perYear = frequency(a.number(frequency));
    return perYear.isEmpty()
        ? ErrorValue.NUM
        : Term.read(a, 0, 1, basis, term -> next.apply(of(term, perYear.get())));
  }

  static Optional<Integer> frequency(double number) {
    int whole = (int) number;
    return whole == 1 || whole == 2 || whole == 4 ? Optional.of(whole) : Optional.empty();
  }

  /// The coupons of a bond from settlement to maturity.
  static Coupons of(Term term, int frequency) {
    int count = 0;
    double next = term.to();
    double previous = term.to();
    while (previous > term.from()) {
      count++;
      next = previous;
      previous = term.days().monthsAfter(term.to(), -count * 12 / frequency);
    }
    return new Coupons(term.from(), previous, next, count, frequency, term.days());
  }

  /// Serial of the last coupon date as `COUPPCD` tells it: 0 for one before the calendar (O).
  double shownPrevious() {
    return Math.max(0, previous);
  }

  /// How many coupons are to come, where the calendar holds the one before them (O).
  Value shownCount() {
    return previous < 0 ? ErrorValue.NUM : NumberValue.of(count);
  }

  /// Days of the coupon period that holds the settlement.
  double length() {
    return days.coupon(shownPrevious(), next, frequency);
  }

  /// Days of that period as `COUPDAYS` tells them. With actual days Excel looks for the next coupon
  /// on the day of the month of the last one, which may be before the month's end where coupons
  /// fall on that; only when the settlement is not before that day it takes the coupon's own (O).
  double shownLength() {
    double sameDay = days.sameDayMonthsAfter(shownPrevious(), 12 / frequency);
    boolean isShort = days.basis() == Basis.ACTUAL_ACTUAL && settlement < sameDay && sameDay < next;
    return isShort ? sameDay - shownPrevious() : length();
  }

  /// Days since the last coupon.
  double elapsed() {
    return days.between(shownPrevious(), settlement);
  }

  /// Days until the next coupon. The American basis takes what is left of the period when the end
  /// of each month is its 30th (observed).
  double remaining() {
    return days.basis() == Basis.US_30_360
        ? days.byMonthEnds(shownPrevious(), next) - elapsed()
        : days.between(settlement, next);
  }

  /// The part of the coupon period that is over. Prices take the rest to be what is missing to 1,
  /// whatever the days until the next coupon are (observed with basis 2 and 3).
  double elapsedPart() {
    return elapsed() / length();
  }
}
