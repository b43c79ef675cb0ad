package dev.quire.graph.resource;

import dev.quire.engine.ref.A1;
import dev.quire.graph.json.JsonOut;
import dev.quire.workbook.Comment.Mention;
import java.util.List;

/// What types of v1.0 have more under `/beta`: where a comment is, who it speaks to, its task. The
/// rich content is the text with `<at id="0">Name</at>` where it speaks to somebody, as Excel's own
/// interface for add-ins has it (D).
final class BetaResources {
  static final ResourceType<CommentView> COMMENT =
      CommentResource.TYPE
          .extended()
          .text("contentType", view -> contentType(view.comment().mentions()))
          .text(
              "cellAddress",
              view -> view.book().addressOf(view.sheet(), A1.print(view.comment().cell())))
          .reads("mentions", (view, out) -> write(view.comment().mentions(), out))
          .text("richContent", view -> rich(view.comment().content(), view.comment().mentions()))
          .mayLeadTo(
              "task", view -> TaskResource.on(view.book(), view.sheet(), view.comment().id()));

  static final ResourceType<ReplyView> REPLY =
      CommentResource.REPLY
          .extended()
          .text("contentType", view -> contentType(view.reply().mentions()))
          .reads("mentions", (view, out) -> write(view.reply().mentions(), out))
          .text("richContent", view -> rich(view.reply().content(), view.reply().mentions()))
          .mayLeadTo(
              "task",
              view -> TaskResource.on(view.book(), view.owner().sheet(), view.reply().id()));

  /// Under `/beta` a body can say on which cell a comment is to be, which is not built yet.
  static final ResourceType<WorkbookView> WORKBOOK =
      WorkbookResource.TYPE.extended().means("POST comments");

  /// Tasks are not made here: the body of a task has no member for the comment that it hangs on.
  static final ResourceType<SheetView> WORKSHEET =
      WorksheetResource.TYPE.extended().lists("tasks", TaskResource::list).refuses("POST tasks");

  private BetaResources() {}

  private static String contentType(List<Mention> mentions) {
    return mentions.isEmpty() ? "plain" : "mention";
  }

  private static void write(List<Mention> mentions, JsonOut out) {
    out.beginArray();
    for (int id = 0; id < mentions.size(); id++) {
      out.beginObject()
          .text("email", mentions.get(id).email())
          .number("id", id)
          .text("name", mentions.get(id).name())
          .endObject();
    }
    out.endArray();
  }

  private static String rich(String text, List<Mention> mentions) {
    var rich = new StringBuilder();
    int at = 0;
    for (int id = 0; id < mentions.size(); id++) {
      Mention each = mentions.get(id);
      rich.append(text, at, each.start());
      rich.append("<at id=\"").append(id).append("\">").append(each.name()).append("</at>");
      at = each.start() + each.length();
    }
    return rich.append(text.substring(at)).toString();
  }
}
