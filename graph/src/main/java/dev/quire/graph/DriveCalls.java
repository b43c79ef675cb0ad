package dev.quire.graph;

import dev.quire.graph.Entry.Found;
import dev.quire.graph.Entry.NoItem;
import dev.quire.graph.exchange.Headers;
import dev.quire.graph.gate.Access;
import dev.quire.graph.gate.Drives.Drive;
import dev.quire.graph.path.Segment;
import dev.quire.graph.resource.NotAllowed;
import dev.quire.graph.resource.NotServed;
import dev.quire.session.Sessions;
import dev.quire.store.Content;
import dev.quire.store.Item;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Files and folders, as far as a workbook needs them to get in and out.
final class DriveCalls {
  private final Entry entry;
  private final Sessions sessions;

  DriveCalls(Entry entry, Sessions sessions) {
    this.entry = entry;
    this.sessions = sessions;
  }

  Answer answer(Call call) throws IOException {
    List<Segment> steps = call.route().itemPart();
    if (steps.isEmpty() || !(steps.getFirst() instanceof Segment.Entrance)) {
      throw new NotServed(call.request().rawPath());
    }
    if (call.request().method().equals("OPTIONS")) {
      return Answer.noContent().with("Allow", allowed(call.route().last()));
    }
    entry.check(call.caller(), call.reads() ? Access.DRIVE_READ : Access.DRIVE_WRITE);
    return switch (call.route().last()) {
      case Segment.PropertyAccess access when access.property().name().equals("content") ->
          content(call, steps.subList(0, steps.size() - 1));
      case Segment.Navigation navigation when navigation.property().name().equals("children") ->
          children(call, steps.subList(0, steps.size() - 1));
      case Segment.PropertyAccess access -> throw new NotServed(access.property().name());
      case Segment.ActionCall action -> throw new NotServed(action.action().name());
      case Segment.FunctionCall function -> throw new NotServed(function.function().name());
      default -> resource(call, steps);
    };
  }

  private static String allowed(Segment last) {
    boolean isContent =
        last instanceof Segment.PropertyAccess access && access.property().name().equals("content");
    boolean isItem = last.type().filter(type -> type.name().equals("driveItem")).isPresent();
    boolean isMany = last.type().filter(type -> type.collection()).isPresent();
    return isContent
        ? "GET, HEAD, PUT, OPTIONS"
        : isItem && !isMany ? "GET, HEAD, DELETE, OPTIONS" : "GET, HEAD, OPTIONS";
  }

  private Answer resource(Call call, List<Segment> steps) {
    String type = call.route().type().map(each -> each.name()).orElse("");
    boolean isOne = call.route().type().filter(each -> !each.collection()).isPresent();
    if (isOne && type.equals("drive")) {
      return drive(call, steps);
    }
    if (isOne && type.equals("driveItem")) {
      return call.reads() ? item(call, steps) : change(call, steps);
    }
    throw new NotServed(type);
  }

  private Answer drive(Call call, List<Segment> steps) {
    onlyRead(call);
    Drive drive = entry.drive(call.caller(), steps);
    return Answer.json(call, 200, out -> DriveJson.drive(call, drive, out));
  }

  private Answer item(Call call, List<Segment> steps) {
    Found found = entry.find(call.caller(), steps);
    return Answer.json(
            call,
            200,
            out -> {
              out.beginObject().text("@odata.context", DriveJson.context(call, "driveItem"));
              DriveJson.members(found, call.options(), out);
              out.endObject();
            })
        .with("ETag", found.item().eTag());
  }

  private Answer children(Call call, List<Segment> steps) {
    if (!call.reads()) {
      throw new NotServed(call.request().method() + " children");
    }
    Found folder = entry.find(call.caller(), steps);
    if (folder.item().isFile()) {
      return listing(call, folder, List.of());
    }
    return listing(call, folder, folder.drive().store().children(folder.item().id()));
  }

  private static Answer listing(Call call, Found folder, List<Item> items) {
    int skip = call.options().skip().orElse(0);
    int top = call.options().top().orElse(Integer.MAX_VALUE);
    return Answer.json(
        call,
        200,
        out -> {
          out.beginObject()
              .text("@odata.context", DriveJson.context(call, "Collection(driveItem)"));
          if (call.options().count()) {
            out.number("@odata.count", items.size());
          }
          out.name("value").beginArray();
          items.stream()
              .skip(skip)
              .limit(top)
              .forEach(item -> {
                out.beginObject();
                DriveJson.members(new Found(folder.drive(), item), call.options(), out);
                out.endObject();
              });
          out.endArray().endObject();
        });
  }

