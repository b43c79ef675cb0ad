package dev.quire.graph;

import dev.quire.graph.Entry.Found;
import dev.quire.graph.Entry.NoItem;
import dev.quire.graph.exchange.GraphRequest;
import dev.quire.graph.gate.Caller;
import dev.quire.graph.json.Json;
import dev.quire.graph.json.JsonNull;
import dev.quire.graph.json.JsonObject;
import dev.quire.graph.json.JsonText;
import dev.quire.graph.path.Segment;
import dev.quire.graph.resource.BadArgument;
import dev.quire.graph.resource.NotAllowed;
import dev.quire.graph.resource.NotServed;
import dev.quire.session.BookRef;
import dev.quire.session.Pass;
import dev.quire.session.Sessions;
import dev.quire.store.Item;
import dev.quire.store.StoreFault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Changes of files and folders. Items keep their ids through renaming and moving, so sessions go
/// on.
final class DriveEdits {
  private static final int TRIES = 5;

  private final Entry entry;
  private final Sessions sessions;
  private final OtherFiles others;
  private final Replacing replacing;
  private final Copying copying;

  DriveEdits(Entry entry, Sessions sessions, OtherFiles others) {
    this.entry = entry;
    this.sessions = sessions;
    this.others = others;
    this.replacing = new Replacing(sessions, others);
    this.copying = new Copying(sessions, others, replacing);
  }

  /// An item after a change, and whether it was made by it.
  record Made(Found found, boolean isNew) {}

  /// Where a file is to lie.
  ///
  /// @param present what lies there now
  /// @param caller whose file it is going to be
  record Target(Found folder, String name, Optional<Found> present, Caller caller) {}

  /// Writes the body of a request to the file that the steps lead to.
  Made upload(Call call, List<Segment> steps) throws IOException {
    Conflict conflict = Conflict.of(call.request().rawQuery()).orElse(Conflict.REPLACE);
    Target target = target(call, steps);
    target.present().ifPresent(others::requireHere); // Nothing of the body has been read yet.
    if (target.present().isPresent() && conflict == Conflict.REPLACE) {
      replacing.requireReplaceable(call, target.present().get());
      return replace(call, target.present().get(), sent(call, target.folder()));
    }
    if (call.request().headers().find("If-Match").isPresent() && target.present().isEmpty()) {
      throw new StoreFault.Changed(target.name(), "any", "none, as it does not exist");
    }
    Found folder = target.folder();
    if (!others.areHere() && conflict == Conflict.REPLACE) {
      byte[] bytes = content(call, target.name()).readAllBytes();
      return createOrReplace(call, folder, target.name(), bytes);
    }
    String name = free(folder, target.name(), conflict);
    return made(
        folder, folder.drive().store().create(folder.item().id(), name, content(call, name)));
  }

  /// Another server may make a file of that name at the same time.
  private Made createOrReplace(Call call, Found folder, String name, byte[] bytes) {
    try {
      var content = new ByteArrayInputStream(bytes);
      return made(folder, folder.drive().store().create(folder.item().id(), name, content));
    } catch (StoreFault.Exists meanwhile) {
      Found present = at(folder, name).orElseThrow(() -> meanwhile);
      return replaced(present, replacing.unused(call.asker(), present, bytes));
    }
  }

