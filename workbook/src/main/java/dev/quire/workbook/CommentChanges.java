package dev.quire.workbook;

import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Adds, answers, changes and removes comments.
final class CommentChanges {
  /// As many characters as a cell can hold.
  private static final int LONGEST = 32_767;

  private CommentChanges() {}

  /// The new thread stands behind the other threads and before the notes, as it will when the file
  /// is read again.
  static Outcome add(Workbook base, Edit.AddComment add) {
    Worksheet sheet = CellFormatting.existing(base, add.sheet());
    Area cell =
        sheet.regions().merged().stream()
            .filter(each -> each.contains(add.cell()))
            .findFirst()
            .map(each -> Area.cell(each.firstRow(), each.firstColumn()))
            .orElse(add.cell());
    requireContent(cell, add.said());
    List<Comment> before = sheet.regions().comments();
    if (before.stream().anyMatch(each -> each.cell().equals(cell))) {
      throw new WorkbookFault.Conflict(
          "There is a comment on %s already, which can be answered or changed."
              .formatted(A1.print(cell)));
    }
    var all = new ArrayList<>(before);
    int threads = (int) before.stream().takeWhile(Comment::isThread).count();
    all.add(
        threads,
        new Comment(
            add.id(),
            cell,
            add.said().text(),
            add.said().mentions(),
            true,
            List.of(),
            Optional.of(add.origin())));
    return with(base, sheet, all);
  }

  static Outcome reply(Workbook base, Edit.AddReply add) {
    Worksheet sheet = CellFormatting.existing(base, add.sheet());
    Comment comment = existing(sheet, add.comment());
    if (!comment.isThread()) {
      throw new WorkbookFault.Conflict(
          "The comment '%s' is a note, which cannot be answered.".formatted(comment.id()));
    }
    requireContent(comment.cell(), add.said());
    var reply =
        new Comment.Reply(
            add.id(), add.said().text(), add.said().mentions(), Optional.of(add.origin()));
    return changed(base, sheet, comment, each -> Optional.of(each.answered(reply)));
  }

  static Outcome change(Workbook base, Edit.ChangeComment change) {
    Worksheet sheet = CellFormatting.existing(base, change.sheet());
    Comment comment = existing(sheet, change.comment());
    Comment.Said said = change.said();
    requireContent(comment.cell(), said);
    if (change.reply().isEmpty()) {
      requireThread(comment, said);
      return changed(base, sheet, comment, each -> Optional.of(each.saying(said)));
    }
    Comment.Reply reply = existing(comment, change.reply().get());
    var after = new Comment.Reply(reply.id(), said.text(), said.mentions(), reply.origin());
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

  private static void requireThread(Comment comment, Comment.Said said) {
    if (!comment.isThread() && !said.mentions().isEmpty()) {
      throw new WorkbookFault.Conflict(
          "The comment '%s' is a note, which cannot speak to people.".formatted(comment.id()));
    }
  }

  private static void requireContent(Area cell, Comment.Said said) {
    if (said.text().isBlank() || said.text().length() > LONGEST) {
      throw new WorkbookFault.BadValue(
          cell.firstRow(),
          cell.firstColumn(),
          "'content' has to have 1 to %d characters".formatted(LONGEST));
    }
  }

  private static Outcome changed(
      Workbook base,
      Worksheet sheet,
      Comment comment,
      Function<Comment, Optional<Comment>> change) {
    return with(
        base,
        sheet,
        sheet.regions().comments().stream()
            .flatMap(each ->
                each.id().equals(comment.id()) ? change.apply(each).stream() : Stream.of(each))
            .toList());
  }

  private static Outcome with(Workbook base, Worksheet sheet, List<Comment> comments) {
    SheetRegions regions = sheet.regions().withComments(comments);
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
