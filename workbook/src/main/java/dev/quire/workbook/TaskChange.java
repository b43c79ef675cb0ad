package dev.quire.workbook;

import java.time.Instant;

/// One thing that was done to a task ([MS-OTASKXML] 2.3).
///
/// @param id a GUID in braces
/// @param at when
/// @param by who did it
/// @param comment id of the comment or reply that it was done in
/// @param deed what was done
public record TaskChange(String id, Instant at, TaskPerson by, String comment, Deed deed) {
  /// What was done.
  public sealed interface Deed {}

  /// It was made.
  public record Created() implements Deed {}

  /// Somebody has to do it.
  public record Assigned(TaskPerson person) implements Deed {}

  /// Somebody has not to do it any more.
  public record Unassigned(TaskPerson person) implements Deed {}

  /// Nobody has to do it any more.
  public record UnassignedAll() implements Deed {}

  /// It got a title.
  public record Titled(String title) implements Deed {}

  /// It got dates.
  public record Scheduled(DocumentTask.Schedule schedule) implements Deed {}

  /// Some of it was done.
  ///
  /// @param percent 0 to 100
  public record Progressed(int percent) implements Deed {}

  /// It became more or less urgent.
  ///
  /// @param urgency 0 for the most urgent, to 10
  public record Prioritized(int urgency) implements Deed {}

  /// It was deleted.
  public record Deleted() implements Deed {}

  /// It is there again.
  public record Restored() implements Deed {}

  /// Another change does not count any more.
  ///
  /// @param change id of that change
  public record Undone(String change) implements Deed {}

  /// Something that the file says and that has no place here.
  public record Other() implements Deed {}
}
