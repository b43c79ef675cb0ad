package dev.quire.graph;

import dev.quire.graph.GraphSettings.Async;
import dev.quire.session.BookRef;
import dev.quire.session.Operation;
import dev.quire.session.OperationResult;
import dev.quire.session.Sessions;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/// Work that may be answered before it is done (semantics §1.3).
///
/// @param settings when that is so
record LongRunning(GraphSettings settings, Sessions sessions) {
  /// Whether the client and the settings allow it.
  boolean isAllowed(Call call) {
    return call.allowsAsync() && settings.async() != Async.NEVER;
  }

  /// Does the work. What it refuses is refused here if it is done in time.
  ///
  /// @return the operation if it is to be told of instead of its result
  Operation start(Call call, BookRef book, Supplier<? extends OperationResult> work) {
    Duration patience =
        settings.async() == Async.ALWAYS ? Duration.ZERO : settings.asyncThreshold();
    return sessions.inBackground(call.caller().userId(), book, work, patience);
  }

  /// What the operation led to; empty when the client has to ask for it later.
  <T extends OperationResult> Optional<T> result(Operation operation, Class<T> kind) {
    if (settings.async() == Async.ALWAYS || operation.status() == Operation.Status.RUNNING) {
      return Optional.empty();
    }
    operation
        .failure()
        .ifPresent(failure -> {
          throw failure instanceof RuntimeException refused
              ? refused
              : new IllegalStateException(failure);
        });
    return operation.result(kind);
  }

  /// The place to ask is given in the form of address that the client used.
  static Answer accepted(Call call, Operation operation) {
    return Answer.json(call, 202, out -> out.beginObject().endObject())
        .with("Location", workbookUrl(call) + "/operations/" + operation.id());
  }

  static String workbookUrl(Call call) {
    String path = call.request().rawPath();
    int workbook = path.toLowerCase(Locale.ROOT).lastIndexOf("/workbook");
    return call.request().origin() + path.substring(0, workbook + "/workbook".length());
  }
}
