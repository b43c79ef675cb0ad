package dev.quire.server;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/// What has been opened so far, to be closed in reverse order: at the end, or when the next thing
/// cannot be opened. Each is closed even when another fails to close.
final class Opened {
  private final Deque<AutoCloseable> things = new ArrayDeque<>();

  <T extends AutoCloseable> T add(T thing) {
    things.push(thing);
    return thing;
  }

  void close(Consumer<Exception> onFailure) {
    while (!things.isEmpty()) {
      try {
        things.pop().close();
      } catch (Exception failure) {
        onFailure.accept(failure);
      }
    }
  }
}
