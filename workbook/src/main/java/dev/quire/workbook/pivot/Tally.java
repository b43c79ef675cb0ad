package dev.quire.workbook.pivot;

import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import java.util.Optional;

/// Adds up the values of one data field.
final class Tally {
  private int values;
  private int numbers;
  private double sum;
  private double product = 1;
  private double least = Double.POSITIVE_INFINITY;
  private double largest = Double.NEGATIVE_INFINITY;
  private double mean;
  private double squares;
  private Optional<ErrorValue> error = Optional.empty();

  void add(Scalar value) {
    switch (value) {
      case BlankValue _ -> {}
      case NumberValue(double number) -> number(number);
      case ErrorValue wrong -> {
        values++;
        error = error.or(() -> Optional.of(wrong));
      }
      default -> values++;
    }
  }

  /// Deviations are added up around the mean of the numbers so far (Welford 1962), which loses no
  /// digits when the mean is large.
  private void number(double number) {
    values++;
    numbers++;
    sum += number;
    product *= number;
    least = Math.min(least, number);
    largest = Math.max(largest, number);
    double off = number - mean;
    mean += off / numbers;
    squares += off * (number - mean);
  }

  /// The summary; blank where there is no value at all.
  Scalar summary(Summary summary) {
    if (values == 0) {
      return BlankValue.BLANK;
    }
    if (summary == Summary.COUNT) {
      return new NumberValue(values);
    }
    if (summary == Summary.COUNT_NUMBERS) {
      return new NumberValue(numbers);
    }
    return error.<Scalar>map(wrong -> wrong).orElseGet(() -> number(summary));
  }

  private Scalar number(Summary summary) {
    return switch (summary) {
      case SUM -> new NumberValue(sum);
      case COUNT -> new NumberValue(values);
      case COUNT_NUMBERS -> new NumberValue(numbers);
      case AVERAGE -> numbers == 0 ? ErrorValue.DIV0 : new NumberValue(sum / numbers);
      case MAX -> new NumberValue(numbers == 0 ? 0 : largest);
      case MIN -> new NumberValue(numbers == 0 ? 0 : least);
      case PRODUCT -> new NumberValue(numbers == 0 ? 0 : product);
      case VARIANCE -> variance(numbers - 1, false);
      case VARIANCE_OF_ALL -> variance(numbers, false);
      case STANDARD_DEVIATION -> variance(numbers - 1, true);
      case STANDARD_DEVIATION_OF_ALL -> variance(numbers, true);
    };
  }

  private Scalar variance(int by, boolean root) {
    if (by <= 0) {
      return ErrorValue.DIV0;
    }
    double variance = squares / by;
    return new NumberValue(root ? Math.sqrt(variance) : variance);
  }
}
