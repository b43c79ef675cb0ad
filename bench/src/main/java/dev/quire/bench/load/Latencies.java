package dev.quire.bench.load;

import java.util.concurrent.atomic.AtomicLongArray;

/// How long requests of one kind took, in steps of 5 %. Takes the same memory however many there
/// are, so that it does not look like growth itself. Safe to use from many threads.
final class Latencies {
  private static final double STEP = Math.log(1.05);
  private static final int STEPS = 400; // up to minutes, in microseconds

  private final AtomicLongArray counts = new AtomicLongArray(STEPS);

  void add(long nanos) {
    double micros = Math.max(1, nanos / 1e3);
    counts.incrementAndGet((int) Math.min(STEPS - 1, Math.log(micros) / STEP));
  }

  long count() {
    long all = 0;
    for (int at = 0; at < STEPS; at++) {
      all += counts.get(at);
    }
    return all;
  }

  /// Milliseconds below which this share of the requests lies.
  double millis(double share) {
    long wanted = (long) (count() * share);
    long seen = 0;
    int at = 0;
    while (at < STEPS - 1 && seen + counts.get(at) <= wanted) {
      seen += counts.get(at);
      at++;
    }
    return Math.exp((at + 1) * STEP) / 1e3;
  }

  @Override
  public String toString() {
    return "p50 %.1f ms, p99 %.1f ms".formatted(millis(0.5), millis(0.99));
  }
}
