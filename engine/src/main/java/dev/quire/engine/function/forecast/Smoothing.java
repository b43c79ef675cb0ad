package dev.quire.engine.function.forecast;

/// Additive exponential smoothing of a series: a level, a trend and, with a period above 1, a
/// season. The start is the first value and the rise of the series; how far the level follows the
/// last value and the trend the last error (O). With a season the slope is that from period to
/// period, and the season starts from the means of each place in it (?).
///
/// @param alpha share of an error that the level takes
/// @param beta share that the trend takes
/// @param gamma share that the season takes
record Smoothing(double[] series, int period, double alpha, double beta, double gamma) {
  /// What is known at a moment.
  private static final class State {
    private double level;
    private double trend;
    private final double[] season;

    State(double[] series, int period) {
      this.trend = Trend.slope(series, period);
      this.season = Trend.season(series, period);
      this.level = series[0] - season[0];
    }

    double next(int steps, int at) {
      return level + steps * trend + season[Math.floorMod(at, season.length)];
    }

    void learn(double error, int at, Smoothing shares) {
      level += trend + shares.alpha * error;
      trend += shares.beta * error;
      if (season.length > 1) {
        season[at % season.length] += shares.gamma * error;
      }
    }
  }

  /// The same series, with another share for the level.
  Smoothing withAlpha(double share) {
    return new Smoothing(series, period, share, beta, gamma);
  }

  /// The same series, with another share for the trend.
  Smoothing withBeta(double share) {
    return new Smoothing(series, period, alpha, share, gamma);
  }

  /// The same series, with another share for the season.
  Smoothing withGamma(double share) {
    return new Smoothing(series, period, alpha, beta, share);
  }

  /// The error of each value against what was foreseen one step before; the first has none.
  double[] errors() {
    var errors = new double[series.length];
    run(errors);
    return errors;
  }

  private State run(double[] errors) {
    var state = new State(series, period);
    for (int at = 1; at < series.length; at++) {
      errors[at] = series[at] - state.next(1, at);
      state.learn(errors[at], at, this);
    }
    return state;
  }

  /// The value foreseen at a place from 0 on; places inside the series give what was foreseen for
  /// them, places between two the line between both.
  double at(double place) {
    double[] errors = new double[series.length];
    State end = run(errors);
    int below = (int) Math.floor(place);
    double rest = place - below;
    double value = at(below, errors, end);
    return rest == 0 ? value : value + rest * (at(below + 1, errors, end) - value);
  }

  private double at(int place, double[] errors, State end) {
    return place < series.length
        ? series[place] - errors[place]
        : end.next(place - series.length + 1, place);
  }

  /// The standard deviation of what is foreseen so many steps beyond the series, at least one;
  /// between two steps it lies on the line between both (O).
  double deviation(double steps) {
    int below = (int) Math.floor(steps);
    double rest = steps - below;
    double size = wholeDeviation(below);
    return rest == 0 ? size : size + rest * (wholeDeviation(below + 1) - size);
  }

  private double wholeDeviation(int steps) {
    double sum = 1;
    for (int j = 1; j < steps; j++) {
      double share = alpha + beta * j + (period > 1 && j % period == 0 ? gamma : 0);
      sum += share * share;
    }
    return rootMeanSquare() * Math.sqrt(sum);
  }

  /// The root of the mean square of the errors, over all values.
  double rootMeanSquare() {
    double sum = 0;
    for (double error : errors()) {
      sum += error * error;
    }
    return Math.sqrt(sum / series.length);
  }

  /// The mean size of the errors, over all values.
  double meanSize() {
    double sum = 0;
    for (double error : errors()) {
      sum += Math.abs(error);
    }
    return sum / series.length;
  }

  /// The mean size of errors over the mean size of a step of the series (or of a whole period); 0
  /// without errors, also where the series never changes (O).
  double scaledError() {
    double size = meanSize();
    if (size == 0) {
      return 0;
    }
    double steps = 0;
    for (int at = period; at < series.length; at++) {
      steps += Math.abs(series[at] - series[at - period]);
    }
    return size / (steps / (series.length - period));
  }

  /// The mean size of errors in parts of the value and what was foreseen.
  double symmetricPercentage() {
    double[] errors = errors();
    double sum = 0;
    for (int at = 0; at < errors.length; at++) {
      double size = Math.abs(series[at]) + Math.abs(series[at] - errors[at]);
      sum += size == 0 ? 0 : 2 * Math.abs(errors[at]) / size;
    }
    return sum / errors.length;
  }
}
