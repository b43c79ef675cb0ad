package dev.quire.graph.resource;

import static dev.quire.graph.resource.ResourceType.resource;

import dev.quire.graph.json.JsonObject;
import dev.quire.graph.resource.ResourceType.Plan;
import dev.quire.workbook.Comment;
import dev.quire.workbook.Edit;
import dev.quire.workbook.Workbook;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// `workbookComment` and `workbookCommentReply` (semantics §11). Comments are not made here: v1.0
/// has no way to say on which cell (D). A note of old can be changed, but not answered.
final class CommentResource {
  /// What is written in a comment is told without its formats.
  private static final String PLAIN = "plain";

  static final ResourceType<CommentView> TYPE =
      resource("workbookComment", CommentView.class)
          .text("id", view -> view.comment().id())
          .text("content", view -> view.comment().content())
          .text("contentType", _ -> PLAIN)
          .lists("replies", CommentResource::replies)
          .creates("replies", (view, arguments, ids) -> reply(view, plain(arguments.inBody()), ids))
          .updates((view, body) -> change(view, plain(body)))
          .deletes(
              view -> new Edit.DeleteComment(view.sheet(), view.comment().id(), Optional.empty()));

  static final ResourceType<ReplyView> REPLY =
      resource("workbookCommentReply", ReplyView.class)
          .text("id", view -> view.reply().id())
          .text("content", view -> view.reply().content())
          .text("contentType", _ -> PLAIN)
          .updates((view, body) -> change(view, plain(body)))
          .deletes(view ->
              new Edit.DeleteComment(
                  view.owner().sheet(),
                  view.owner().comment().id(),
                  Optional.of(view.reply().id())));

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

  /// The plan that answers a comment.
  static Plan reply(CommentView view, Comment.Said said, ResourceType.Ids ids) {
    String id = ids.get();
    var origin = new Comment.Origin(ids.author(), ids.now());
    return Plan.creating(
        new Edit.AddReply(view.sheet(), view.comment().id(), id, said, origin),
        after -> {
          CommentView answered = view.in(after);
          return answered.comment().replies().stream()
              .filter(each -> each.id().equals(id))
              .findFirst()
              .map(each -> new ReplyView(answered, each))
              .orElseThrow(() -> new NoSuchEntity("reply", id));
        });
  }

  /// Lets a comment say something else.
  static Edit change(CommentView view, Comment.Said said) {
    Comment comment = view.comment();
    return new Edit.ChangeComment(
        view.sheet(),
        comment.id(),
        Optional.empty(),
        keeping(comment.content(), comment.mentions(), said));
  }

  /// Lets a reply say something else.
  static Edit change(ReplyView view, Comment.Said said) {
    Comment.Reply reply = view.reply();
    return new Edit.ChangeComment(
        view.owner().sheet(),
        view.owner().comment().id(),
        Optional.of(reply.id()),
        keeping(reply.content(), reply.mentions(), said));
  }

  /// Whoever says the same again, but knows nothing of mentions, does not take them away.
  private static Comment.Said keeping(
      String text, List<Comment.Mention> mentions, Comment.Said said) {
    return said.equals(Comment.Said.plain(text)) ? new Comment.Said(text, mentions) : said;
  }

  /// What a body says without mentions. Other types of content are refused.
  private static Comment.Said plain(JsonObject body) {
    Bodies.onlyMembers(body, "content", "contentType");
    Bodies.notNull(body, "content", "contentType");
    Bodies.findText(body, "contentType")
        .filter(type -> !type.equalsIgnoreCase(PLAIN))
        .ifPresent(type -> {
          throw new BadArgument("'contentType' has to be %s, not '%s'.".formatted(PLAIN, type));
        });
    return Comment.Said.plain(
        Bodies.findText(body, "content")
            .orElseThrow(() -> new BadArgument("'content' is missing.")));
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
