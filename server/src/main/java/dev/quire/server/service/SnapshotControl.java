package dev.quire.server.service;

import dev.quire.server.control.Control;
import dev.quire.server.control.FaultControl;
import dev.quire.session.BookRef;
import dev.quire.session.Sessions;
import dev.quire.store.DriveStore;
import dev.quire.store.Item;
import java.util.HashMap;
import java.util.Map;

/// Lets each test start from the same state: `{"save":true}` keeps what is in all drives,
/// `{"restore":true}` puts it back, ends all sessions on workbooks, forgets ordered faults and
/// begins at the seed again. There is one snapshot; saving again replaces it. It is kept in memory.
final class SnapshotControl implements Control {
  private static final long MOST_BYTES = 256L << 20;

  private final OwnDrives drives;
  private final Sessions sessions;
  private final FaultControl faults;
  private final Chance chance;
  private final boolean isAlone;
  private Map<String, DriveImage> images = Map.of();

  /// @param isAlone whether all files are this server's
  SnapshotControl(
      OwnDrives drives, Sessions sessions, FaultControl faults, Chance chance, boolean isAlone) {
    this.drives = drives;
    this.sessions = sessions;
    this.faults = faults;
    this.chance = chance;
    this.isAlone = isAlone;
  }

  @Override
  public synchronized Map<String, Object> state() {
    return Map.of(
        "items", images.values().stream().mapToInt(DriveImage::count).sum(),
        "bytes", images.values().stream().mapToLong(DriveImage::size).sum());
  }

  @Override
  public synchronized void change(Map<String, Object> order) throws OrderRefused {
    if (!isAlone) {
      throw new OrderRefused("A cluster has no snapshots: several servers work on its files.");
    }
    if (order.size() == 1 && Boolean.TRUE.equals(order.get("save"))) {
      save();
    } else if (order.size() == 1 && Boolean.TRUE.equals(order.get("restore"))) {
      restore();
    } else {
      throw new OrderRefused("Send {\"save\":true} or {\"restore\":true}.");
    }
  }

  private void save() throws OrderRefused {
    requireRoom();
    var taken = new HashMap<String, DriveImage>();
    drives
        .all()
        .forEach((id, store) ->
            taken.put(
                id,
                DriveImage.of(
                    store, item -> sessions.files().content(book(id, store, item)).bytes())));
    images = Map.copyOf(taken);
  }

  private void requireRoom() throws OrderRefused {
    long bytes =
        drives.all().values().stream()
            .flatMap(store -> DriveImage.all(store).stream())
            .mapToLong(Item::size)
            .sum();
    if (bytes > MOST_BYTES) {
      throw new OrderRefused(
          "The drives hold %,d bytes; a snapshot holds %,d at most.".formatted(bytes, MOST_BYTES));
    }
  }

  private void restore() throws OrderRefused {
    if (images.isEmpty()) {
      throw new OrderRefused("There is no snapshot; send {\"save\":true} first.");
    }
    faults.change(Map.of("clear", true));
    drives
        .all()
        .forEach((id, store) ->
            DriveImage.all(store).stream()
                .filter(Item::isFile)
                .forEach(item -> sessions.files().deleted(book(id, store, item))));
    images.values().forEach(DriveImage::restore);
    chance.restart();
  }

  private static BookRef book(String drive, DriveStore store, Item item) {
    return new BookRef(drive, store, item.id());
  }
}
