package dev.quire.engine.function.finance;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.number;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Value;
import java.util.List;

/// Loans and savings with equal payments.
public final class AnnuityFunctions {
  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          function("PMT", AnnuityFunctions::pmt)
              .takes(
                  number("rate"),
                  number("nper"),
                  number("pv"),
                  number("fv").optional(),
                  number("type").optional()));

  private AnnuityFunctions() {}

  private static Value pmt(Arguments a) {
    var annuity = new Annuity(a.number(0), a.number(1), a.number(4, 0) != 0);
    if (annuity.periods() == 0 || annuity.rate() <= -1) {
      return ErrorValue.NUM;
    }
    return NumberValue.of(annuity.payment(a.number(2), a.number(3, 0)));
  }
}
