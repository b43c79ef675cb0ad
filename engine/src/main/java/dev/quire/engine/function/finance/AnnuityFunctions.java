package dev.quire.engine.function.finance;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.number;
import static dev.quire.engine.function.Parameters.plainNumber;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.formula.Parameter;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.Value;
import java.util.List;

/// Loans and savings with equal payments.
public final class AnnuityFunctions {
  private static final Parameter TYPE = number("type").optional();

  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          function("PMT", AnnuityFunctions::pmt)
              .takes(number("rate"), number("nper"), number("pv"), number("fv").optional(), TYPE),
          function("FV", AnnuityFunctions::fv)
              .takes(number("rate"), number("nper"), number("pmt"), number("pv").optional(), TYPE),
          function("PV", AnnuityFunctions::pv)
              .takes(number("rate"), number("nper"), number("pmt"), number("fv").optional(), TYPE),
          function("NPER", AnnuityFunctions::nper)
              .takes(number("rate"), number("pmt"), number("pv"), number("fv").optional(), TYPE),
          function("RATE", AnnuityFunctions::rate)
              .takes(
                  number("nper"),
                  number("pmt"),
                  number("pv"),
                  number("fv").optional(),
                  TYPE,
                  number("guess").optional()),
          function("IPMT", a -> part(a, true))
              .takes(
                  number("rate"),
                  number("per"),
                  number("nper"),
                  number("pv"),
                  number("fv").optional(),
                  TYPE),
          function("PPMT", a -> part(a, false))
              .takes(
                  number("rate"),
                  number("per"),
                  number("nper"),
                  number("pv"),
                  number("fv").optional(),
                  TYPE),
          function("ISPMT", AnnuityFunctions::evenInterest)
              .takes(number("rate"), number("per"), number("nper"), number("pv")),
          cumulative("CUMIPMT", true),
          cumulative("CUMPRINC", false));

  /// Rates nearer to one another are the same.
  private static final double SAME = 1e-6;

  private AnnuityFunctions() {}

  private static Annuity annuity(Arguments a) {
    return new Annuity(a.number(0), a.number(1), a.number(4, 0) != 0);
  }

  private static Value pmt(Arguments a) {
    Annuity annuity = annuity(a);
    return annuity.periods() == 0 || annuity.rate() <= -1
        ? ErrorValue.NUM
        : NumberValue.of(annuity.payment(a.number(2), a.number(3, 0)));
  }

  private static Value fv(Arguments a) {
    Annuity annuity = annuity(a);
    return annuity.rate() == -1 && annuity.periods() < 0
        ? ErrorValue.DIV0
        : NumberValue.of(annuity.futureValue(a.number(2), a.number(3, 0)));
  }

  private static Value pv(Arguments a) {
    Annuity annuity = annuity(a);
    return annuity.rate() == -1
        ? ErrorValue.NUM
        : NumberValue.of(annuity.presentValue(a.number(2), a.number(3, 0)));
  }

  private static Value nper(Arguments a) {
    double rate = a.number(0);
    double payment = a.number(1);
    double present = a.number(2);
    double future = a.number(3, 0);
    if (rate == 0) {
      return payment == 0 ? ErrorValue.NUM : NumberValue.of(0 - (present + future) / payment);
    }
    // A rate too small to make 1 any larger (O).
    if (1 + rate == 1) {
      return ErrorValue.DIV0;
    }
    double each = payment * (a.number(4, 0) != 0 ? 1 + rate : 1) / rate;
    double ratio = (each - future) / (present + each);
    return ratio <= 0 || rate <= -1
        ? ErrorValue.NUM
        : NumberValue.of(Math.log(ratio) / Math.log1p(rate));
  }

  private static Value rate(Arguments a) {
    double periods = a.number(0);
    double payment = a.number(1);
    double present = a.number(2);
    double future = a.number(3, 0);
    boolean atStart = a.number(4, 0) != 0;
    if (periods <= 0) {
      return ErrorValue.NUM;
    }
    double guess = a.has(5) ? a.number(5) : 0.1;
    Scalar found =
        Root.near(
            guess,
            -1,
            rate -> new Annuity(rate, periods, atStart).missed(payment, present, future));
    Scalar atEnd =
        Root.near(
            guess,
            -1,
            rate -> new Annuity(rate, periods, atStart).futureValue(payment, present) - future);
    return chosen(found, atEnd);
  }

  /// Of several rates the one that the steps come to by the value at the end counts; none when that
  /// loses everything (O).
  private static Scalar chosen(Scalar found, Scalar atEnd) {
    if (!(atEnd instanceof NumberValue(double end))) {
      return found;
    }
    if (end <= -1 + SAME) {
      return ErrorValue.NUM;
    }
    boolean same = found instanceof NumberValue(double rate) && Math.abs(rate - end) < SAME;
    return same ? found : atEnd;
  }

  private static Value part(Arguments a, boolean interest) {
    double period = a.number(1);
    var annuity = new Annuity(a.number(0), a.number(2), a.number(5, 0) != 0);
    if (period < 1 || period >= annuity.periods() + 1 || annuity.rate() <= -1) {
      return ErrorValue.NUM;
    }
    double payment = annuity.payment(a.number(3), a.number(4, 0));
    double paid = annuity.interest(period, a.number(3), payment);
    return NumberValue.of(interest ? paid : payment - paid);
  }

  /// Interest of a loan that is repaid by the same amount each period.
  private static Value evenInterest(Arguments a) {
    return a.number(2) == 0
        ? ErrorValue.DIV0
        : NumberValue.of(a.number(3) * a.number(0) * (a.number(1) / a.number(2) - 1));
  }

  private static FunctionSpec cumulative(String name, boolean interest) {
    return function(name, a -> cumulative(a, interest))
        .takes(
            plainNumber("rate"),
            plainNumber("nper"),
            plainNumber("pv"),
            plainNumber("start_period"),
            plainNumber("end_period"),
            plainNumber("type"));
  }

  private static Value cumulative(Arguments a, boolean interest) {
    double start = Math.floor(a.number(3));
    double end = Math.floor(a.number(4));
    double present = a.number(2);
    double type = a.number(5);
    var annuity = new Annuity(a.number(0), a.number(1), type == 1);
    boolean sound = annuity.rate() > 0 && annuity.periods() > 0 && present > 0;
    boolean within = start >= 1 && start <= end && end <= annuity.periods();
    if (!sound || !within || type != 0 && type != 1) {
      return ErrorValue.NUM;
    }
    double payment = annuity.payment(present, 0);
    // A first payment at the start is not interest at all, not even by rounding.
    double repaid =
        annuity.atStart() && end == 1 ? payment : annuity.repaid(start, end, present, payment);
    return NumberValue.of(interest ? (end - start + 1) * payment - repaid : repaid);
  }
}
