package dev.quire.bench.engine;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.Callable;

/// Measures work by the processor time of all threads that calculate, since other work shares the
/// machine: neither the compiler's nor the collector's threads count.
final class Stopwatch {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Stopwatch() {}

  /// What some work took.
  ///
  /// @param cpuMillis of all its threads together
  /// @param wallMillis from begin to end
  record Times(double cpuMillis, double wallMillis) {}

  /// What came of some work, and what it took.
  record Timed<T>(T result, Times times) {}

  static <T> Timed<T> time(Callable<T> work) throws Exception {
    long allBefore = all();
    long ownBefore = THREADS.getCurrentThreadCpuTime();
    long begun = System.nanoTime();
    T result = work.call();
    long wall = System.nanoTime() - begun;
    long own = THREADS.getCurrentThreadCpuTime() - ownBefore;
    long others = Math.max(0, all() - allBefore - (THREADS.getCurrentThreadCpuTime() - ownBefore));
    // Threads that sleep and wake, the machine's own among them, are noise in the small figures.
    long cpu = own + (others > own / 4 ? others : 0);
    return new Timed<>(result, new Times(cpu / 1e6, wall / 1e6));
  }

  private static long all() {
    long sum = 0;
    for (long id : THREADS.getAllThreadIds()) {
      sum += Math.max(0, THREADS.getThreadCpuTime(id));
    }
    return sum;
  }

  /// Megabytes of objects in use, after collecting.
  static double heapMegabytes() throws InterruptedException {
    for (int round = 0; round < 3; round++) {
      System.gc();
      Thread.sleep(50);
    }
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
  }
}
