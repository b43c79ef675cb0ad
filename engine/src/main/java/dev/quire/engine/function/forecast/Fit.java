package dev.quire.engine.function.forecast;

/// Searches the shares with which a series is foreseen best: the mean square of the errors is
/// least. One share after the other is chosen among a few and then kept: the level's first, then
/// the trend's, which stays below it (O); the season's last, and no less searched (?). The shares
/// to start with are those that Excel gives where all foresee the series (O).
final class Fit {
  /// Up to so many values nothing is searched (O).
  private static final int FEWEST = 3;

  private static final double[] OF_FEWEST = {0.1, 0.099, Math.ulp(1.0)};

  /// Without a season its share is the least there is above nothing (O).
  private static final double[] START = {0.9, 0.001, Math.ulp(1.0)};

  private static final double[] SEASONAL_START = {0.751, 0.001, 0.001};

  private static final double[] OF_LEVEL = {0.998, 0.9, 0.75, 0.5, 0.25, 0.1, 0.002};
  private static final double[] OF_TREND = {0.001, 0.099, 0.249, 0.499, 0.749, 0.899};

  private Smoothing best;
  private double least;

  private Fit(Smoothing start) {
    this.best = start;
    this.least = start.rootMeanSquare();
  }

  /// The best smoothing of a series.
  ///
  /// @param checkTime is called now and then and may throw
  static Smoothing of(double[] series, int period, Runnable checkTime) {
    if (series.length <= FEWEST) {
      return start(series, period, OF_FEWEST);
    }
    var fit = new Fit(start(series, period, period > 1 ? SEASONAL_START : START));
    for (double alpha : OF_LEVEL) {
      fit.take(fit.best.withAlpha(alpha));
      checkTime.run();
    }
    for (double beta : OF_TREND) {
      if (beta < fit.best.alpha()) {
        fit.take(fit.best.withBeta(beta));
        checkTime.run();
      }
    }
    if (period > 1) {
      for (double gamma : OF_TREND) {
        fit.take(fit.best.withGamma(gamma));
        checkTime.run();
      }
    }
    return fit.best;
  }

  private static Smoothing start(double[] series, int period, double[] shares) {
    return new Smoothing(series, period, shares[0], shares[1], shares[2]);
  }

  private void take(Smoothing smoothing) {
    double size = smoothing.rootMeanSquare();
    if (size < least) {
      least = size;
      best = smoothing;
    }
  }
}
