package dev.quire.engine.distribution;

import java.util.function.DoubleUnaryOperator;

/// Finds the point that a given probability lies below or above.
///
/// The search runs over the bit patterns of positive doubles, which lie in the order of their
/// numbers and close to their logarithm: a quantile of 1E-300 is as near and as exact as one of 1.
public final class Quantile {
  private static final long LEAST = 1;
  private static final long GREATEST = Double.doubleToLongBits(Double.MAX_VALUE);

  /// Steps that may take the secant; then halving alone ends the search within 64 more.
  private static final int SECANTS = 60;

  /// The logarithm of a ratio of probabilities that are a rounding apart.
  private static final double ROUNDING = 3e-16;

  private Quantile() {}

  /// The point that a probability between 0 and 1, both excluded, lies below.
  public static double below(Distribution distribution, double probability) {
    return rising(x -> Math.log(distribution.below(x) / probability));
  }

  /// The point that a probability between 0 and 1, both excluded, lies above.
  public static double above(Distribution distribution, double probability) {
    return rising(x -> -Math.log(distribution.above(x) / probability));
  }

  /// The point for a probability below it, found from whichever side keeps more digits.
  public static double of(Distribution distribution, double below) {
    return below <= 0.5 ? below(distribution, below) : above(distribution, 1 - below);
  }

  /// The point for a probability above it, found from whichever side keeps more digits.
  public static double ofUpper(Distribution distribution, double above) {
    return above <= 0.5 ? above(distribution, above) : below(distribution, 1 - above);
  }

  /// The positive number at which a rising function passes 0; the nearest end of the positive
  /// numbers when it does not.
  private static double rising(DoubleUnaryOperator function) {
    var search = new Search(function);
    for (int step = 0; !search.isDone(); step++) {
      search.step(step < SECANTS);
    }
    return search.root();
  }

  private static final class Search {
    private final DoubleUnaryOperator function;
    private long low = LEAST;
    private long high = GREATEST;
    private double atLow = Double.NEGATIVE_INFINITY;
    private double atHigh = Double.POSITIVE_INFINITY;
    private int sameSide;

    Search(DoubleUnaryOperator function) {
      this.function = function;
    }

    boolean isDone() {
      return high - low <= 1;
    }

    double root() {
      // Nothing is nearer to a quantile below all doubles than 0.
      return low == LEAST ? 0 : Double.longBitsToDouble(-atLow < atHigh ? low : high);
    }

    void step(boolean maySecant) {
      long middle = maySecant ? secant() : low + (high - low) / 2;
      double value = function.applyAsDouble(Double.longBitsToDouble(middle));
      if (Math.abs(value) <= ROUNDING) {
        low = middle;
        high = middle;
        atLow = 0;
      } else if (value < 0) {
        narrow(Math.min(sameSide, 0) - 1);
        low = middle;
        atLow = value;
      } else {
        narrow(Math.max(sameSide, 0) + 1);
        high = middle;
        atHigh = value;
      }
    }

    /// The Illinois rule: an end that stays for long counts half, so that the other side moves.
    private void narrow(int side) {
      sameSide = side;
      atHigh = side < -1 ? atHigh / 2 : atHigh;
      atLow = side > 1 ? atLow / 2 : atLow;
    }

    private long secant() {
      boolean finite = Double.isFinite(atLow) && Double.isFinite(atHigh);
      boolean stuck = Math.abs(sameSide) > 3;
      double part = finite && !stuck ? -atLow / (atHigh - atLow) : 0.5;
      long middle = low + (long) (part * (high - low));
      return Math.clamp(middle, low + 1, high - 1);
    }
  }
}
