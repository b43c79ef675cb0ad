package dev.quire.engine.function.finance;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.plainNumber;

import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.value.NumberValue;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Coupon dates and the days between them.
public final class CouponFunctions {
  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          coupons("COUPPCD", Coupons::previous),
          coupons("COUPNCD", Coupons::next),
          coupons("COUPNUM", Coupons::count),
          coupons("COUPDAYS", Coupons::shownLength),
          coupons("COUPDAYBS", Coupons::elapsed),
          coupons("COUPDAYSNC", Coupons::remaining));

  private CouponFunctions() {}

  private static FunctionSpec coupons(String name, ToDoubleFunction<Coupons> figure) {
    return function(
            name,
            a -> Coupons.read(a, 2, 3, coupons -> NumberValue.of(figure.applyAsDouble(coupons))))
        .takes(
            plainNumber("settlement"),
            plainNumber("maturity"),
            plainNumber("frequency"),
            plainNumber("basis").optional());
  }
}
