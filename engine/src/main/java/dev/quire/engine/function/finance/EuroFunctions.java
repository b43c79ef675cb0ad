package dev.quire.engine.function.finance;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.logical;
import static dev.quire.engine.function.Parameters.number;
import static dev.quire.engine.function.Parameters.text;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/// Amounts in the currencies that became the euro (Excel, EUROCONVERT function). Its rates are
/// fixed by law and never change.
public final class EuroFunctions {
  private static final int LEAST_TRIANGULATION = 3;

  /// A double has no more digits than these.
  private static final int MOST_TRIANGULATION = 17;

  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          function("EUROCONVERT", EuroFunctions::convert)
              .takes(
                  number("number"),
                  text("source"),
                  text("target"),
                  logical("full_precision").optional(),
                  number("triangulation_precision").optional()));

  private EuroFunctions() {}

  /// A currency, how much of it is one euro, and to how many decimals amounts are calculated.
  private enum Currency {
    EUR(1, 2),
    ATS(13.7603, 2),
    BEF(40.3399, 0),
    DEM(1.95583, 2),
    ESP(166.386, 0),
    FIM(5.94573, 2),
    FRF(6.55957, 2),
    GRD(340.750, 0),
    IEP(0.787564, 2),
    ITL(1936.27, 0),
    LUF(40.3399, 0),
    NLG(2.20371, 2),
    PTE(200.482, 0),
    SIT(239.640, 2);

    private final double rate;
    private final int decimals;

    Currency(double rate, int decimals) {
      this.rate = rate;
      this.decimals = decimals;
    }

    static Optional<Currency> of(String code) {
      for (Currency currency : values()) {
        if (currency.name().equalsIgnoreCase(code)) {
          return Optional.of(currency);
        }
      }
      return Optional.empty();
    }
  }

  private static Value convert(Arguments a) {
    Optional<Currency> source = Currency.of(a.text(1));
    Optional<Currency> target = Currency.of(a.text(2));
    double digits = Math.floor(a.has(4) ? a.number(4) : MOST_TRIANGULATION);
    if (source.isEmpty() || target.isEmpty() || digits < LEAST_TRIANGULATION) {
      return ErrorValue.VALUE;
    }
    if (source.equals(target)) {
      return new NumberValue(a.number(0));
    }
    double euros = triangulated(a.number(0) / source.get().rate, (int) digits);
    double amount = euros * target.get().rate;
    return NumberValue.of(a.logical(3, false) ? amount : rounded(amount, target.get().decimals));
  }

  /// The intermediate amount in euros, to a number of significant digits.
  private static double triangulated(double euros, int digits) {
    return digits >= MOST_TRIANGULATION
        ? euros
        : new BigDecimal(euros).round(new MathContext(digits, RoundingMode.HALF_UP)).doubleValue();
  }

  private static double rounded(double amount, int decimals) {
    return new BigDecimal(amount).setScale(decimals, RoundingMode.HALF_UP).doubleValue();
  }
}
