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

/// Securities that pay once, at maturity, and are bought at a discount.
public final class DiscountFunctions {
  private static final Parameter SETTLEMENT = plainNumber("settlement");
  private static final Parameter MATURITY = plainNumber("maturity");
  private static final Parameter BASIS = plainNumber("basis").optional();

  @FunctionalInterface
  private interface Formula {
    double of(double first, double second, double years);
  }

  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          discounted("DISC", "pr", "redemption", (pr, back, t) -> (back - pr) / back / t),
          discounted("YIELDDISC", "pr", "redemption", (pr, back, t) -> (back / pr - 1) / t),
          discounted("INTRATE", "investment", "redemption", (in, back, t) -> (back - in) / in / t),
          discounted("PRICEDISC", "discount", "redemption", (d, back, t) -> back - d * back * t),
          function("RECEIVED", DiscountFunctions::received)
              .takes(
                  SETTLEMENT, MATURITY, plainNumber("investment"), plainNumber("discount"), BASIS),
          function("PRICEMAT", DiscountFunctions::priceAtMaturity)
              .takes(
                  SETTLEMENT,
                  MATURITY,
                  plainNumber("issue"),
                  plainNumber("rate"),
                  plainNumber("yld"),
                  BASIS),
          function("YIELDMAT", DiscountFunctions::yieldAtMaturity)
              .takes(
                  SETTLEMENT,
                  MATURITY,
                  plainNumber("issue"),
                  plainNumber("rate"),
                  plainNumber("pr"),
                  BASIS));

  private DiscountFunctions() {}

  private static FunctionSpec discounted(
      String name, String first, String second, Formula formula) {
    return function(name, a -> discounted(a, formula))
        .takes(SETTLEMENT, MATURITY, plainNumber(first), plainNumber(second), BASIS);
  }

  private static Value discounted(Arguments a, Formula formula) {
    double first = a.number(2);
    double second = a.number(3);
    return first <= 0 || second <= 0
        ? ErrorValue.NUM
        : Term.read(a, 0, 1, 4, term -> NumberValue.of(formula.of(first, second, term.years())));
  }

  private static Value received(Arguments a) {
    return a.number(2) <= 0 || a.number(3) <= 0
        ? ErrorValue.NUM
        : Term.read(
            a,
            0,
            1,
            4,
            term -> {
              double share = 1 - a.number(3) * term.years();
              return share <= 0 ? ErrorValue.NUM : NumberValue.of(a.number(2) / share);
            });
  }

  /// The years from settlement to maturity, from issue to maturity, and from issue to settlement.
  /// All are years of the time from issue to settlement, and what is left of the days after that
  /// time is the rest, whatever the basis would count for it (both observed).
  private record Life(double rest, double whole, double past) {
    static Life of(Term term, double issue) {
      double year = term.days().yearLength(issue, term.from());
      double past = term.days().between(issue, term.from());
      double whole = term.days().between(issue, term.to());
      return new Life((whole - past) / year, whole / year, past / year);
    }
  }

  private static Value priceAtMaturity(Arguments a) {
    double rate = a.number(3);
    double yield = a.number(4);
    double issue = Math.floor(a.number(2));
    return rate < 0 || yield < 0
        ? ErrorValue.NUM
        : Term.read(
            a,
            0,
            1,
            5,
            term -> {
              if (!term.days().holds(issue) || issue >= term.from()) {
                return ErrorValue.NUM;
              }
              Life life = Life.of(term, issue);
              double worth = (1 + life.whole() * rate) / (1 + life.rest() * yield);
              return NumberValue.of((worth - life.past() * rate) * 100);
            });
  }

  private static Value yieldAtMaturity(Arguments a) {
    double rate = a.number(3);
    double price = a.number(4) / 100;
    double issue = Math.floor(a.number(2));
    return rate < 0 || price <= 0
        ? ErrorValue.NUM
        : Term.read(
            a,
            0,
            1,
            5,
            term -> {
              if (!term.days().holds(issue) || issue >= term.from()) {
                return ErrorValue.NUM;
              }
              Life life = Life.of(term, issue);
              double paid = price + life.past() * rate;
              return NumberValue.of((1 + life.whole() * rate - paid) / paid / life.rest());
            });
  }
}
