package dev.quire.engine.function.finance;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.number;
import static dev.quire.engine.function.Parameters.plainNumber;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.function.date.Basis;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Value;
import java.util.List;
import java.util.Optional;

/// Interest that has grown since a security was issued.
public final class AccruedInterest {
  /// What Excel takes when no par value is given.
  private static final double PAR = 1_000;

  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          function("ACCRINT", AccruedInterest::periodic)
              .takes(
                  plainNumber("issue"),
                  plainNumber("first_interest"),
                  plainNumber("settlement"),
                  plainNumber("rate"),
                  plainNumber("par").orEmpty(),
                  plainNumber("frequency"),
                  plainNumber("basis").optional(),
                  number("calc_method").optional()),
          function("ACCRINTM", AccruedInterest::atMaturity)
              .takes(
                  plainNumber("issue"),
                  plainNumber("settlement"),
                  plainNumber("rate"),
                  plainNumber("par").optional(),
                  plainNumber("basis").optional()));

  private AccruedInterest() {}

  /// Nothing on the day of issue, although documented as an error (O).
  private static Value atMaturity(Arguments a) {
    double par = a.has(3) ? a.number(3) : PAR;
    return a.number(2) <= 0 || par <= 0
        ? ErrorValue.NUM
        : Term.readAny(a, 0, 1, 4, term -> NumberValue.of(par * a.number(2) * term.years()));
  }

  private static Value periodic(Arguments a) {
    double par = a.has(4) ? a.number(4) : PAR;
    double first = Math.floor(a.number(1));
    Optional<Integer> frequency = Coupons.frequency(a.number(5));
    if (a.number(3) <= 0 || par <= 0 || frequency.isEmpty()) {
      return ErrorValue.NUM;
    }
    return Term.read(
        a,
        0,
        2,
        6,
        term -> {
          if (!term.days().holds(first) || first == 0) {
            return ErrorValue.NUM;
          }
          var interest = new QuasiCoupons(first, frequency.get(), term.days());
          QuasiCoupons schedule = interest.startingBy(term.from());
          if (schedule.date(schedule.notAfter(term.from())) < 0) {
            return ErrorValue.NUM;
          }
          double length = interest.length(-1);
          double periods = accrued(term, schedule, length, !a.has(7) || a.number(7) != 0);
          return NumberValue.of(par * a.number(3) / frequency.get() * periods);
        });
  }

  /// Coupon periods that have passed between issue and settlement. Excel counts from the coupon
  /// date before the first interest, also backwards, by the length of the period that ends with the
  /// first interest, even where that lies before the issue; whole periods count 1 each, and only
  /// when the method asks for them (observed on 633 cells).
  private static double accrued(
      Term term, QuasiCoupons schedule, double length, boolean fromIssue) {
    double start = schedule.date(-1);
    if (term.from() < start) {
      double begun = begun(term.from(), schedule);
      return fromIssue
          ? begun + wholePeriods(term.from(), schedule) + counted(term, schedule, length, -1)
          : begun + term.days().between(start, term.to()) / length;
    }
    if (term.to() <= schedule.date(0) || !fromIssue) {
      return term.days().between(term.from(), term.to()) / length;
    }
    double first = term.from() == start ? 1 : firstShare(term, schedule, length);
    return first + counted(term, schedule, length, 0);
  }

  /// The days from the issue to the first coupon as a part of the period. In Europe's basis that
  /// has the days it counts for it, which may be 181 or 182 (observed).
  private static double firstShare(Term term, QuasiCoupons schedule, double length) {
    double period =
        term.days().basis() == Basis.EUROPEAN_30_360
            ? term.days().between(schedule.date(-1), schedule.date(0))
            : length;
    return term.days().between(term.from(), schedule.date(0)) / period;
  }

  /// The part of the period in which a security was issued that was left then; 0 on a coupon date.
  private static double begun(double issue, QuasiCoupons schedule) {
    int before = schedule.notAfter(issue);
    return schedule.date(before) == issue
        ? 0
        : schedule.part(issue, schedule.date(before + 1), before);
  }

  /// Whole periods between the issue and the coupon date before the first interest.
  private static int wholePeriods(double issue, QuasiCoupons schedule) {
    int before = schedule.notAfter(issue);
    return -1 - (schedule.date(before) == issue ? before : before + 1);
  }

  /// Whole periods from a coupon date on, and the part of the next; negative when the settlement
  /// comes before.
  private static double counted(Term term, QuasiCoupons schedule, double length, int from) {
    int last = from;
    while (schedule.date(last + 1) < term.to()) {
      last++;
    }
    return last - from + term.days().between(schedule.date(last), term.to()) / length;
  }
}
