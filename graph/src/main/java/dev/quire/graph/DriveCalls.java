package dev.quire.graph;

import dev.quire.graph.DriveEdits.Made;
import dev.quire.graph.Entry.Found;
import dev.quire.graph.Entry.NoItem;
import dev.quire.graph.Uploading.Target;
import dev.quire.graph.exchange.GraphRequest;
import dev.quire.graph.exchange.GraphResponse.Body;
import dev.quire.graph.exchange.Headers;
import dev.quire.graph.gate.Access;
import dev.quire.graph.gate.Drives.Drive;
import dev.quire.graph.gate.OldContent;
import dev.quire.graph.gate.Placement;
import dev.quire.graph.json.Json;
import dev.quire.graph.json.JsonNull;
import dev.quire.graph.json.JsonObject;
import dev.quire.graph.json.JsonOut;
import dev.quire.graph.json.JsonText;
import dev.quire.graph.path.Argument;
import dev.quire.graph.path.Segment;
import dev.quire.graph.query.QueryOptions;
import dev.quire.graph.resource.BadArgument;
import dev.quire.graph.resource.NotAllowed;
import dev.quire.graph.resource.NotServed;
import dev.quire.session.Checkout;
import dev.quire.session.Sessions;
import dev.quire.store.Item;
import dev.quire.store.Snapshot;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/// Files and folders, as far as a workbook needs them to get in and out.
final class DriveCalls {
  private static final String DOWNLOAD_URL = "@microsoft.graph.downloadUrl";
  private static final Duration LINK_LIFE = Duration.ofHours(1);
  private static final Duration UPLOAD_LIFE = Duration.ofHours(24);

  /// What all uploads in pieces may keep in memory together.
  private static final long UPLOAD_BYTES = 256L << 20;

  private final Entry entry;
  private final Sessions sessions;
  private final DriveEdits edits;
  private final Uploading uploading;
  private final VersionCalls versions;
  private final DeltaCalls delta;
  private final Links links;
  private final Supplier<String> server;
  private final AtomicLong uploadBudget = new AtomicLong(UPLOAD_BYTES);

