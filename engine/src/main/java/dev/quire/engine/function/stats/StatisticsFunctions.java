package dev.quire.engine.function.stats;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.any;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.function.Numbers;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Value;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.jspecify.annotations.Nullable;

/// Averages and extremes.
public final class StatisticsFunctions {
  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          function("AVERAGE", StatisticsFunctions::average).takes(any("number").repeating()),
          function("MIN", a -> extreme(a, Math::min)).takes(any("number").repeating()),
          function("MAX", a -> extreme(a, Math::max)).takes(any("number").repeating()));

  private StatisticsFunctions() {}

  private static Value average(Arguments a) {
    var sum = new double[1];
    var count = new long[1];
    @Nullable ErrorValue error =
        Numbers.each(
            a,
            0,
            a.count(),
            number -> {
              sum[0] += number;
              count[0]++;
            });
    if (error != null) {
      return error;
    }
    return count[0] == 0 ? ErrorValue.DIV0 : NumberValue.of(sum[0] / count[0]);
  }

  /// Without numbers the extreme is 0.
  private static Value extreme(Arguments a, DoubleBinaryOperator better) {
    var best = new double[] {Double.NaN};
    @Nullable ErrorValue error =
        Numbers.each(
            a,
            0,
            a.count(),
            number ->
                best[0] = Double.isNaN(best[0]) ? number : better.applyAsDouble(best[0], number));
    if (error != null) {
      return error;
    }
    return Double.isNaN(best[0]) ? NumberValue.ZERO : new NumberValue(best[0]);
  }
}
