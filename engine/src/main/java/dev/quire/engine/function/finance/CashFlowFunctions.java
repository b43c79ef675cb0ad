package dev.quire.engine.function.finance;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.any;
import static dev.quire.engine.function.Parameters.number;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.function.Numbers;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.Value;
import java.util.Arrays;
import java.util.List;

/// Investments with uneven payments at even times.
public final class CashFlowFunctions {
  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          function("NPV", CashFlowFunctions::npv).takes(number("rate"), any("value").repeating()),
          function("IRR", CashFlowFunctions::irr).takes(any("values"), number("guess").optional()));

  private CashFlowFunctions() {}

  private static Value npv(Arguments a) {
    double rate = a.number(0);
    return rate == -1
        ? ErrorValue.DIV0
        : Numbers.of(a, 1).reduce(flows -> NumberValue.of(presentValue(rate, flows) / (1 + rate)));
  }

  /// The worth at the time of the first payment.
  private static double presentValue(double rate, double[] flows) {
    double worth = 0;
    for (int i = flows.length - 1; i >= 0; i--) {
      worth = worth / (1 + rate) + flows[i];
    }
    return worth;
  }

  private static Value irr(Arguments a) {
    double guess = a.has(1) ? a.number(1) : 0.1;
    return Numbers.of(a, 0, 1).reduce(flows -> irr(flows, guess));
  }

  private static Scalar irr(double[] flows, double guess) {
    boolean pays = Arrays.stream(flows).anyMatch(flow -> flow < 0);
    boolean earns = Arrays.stream(flows).anyMatch(flow -> flow > 0);
    if (!pays || !earns || guess <= -1) {
      return ErrorValue.NUM;
    }
    return Root.near(guess, rate -> presentValue(rate, flows));
  }
}
