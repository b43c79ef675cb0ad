package dev.quire.ooxml.part;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The table of shared texts, read when the first cell refers to it: sheets of numbers need none.
/// Safe for several threads.
final class LateStrings {
  private final Supplier<SharedStrings> reader;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile @Nullable SharedStrings table;

  LateStrings(Supplier<SharedStrings> reader) {
    this.reader = reader;
  }

  /// The table, which the first who asks waits for.
  SharedStrings table() {
    SharedStrings found = table;
    return found == null ? read() : found;
  }

  private SharedStrings read() {
    lock.lock();
    try {
      SharedStrings found = table;
      if (found == null) {
        found = reader.get();
        table = found;
      }
      return found;
    } finally {
      lock.unlock();
    }
  }
}
