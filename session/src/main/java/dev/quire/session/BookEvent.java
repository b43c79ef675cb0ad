package dev.quire.session;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// Something that happens to a workbook while somebody watches it.
public sealed interface BookEvent {
  /// A change is durable.
  ///
  /// @param number counts the changes of a workbook from 1; nothing when it went into the file
  ///   without being counted
  /// @param kind what kind of change, a word such as `writeCells`
  /// @param sheet name of the worksheet that it is about, if it is about one
  /// @param address the cells that were addressed, if any were; others may have changed with them
  record Edited(
      OptionalLong number,
      Instant at,
      String kind,
      Optional<String> sheet,
      Optional<String> address)
      implements BookEvent {}

  /// The whole file was replaced.
  record Replaced(Instant at) implements BookEvent {}

  /// The stream begins.
  ///
  /// @param number the last change there is; 0 before the first
  record Ready(long number) implements BookEvent {}

  /// Changes before the present one cannot be told any more.
  ///
  /// @param number the last change there is
  record Missed(long number) implements BookEvent {}

  /// Nothing more is told.
  record Ended(Reason reason) implements BookEvent {}

  /// Why nothing more is told.
  enum Reason {
    /// The file is gone.
    DELETED,
    /// Events came faster than they were taken.
    SLOW,
    /// The server stops, or does not look after the workbook any more.
    STOPPING,
    /// It has lasted as long as it may; whoever asks anew shows that he still may ask.
    EXPIRED
  }
}
