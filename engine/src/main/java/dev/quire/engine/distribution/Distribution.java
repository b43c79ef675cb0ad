package dev.quire.engine.distribution;

/// A continuous distribution over the positive numbers. Both tails are computed for themselves, so
/// that neither loses digits to the other.
public interface Distribution {
  /// The density at a point from 0 on; infinite at a pole.
  double density(double x);

  /// The probability of values up to a point from 0 on.
  double below(double x);

  /// The probability of values beyond a point from 0 on.
  double above(double x);
}
