package dev.quire.engine.formula;

import dev.quire.engine.value.Value;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/// A stack of its own for the rare formula that nests deeper than the calling thread has room for.
/// The caller waits, so nothing runs at the same time; memory is taken only as far as it is used.
final class DeepStack {
  /// [Evaluation] lets 100,000 steps nest; each takes under 2.5 KB, most of it where functions call
  /// functions.
  private static final long BYTES = 256L << 20;

  private DeepStack() {}

  /// Evaluates on a fresh stack. What is thrown there is thrown here.
  static Value call(Supplier<Value> inside) {
    var task = new FutureTask<>(inside::get);
    Thread.ofPlatform().name("deep formula").daemon().stackSize(BYTES).start(task);
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      throw unwrapped(Objects.requireNonNull(e.getCause()));
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static RuntimeException unwrapped(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    return (RuntimeException) thrown;
  }
}
