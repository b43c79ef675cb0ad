package dev.quire.graph;

import dev.quire.graph.DriveEdits.Made;
import dev.quire.graph.Entry.Found;
import dev.quire.graph.Entry.NoItem;
import dev.quire.graph.exchange.GraphRequest;
import dev.quire.graph.gate.Caller;
import dev.quire.graph.path.Segment;
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

/// Contents that clients send, for files that are there and for new ones.
///
/// @param replacing for contents of files that are there
record Uploading(Entry entry, Sessions sessions, OtherFiles others, Replacing replacing) {
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
      Found present = target.present().get();
      replacing.requireReplaceable(call, present);
      return replaced(present, replacing.content(call, present, sent(call, target.folder())));
    }
    if (call.request().headers().find("If-Match").isPresent() && target.present().isEmpty()) {
      throw new StoreFault.Changed(target.name(), "any", "none, as it does not exist");
    }
    Found folder = target.folder();
    if (!others.areHere() && conflict == Conflict.REPLACE) {
      byte[] bytes = content(call, target.name()).readAllBytes();
      return createOrReplace(call, folder, target.name(), bytes);
    }
    String name = conflict.free(folder, target.name());
    return made(
        folder, folder.drive().store().create(folder.item().id(), name, content(call, name)));
  }

  /// Another server may make a file of that name at the same time.
  private Made createOrReplace(Call call, Found folder, String name, byte[] bytes) {
    try {
      var content = new ByteArrayInputStream(bytes);
      return made(folder, folder.drive().store().create(folder.item().id(), name, content));
    } catch (StoreFault.Exists meanwhile) {
      Found present = folder.child(name).orElseThrow(() -> meanwhile);
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
    Optional<Found> present = folder.child(target.name());
    if (present.isPresent() && conflict == Conflict.REPLACE) {
      var asker = new Asker(request, target.caller());
      return replaced(present.get(), replacing.unused(asker, present.get(), bytes));
    }
    String name = conflict.free(folder, target.name());
    return made(
        folder,
        folder.drive().store().create(folder.item().id(), name, new ByteArrayInputStream(bytes)));
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

  private Made made(Found folder, Item item) {
    sessions.files().changed(new Found(folder.drive(), item).book());
    return new Made(new Found(folder.drive(), item), true);
  }
}
