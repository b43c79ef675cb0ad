package dev.quire.session;

import com.sun.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Comparator;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// Tells when so much of the heap stays in use that little more may be taken on. Looks when it is
/// told to, and then mostly at two numbers; only a heap that seems full is looked at closely.
final class Heap {
  /// The longest that passes between two close looks.
  private static final long MOST_REST_NANOS = 30_000_000_000L;

  /// How many times as long as a close look takes is rested after it, so that a small heap, of
  /// which a large part may be old garbage, is looked at often.
  private static final int REST = 100;

  private final long mostBytes;
  private volatile boolean full;
  private long confirmedNanos = System.nanoTime();
  private long restNanos;

  /// @param percent how full it may be after a collection
  Heap(int percent) {
    this.mostBytes = Runtime.getRuntime().maxMemory() / 100 * percent;
  }

  boolean isFull() {
    return full;
  }

  /// Looks. Called by one thread at a time, regularly.
  void look() {
    Runtime runtime = Runtime.getRuntime();
    if (runtime.totalMemory() - runtime.freeMemory() < mostBytes) {
      full = false;
      return;
    }
    boolean seems = afterCollection() >= mostBytes;
    if (seems && System.nanoTime() - confirmedNanos > restNanos) {
      // Small collections leave old garbage, which must not shut anybody out for long.
      long begun = System.nanoTime();
      System.gc();
      confirmedNanos = System.nanoTime();
      restNanos = Math.min(MOST_REST_NANOS, REST * (confirmedNanos - begun));
      seems = afterCollection() >= mostBytes;
    }
    full = seems;
  }

  /// Bytes that the last collection left in use.
  private static long afterCollection() {
    Set<String> pools =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getName)
            .collect(Collectors.toSet());
    return ManagementFactory.getPlatformMXBeans(GarbageCollectorMXBean.class).stream()
        .map(GarbageCollectorMXBean::getLastGcInfo)
        .filter(Objects::nonNull)
        .max(Comparator.comparingLong(each -> each.getEndTime()))
        .map(last ->
            last.getMemoryUsageAfterGc().entrySet().stream()
                .filter(pool -> pools.contains(pool.getKey()))
                .mapToLong(pool -> pool.getValue().getUsed())
                .sum())
        .orElse(0L);
  }
}
