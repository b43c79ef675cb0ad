package dev.quire.engine.function.stats;

import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import java.util.Arrays;

/// Mean and spread of numbers, added in the order given, as Excel does.
public final class Spread {
  private Spread() {}

  /// The plain sum.
  public static double sum(double[] numbers) {
    double sum = 0;
    for (double number : numbers) {
      sum += number;
    }
    return sum;
  }

  /// The sum over the count; not a number when there is none.
  public static double mean(double[] numbers) {
    return sum(numbers) / numbers.length;
  }

  /// The mean; `#DIV/0!` without numbers.
  public static Scalar average(double[] numbers) {
    return numbers.length == 0 ? ErrorValue.DIV0 : NumberValue.of(mean(numbers));
  }

  /// The sum of the squares of the deviations from the mean.
  public static double squares(double[] numbers) {
    double mean = mean(numbers);
    double sum = 0;
    for (double number : numbers) {
      sum += (number - mean) * (number - mean);
    }
    return sum;
  }

  /// The mean square of the deviations; `#DIV/0!` when there are too few numbers, and `#NUM!` when
  /// the square of one of them is beyond all numbers, even without deviations (observed).
  ///
  /// @param lost degrees of freedom taken by the mean: 1 for a sample, 0 for all
  public static Scalar variance(double[] numbers, int lost) {
    if (numbers.length <= lost) {
      return ErrorValue.DIV0;
    }
    return Arrays.stream(numbers).allMatch(number -> Double.isFinite(number * number))
        ? NumberValue.of(squares(numbers) / (numbers.length - lost))
        : ErrorValue.NUM;
  }

  /// The root of the variance, or why there is none.
  ///
  /// @param lost as for the variance
  public static Scalar deviation(double[] numbers, int lost) {
    Scalar squared = variance(numbers, lost);
    return squared instanceof NumberValue(double variance)
        ? NumberValue.of(Math.sqrt(variance))
        : squared;
  }
}
