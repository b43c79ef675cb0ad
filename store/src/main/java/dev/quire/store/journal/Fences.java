package dev.quire.store.journal;

import java.util.OptionalLong;

/// Tells in which turn a server looks after a file. Each time a file passes from one server to
/// another it gets a higher number, and the database takes nothing that comes with a lower one.
@FunctionalInterface
public interface Fences {
  /// The number of the turn; nothing when this server does not look after the file.
  OptionalLong fence(BookKey book);

  /// The file was deleted: there is nothing to look after any more.
  default void ended(BookKey book) {}
}
