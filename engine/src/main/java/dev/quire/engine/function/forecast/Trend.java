package dev.quire.engine.function.forecast;

import dev.quire.engine.function.stats.Spread;
import java.util.Arrays;

/// What a series looks like before it is smoothed: its slope, its season, its period.
final class Trend {
  /// A period counts when values one period apart go together at least so well (?).
  private static final double LEAST_CORRELATION = 0.3;

  /// What is left of a straight line by rounding, as a share of its values.
  private static final double ROUNDING = 1e-12;

  private static final int LONGEST_SEARCHED = 400;

  /// Series of these lengths are taken for a line over seven moments.
  private static final int SHORT_FROM = 4;

  private static final int SHORT = 7;

  /// How far the last of seven moments lies from their middle, and the sum of all such squares.
  private static final double FURTHEST = 3;

  private static final double SQUARES = 28;

  private Trend() {}

  /// The rise per step: of the regression line, or with a season the mean from each value to the
  /// one a period later.
  ///
  /// Four to six values are drawn out along their line to seven, the last of which lies off the
  /// line as far as the first does (O).
  static double slope(double[] series, int period) {
    if (period == 1 || series.length <= period) {
      double slope = slope(series);
      return series.length < SHORT_FROM || series.length >= SHORT
          ? slope
          : slope + withoutSlope(series, slope)[0] * FURTHEST / SQUARES;
    }
    double sum = 0;
    for (int at = period; at < series.length; at++) {
      sum += series[at] - series[at - period];
    }
    return sum / (series.length - period) / period;
  }

  private static double slope(double[] series) {
    double middle = (series.length - 1) / 2.0;
    double products = 0;
    double squares = 0;
    for (int at = 0; at < series.length; at++) {
      products += (at - middle) * series[at];
      squares += (at - middle) * (at - middle);
    }
    return squares == 0 ? 0 : products / squares;
  }

  private static double[] withoutSlope(double[] series, double slope) {
    double level = Spread.mean(series) - slope * (series.length - 1) / 2.0;
    var rest = new double[series.length];
    for (int at = 0; at < series.length; at++) {
      rest[at] = series[at] - level - slope * at;
    }
    return rest;
  }

  /// For each place in a period the mean distance from the straight rise, 0 in sum.
  static double[] season(double[] series, int period) {
    var season = new double[period];
    if (period == 1) {
      return season;
    }
    double[] rest = withoutSlope(series, slope(series, period));
    for (int place = 0; place < period; place++) {
      int count = 0;
      for (int at = place; at < rest.length; at += period) {
        season[place] += rest[at];
        count++;
      }
      season[place] /= Math.max(1, count);
    }
    double mean = Spread.mean(season);
    for (int place = 0; place < period; place++) {
      season[place] -= mean;
    }
    return season;
  }

  /// The period after which the series resembles itself most. When it never does, 1 when each value
  /// goes together with the next, otherwise 0 (O for some series of both kinds; ? for the bound).
  static int period(double[] series) {
    double[] rest = withoutSlope(series, slope(series));
    if (isNothing(rest, series)) {
      return 0;
    }
    int best = correlation(rest, 1) > LEAST_CORRELATION ? 1 : 0;
    double most = LEAST_CORRELATION;
    for (int lag = 2; lag <= Math.min(series.length / 2, LONGEST_SEARCHED); lag++) {
      double correlation = correlation(rest, lag);
      boolean isPeak =
          correlation >= correlation(rest, lag - 1) && correlation > correlation(rest, lag + 1);
      if (isPeak && correlation > most) {
        most = correlation;
        best = lag;
      }
    }
    return best;
  }

  private static boolean isNothing(double[] rest, double[] series) {
    double size = Arrays.stream(series).map(Math::abs).max().orElse(0);
    return Arrays.stream(rest).allMatch(value -> Math.abs(value) <= size * ROUNDING);
  }

  private static double correlation(double[] rest, int lag) {
    double products = 0;
    double squares = 0;
    for (int at = 0; at < rest.length; at++) {
      squares += rest[at] * rest[at];
      products += at < lag ? 0 : rest[at] * rest[at - lag];
    }
    return squares == 0 ? 0 : products / squares;
  }
}
