package dev.quire.workbook;

import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.Shift;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A remark on a cell, and what others answered.
///
/// @param id a GUID in braces, which stays when the cell moves
/// @param cell the cell
/// @param content the text, without formats
/// @param isThread whether it can be answered; a note of old cannot
/// @param replies in the order in which they were given
public record Comment(String id, Area cell, String content, boolean isThread, List<Reply> replies) {
  /// An answer to a comment.
  ///
  /// @param id a GUID in braces
  /// @param content the text
  /// @param origin who gave it and when; nothing for one that came with the file, which knows
  public record Reply(String id, String content, Optional<Origin> origin) {}

  /// Where a reply comes from.
  ///
  /// @param author a name to show
  /// @param at when it was given
  public record Origin(String author, Instant at) {}

  /// Copies the replies.
  public Comment {
    replies = List.copyOf(replies);
  }

  /// The comment after cells have moved; empty when its cell is gone.
  Optional<Comment> shifted(Shift shift) {
    return shift.reference(cell).map(at -> new Comment(id, at, content, isThread, replies));
  }

  Comment at(Area other) {
    return new Comment(id, other, content, isThread, replies);
  }

  Comment saying(String text) {
    return new Comment(id, cell, text, isThread, replies);
  }

  Comment with(List<Reply> others) {
    return new Comment(id, cell, content, isThread, others);
  }

  Comment answered(Reply reply) {
    var all = new ArrayList<>(replies);
    all.add(reply);
    return with(all);
  }
}
