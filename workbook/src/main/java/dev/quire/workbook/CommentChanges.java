package dev.quire.workbook;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Answers, changes and removes comments.
final class CommentChanges {
  /// As many characters as a cell can hold.
  private static final int LONGEST = 32_767;

  private CommentChanges() {}

  static Outcome reply(Workbook base, Edit.AddReply add) {
    Worksheet sheet = CellFormatting.existing(base, add.sheet());
    Comment comment = existing(sheet, add.comment());
    if (!comment.isThread()) {
      throw new WorkbookFault.Conflict(
          "The comment '%s' is a note, which cannot be answered.".formatted(comment.id()));
    }
    requireContent(comment, add.content());
    var reply = new Comment.Reply(add.id(), add.content(), List.of(), Optional.of(add.origin()));
    return changed(base, sheet, comment, each -> Optional.of(each.answered(reply)));
  }

  static Outcome change(Workbook base, Edit.ChangeComment change) {
    Worksheet sheet = CellFormatting.existing(base, change.sheet());
    Comment comment = existing(sheet, change.comment());
    requireContent(comment, change.content());
    if (change.reply().isEmpty()) {
      return changed(base, sheet, comment, each -> Optional.of(each.saying(change.content())));
    }
    Comment.Reply reply = existing(comment, change.reply().get());
    List<Comment.Mention> mentions =
        change.content().equals(reply.content()) ? reply.mentions() : List.of();
    var after = new Comment.Reply(reply.id(), change.content(), mentions, reply.origin());
    List<Comment.Reply> replies =
        comment.replies().stream().map(each -> each.equals(reply) ? after : each).toList();
    return changed(base, sheet, comment, each -> Optional.of(each.with(replies)));
  }

  static Outcome delete(Workbook base, Edit.DeleteComment delete) {
    Worksheet sheet = CellFormatting.existing(base, delete.sheet());
    Comment comment = existing(sheet, delete.comment());
    if (delete.reply().isEmpty()) {
      return changed(base, sheet, comment, _ -> Optional.empty());
    }
    Comment.Reply reply = existing(comment, delete.reply().get());
    List<Comment.Reply> replies =
        comment.replies().stream().filter(each -> !each.equals(reply)).toList();
    return changed(base, sheet, comment, each -> Optional.of(each.with(replies)));
  }

  private static void requireContent(Comment comment, String content) {
    if (content.isBlank() || content.length() > LONGEST) {
      throw new WorkbookFault.BadValue(
          comment.cell().firstRow(),
          comment.cell().firstColumn(),
          "'content' has to have 1 to %d characters".formatted(LONGEST));
    }
  }

  private static Outcome changed(
      Workbook base,
      Worksheet sheet,
      Comment comment,
      Function<Comment, Optional<Comment>> change) {
    SheetRegions regions =
        sheet
            .regions()
            .withComments(
                sheet.regions().comments().stream()
                    .flatMap(each ->
                        each.id().equals(comment.id())
                            ? change.apply(each).stream()
                            : Stream.of(each))
                    .toList());
    return new Outcome(
        base.with(base.contents().replacing(sheet.laidOut(sheet.layout(), regions)), base.model()),
        List.of());
  }

  private static Comment existing(Worksheet sheet, String id) {
    return sheet.regions().comments().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new WorkbookFault.NotFound("comment", id));
  }

  private static Comment.Reply existing(Comment comment, String id) {
    return comment.replies().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new WorkbookFault.NotFound("reply", id));
  }
}
