package dev.quire.bench;

import java.util.Arrays;

/// Times of one operation.
///
/// @param sortedNanos in ascending order
record Percentiles(long[] sortedNanos) {
  static Percentiles of(long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return new Percentiles(sorted);
  }

  /// Milliseconds below which this share of the times lies.
  double millis(double share) {
    return sortedNanos[(int) Math.min(sortedNanos.length - 1, sortedNanos.length * share)] / 1e6;
  }

  @Override
  public String toString() {
    return "p50 %.3f ms, p90 %.3f ms, p99 %.3f ms (n = %d)"
        .formatted(millis(0.5), millis(0.9), millis(0.99), sortedNanos.length);
  }
}
