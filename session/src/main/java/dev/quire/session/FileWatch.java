package dev.quire.session;

import dev.quire.store.DriveStore;

/// Is told when something in a drive has changed, by whoever has changed it; must not keep him
/// waiting.
@FunctionalInterface
public interface FileWatch {
  /// Looks away.
  FileWatch NONE = (_, _, _) -> {};

  /// An item is new, has another content or another place, or is gone.
  ///
  /// @param itemId empty when it may be any
  void changed(String driveId, DriveStore drive, String itemId);

  /// The server has started: anything may have changed while nobody looked, or have remained untold
  /// when the last run ended.
  default void started(String driveId, DriveStore drive) {}

  /// Time passes, whether something changes or not.
  default void timePassed(String driveId, DriveStore drive) {}
}
