package dev.quire.store.cluster;

import dev.quire.store.journal.BookKey;

/// Whoever works on the files that this server looks after.
public interface Tenant {
  /// A file has come. Nobody works on it before this returns.
  void arrived(BookKey book);

  /// A file goes to another server, and no request works on it any more: saves it if that can be
  /// done, and forgets everything about it.
  void leaves(BookKey book);

  /// The cluster has given the file to another server. Forgets everything about it; nothing can be
  /// saved.
  void lost(BookKey book);

  /// The file was deleted by another server.
  void deleted(BookKey book);

  /// Whether the file can go without anybody noticing.
  boolean isMovable(BookKey book);

  /// Brings the file up to date with the changes that it lacks.
  void recover(BookKey book);
}
