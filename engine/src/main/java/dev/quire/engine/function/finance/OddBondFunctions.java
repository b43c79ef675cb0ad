package dev.quire.engine.function.finance;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.plainNumber;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.formula.Parameter;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Bonds whose first or last coupon period is shorter or longer than the others.
public final class OddBondFunctions {
  private static final Parameter SETTLEMENT = plainNumber("settlement");
  private static final Parameter MATURITY = plainNumber("maturity");
  private static final Parameter RATE = plainNumber("rate");
  private static final Parameter REDEMPTION = plainNumber("redemption");
  private static final Parameter FREQUENCY = plainNumber("frequency");
  private static final Parameter BASIS = plainNumber("basis").optional();

  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          first("ODDFPRICE", "yld", (bond, yield) -> NumberValue.of(bond.price(yield))),
          first("ODDFYIELD", "pr", OddBondFunctions::yieldOfFirst),
          last("ODDLPRICE", "yld", OddLastBond::price),
          last("ODDLYIELD", "pr", OddLastBond::yieldAt));

  private OddBondFunctions() {}

  @FunctionalInterface
  private interface FirstFormula {
    Value of(OddFirstBond bond, double figure);
  }

  @FunctionalInterface
  private interface LastFormula {
    double of(OddLastBond bond, double figure);
  }

  private static FunctionSpec first(String name, String figure, FirstFormula formula) {
    return function(
            name,
            a ->
                a.number(5) < 0 || figure.equals("pr") && a.number(5) == 0
                    ? ErrorValue.NUM
                    : oddFirst(a, bond -> formula.of(bond, a.number(5))))
        .takes(
            SETTLEMENT,
            MATURITY,
            plainNumber("issue"),
            plainNumber("first_coupon"),
            RATE,
            plainNumber(figure),
            REDEMPTION,
            FREQUENCY,
            BASIS);
  }

  private static FunctionSpec last(String name, String figure, LastFormula formula) {
    return function(
            name,
            a ->
                a.number(4) < 0 || figure.equals("pr") && a.number(4) == 0
                    ? ErrorValue.NUM
                    : oddLast(a, bond -> NumberValue.of(formula.of(bond, a.number(4)))))
        .takes(
            SETTLEMENT,
            MATURITY,
            plainNumber("last_interest"),
            RATE,
            plainNumber(figure),
            REDEMPTION,
            FREQUENCY,
            BASIS);
  }

  private static Value yieldOfFirst(OddFirstBond bond, double price) {
    return Root.near(bond.rate(), -bond.frequency(), yield -> bond.price(yield) - price);
  }

  /// Maturity after first coupon after settlement after issue.
  private static Value oddFirst(Arguments a, Function<OddFirstBond, Value> next) {
    double issue = Math.floor(a.number(2));
    double first = Math.floor(a.number(3));
    Optional<Integer> frequency = Coupons.frequency(a.number(7));
    if (a.number(4) < 0 || a.number(6) <= 0 || frequency.isEmpty()) {
      return ErrorValue.NUM;
    }
    return Term.read(
        a,
        0,
        1,
        8,
        term ->
            !term.days().holds(issue)
                    || issue >= term.from()
                    || first <= term.from()
                    || first >= term.to()
                ? ErrorValue.NUM
                : OddFirstBond.of(term, issue, first, a.number(4), a.number(6), frequency.get())
                    .map(next)
                    .orElse(ErrorValue.NUM));
  }

  /// Maturity after settlement after last interest.
  private static Value oddLast(Arguments a, Function<OddLastBond, Value> next) {
    double last = Math.floor(a.number(2));
    Optional<Integer> frequency = Coupons.frequency(a.number(6));
    if (a.number(3) < 0 || a.number(5) <= 0 || frequency.isEmpty()) {
      return ErrorValue.NUM;
    }
    return Term.read(
        a,
        0,
        1,
        7,
        term ->
            !term.days().holds(last) || last >= term.from()
                ? ErrorValue.NUM
                : next.apply(
                    OddLastBond.of(term, last, a.number(3), a.number(5), frequency.get())));
  }
}
