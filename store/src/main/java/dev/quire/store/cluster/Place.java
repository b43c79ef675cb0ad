package dev.quire.store.cluster;

import java.util.concurrent.locks.Lock;
import java.util.function.BooleanSupplier;

/// Which server looks after a file at this moment.
public sealed interface Place {
  /// This one, and it goes on to do so until this is closed, unless the cluster takes it for dead.
  final class Here implements Place, AutoCloseable {
    private final Lock stay;
    private final BooleanSupplier still;

    Here(Lock stay, BooleanSupplier still) {
      this.stay = stay;
      this.still = still;
    }

    /// Whether it certainly still was this server's turn when this was asked. What was read before
    /// may be told to clients then.
    public boolean isStill() {
      return still.getAsBoolean();
    }

    @Override
    public void close() {
      stay.unlock();
    }
  }

  /// Another one.
  ///
  /// @param url where other servers reach it
  record There(String url) implements Place {}

  /// Nobody knows yet: the file is on its way from one server to another, or the database does not
  /// answer. To be asked again in a moment.
  ///
  /// @param why for people
  record Unknown(String why) implements Place {}
}
