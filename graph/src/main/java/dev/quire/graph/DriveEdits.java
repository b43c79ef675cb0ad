package dev.quire.graph;

import dev.quire.graph.Entry.Found;
import dev.quire.graph.Entry.NoItem;
import dev.quire.graph.path.Segment;
import dev.quire.graph.resource.BadArgument;
import dev.quire.graph.resource.NotAllowed;
import dev.quire.graph.resource.NotServed;
import dev.quire.session.BookRef;
import dev.quire.session.Pass;
import dev.quire.session.Sessions;
import dev.quire.store.Item;
import dev.quire.store.StoreFault;
import java.io.IOException;
import java.util.List;
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

  DriveEdits(Entry entry, Sessions sessions, OtherFiles others, Replacing replacing) {
    this.entry = entry;
    this.sessions = sessions;
    this.others = others;
    this.replacing = replacing;
    this.copying = new Copying(sessions, others, replacing);
  }

  /// An item after a change, and whether it was made by it.
  record Made(Found found, boolean isNew) {}

  /// Makes a folder from a body such as `{"name":"Reports","folder":{}}`.
  Made createFolder(Call call, List<Segment> steps) throws IOException {
    var body = new ItemBody(call.body());
    if (!body.isFolder()) {
      throw new BadArgument("A new item needs a 'folder'; files are made by PUT of their content.");
    }
    Found parent = entry.find(call.caller(), steps);
    Conflict conflict = body.conflict(call);
    if (conflict == Conflict.REPLACE) {
      throw new NotServed("replacing an item by a new folder");
    }
    String name = body.name().orElseThrow(() -> new BadArgument("'name' is missing."));
    String free = conflict.free(parent, name);
    Item made = parent.drive().store().createFolder(parent.item().id(), free);
    sessions.files().changed(new Found(parent.drive(), made).book());
    return new Made(new Found(parent.drive(), made), true);
  }

  /// Renames or moves by a body such as `{"name":"Plan.xlsx","parentReference":{"id":"01…"}}`.
  Made update(Call call, List<Segment> steps) throws IOException {
    Found found = settled(call, entry.find(call.caller(), steps));
    var body = new ItemBody(call.body());
    Optional<String> wanted = body.name();
    Found folder = body.folder(found);
    Conflict conflict = body.conflict(call);
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
      return moved(call, found, folder, stays ? name : conflict.free(folder, name));
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

  /// Lets a file take the place of another one. Of two that are to replace each other one stays: as
  /// long as one is on its way it is held, and then it has another tag.
  private Made movedOnto(Call call, Found found, Found folder, String name) {
    for (int tries = 1; ; tries++) {
      Optional<Found> present = folder.child(name);
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

  /// The item after what was written to it is in the file, where the client asks for a version.
  private Found settled(Call call, Found found) {
    if (!found.item().isFile() || call.request().headers().find("If-Match").isEmpty()) {
      return found;
    }
    sessions.files().settle(found.book());
    Item item = found.drive().store().find(found.item().id()).orElseThrow(NoItem::item);
    return new Found(found.drive(), item);
  }

  /// Copies a file, or a folder with all that is in it.
  Found copy(Call call, Found found, ItemBody body) {
    Found folder = body.folder(found);
    Conflict conflict = body.conflict(call);
    String name = body.name().orElse(found.item().name());
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
}
