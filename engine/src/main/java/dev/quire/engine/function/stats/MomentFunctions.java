package dev.quire.engine.function.stats;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.list;
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

/// How lopsided and how peaked numbers are spread, and their mean without outliers.
public final class MomentFunctions {
  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          StatisticsFunctions.over("SKEW", MomentFunctions::sampleSkewness),
          StatisticsFunctions.over("SKEW.P", MomentFunctions::skewness).since(2013),
          StatisticsFunctions.over("KURT", MomentFunctions::kurtosis),
          function("TRIMMEAN", MomentFunctions::trimmed).takes(list("array"), number("percent")));

  private MomentFunctions() {}

  /// The sum of powers of the deviations, each in units of a deviation. Multiplied one by one,
  /// which leaves the last digits that Excel has.
  private static double powers(double[] numbers, double deviation, int power) {
    double mean = Spread.mean(numbers);
    double sum = 0;
    for (double number : numbers) {
      double distance = (number - mean) / deviation;
      double product = distance;
      for (int factor = 1; factor < power; factor++) {
        product *= distance;
      }
      sum += product;
    }
    return sum;
  }

  private static Scalar sampleSkewness(double[] numbers) {
    double n = numbers.length;
    double deviation = Math.sqrt(Spread.squares(numbers) / (n - 1));
    return n < 3 || deviation == 0
        ? ErrorValue.DIV0
        : NumberValue.of(n / (n - 1) / (n - 2) * powers(numbers, deviation, 3));
  }

  private static Scalar skewness(double[] numbers) {
    double n = numbers.length;
    double deviation = Math.sqrt(Spread.squares(numbers) / n);
    return n < 3 || deviation == 0
        ? ErrorValue.DIV0
        : NumberValue.of(powers(numbers, deviation, 3) / n);
  }

  private static Scalar kurtosis(double[] numbers) {
    double n = numbers.length;
    double deviation = Math.sqrt(Spread.squares(numbers) / (n - 1));
    if (n < 4 || deviation == 0) {
      return ErrorValue.DIV0;
    }
    double factor = n * (n + 1) / ((n - 1) * (n - 2) * (n - 3));
    double normal = 3 * (n - 1) * (n - 1) / ((n - 2) * (n - 3));
    return NumberValue.of(factor * powers(numbers, deviation, 4) - normal);
  }

  /// Leaves out the same number of the smallest and the greatest.
  private static Value trimmed(Arguments a) {
    double percent = a.number(1);
    return Numbers.of(a, 0, 1)
        .reduce(numbers -> {
          if (numbers.length == 0 || percent < 0 || percent >= 1) {
            return ErrorValue.NUM;
          }
          Arrays.sort(numbers);
          int cut = (int) (numbers.length * percent / 2);
          return Spread.average(Arrays.copyOfRange(numbers, cut, numbers.length - cut));
        });
  }
}
