package dev.quire.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/// Does the same with many threads that start at one moment.
final class Together {
  private Together() {}

  /// What one thread does.
  interface Deed<T> {
    T apply(int number) throws Exception;
  }

  /// The results of those threads that were not refused with this fault; any other failure fails.
  static <T> List<T> results(int threads, Deed<T> deed, Class<? extends StoreFault> refusal)
      throws Exception {
    var start = new CyclicBarrier(threads);
    var results = new ArrayList<T>();
    try (var pool = Executors.newFixedThreadPool(threads)) {
      var futures = new ArrayList<Future<T>>();
      for (int i = 0; i < threads; i++) {
        int number = i;
        Callable<T> work =
            () -> {
              start.await(10, TimeUnit.SECONDS);
              return deed.apply(number);
            };
        futures.add(pool.submit(work));
      }
      for (Future<T> future : futures) {
        try {
          results.add(future.get(60, TimeUnit.SECONDS));
        } catch (ExecutionException e) {
          if (!refusal.isInstance(e.getCause())) {
            throw e;
          }
        }
      }
    }
    return results;
  }
}
