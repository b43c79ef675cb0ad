package dev.quire.engine.function.finance;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.number;
import static dev.quire.engine.function.Parameters.plainNumber;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.function.FunctionSpec;
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
          QuasiCoupons schedule =
              new QuasiCoupons(first, frequency.get(), term.days()).startingBy(term.from());
          if (schedule.date(schedule.notAfter(term.from())) < 0) {
            return ErrorValue.NUM;
          }
          double periods = accrued(term, schedule, !a.has(7) || a.number(7) != 0);
          return NumberValue.of(par * a.number(3) / frequency.get() * periods);
        });
  }

  /// Coupon periods that have passed between issue and settlement. Excel counts from the coupon
  /// date before the first interest, also backwards, by the length of the period that ends with the
  /// first interest; whole periods count 1 each, and only when the method asks for them (observed
  /// on 633 cells).
  private static double accrued(Term term, QuasiCoupons schedule, boolean fromIssue) {
    double start = schedule.date(-1);
    if (term.from() < start) {
      double begun = begun(term.from(), schedule);
      return fromIssue
          ? begun + wholePeriods(term.from(), schedule) + counted(term, schedule, -1)
          : begun + schedule.part(start, term.to(), -1);
    }
    if (term.to() <= schedule.date(0) || !fromIssue) {
      return schedule.part(term.from(), term.to(), -1);
    }
    double first = term.from() == start ? 1 : schedule.part(term.from(), schedule.date(0), -1);
    return first + counted(term, schedule, 0);
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
  private static double counted(Term term, QuasiCoupons schedule, int from) {
    int last = from;
    while (schedule.date(last + 1) < term.to()) {
      last++;
    }
    return last - from + schedule.part(schedule.date(last), term.to(), -1);
  }
}
