package dev.quire.graph;

import dev.quire.graph.Entry.Found;
import dev.quire.graph.gate.Drives.Drive;
import dev.quire.graph.json.JsonOut;
import dev.quire.graph.query.QueryOptions;
import dev.quire.store.Item;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BiConsumer;

/// Drives and drive items as JSON.
final class DriveJson {
  private DriveJson() {}

  static String context(Call call, String type) {
    String qualified =
        type.startsWith("Collection(")
            ? "Collection(microsoft.graph." + type.substring("Collection(".length())
            : "microsoft.graph." + type;
    return Context.ofType(call, qualified);
  }

  /// A page of a collection: what `$skip` and `$top` leave of it, and with `$count` how many there
  /// are in all.
  ///
  /// @param type of the elements: `driveItem`
  /// @param members writes what stands in the object of an element
  static <T> Answer page(Call call, String type, List<T> elements, BiConsumer<T, JsonOut> members) {
    int skip = call.options().skip().orElse(0);
    int top = call.options().top().orElse(Integer.MAX_VALUE);
    return Answer.json(
        call,
        200,
        out -> {
          out.beginObject().text("@odata.context", context(call, "Collection(" + type + ")"));
          if (call.options().count()) {
            out.number("@odata.count", elements.size());
          }
          out.name("value").beginArray();
          elements.stream()
              .skip(skip)
              .limit(top)
              .forEach(each -> {
                out.beginObject();
                members.accept(each, out);
                out.endObject();
              });
          out.endArray().endObject();
        });
  }

  static void drive(Call call, Drive drive, JsonOut out) {
    out.beginObject()
        .text("@odata.context", context(call, "drive"))
        .text("id", drive.id())
        .text("driveType", "business")
        .text("name", "OneDrive")
        .name("owner")
        .beginObject()
        .name("user")
        .beginObject()
        .text("id", drive.ownerId())
        .text("displayName", drive.ownerName())
        .endObject()
        .endObject()
        .endObject();
  }

  static void members(Found found, QueryOptions options, JsonOut out) {
    Item item = found.item();
    text(options, out, "createdDateTime", time(item.created()));
    text(options, out, "eTag", item.eTag());
    text(options, out, "id", item.id());
    text(options, out, "lastModifiedDateTime", time(item.modified()));
    text(options, out, "name", item.parentId().isEmpty() ? "root" : item.name());
    text(options, out, "cTag", item.cTag());
    if (options.shows("size")) {
      out.number("size", item.size());
    }
    if (options.shows("parentReference")) {
      parent(found, out);
    }
    if (item.isFile() && options.shows("file")) {
      out.name("file").beginObject().text("mimeType", MediaTypes.of(item.name())).endObject();
    }
    if (!item.isFile() && options.shows("folder")) {
      int children = found.drive().store().children(item.id()).size();
      out.name("folder").beginObject().number("childCount", children).endObject();
    }
    if (item.parentId().isEmpty() && options.shows("root")) {
      out.name("root").beginObject().endObject();
    }
  }

  private static void text(QueryOptions options, JsonOut out, String name, String value) {
    if (options.shows(name)) {
      out.text(name, value);
    }
  }

  private static void parent(Found found, JsonOut out) {
    Item item = found.item();
    out.name("parentReference")
        .beginObject()
        .text("driveType", "business")
        .text("driveId", found.drive().id());
    item.parentId()
        .ifPresent(parent -> {
          int slash = item.path().lastIndexOf('/');
          String folder = slash < 0 ? "" : "/" + item.path().substring(0, slash);
          out.text("id", parent).text("path", "/drives/" + found.drive().id() + "/root:" + folder);
        });
    out.endObject();
  }

  private static String time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
