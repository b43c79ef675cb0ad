package dev.quire.engine.function.forecast;

/// Searches the shares with which a series is foreseen best: the mean size of the errors is least.
/// One share after the other, in steps of 0.1, then 0.01, then 0.001. The bounds are those that a
/// result of Excel lies on, the shares to start with are those that Excel gives where all foresee
/// the series (O); how Excel searches between them is not known (?).
final class Fit {
  private static final double[] LEAST = {0.001, 0.001, 0.001};
  private static final double[] MOST = {0.998, 0.899, 0.998};
  private static final double[] START = {0.751, 0.001, 0.001};
  private static final double[] STEPS = {0.1, 0.01, 0.001};
  private static final double DIGITS = 1_000;
  private static final int REACH = 10;
  private static final int MOST_ROUNDS = 20;

  private final double[] shares = START.clone();
  private final Runnable checkTime;
  private final int count;
  private Smoothing best;
  private double least;

  private Fit(double[] series, int period, Runnable checkTime) {
    this.checkTime = checkTime;
    this.count = period > 1 ? 3 : 2;
    this.best = new Smoothing(series, period, shares[0], shares[1], shares[2]);
    this.least = best.meanSize();
  }

  /// The best smoothing of a series.
  ///
  /// @param checkTime is called now and then and may throw
  static Smoothing of(double[] series, int period, Runnable checkTime) {
    var fit = new Fit(series, period, checkTime);
    for (double step : STEPS) {
      for (int round = 0; round < MOST_ROUNDS && fit.improves(step); round++) {
        checkTime.run();
      }
    }
    return fit.best;
  }

  private boolean improves(double step) {
    double before = least;
    for (int share = 0; share < count; share++) {
      line(share, step);
    }
    return least < before;
  }

  private void line(int share, double step) {
    double centre = shares[share];
    for (int i = -REACH; i <= REACH; i++) {
      double[] tried = shares.clone();
      tried[share] = Math.clamp(rounded(centre + i * step), LEAST[share], MOST[share]);
      take(tried);
    }
    checkTime.run();
  }

  private static double rounded(double share) {
    return Math.rint(share * DIGITS) / DIGITS;
  }

  private void take(double[] tried) {
    Smoothing smoothing = best.with(tried);
    double size = smoothing.meanSize();
    if (size < least) {
      least = size;
      best = smoothing;
      System.arraycopy(tried, 0, shares, 0, shares.length);
    }
  }
}
