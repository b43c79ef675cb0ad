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

/// `workbookComment` and `workbookCommentReply` (semantics §11). Comments are not made here: the
/// API has no way to say on which cell (D). A note of old can be changed, but not answered.
final class CommentResource {
  /// What is written in a comment is told without its formats.
  private static final String PLAIN = "plain";

  static final ResourceType<CommentView> TYPE =
      resource("workbookComment", CommentView.class)
          .text("id", view -> view.comment().id())
          .text("content", view -> view.comment().content())
          .text("contentType", _ -> PLAIN)
          .lists("replies", CommentResource::replies)
          .creates("replies", CommentResource::reply)
          .updates((view, body) ->
              new Edit.ChangeComment(
                  view.sheet(), view.comment().id(), Optional.empty(), content(body)))
          .deletes(
              view -> new Edit.DeleteComment(view.sheet(), view.comment().id(), Optional.empty()));

  static final ResourceType<ReplyView> REPLY =
      resource("workbookCommentReply", ReplyView.class)
          .text("id", view -> view.reply().id())
          .text("content", view -> view.reply().content())
          .text("contentType", _ -> PLAIN)
          .updates((view, body) ->
              new Edit.ChangeComment(
                  view.owner().sheet(),
                  view.owner().comment().id(),
                  Optional.of(view.reply().id()),
                  content(body)))
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

  private static Plan reply(CommentView view, Arguments arguments, ResourceType.Ids ids) {
    String comment = view.comment().id();
    String id = ids.get();
    String content = content(arguments.inBody());
    var origin = new Comment.Origin(ids.author(), ids.now());
    return Plan.creating(
        new Edit.AddReply(view.sheet(), comment, id, content, origin),
        after -> {
          CommentView answered = view.in(after);
          return answered.comment().replies().stream()
              .filter(each -> each.id().equals(id))
              .findFirst()
              .map(each -> new ReplyView(answered, each))
              .orElseThrow(() -> new NoSuchEntity("reply", id));
        });
  }

  /// Other types of content, such as mentions, are refused.
  private static String content(JsonObject body) {
    Bodies.onlyMembers(body, "content", "contentType");
    Bodies.notNull(body, "content", "contentType");
    Bodies.findText(body, "contentType")
        .filter(type -> !type.equalsIgnoreCase(PLAIN))
        .ifPresent(type -> {
          throw new BadArgument("'contentType' has to be %s, not '%s'.".formatted(PLAIN, type));
        });
    return Bodies.findText(body, "content")
        .orElseThrow(() -> new BadArgument("'content' is missing."));
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
