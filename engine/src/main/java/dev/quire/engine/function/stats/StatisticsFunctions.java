package dev.quire.engine.function.stats;

import static dev.quire.engine.function.FunctionSpec.folding;
import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.any;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.function.Folds;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.function.Numbers;
import dev.quire.engine.function.Numbers.Calculation;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.Value;
import java.util.Arrays;
import java.util.List;

/// Averages, extremes and spread.
public final class StatisticsFunctions {
  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          folding("AVERAGE", Folds.Average::new),
          folding("MIN", Folds.Least::new),
          folding("MAX", Folds.Greatest::new),
          function("MEDIAN", StatisticsFunctions::median).takes(any("number").repeating()),
          over("VAR.S", numbers -> Spread.variance(numbers, 1)).since(2010),
          over("VAR", numbers -> Spread.variance(numbers, 1)),
          over("VAR.P", numbers -> Spread.variance(numbers, 0)).since(2010),
          over("VARP", numbers -> Spread.variance(numbers, 0)),
          over("STDEV.S", numbers -> Spread.deviation(numbers, 1)).since(2010),
          over("STDEV", numbers -> Spread.deviation(numbers, 1)),
          over("STDEV.P", numbers -> Spread.deviation(numbers, 0)).since(2010),
          over("STDEVP", numbers -> Spread.deviation(numbers, 0)),
          over("DEVSQ", StatisticsFunctions::squaredDeviations),
          over("AVEDEV", StatisticsFunctions::averageDeviation),
          over("GEOMEAN", StatisticsFunctions::geometricMean),
          over("HARMEAN", StatisticsFunctions::harmonicMean));

  private StatisticsFunctions() {}

  /// A function of all numbers in its arguments.
  static FunctionSpec over(String name, Calculation calculation) {
    return function(name, a -> Numbers.of(a, 0).reduce(calculation))
        .takes(any("number").repeating());
  }

  private static Value median(Arguments a) {
    return a.count() == 1
        ? Numbers.sorted(a, 0, StatisticsFunctions::middle)
        : Numbers.of(a, 0).reduce(StatisticsFunctions::median);
  }

  static Scalar median(double[] numbers) {
    Arrays.sort(numbers);
    return middle(numbers);
  }

  private static Scalar middle(double[] numbers) {
    if (numbers.length == 0) {
      return ErrorValue.NUM;
    }
    int middle = numbers.length / 2;
    return NumberValue.of(
        numbers.length % 2 == 1 ? numbers[middle] : (numbers[middle - 1] + numbers[middle]) / 2);
  }

  private static Scalar squaredDeviations(double[] numbers) {
    return numbers.length == 0 ? ErrorValue.NUM : NumberValue.of(Spread.squares(numbers));
  }

  private static Scalar averageDeviation(double[] numbers) {
    if (numbers.length == 0) {
      return ErrorValue.NUM;
    }
    double mean = Spread.mean(numbers);
    double sum = 0;
    for (double number : numbers) {
      sum += Math.abs(number - mean);
    }
    return NumberValue.of(sum / numbers.length);
  }

  private static Scalar geometricMean(double[] numbers) {
    double logarithms = 0;
    for (double number : numbers) {
      if (number <= 0) {
        return ErrorValue.NUM;
      }
      logarithms += Math.log(number);
    }
    return numbers.length == 0
        ? ErrorValue.NUM
        : NumberValue.of(Math.exp(logarithms / numbers.length));
  }

  private static Scalar harmonicMean(double[] numbers) {
    double reciprocals = 0;
    for (double number : numbers) {
      if (number <= 0) {
        return ErrorValue.NUM;
      }
      reciprocals += 1 / number;
    }
    return numbers.length == 0 ? ErrorValue.NUM : NumberValue.of(numbers.length / reciprocals);
  }
}
