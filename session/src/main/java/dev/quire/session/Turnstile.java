package dev.quire.session;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/// Counts who is inside, for each key, and lets no more in than there is room for. Nobody waits:
/// whoever finds no room is refused. Safe to use from many threads.
///
/// @param <K> what is counted, such as the workbook that requests are about
final class Turnstile<K> {
  private final ConcurrentMap<K, Integer> inside = new ConcurrentHashMap<>();
  private final int most;

  /// @param most how many may be inside at once for one key
  Turnstile(int most) {
    this.most = most;
  }

  /// Goes in; closing what is returned goes out again.
  ///
  /// @param refusal made when there is no room
  Pass enter(K key, Supplier<SessionFault> refusal) {
    inside.compute(
        key,
        (_, count) -> {
          int before = count == null ? 0 : count;
          if (before >= most) {
            throw refusal.get();
          }
          return before + 1;
        });
    return () -> inside.computeIfPresent(key, (_, count) -> count == 1 ? null : count - 1);
  }

  /// How many are inside.
  int count(K key) {
    return inside.getOrDefault(key, 0);
  }
}
