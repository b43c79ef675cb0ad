package dev.quire.conformance.session;

/// One thing that happens in a history. Sessions are numbered in order of creation, counted round
/// when there are fewer; users and books are numbered too.
sealed interface Step {
  /// Somebody opens a session.
  record Create(int user, int book, boolean persistent) implements Step {}

  /// Its owner refreshes a session, open or not.
  record Refresh(int session) implements Step {}

  /// Its owner reads in a session.
  record Read(int session, String cell) implements Step {}

  /// Its owner writes in a session.
  record Write(int session, String cell, int number) implements Step {}

  /// Its owner closes a session.
  record Close(int session) implements Step {}

  /// Somebody reads without a session.
  record ReadOutside(int user, int book, String cell) implements Step {}

  /// Somebody writes without a session.
  record WriteOutside(int user, int book, String cell, int number) implements Step {}

  /// Somebody downloads the file.
  record Download(int user, int book) implements Step {}

  /// Another user tries a session.
  record Borrow(int session, int user) implements Step {}

  /// A session is tried on another workbook.
  record Misplace(int session, int book) implements Step {}

  /// Another program replaces the file by one that has this number in A1 and 2 in A2.
  record Overwrite(int book, int number) implements Step {}

  /// Time passes.
  record Wait(int seconds) implements Step {}

  /// The server is killed and starts again.
  record Crash() implements Step {}
}