  /// @param placement which server looks after which file
  DriveCalls(Entry entry, Sessions sessions, Links links, Placement placement, Sources sources) {
    this.server = placement::server;
    this.entry = entry;
    this.sessions = sessions;
    var others = new OtherFiles(placement, sources);
    var replacing = new Replacing(sessions, others);
    this.edits = new DriveEdits(entry, sessions, others, replacing);
    this.uploading = new Uploading(entry, sessions, others, replacing);
    this.versions = new VersionCalls(entry, sessions, replacing);
    this.links = links;
    this.delta = new DeltaCalls(sources.secrets());
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
    if (VersionCalls.handles(steps)) {
      return versions.answer(call, steps);
    }
    return switch (call.route().last()) {
      case Segment.PropertyAccess access when access.property().name().equals("content") ->
          content(call, steps.subList(0, steps.size() - 1));
      case Segment.Navigation navigation when navigation.property().name().equals("children") ->
          children(call, steps.subList(0, steps.size() - 1));
      case Segment.PropertyAccess access -> throw new NotServed(access.property().name());
      case Segment.ActionCall action ->
          action(call, action.action().name(), steps.subList(0, steps.size() - 1));
      case Segment.FunctionCall function when function.function().name().equals("search") ->
          search(call, function, steps.subList(0, steps.size() - 1));
      case Segment.FunctionCall function when function.function().name().equals("delta") -> {
        call.requireReading();
        yield delta.answer(
            call, function, entry.find(call.caller(), steps.subList(0, steps.size() - 1)));
      }
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
        : isItem && !isMany
            ? "GET, HEAD, PATCH, DELETE, OPTIONS"
            : isItem ? "GET, HEAD, POST, OPTIONS" : "GET, HEAD, OPTIONS";
  }

  private Answer resource(Call call, List<Segment> steps) throws IOException {
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
    call.requireReading();
    Drive drive = entry.drive(call.caller(), steps);
    return Answer.json(call, 200, out -> DriveJson.drive(call, drive, out));
  }

  private Answer item(Call call, List<Segment> steps) {
    Found found = entry.find(call.caller(), steps);
    if (Preconditions.isKnown(call.request(), found.item())) {
      return new Answer(304, Headers.NONE.with("ETag", found.item().eTag()), Body.EMPTY);
    }
    return itemAnswer(
        call,
        200,
        found,
        found.item().isFile() && call.options().shows(DOWNLOAD_URL)
            ? Optional.of(links.url(call.request(), content(call, found), LINK_LIFE))
            : Optional.empty());
  }

  private static SealedLink content(Call call, Found found) {
    return new SealedLink.ToContent(call.caller(), found.drive().id(), found.item().id());
  }

  private Answer itemAnswer(Call call, int status, Found found, Optional<String> downloadUrl) {
    return Answer.json(
            call,
            status,
            out -> {
              out.beginObject().text("@odata.context", DriveJson.context(call, "driveItem"));
              downloadUrl.ifPresent(url -> out.text(DOWNLOAD_URL, url));
              DriveJson.members(found, call.options(), out);
              publication(call, found, out);
              out.endObject();
            })
        .with("ETag", found.item().eTag());
  }

  /// Who has checked out a file; shown to those who ask for it by name (D).
  private void publication(Call call, Found found, JsonOut out) {
    if (!found.item().isFile() || !call.options().select().contains("publication")) {
      return;
    }
    Optional<Checkout> checkout = sessions.files().checkout(found.book());
    out.name("publication").beginObject();
    out.text("level", checkout.isPresent() ? "checkout" : "published");
    out.text("versionId", sessions.files().versions().list(found.book()).getFirst().id());
    checkout.ifPresent(held ->
        out.name("checkedOutBy")
            .beginObject()
            .name("user")
            .beginObject()
            .text("id", held.userId())
            .text("displayName", held.userName())
            .endObject()
            .endObject());
    out.endObject();
  }

  private Answer children(Call call, List<Segment> steps) throws IOException {
    if (call.request().method().equals("POST")) {
      return written(call, edits.createFolder(call, steps));
    }
    call.requireReading();
    Found folder = entry.find(call.caller(), steps);
    if (folder.item().isFile()) {
      return listing(call, folder, List.of());
    }
    return listing(call, folder, folder.drive().store().children(folder.item().id()));
  }

  private Answer listing(Call call, Found folder, List<Item> items) {
    return DriveJson.page(
        call,
        "driveItem",
        items,
        (item, out) -> {
          var each = new Found(folder.drive(), item);
          DriveJson.members(each, call.options(), out);
          publication(call, each, out);
        });
  }

  private Answer content(Call call, List<Segment> steps) throws IOException {
    return switch (call.request().method()) {
      case "GET", "HEAD" -> download(call, steps);
      case "PUT" -> written(call, uploading.upload(call, steps));
      default -> throw new NotAllowed(call.request().method(), "GET, HEAD, PUT");
    };
  }

  private Answer download(Call call, List<Segment> steps) {
    Found found = entry.find(call.caller(), steps);
    if (!found.item().isFile()) {
      throw new NoItem("The item is a folder and has no content.");
    }
    return Download.answer(call.request(), sessions.files().snapshot(found.book()));
  }

  /// Keeps what a file has before it is written; later, answers a download with that.
  ///
  /// @return nothing when the request goes on as usual
  Optional<Answer> lagging(GraphRequest request, Found found, OldContent old) {
    boolean reads = request.method().equals("GET") || request.method().equals("HEAD");
    if (!reads && old.isEmpty()) {
      old.keep(found.item().id(), sessions.files().content(found.book()).bytes());
    }
    return old.find(found.item().id())
        .filter(_ -> reads)
        .map(bytes -> Download.answer(request, new Snapshot(found.item(), ByteBuffer.wrap(bytes))));
  }

  private Answer change(Call call, List<Segment> steps) throws IOException {
    return switch (call.request().method()) {
      case "PATCH" -> written(call, edits.update(call, steps));
      case "DELETE" -> {
        edits.delete(call, steps);
        yield Answer.noContent();
      }
      default -> throw new NotServed(call.request().method() + " driveItem");
    };
  }

  private Answer action(Call call, String action, List<Segment> steps) throws IOException {
    return switch (action) {
      case "copy" -> copy(call, steps);
      case "createUploadSession" -> openUpload(call, steps);
      case "checkout" -> checkOut(call, steps);
      case "checkin" -> checkIn(call, steps);
      default -> throw new NotServed(action);
    };
  }

  private Answer checkOut(Call call, List<Segment> steps) {
    Found found = file(call, steps);
    sessions.files().checkOut(call.caller().userId(), call.caller().userName(), found.book());
    return Answer.noContent();
  }

  /// What is said about a version is not kept: nothing of the API shows it.
  private Answer checkIn(Call call, List<Segment> steps) throws IOException {
    Found found = file(call, steps);
    Json as = call.body().find("checkInAs").orElse(new JsonNull());
    boolean isPublished =
        as instanceof JsonNull
            || as instanceof JsonText(String text) && (text.isEmpty() || text.equals("published"));
    if (!isPublished) {
      throw new NotServed("checkin as anything but 'published'");
    }
    sessions.files().checkIn(call.caller().userId(), found.book());
    return Answer.noContent();
  }

  private Found file(Call call, List<Segment> steps) {
    if (!call.request().method().equals("POST")) {
      throw new NotAllowed(call.request().method(), "POST");
    }
    Found found = entry.find(call.caller(), steps);
    if (!found.item().isFile()) {
      throw new BadArgument("A folder cannot be checked out.");
    }
    return found;
  }

  private Answer copy(Call call, List<Segment> steps) throws IOException {
    Found copy = edits.copy(call, entry.find(call.caller(), steps), new ItemBody(call.body()));
    String url = links.url(call.request(), new SealedLink.ToCopy(copy.item().id()), LINK_LIFE);
    return new Answer(202, Headers.NONE.with("Location", url), Body.EMPTY);
  }

  private Answer openUpload(Call call, List<Segment> steps) throws IOException {
    JsonObject body = call.body();
    Conflict conflict =
        body.find("item")
            .flatMap(item -> item instanceof JsonObject o ? Conflict.of(o) : Optional.empty())
            .orElse(Conflict.REPLACE);
    var upload =
        new UploadSession(this, links, uploading.target(call, steps), conflict, uploadBudget);
    return upload.status(200, call.request(), links.add(upload, UPLOAD_LIFE, server.get()), true);
  }

  /// Writes what has come in pieces.
  Made write(GraphRequest request, Target target, byte[] bytes, Conflict conflict) {
    return uploading.write(request, target, bytes, conflict);
  }

  /// An item as it is after an upload in pieces.
  Answer written(GraphRequest request, Made made) {
    return Answer.json(
            made.isNew() ? 201 : 200,
            out -> {
              out.beginObject()
                  .text(
                      "@odata.context",
                      request.origin() + "/v1.0/$metadata#microsoft.graph.driveItem");
              DriveJson.members(made.found(), QueryOptions.NONE, out);
              out.endObject();
            })
        .with("ETag", made.found().item().eTag());
  }

  private Answer written(Call call, Made made) {
    return itemAnswer(call, made.isNew() ? 201 : 200, made.found(), Optional.empty());
  }

  /// Everything below an item whose name contains a text, in any case.
  private Answer search(Call call, Segment.FunctionCall search, List<Segment> steps) {
    call.requireReading();
    Found base = entry.find(call.caller(), steps);
    String wanted =
        search.arguments().get("q") instanceof Argument.Text(String text)
            ? text.toLowerCase(Locale.ROOT)
            : "";
    var found = new ArrayList<Item>();
    if (!base.item().isFile()) {
      collect(base.drive(), base.item(), wanted, found);
    }
    return listing(call, base, found);
  }

  private static void collect(Drive drive, Item folder, String wanted, List<Item> found) {
    for (Item item : drive.store().children(folder.id())) {
      if (item.name().toLowerCase(Locale.ROOT).contains(wanted)) {
        found.add(item);
      }
      if (!item.isFile()) {
        collect(drive, item, wanted, found);
      }
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
