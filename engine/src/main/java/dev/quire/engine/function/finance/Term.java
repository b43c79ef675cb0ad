package dev.quire.engine.function.finance;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.function.date.Basis;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.Value;
import java.util.Optional;
import java.util.function.Function;

/// The time from one day to a later one.
record Term(double from, double to, BondDays days) {
  /// Reads two dates and a basis, which is 0 when nothing is written, and goes on with them;
  /// `#NUM!` unless they are dates in order.
  static Value read(Arguments a, int from, int to, int basis, Function<Term, Value> next) {
    return Math.floor(a.number(from)) < Math.floor(a.number(to))
        ? readAny(a, from, to, basis, next)
        : ErrorValue.NUM;
  }

  /// As [#read], also when both dates are the same.
  static Value readAny(Arguments a, int from, int to, int basis, Function<Term, Value> next) {
    Optional<BondDays> days = days(a, basis);
    double start = Math.floor(a.number(from));
    double end = Math.floor(a.number(to));
    a.spend((long) Math.abs(end - start));
    return days.isPresent() && start <= end && days.get().holds(start) && days.get().holds(end)
        ? next.apply(new Term(start, end, days.get()))
        : ErrorValue.NUM;
  }

  private static Optional<BondDays> days(Arguments a, int basis) {
    return Basis.of(a.number(basis, 0)).map(found -> new BondDays(found, a.workspace().date1904()));
  }

  double years() {
    return days.years(from, to);
  }
}