  private Answer content(Call call, List<Segment> steps) throws IOException {
    return switch (call.request().method()) {
      case "GET", "HEAD" -> download(call, steps);
      case "PUT" -> upload(call, steps);
      default -> throw new NotAllowed(call.request().method(), "GET, HEAD, PUT");
    };
  }

  private Answer download(Call call, List<Segment> steps) {
    Found found = entry.find(call.caller(), steps);
    if (!found.item().isFile()) {
      throw new NoItem("The item is a folder and has no content.");
    }
    Content content = sessions.content(found.book());
    byte[] bytes = content.bytes();
    return new Answer(
        200,
        Headers.NONE
            .with("Content-Type", MediaTypes.of(content.item().name()))
            .with("Content-Length", Integer.toString(bytes.length))
            .with("ETag", content.item().eTag()),
        stream -> stream.write(bytes));
  }

  private Answer upload(Call call, List<Segment> steps) throws IOException {
    Optional<Found> present = present(call, steps);
    Found found;
    if (present.isPresent()) {
      found = replaced(call, present.get());
    } else {
      found = created(call, steps);
    }
    return Answer.json(
            call,
            present.isPresent() ? 200 : 201,
            out -> {
              out.beginObject().text("@odata.context", DriveJson.context(call, "driveItem"));
              DriveJson.members(found, call.options(), out);
              out.endObject();
            })
        .with("ETag", found.item().eTag());
  }

  private Optional<Found> present(Call call, List<Segment> steps) {
    try {
      return Optional.of(entry.find(call.caller(), steps));
    } catch (NoItem missing) {
      if (missing.isDrive() || !(steps.getLast() instanceof Segment.ItemPath)) {
        throw missing;
      }
      return Optional.empty();
    }
  }

  /// A file that somebody has a session on is replaced only by a client that shows with If-Match
  /// that it knows what it replaces.
  private Found replaced(Call call, Found found) throws IOException {
    if (!found.item().isFile()) {
      throw new dev.quire.store.StoreFault.BadName(found.item().path(), "it is a folder");
    }
    Optional<String> ifMatch = ifMatch(call);
    boolean saysWhat = call.request().headers().find("If-Match").isPresent();
    if (sessions.isOpen(found.book()) && !saysWhat) {
      throw new Locked();
    }
    byte[] bytes = call.request().body().readAllBytes();
    sessions.settle(found.book());
    Item item = found.drive().store().replace(found.item().id(), bytes, ifMatch);
    return new Found(found.drive(), item);
  }

  private Found created(Call call, List<Segment> steps) throws IOException {
    Found base = entry.find(call.caller(), steps.subList(0, steps.size() - 1));
    String path = Entry.join(base.item().path(), ((Segment.ItemPath) steps.getLast()).path());
    int slash = path.lastIndexOf('/');
    Item parent =
        base.drive()
            .store()
            .findByPath(slash < 0 ? "" : path.substring(0, slash))
            .orElseThrow(() -> new NoItem("The folder of the new file could not be found."));
    String name = path.substring(slash + 1);
    Item item = base.drive().store().create(parent.id(), name, content(call, name));
    return new Found(base.drive(), item);
  }

  /// What was sent; a blank workbook when nothing was sent for one, as clients make new workbooks
  /// in this way.
  private static InputStream content(Call call, String name) throws IOException {
    var body = new PushbackInputStream(call.request().body());
    int first = body.read();
    if (first < 0) {
      boolean isWorkbook = name.toLowerCase(Locale.ROOT).endsWith(".xlsx");
      return new ByteArrayInputStream(isWorkbook ? Sessions.blankWorkbook() : new byte[0]);
    }
    body.unread(first);
    return body;
  }

  private Answer change(Call call, List<Segment> steps) {
    if (!call.request().method().equals("DELETE")) {
      throw new NotServed(call.request().method() + " driveItem");
    }
    Found found = entry.find(call.caller(), steps);
    if (found.item().parentId().isEmpty()) {
      throw new NotAllowed("DELETE", "GET, HEAD"); // the root of the drive
    }
    found.drive().store().delete(found.item().id(), ifMatch(call));
    sessions.deleted(found.book());
    return Answer.noContent();
  }

  /// The tag that the item must have; nothing for `*`, which takes whatever is there (RFC 9110
  /// §13.1.1).
  private static Optional<String> ifMatch(Call call) {
    return call.request().headers().find("If-Match").filter(tag -> !tag.equals("*"));
  }

  private static void onlyRead(Call call) {
    if (!call.reads()) {
      throw new NotAllowed(call.request().method(), "GET, HEAD");
    }
  }

  /// A file is in use. Expected, so without a stack trace.
  static final class Locked extends RuntimeException {
    private static final long serialVersionUID = 1;

    Locked() {
      super("locked", null, false, false);
    }
  }
}
