package dev.quire.engine.function.finance;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.plainNumber;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.function.date.Serial;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Value;
import java.util.List;

/// Treasury bills, which run a year at most and count days of the calendar by years of 360.
public final class TreasuryBillFunctions {
  /// Up to here the yield of a bond without coupon is taken, beyond that of one with a coupon.
  private static final int HALF_YEAR = 182;

  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          bill("TBILLEQ", "discount", TreasuryBillFunctions::bondYield),
          bill(
              "TBILLPRICE",
              "discount",
              (discount, days) -> positive(100 * (1 - discount * days / 360))),
          bill("TBILLYIELD", "pr", (price, days) -> (100 - price) / price * 360 / days));

  private TreasuryBillFunctions() {}

  @FunctionalInterface
  private interface Formula {
    double of(double figure, double days);
  }

  private static FunctionSpec bill(String name, String figure, Formula formula) {
    return function(name, a -> bill(a, formula))
        .takes(plainNumber("settlement"), plainNumber("maturity"), plainNumber(figure));
  }

  private static Value bill(Arguments a, Formula formula) {
    boolean date1904 = a.workspace().date1904();
    double settlement = Math.floor(a.number(0));
    double maturity = Math.floor(a.number(1));
    if (!Serial.isValid(settlement, date1904)
        || !Serial.isValid(maturity, date1904)
        || maturity <= settlement
        || maturity > yearAfter(settlement, date1904)
        || a.number(2) <= 0) {
      return ErrorValue.NUM;
    }
    return NumberValue.of(formula.of(a.number(2), maturity - settlement));
  }

  /// NaN, which is `#NUM!`, when a discount takes away more than there is.
  private static double positive(double figure) {
    return figure < 0 ? Double.NaN : figure;
  }

  private static double yearAfter(double day, boolean date1904) {
    Serial start = Serial.day(day, date1904);
    return Serial.of(start.year() + 1.0, start.month(), start.day(), date1904);
  }

  /// The yield `y` of a bond that pays interest once half a year before its end: `price · (1 + y/2)
  /// · (1 + (t − 1/2)·y) = 1` for `t` years.
  private static double bondYield(double discount, double days) {
    if (days <= HALF_YEAR) {
      return positive(365 * discount / (360 - discount * days));
    }
    double price = 1 - discount * days / 360;
    double time = days / (days == 366 ? 366 : 365);
    return 2 * (Math.sqrt(time * time - (2 * time - 1) * (1 - 1 / price)) - time) / (2 * time - 1);
  }
}
