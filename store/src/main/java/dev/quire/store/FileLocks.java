package dev.quire.store;

import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;

/// A lock per file, approximately: a fixed number, shared by hash, so that no list of locks grows.
final class FileLocks {
  private static final int COUNT = 64;

  private final List<ReadWriteLock> locks =
      Stream.<ReadWriteLock>generate(ReentrantReadWriteLock::new).limit(COUNT).toList();

  /// Held while a file is read: writers of this process wait, other readers do not.
  Lock reading(DrivePath path) {
    return lock(path).readLock();
  }

  /// Held while a file is compared with a tag and then changed.
  Lock changing(DrivePath path) {
    return lock(path).writeLock();
  }

  /// Takes the locks of two files that are changed together, always in one order, so that nobody
  /// waits in a ring.
  ///
  /// @return to be given back in this order
  List<Lock> lockChanging(DrivePath one, DrivePath other) {
    List<Lock> taken =
        Stream.of(one, other)
            .map(FileLocks::place)
            .distinct()
            .sorted()
            .map(place -> locks.get(place).writeLock())
            .map(Lock.class::cast)
            .toList();
    taken.forEach(Lock::lock);
    return taken.reversed();
  }

  private static int place(DrivePath path) {
    return Math.floorMod(path.hashCode(), COUNT);
  }

  private ReadWriteLock lock(DrivePath path) {
    return locks.get(place(path));
  }
}
