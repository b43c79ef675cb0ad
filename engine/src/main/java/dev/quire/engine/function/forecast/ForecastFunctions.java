package dev.quire.engine.function.forecast;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.array;
import static dev.quire.engine.function.Parameters.number;

import dev.quire.engine.distribution.Normal;
import dev.quire.engine.formula.Arguments;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.Value;
import java.util.List;
import java.util.function.BiFunction;

/// Forecasts by additive exponential smoothing (`AAA` of the ETS family, without a season `AAN`).
public final class ForecastFunctions {
  private static final double CONFIDENCE = 0.95;
  private static final int MOST_STEPS = 1_000_000;

  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          function("FORECAST.ETS", ForecastFunctions::forecast)
              .takes(
                  number("target_date"),
                  array("values"),
                  array("timeline"),
                  number("seasonality").optional(),
                  number("data_completion").optional(),
                  number("aggregation").optional())
              .since(2016),
          function("FORECAST.ETS.CONFINT", ForecastFunctions::confidence)
              .takes(
                  number("target_date"),
                  array("values"),
                  array("timeline"),
                  number("confidence_level").optional(),
                  number("seasonality").optional(),
                  number("data_completion").optional(),
                  number("aggregation").optional())
              .since(2016),
          function("FORECAST.ETS.SEASONALITY", ForecastFunctions::seasonality)
              .takes(
                  array("values"),
                  array("timeline"),
                  number("data_completion").optional(),
                  number("aggregation").optional())
              .since(2016),
          function("FORECAST.ETS.STAT", ForecastFunctions::statistic)
              .takes(
                  array("values"),
                  array("timeline"),
                  number("statistic_type"),
                  number("seasonality").optional(),
                  number("data_completion").optional(),
                  number("aggregation").optional())
              .since(2016));

  private ForecastFunctions() {}

  private static Scalar smoothed(
      Arguments a,
      int valuesAt,
      int seasonalityAt,
      BiFunction<TimeSeries, Smoothing, Scalar> question) {
    var observed = new Observed(a, valuesAt, seasonalityAt + 1);
    return observed.reduce(series ->
        observed
            .period(seasonalityAt, series)
            .map(period -> Fit.of(series.values(), period, a.workspace()::checkTime))
            .map(smoothing -> question.apply(series, smoothing))
            .orElse(ErrorValue.NUM));
  }

  private static Value forecast(Arguments a) {
    return smoothed(
        a,
        1,
        3,
        (series, smoothing) -> {
          double place = series.place(a.number(0));
          return isInReach(place, series) ? NumberValue.of(smoothing.at(place)) : ErrorValue.NUM;
        });
  }

  /// Nothing is foreseen before the end of the series (D, and O for the interval).
  private static boolean isInReach(double place, TimeSeries series) {
    return place >= series.values().length - 1 && place <= series.values().length + MOST_STEPS;
  }

  /// A level of 0 is taken (O; documented as none).
  private static Value confidence(Arguments a) {
    double level = a.has(3) ? a.number(3) : CONFIDENCE;
    if (level < 0 || level >= 1) {
      return ErrorValue.NUM;
    }
    return smoothed(
        a,
        1,
        4,
        (series, smoothing) -> {
          double place = series.place(a.number(0));
          double steps = Math.max(1, place - series.values().length + 1);
          return isInReach(place, series)
              ? NumberValue.of(Normal.quantile((1 + level) / 2) * smoothing.deviation(steps))
              : ErrorValue.NUM;
        });
  }

  private static Value seasonality(Arguments a) {
    return new Observed(a, 0, 2).reduce(series -> new NumberValue(Trend.period(series.values())));
  }

  private static Value statistic(Arguments a) {
    int type = (int) Math.floor(a.number(2));
    return smoothed(
        a,
        0,
        3,
        (series, smoothing) ->
            switch (type) {
              case 1 -> NumberValue.of(smoothing.alpha());
              case 2 -> NumberValue.of(smoothing.beta());
              case 3 -> NumberValue.of(smoothing.gamma());
              case 4 -> NumberValue.of(smoothing.scaledError());
              case 5 -> NumberValue.of(smoothing.symmetricPercentage());
              case 6 -> NumberValue.of(smoothing.meanSize());
              case 7 -> NumberValue.of(smoothing.rootMeanSquare());
              case 8 -> NumberValue.of(series.told());
              default -> ErrorValue.NUM;
            });
  }
}
