package dev.quire.store;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// From ids back to paths. Ids follow from paths and not the other way round, so paths are
/// remembered as they are met; for an id never met, the whole drive is walked, by one thread at a
/// time, whatever the number of those who ask.
final class IdIndex {
  /// About 200 MB; beyond that, start over.
  private static final int MAX_IDS = 1_000_000;

  private final Supplier<Map<String, DrivePath>> walk;
  private final ReentrantLock walking = new ReentrantLock();
  private final AtomicLong walksBegun = new AtomicLong();
  private volatile Map<String, DrivePath> paths = new ConcurrentHashMap<>();

  /// @param walk all ids of the drive with their paths
  IdIndex(Supplier<Map<String, DrivePath>> walk) {
    this.walk = walk;
  }

  void remember(String id, DrivePath path) {
    if (paths.size() >= MAX_IDS) {
      paths = new ConcurrentHashMap<>();
    }
    paths.put(id, path);
  }

  /// The path that this id stands for; whether something still lies there is another question.
  ///
  /// @param holds whether what lies at a path now has this id: what was remembered may have moved
  Optional<DrivePath> find(String id, Predicate<DrivePath> holds) {
    Optional<DrivePath> met = Optional.ofNullable(paths.get(id)).filter(holds);
    if (met.isEmpty() && Identity.looksLikeId(id)) {
      walkAfresh();
      met = Optional.ofNullable(paths.get(id));
    }
    return met;
  }

  /// Something moved, with all that is in it.
  void moved(DrivePath from, DrivePath to) {
    paths.replaceAll(
        (id, path) -> path.equals(from) ? to : path.isBelow(from) ? path.moved(from, to) : path);
  }

  /// Returns when a walk that began after this call has ended.
  private void walkAfresh() {
    long begunBefore = walksBegun.get();
    walking.lock();
    try {
      if (walksBegun.get() == begunBefore) {
        walksBegun.incrementAndGet();
        paths = new ConcurrentHashMap<>(walk.get());
      }
    } finally {
      walking.unlock();
    }
  }
}
