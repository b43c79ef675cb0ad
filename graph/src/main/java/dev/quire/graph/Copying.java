package dev.quire.graph;

import dev.quire.graph.Entry.Found;
import dev.quire.session.Sessions;
import dev.quire.store.DriveStore.Nest;
import dev.quire.store.Item;
import dev.quire.store.StoreFault;
import java.io.ByteArrayInputStream;
import java.util.Optional;

/// Copies of files and folders. They hold what has been acknowledged, whichever server has it.
///
/// @param others reads files of other servers
/// @param replacing for copies that take the place of a file
record Copying(Sessions sessions, OtherFiles others, Replacing replacing) {
  /// Copies a file, or a folder with all that is in it.
  ///
  /// @param folder where the copy is to lie
  /// @return the copy
  Found copy(Asker asker, Found found, Found folder, String name, Conflict conflict) {
    Optional<Found> present = folder.child(name);
    if (present.isPresent() && conflict == Conflict.REPLACE) {
      return copyOver(asker, found, present.get());
    }
    if (!found.item().isFile() && isInside(folder.item(), found.item())) {
      throw new StoreFault.BadName(name, "a folder cannot be copied into itself");
    }
    String free = conflict.free(folder, name);
    var copy = new Found(found.drive(), copied(asker, found, folder.item().id(), free));
    sessions.files().changed(copy.book());
    return copy;
  }

  /// The file that is there keeps its id and its versions, and gets the content.
  private Found copyOver(Asker asker, Found found, Found present) {
    Replacing.requireFiles(found, present);
    if (found.item().id().equals(present.item().id())) {
      throw new StoreFault.Exists(present.item().path());
    }
    byte[] bytes = content(asker, found);
    return new Found(present.drive(), replacing.unused(asker, present, bytes));
  }

  private byte[] content(Asker asker, Found file) {
    return others.content(asker, file, () -> sessions.files().content(file.book()).bytes());
  }

  private static boolean isInside(Item item, Item folder) {
    return item.id().equals(folder.id()) || item.path().startsWith(folder.path() + "/");
  }

  private Item copied(Asker asker, Found found, String folderId, String name) {
    var store = found.drive().store();
    return found.item().isFile()
        ? store.create(folderId, name, new ByteArrayInputStream(content(asker, found)))
        : store.createFolder(folderId, name, nest -> fill(asker, found, nest));
  }

  private void fill(Asker asker, Found folder, Nest nest) {
    for (Item item : folder.drive().store().children(folder.item().id())) {
      var child = new Found(folder.drive(), item);
      if (item.isFile()) {
        nest.file(item.name(), new ByteArrayInputStream(content(asker, child)));
      } else {
        fill(asker, child, nest.folder(item.name()));
      }
    }
  }
}
