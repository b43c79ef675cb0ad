package dev.quire.engine.function.finance;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.plainNumber;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Value;
import java.util.List;

/// Price, yield and duration of bonds with regular coupons.
public final class BondFunctions {
  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          function("PRICE", BondFunctions::price)
              .takes(
                  plainNumber("settlement"),
                  plainNumber("maturity"),
                  plainNumber("rate"),
                  plainNumber("yld"),
                  plainNumber("redemption"),
                  plainNumber("frequency"),
                  plainNumber("basis").optional()),
          function("YIELD", BondFunctions::yieldOf)
              .takes(
                  plainNumber("settlement"),
                  plainNumber("maturity"),
                  plainNumber("rate"),
                  plainNumber("pr"),
                  plainNumber("redemption"),
                  plainNumber("frequency"),
                  plainNumber("basis").optional()),
          duration("DURATION", false),
          duration("MDURATION", true));

  private BondFunctions() {}

  private static FunctionSpec duration(String name, boolean modified) {
    return function(name, a -> duration(a, modified))
        .takes(
            plainNumber("settlement"),
            plainNumber("maturity"),
            plainNumber("coupon"),
            plainNumber("yld"),
            plainNumber("frequency"),
            plainNumber("basis").optional());
  }

  private static Value price(Arguments a) {
    double yield = a.number(3);
    return a.number(2) < 0 || yield < 0 || a.number(4) <= 0
        ? ErrorValue.NUM
        : Coupons.read(
            a,
            5,
            6,
            coupons -> NumberValue.of(new Bond(coupons, a.number(2), a.number(4)).price(yield)));
  }

  private static Value yieldOf(Arguments a) {
    return a.number(2) < 0 || a.number(3) <= 0 || a.number(4) <= 0
        ? ErrorValue.NUM
        : Coupons.read(
            a, 5, 6, coupons -> yieldOf(new Bond(coupons, a.number(2), a.number(4)), a.number(3)));
  }

  private static Value yieldOf(Bond bond, double price) {
    return bond.coupons().count() == 1
        ? NumberValue.of(bond.yieldOfLastCoupon(price))
        : Root.near(bond.rate(), -bond.coupons().frequency(), yld -> bond.price(yld) - price);
  }

  private static Value duration(Arguments a, boolean modified) {
    double yield = a.number(3);
    return a.number(2) < 0 || yield < 0
        ? ErrorValue.NUM
        : Coupons.read(
            a,
            4,
            5,
            coupons -> {
              double years = new Bond(coupons, a.number(2), 100).duration(yield);
              return NumberValue.of(modified ? years / (1 + yield / coupons.frequency()) : years);
            });
  }
}
