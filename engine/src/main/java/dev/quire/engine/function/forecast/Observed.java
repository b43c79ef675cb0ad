package dev.quire.engine.function.forecast;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.formula.Matrix;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// Reads the values and the time line of the `FORECAST.ETS` functions.
final class Observed {
  private static final int MOST_POINTS = 100_000;

  /// The hours of a leap year. Documented are those of a common year, 8,760; one more was seen to
  /// be taken, and 9,000 to be refused (O).
  private static final int LONGEST_PERIOD = 8_784;

  private final Arguments arguments;
  private final int valuesAt;
  private final int optionsAt;

  /// @param valuesAt where the values stand, before the time line
  /// @param optionsAt where data completion and aggregation may stand
  Observed(Arguments arguments, int valuesAt, int optionsAt) {
    this.arguments = arguments;
    this.valuesAt = valuesAt;
    this.optionsAt = optionsAt;
  }

  /// What a calculation makes of the series; `#VALUE!` when values or time line were left out,
  /// `#N/A` when they are not as many, `#NUM!` when the steps are not even. Only moments with a
  /// number count, and a number of their own; with fewer than two it is `#DIV/0!` (O).
  Scalar reduce(Function<TimeSeries, Scalar> calculation) {
    if (!arguments.has(valuesAt) || !arguments.has(valuesAt + 1)) {
      return ErrorValue.VALUE;
    }
    Matrix values = arguments.matrix(valuesAt);
    Matrix times = arguments.matrix(valuesAt + 1);
    double completion = option(0, 1);
    double aggregation = Math.floor(option(1, 1));
    if (values.size() != times.size()) {
      return ErrorValue.NA;
    }
    if (completion != 0 && completion != 1 || aggregation < 1 || aggregation > 7) {
      return ErrorValue.NUM;
    }
    if (values.size() > MOST_POINTS) {
      return ErrorValue.NUM;
    }
    TreeMap<Double, List<Double>> byTime = new TreeMap<>();
    int count = 0;
    for (int i = 0; i < values.size(); i++) {
      if (values.at(i) instanceof ErrorValue error) {
        return error;
      }
      if (times.at(i) instanceof ErrorValue error) {
        return error;
      }
      if (values.at(i) instanceof NumberValue(double value)
          && times.at(i) instanceof NumberValue(double time)) {
        byTime.computeIfAbsent(time, _ -> new ArrayList<>()).add(value);
        count++;
      }
    }
    return count < 2
        ? ErrorValue.DIV0
        : series(byTime, (int) aggregation, completion == 1)
            .map(calculation)
            .orElse(ErrorValue.NUM);
  }

  private double option(int index, double otherwise) {
    int place = optionsAt + index;
    return arguments.has(place) ? arguments.number(place) : otherwise;
  }

  /// Empty for a single moment (O), and when the steps are not even.
  private Optional<TimeSeries> series(
      Map<Double, List<Double>> byTime, int aggregation, boolean interpolates) {
    if (byTime.size() < 2) {
      return Optional.empty();
    }
    double[] times = byTime.keySet().stream().mapToDouble(time -> time).toArray();
    double[] values =
        byTime.values().stream()
            .mapToDouble(
                same -> aggregated(same.stream().mapToDouble(v -> v).toArray(), aggregation))
            .toArray();
    return TimeSeries.of(times, values, interpolates, arguments.workspace().date1904());
  }

  /// One value for several of the same moment, by the number of the aggregation.
  private static double aggregated(double[] values, int aggregation) {
    Arrays.sort(values);
    int middle = values.length / 2;
    return switch (aggregation) {
      case 2, 3 -> values.length;
      case 4 -> values[values.length - 1];
      case 5 -> values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
      case 6 -> values[0];
      case 7 -> Arrays.stream(values).sum();
      default -> Arrays.stream(values).average().orElse(0);
    };
  }

  /// The period that an argument asks for: 0 for none, 1 for the one found in the series; one of
  /// which the series holds no more than two counts as none (O). Empty when it is out of range or
  /// not whole.
  Optional<Integer> period(int place, TimeSeries series) {
    double asked = arguments.has(place) ? arguments.number(place) : 1;
    if (asked < 0 || asked > LONGEST_PERIOD || asked != Math.rint(asked)) {
      return Optional.empty();
    }
    int period = asked == 1 ? Trend.period(series.values()) : (int) asked;
    return Optional.of(period * 2 >= series.values().length ? 1 : Math.max(period, 1));
  }
}
