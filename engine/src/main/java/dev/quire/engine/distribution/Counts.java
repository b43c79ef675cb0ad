package dev.quire.engine.distribution;

/// A distribution over the whole numbers from 0 on.
public interface Counts {
  /// The probability of exactly this number.
  double at(double count);

  /// The probability of this number or fewer.
  double upTo(double count);
}
