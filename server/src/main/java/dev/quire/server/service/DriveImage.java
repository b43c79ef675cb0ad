package dev.quire.server.service;

import dev.quire.store.DriveStore;
import dev.quire.store.Item;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// All that is in a drive at one moment, kept in memory, to be put back later.
final class DriveImage {
  private record Kept(Item item, byte[] bytes) {}

  private final DriveStore store;
  private final Map<String, Kept> byId = new LinkedHashMap<>();
  private long size;

  private DriveImage(DriveStore store) {
    this.store = store;
  }

  /// Takes the image.
  ///
  /// @param content the bytes of a file, with every acknowledged write
  static DriveImage of(DriveStore store, Function<Item, byte[]> content) {
    var image = new DriveImage(store);
    // Folders come before what is in them.
    for (Item item : all(store)) {
      byte[] bytes = item.isFile() ? content.apply(item) : new byte[0];
      Item now = store.find(item.id()).orElse(item);
      image.byId.put(item.id(), new Kept(now, bytes));
      image.size += bytes.length;
    }
    return image;
  }

  /// Everything in a drive but its root, folders before what is in them.
  static List<Item> all(DriveStore store) {
    var items = new ArrayList<Item>();
    collect(store, store.root(), items);
    return items;
  }

  private static void collect(DriveStore store, Item folder, List<Item> items) {
    for (Item item : store.children(folder.id())) {
      items.add(item);
      if (!item.isFile()) {
        collect(store, item, items);
      }
    }
  }

  int count() {
    return byId.size();
  }

  /// Bytes of all files.
  long size() {
    return size;
  }

  /// Makes the drive what it was. What was moved is moved back and keeps its id; what was deleted
  /// is made again at its path; what is new goes; content that differs is written.
  void restore() {
    byId.values().forEach(this::place);
    removeNew();
    byId.values().forEach(this::fill);
  }

  private void place(Kept kept) {
    Optional<Item> now = store.find(kept.item().id());
    if (now.isEmpty() || now.get().path().equals(kept.item().path())) {
      return;
    }
    store.findByPath(kept.item().path()).ifPresent(this::putAside);
    store.move(now.get().id(), folderOf(kept.item()), kept.item().name(), Optional.empty());
  }

  /// Something else that has the place of an item for now.
  private void putAside(Item item) {
    String root = store.root().id();
    int n = 0;
    while (store.findByPath("aside " + n).isPresent()) {
      n++;
    }
    store.move(item.id(), root, "aside " + n, Optional.empty());
  }

  /// The folder that an item was in; made again if it is gone.
  private String folderOf(Item item) {
    int slash = item.path().lastIndexOf('/');
    return folder(slash < 0 ? "" : item.path().substring(0, slash)).id();
  }

  private Item folder(String path) {
    if (path.isEmpty()) {
      return store.root();
    }
    int slash = path.lastIndexOf('/');
    return store
        .findByPath(path)
        .orElseGet(() ->
            store.createFolder(
                folder(slash < 0 ? "" : path.substring(0, slash)).id(), path.substring(slash + 1)));
  }

  private void removeNew() {
    for (Item item : all(store)) {
      boolean isKnown =
          byId.containsKey(item.id())
              || byId.values().stream().anyMatch(kept -> kept.item().path().equals(item.path()));
      if (!isKnown && store.find(item.id()).isPresent()) {
        store.delete(item.id(), Optional.empty());
      }
    }
  }

  private void fill(Kept kept) {
    if (!kept.item().isFile()) {
      folder(kept.item().path());
      return;
    }
    Optional<Item> now = store.findByPath(kept.item().path());
    if (now.isEmpty()) {
      store.create(
          folderOf(kept.item()), kept.item().name(), new ByteArrayInputStream(kept.bytes()));
    } else if (!now.get().cTag().equals(kept.item().cTag())) {
      store.replace(now.get().id(), kept.bytes(), Optional.empty());
    }
  }
}
