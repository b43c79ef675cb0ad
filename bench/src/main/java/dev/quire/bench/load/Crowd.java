package dev.quire.bench.load;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Clients at work at the same time, each on a thread of its own.
final class Crowd {
  private static final int MOST_COMPLAINTS = 20;

  private final List<String> complaints = new CopyOnWriteArrayList<>();

  /// What one of them does.
  interface Work {
    void of(int number) throws Exception;
  }

  /// Lets all of them work, and returns when the last one is done.
  ///
  /// @return a sentence for everything that went wrong
  static List<String> of(int count, Work work) throws InterruptedException {
    var crowd = new Crowd();
    var threads = new Thread[count];
    for (int number = 0; number < count; number++) {
      int own = number;
      threads[number] = Thread.ofVirtual().start(() -> crowd.does(work, own));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return List.copyOf(crowd.complaints);
  }

  private void does(Work work, int number) {
    try {
      work.of(number);
    } catch (Exception | AssertionError failed) {
      if (complaints.size() < MOST_COMPLAINTS) {
        complaints.add("client %d: %s".formatted(number, failed));
      }
    }
  }
}
