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
/// @param mentions who is spoken to in the text, in its order
/// @param isThread whether it can be answered; a note of old cannot
/// @param replies in the order in which they were given
/// @param origin who made it and when; nothing for one that came with the file, which knows
public record Comment(
    String id,
    Area cell,
    String content,
    List<Mention> mentions,
    boolean isThread,
    List<Reply> replies,
    Optional<Origin> origin) {
  /// An answer to a comment.
  ///
  /// @param id a GUID in braces
  /// @param content the text
  /// @param mentions who is spoken to in the text, in its order
  /// @param origin who gave it and when; nothing for one that came with the file, which knows
  public record Reply(String id, String content, List<Mention> mentions, Optional<Origin> origin) {
    /// Copies the mentions.
    public Reply {
      mentions = List.copyOf(mentions);
    }
  }

  /// Where a comment or a reply comes from.
  ///
  /// @param author a name to show
  /// @param at when it was given
  public record Origin(String author, Instant at) {}

  /// What is said in a comment or a reply.
  ///
  /// @param text without formats
  /// @param mentions who is spoken to in it, in its order; they do not overlap
  public record Said(String text, List<Mention> mentions) {
    /// Copies the mentions.
    public Said {
      mentions = List.copyOf(mentions);
    }

    /// A text that speaks to nobody.
    public static Said plain(String text) {
      return new Said(text, List.of());
    }
  }

  /// Somebody who is spoken to in a text.
  ///
  /// @param email the mail address; empty when the file does not tell
  /// @param name a name to show
  /// @param start place of the first character in the text
  /// @param length number of characters that stand for the person
  public record Mention(String email, String name, int start, int length) {}

  /// Copies the lists.
  public Comment {
    mentions = List.copyOf(mentions);
    replies = List.copyOf(replies);
  }

  /// The comment after cells have moved; empty when its cell is gone.
  Optional<Comment> shifted(Shift shift) {
    return shift.reference(cell).map(this::at);
  }

  Comment at(Area other) {
    return new Comment(id, other, content, mentions, isThread, replies, origin);
  }

  Comment saying(Said said) {
    return new Comment(id, cell, said.text(), said.mentions(), isThread, replies, origin);
  }

  Comment with(List<Reply> others) {
    return new Comment(id, cell, content, mentions, isThread, others, origin);
  }

  Comment answered(Reply reply) {
    var all = new ArrayList<>(replies);
    all.add(reply);
    return with(all);
  }
}
