package dev.quire.workbook;

import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.Shift;
import java.util.List;
import java.util.Optional;

/// A remark on a cell, and what others answered.
///
/// @param id a GUID in braces, which stays when the cell moves
/// @param cell the cell
/// @param content the text, without formats
/// @param replies in the order in which they were given
public record Comment(String id, Area cell, String content, List<Reply> replies) {
  /// An answer to a comment.
  ///
  /// @param id a GUID in braces
  /// @param content the text
  public record Reply(String id, String content) {}

  /// Copies the replies.
  public Comment {
    replies = List.copyOf(replies);
  }

  /// The comment after cells have moved; empty when its cell is gone.
  Optional<Comment> shifted(Shift shift) {
    return shift.reference(cell).map(at -> new Comment(id, at, content, replies));
  }
}
