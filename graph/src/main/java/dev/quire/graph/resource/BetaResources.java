package dev.quire.graph.resource;

import dev.quire.engine.ref.A1;
import dev.quire.graph.json.JsonObject;
import dev.quire.graph.resource.ResourceType.Ids;
import dev.quire.graph.resource.ResourceType.Plan;
import dev.quire.workbook.Comment;
import dev.quire.workbook.Edit;
import dev.quire.workbook.Workbook.Place;
import java.util.Arrays;
import java.util.stream.Stream;

/// What types of v1.0 have more under `/beta`: where a comment is, who it speaks to, its task; and
/// comments can be made.
final class BetaResources {
  private static final String ADDRESS = "cellAddress";

  static final ResourceType<CommentView> COMMENT =
      CommentResource.TYPE
          .extended()
          .text("contentType", view -> RichComment.contentType(view.comment().mentions()))
          .text(ADDRESS, BetaResources::address)
          .reads("mentions", (view, out) -> RichComment.write(view.comment().mentions(), out))
          .text(
              "richContent",
              view -> RichComment.text(view.comment().content(), view.comment().mentions()))
          .mayLeadTo(
              "task", view -> TaskResource.on(view.book(), view.sheet(), view.comment().id()))
          .creates(
              "replies",
              (view, arguments, ids) -> CommentResource.reply(view, said(arguments.inBody()), ids))
          .updates((view, body) -> CommentResource.change(view, said(body)));

  static final ResourceType<ReplyView> REPLY =
      CommentResource.REPLY
          .extended()
          .text("contentType", view -> RichComment.contentType(view.reply().mentions()))
          .reads("mentions", (view, out) -> RichComment.write(view.reply().mentions(), out))
          .text(
              "richContent",
              view -> RichComment.text(view.reply().content(), view.reply().mentions()))
          .mayLeadTo(
              "task", view -> TaskResource.on(view.book(), view.owner().sheet(), view.reply().id()))
          .updates((view, body) -> CommentResource.change(view, said(body)));

  static final ResourceType<WorkbookView> WORKBOOK =
      WorkbookResource.TYPE
          .extended()
          .means("POST comments")
          .creates("comments", BetaResources::comment);

  /// Tasks are not made here: the body of a task has no member for the comment that it hangs on.
  static final ResourceType<SheetView> WORKSHEET =
      WorksheetResource.TYPE
          .extended()
          .lists("tasks", TaskResource::list)
          .refuses("the body has no member for the comment that a task hangs on", "POST tasks");

  private BetaResources() {}

  private static String address(CommentView view) {
    return view.book().addressOf(view.sheet(), A1.print(view.comment().cell()));
  }

  /// The cell is told by its address with the name of the sheet (D); without it the first visible
  /// sheet is meant, as with tables.
  private static Plan comment(WorkbookView view, Arguments arguments, Ids ids) {
    JsonObject body = arguments.inBody();
    Bodies.onlyMembers(
        body,
        Stream.concat(Stream.of(ADDRESS), Arrays.stream(RichComment.MEMBERS))
            .toArray(String[]::new));
    String address =
        Bodies.findText(body, ADDRESS)
            .orElseThrow(() -> new BadArgument("'cellAddress' is missing."));
    Place place = Addresses.place(view.book(), address);
    if (!place.area().isCell()) {
      throw new BadArgument("'cellAddress' has to be one cell, not '%s'.".formatted(address));
    }
    String id = ids.get();
    var origin = new Comment.Origin(ids.author(), ids.now());
    return Plan.creating(
        new Edit.AddComment(place.sheet(), place.area(), id, RichComment.said(body), origin),
        after ->
            CommentResource.all(after)
                .filter(each -> each.id().equals(id))
                .findFirst()
                .map(each -> new CommentView(after, each))
                .orElseThrow(() -> new NoSuchEntity("comment", id)));
  }

  private static Comment.Said said(JsonObject body) {
    Bodies.onlyMembers(body, RichComment.MEMBERS);
    return RichComment.said(body);
  }
}
