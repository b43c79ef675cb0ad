package dev.quire.workbook;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/// How the sheets of a file are read.
///
/// @param workers runs the reading of some sheets while the caller reads others; may be busy or
///   refuse, then the caller reads more of them
/// @param width how many sheets are read at a time, the caller's included
/// @param lateBytes how many bytes the sheets of a file must have, unpacked, for them to be left
///   there until somebody asks for one
public record SheetReading(Executor workers, int width, long lateBytes) {
  /// One sheet after the other, all of them when the file is opened.
  public static final SheetReading AT_ONCE = new SheetReading(Runnable::run, 1, Long.MAX_VALUE);

  /// Runs all tasks, and returns when all of them have ended.
  void run(List<FutureTask<Void>> tasks) {
    int helpers = Math.min(width, tasks.size()) - 1;
    for (int helper = 0; helper < helpers; helper++) {
      workers.execute(() -> tasks.forEach(FutureTask::run));
    }
    tasks.forEach(FutureTask::run);
    tasks.forEach(SheetReading::await);
  }

  /// Waits for a task that somebody runs, and fails as it did.
  static void await(FutureTask<Void> task) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          task.get();
          return;
        } catch (InterruptedException again) {
          interrupted = true;
        } catch (ExecutionException failed) {
          throw rethrown(failed.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static RuntimeException rethrown(@Nullable Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException expected ? expected : new IllegalStateException(cause);
  }
}
