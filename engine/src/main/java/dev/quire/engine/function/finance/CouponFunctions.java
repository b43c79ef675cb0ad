package dev.quire.engine.function.finance;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.plainNumber;

import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Value;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/// Coupon dates and the days between them.
public final class CouponFunctions {
  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          days("COUPPCD", Coupons::shownPrevious),
          days("COUPNCD", Coupons::next),
          coupons("COUPNUM", Coupons::shownCount),
          days("COUPDAYS", Coupons::shownLength),
          days("COUPDAYBS", Coupons::elapsed),
          days("COUPDAYSNC", Coupons::remaining));

  private CouponFunctions() {}

  private static FunctionSpec days(String name, ToDoubleFunction<Coupons> figure) {
    return coupons(name, coupons -> NumberValue.of(figure.applyAsDouble(coupons)));
  }

  private static FunctionSpec coupons(String name, Function<Coupons, Value> figure) {
    return function(name, a -> Coupons.read(a, 2, 3, figure))
        .takes(
            plainNumber("settlement"),
            plainNumber("maturity"),
            plainNumber("frequency"),
            plainNumber("basis").optional());
  }
}
