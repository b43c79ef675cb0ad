package dev.quire.engine.function.finance;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.any;
import static dev.quire.engine.function.Parameters.list;
import static dev.quire.engine.function.Parameters.number;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.function.Numbers;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.Value;
import java.util.List;

/// Investments with uneven payments at even times.
public final class CashFlowFunctions {
  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          function("NPV", CashFlowFunctions::npv).takes(number("rate"), any("value").repeating()),
          function("IRR", CashFlowFunctions::irr).takes(list("values"), number("guess").optional()),
          function("MIRR", CashFlowFunctions::mirr)
              .takes(list("values"), number("finance_rate"), number("reinvest_rate")));

  private CashFlowFunctions() {}

  private static Value npv(Arguments a) {
    double rate = a.number(0);
    return rate == -1
        ? ErrorValue.DIV0
        : Numbers.of(a, 1, a.count()).reduce(flows -> NumberValue.of(presentValue(rate, flows)));
  }

  /// The worth one period before the first payment. Rounding goes as Excel's does, so that what is
  /// left at the rate that `IRR` finds is the same noise.
  private static double presentValue(double rate, double[] flows) {
    double worth = 0;
    double growth = 1;
    for (double flow : flows) {
      worth += flow / growth;
      growth *= 1 + rate;
    }
    return worth / (1 + rate);
  }

  private static Value irr(Arguments a) {
    double guess = a.has(1) ? a.number(1) : 0.1;
    return guess <= -1
        ? ErrorValue.VALUE
        : Numbers.of(a, 0, 1)
            .reduce(flows -> ReturnRate.of(flows, guess, a.workspace()::checkTime));
  }

  /// Payments are financed at one rate, earnings are reinvested at the other.
  private static Value mirr(Arguments a) {
    return Numbers.of(a, 0, 1).reduce(flows -> mirr(flows, a.number(1), a.number(2)));
  }

  private static Scalar mirr(double[] flows, double finance, double reinvest) {
    int last = flows.length - 1;
    double paid = 0;
    double earned = 0;
    for (int i = 0; i <= last; i++) {
      paid += flows[i] < 0 ? flows[i] * Math.pow(1 + finance, -i) : 0;
      earned += flows[i] > 0 ? flows[i] * Math.pow(1 + reinvest, last - i) : 0;
    }
    return paid == 0 || last < 1
        ? ErrorValue.DIV0
        : NumberValue.of(Math.pow(-earned / paid, 1.0 / last) - 1);
  }
}
