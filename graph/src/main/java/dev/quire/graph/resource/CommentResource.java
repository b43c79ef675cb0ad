package dev.quire.graph.resource;

import static dev.quire.graph.resource.ResourceType.resource;

import dev.quire.workbook.Comment;
import dev.quire.workbook.Workbook;
import java.util.List;
import java.util.stream.Stream;

/// `workbookComment` and `workbookCommentReply` (semantics §11). Comments are not made here: the
/// API has no way to say on which cell (D). Answering and changing them is not built.
final class CommentResource {
  /// What is written in a comment is told without its formats.
  private static final String PLAIN = "plain";

  static final ResourceType<CommentView> TYPE =
      resource("workbookComment", CommentView.class)
          .text("id", view -> view.comment().id())
          .text("content", view -> view.comment().content())
          .text("contentType", _ -> PLAIN)
          .lists("replies", CommentResource::replies);

  static final ResourceType<ReplyView> REPLY =
      resource("workbookCommentReply", ReplyView.class)
          .text("id", view -> view.reply().id())
          .text("content", view -> view.reply().content())
          .text("contentType", _ -> PLAIN);

  private CommentResource() {}

  /// All comments, in the order of worksheets.
  static Stream<Comment> all(Workbook book) {
    return book.worksheets().stream().flatMap(sheet -> sheet.regions().comments().stream());
  }

  static Listing list(Workbook book) {
    List<CommentView> views = all(book).map(each -> new CommentView(book, each)).toList();
    return Listing.of(
        views,
        key ->
            views.stream()
                .filter(view -> view.comment().id().equalsIgnoreCase(key))
                .<View>map(view -> view)
                .findFirst());
  }

  private static Listing replies(CommentView comment) {
    List<ReplyView> views =
        comment.comment().replies().stream().map(each -> new ReplyView(comment, each)).toList();
    return Listing.of(
        views,
        key ->
            views.stream()
                .filter(view -> view.reply().id().equalsIgnoreCase(key))
                .<View>map(view -> view)
                .findFirst());
  }
}