  private static byte[] sent(Call call, Found folder) throws IOException {
    Optional<byte[]> handedOver =
        OtherFiles.handedOver(call.request(), folder.drive().store().shelf());
    return handedOver.isPresent() ? handedOver.get() : call.request().body().readAllBytes();
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

  /// Writes bytes that came piece by piece.
  ///
  /// @param request the one that brought the last
  Made write(GraphRequest request, Target target, byte[] bytes, Conflict conflict) {
    Found folder = target.folder();
    Optional<Found> present = at(folder, target.name());
    if (present.isPresent() && conflict == Conflict.REPLACE) {
      var asker = new Asker(request, target.caller());
      return replaced(present.get(), replacing.unused(asker, present.get(), bytes));
    }
    String name = free(folder, target.name(), conflict);
    return made(
        folder,
        folder.drive().store().create(folder.item().id(), name, new ByteArrayInputStream(bytes)));
  }

  /// Replaces the content of a file by what the client sends or has chosen.
  Made replace(Call call, Found found, byte[] bytes) {
    return replaced(found, replacing.content(call, found, bytes));
  }

  private static Made replaced(Found found, Item item) {
    return new Made(new Found(found.drive(), item), false);
  }

  /// Where the steps lead, to a file or to a place for one.
  Target target(Call call, List<Segment> steps) {
    Optional<Found> present = present(call, steps);
    if (present.isPresent()) {
      Found found = present.get();
      String parent =
          found
              .item()
              .parentId()
              .orElseThrow(() -> new StoreFault.BadName("the root", "it is a folder"));
      Item folder = found.drive().store().find(parent).orElseThrow(NoItem::item);
      return new Target(
          new Found(found.drive(), folder), found.item().name(), present, call.caller());
    }
    Found base = entry.find(call.caller(), steps.subList(0, steps.size() - 1));
    String path = Entry.join(base.item().path(), ((Segment.ItemPath) steps.getLast()).path());
    int slash = path.lastIndexOf('/');
    Item parent =
        base.drive()
            .store()
            .findByPath(slash < 0 ? "" : path.substring(0, slash))
            .orElseThrow(() -> new NoItem("The folder of the new file could not be found."));
    return new Target(
        new Found(base.drive(), parent),
        path.substring(slash + 1),
        Optional.empty(),
        call.caller());
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

  /// Makes a folder from a body such as `{"name":"Reports","folder":{}}`.
  Made createFolder(Call call, List<Segment> steps) throws IOException {
    JsonObject body = call.body();
    if (body.find("folder").filter(each -> each instanceof JsonObject).isEmpty()) {
      throw new BadArgument("A new item needs a 'folder'; files are made by PUT of their content.");
    }
    Found parent = entry.find(call.caller(), steps);
    Conflict conflict = conflict(call, body);
    if (conflict == Conflict.REPLACE) {
      throw new NotServed("replacing an item by a new folder");
    }
    String name = text(body, "name").orElseThrow(() -> new BadArgument("'name' is missing."));
    String free = free(parent, name, conflict);
    return made(parent, parent.drive().store().createFolder(parent.item().id(), free));
  }

  /// Renames or moves by a body such as `{"name":"Plan.xlsx","parentReference":{"id":"01…"}}`.
  Made update(Call call, List<Segment> steps) throws IOException {
    Found found = settled(call, entry.find(call.caller(), steps));
    JsonObject body = call.body();
    Optional<String> wanted = text(body, "name");
    Found folder = folder(call, body, found);
    Conflict conflict = conflict(call, body);
    if (found.item().parentId().isEmpty()) {
      throw new NotAllowed("PATCH", "GET, HEAD"); // the root of the drive
    }
    Preconditions.require(call.request(), found.item());
    replacing.requireFree(call.caller().userId(), found);
    String name = wanted.orElse(found.item().name());
    boolean stays =
        folder.item().id().equals(found.item().parentId().orElse(""))
            && name.equals(found.item().name());
    if (stays || conflict != Conflict.REPLACE) {
      return moved(call, found, folder, stays ? name : free(folder, name, conflict));
    }
    try (Pass _ = sessions.files().hold(found.book())) {
      return movedOnto(call, found, folder, name);
    }
  }

  private Made moved(Call call, Found found, Found folder, String name) {
    Item moved =
        found
            .drive()
            .store()
            .move(
                found.item().id(),
                folder.item().id(),
                name,
                Preconditions.ifMatch(call.request()).map(_ -> found.item().eTag()));
    sessions.files().changed(new Found(found.drive(), moved).book());
    return new Made(new Found(found.drive(), moved), false);
  }

  /// What the query or the body says; without a word a name that is taken is refused.
  private static Conflict conflict(Call call, JsonObject body) {
    return Conflict.of(call.request().rawQuery()).or(() -> Conflict.of(body)).orElse(Conflict.FAIL);
  }

  /// Lets a file take the place of another one. Of two that are to replace each other one stays: as
  /// long as one is on its way it is held, and then it has another tag.
  private Made movedOnto(Call call, Found found, Found folder, String name) {
    for (int tries = 1; ; tries++) {
      Optional<Found> present = at(folder, name);
      if (present.isEmpty() || present.get().item().id().equals(found.item().id())) {
        return moved(call, found, folder, name);
      }
      Replacing.requireFiles(found, present.get());
      try {
        return movedOnto(call, found, present.get());
      } catch (StoreFault.Changed saved) {
        if (tries == TRIES) {
          throw saved;
        }
      }
    }
  }

  private Made movedOnto(Call call, Found found, Found target) {
    Optional<String> ifMatch = Preconditions.ifMatch(call.request()).map(_ -> found.item().eTag());
    Optional<String> targetTag = Optional.of(target.item().eTag());
    Item moved =
        replacing.giveWay(
            call.asker(),
            target,
            () ->
                found
                    .drive()
                    .store()
                    .moveOnto(found.item().id(), target.item().id(), targetTag, ifMatch));
    sessions.files().changed(new Found(found.drive(), moved).book());
    return new Made(new Found(found.drive(), moved), false);
  }

  static Optional<Found> at(Found folder, String name) {
    return name.contains("/")
        ? Optional.empty()
        : folder
            .drive()
            .store()
            .findByPath(Entry.join(folder.item().path(), name))
            .map(item -> new Found(folder.drive(), item));
  }

  /// The item after what was written to it is in the file, where the client asks for a version.
  private Found settled(Call call, Found found) {
    if (!found.item().isFile() || call.request().headers().find("If-Match").isEmpty()) {
      return found;
    }
    sessions.files().settle(found.book());
    Item item = found.drive().store().find(found.item().id()).orElseThrow(NoItem::item);
    return new Found(found.drive(), item);
  }

  /// The folder that a body's `parentReference` names by id or path; without one, the folder that
  /// the item lies in.
  private Found folder(Call call, JsonObject body, Found found) {
    Json reference = body.find("parentReference").orElse(new JsonNull());
    if (!(reference instanceof JsonObject parent)) {
      String own = found.item().parentId().orElse(found.item().id());
      return new Found(found.drive(), found.drive().store().find(own).orElseThrow(NoItem::item));
    }
    if (text(parent, "driveId").filter(id -> !id.equals(found.drive().id())).isPresent()) {
      throw new NotServed("moving or copying to another drive");
    }
    Item folder =
        text(parent, "id")
            .flatMap(id ->
                id.equals("root")
                    ? Optional.of(found.drive().store().root())
                    : found.drive().store().find(id))
            .or(() ->
                text(parent, "path")
                    .flatMap(path -> found.drive().store().findByPath(pathInDrive(path))))
            .orElseThrow(() -> new NoItem("The folder of 'parentReference' could not be found."));
    return new Found(found.drive(), folder);
  }

  /// `/drive/root:/Reports` and the like, as parent references have it.
  private static String pathInDrive(String path) {
    int colon = path.indexOf("root:");
    String rest = colon < 0 ? path : path.substring(colon + "root:".length());
    return rest.startsWith("/") ? rest.substring(1) : rest;
  }

  /// Copies a file, or a folder with all that is in it.
  Found copy(Call call, Found found, JsonObject body) {
    Found folder = folder(call, body, found);
    Conflict conflict = conflict(call, body);
    String name = text(body, "name").orElse(found.item().name());
    return copying.copy(call.asker(), found, folder, name, conflict);
  }

  /// Removes an item.
  void delete(Call call, List<Segment> steps) {
    Found found = entry.find(call.caller(), steps);
    if (found.item().parentId().isEmpty()) {
      throw new NotAllowed("DELETE", "GET, HEAD"); // the root of the drive
    }
    Preconditions.require(call.request(), found.item());
    List<Found> files = filesIn(found);
    sessions.files().requireFree(call.caller().userId(), files.stream().map(Found::book).toList());
    if (call.request().headers().find(OtherFiles.IF_UNUSED).isPresent()) {
      files.forEach(each -> replacing.requireUnused(call.asker(), each));
    }
    if (call.request().headers().find(OtherFiles.ONLY_ASKED).isPresent()) {
      files.forEach(each -> sessions.files().isLeaving(each.book()));
      return;
    }
    Optional<String> ifMatch = Preconditions.ifMatch(call.request()).map(_ -> found.item().eTag());
    Runnable step = () -> found.drive().store().delete(found.item().id(), ifMatch);
    List<BookRef> books = files.stream().map(Found::book).toList();
    if (found.item().isFile() || others.areHere()) {
      sessions
          .files()
          .remove(
              books,
              () -> {
                step.run();
                return true;
              });
    } else {
      // What the journal has of all of them goes in the same step, and their servers notice.
      files.forEach(each ->
          others.announceEnd(call.asker(), each, () -> sessions.files().isLeaving(each.book())));
      step.run();
      books.forEach(sessions.files()::deletedThere);
    }
    sessions.files().changed(found.book());
  }

  /// The file itself, or all files below a folder.
  private static List<Found> filesIn(Found found) {
    return found.item().isFile()
        ? List.of(found)
        : found.drive().store().children(found.item().id()).stream()
            .flatMap(child -> filesIn(new Found(found.drive(), child)).stream())
            .toList();
  }

  /// A name that the folder does not have.
  ///
  /// @throws StoreFault.Exists when it has the name, and no other may be taken
  static String free(Found folder, String name, Conflict conflict) {
    if (!isTaken(folder, name)) {
      return name;
    }
    for (int n = 1; conflict == Conflict.RENAME && n < Conflict.tries(); n++) {
      String other = Conflict.other(name, n);
      if (!isTaken(folder, other)) {
        return other;
      }
    }
    throw new StoreFault.Exists(name);
  }

  private static boolean isTaken(Found folder, String name) {
    return at(folder, name).isPresent();
  }

  private Made made(Found folder, Item item) {
    sessions.files().changed(new Found(folder.drive(), item).book());
    return new Made(new Found(folder.drive(), item), true);
  }

  private static Optional<String> text(JsonObject body, String name) {
    return body.find(name)
        .filter(json -> !(json instanceof JsonNull))
        .map(json -> {
          if (json instanceof JsonText(String text)) {
            return text;
          }
          throw new BadArgument("'%s' has to be a string, not %s.".formatted(name, json.kind()));
        });
  }
}
