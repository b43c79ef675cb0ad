package dev.quire.store;

import dev.quire.store.FolderTree.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;

/// Which item lies where in a folder that is a drive, while this drive moves items and other
/// programs do what they like: what is seen of an item belongs to its id, whatever happens a moment
/// later.
final class FolderItems {
  /// How often an item that others keep moving is looked for before they have to wait.
  private static final int TRIES = 5;

  private final Identities identities;
  private final OriginsFile origins;
  private final FolderTree tree;
  private final FolderReader reader;
  private final IdIndex ids = new IdIndex(this::allIds);

  /// Shared by those who move something; held alone by whoever has missed an item too often. Taken
  /// before any file is locked.
  private final ReentrantReadWriteLock moves = new ReentrantReadWriteLock(true);

  /// @param stateDir where the seed of ids and the list of moved items are
  FolderItems(Path stateDir, FolderTree tree, FolderReader reader) throws IOException {
    this.tree = tree;
    this.reader = reader;
    this.identities = new Identities(DriveSeed.open(stateDir));
    this.origins = OriginsFile.open(stateDir, path -> at(path).isPresent());
  }

  private Map<String, DrivePath> allIds() {
    var all = new HashMap<String, DrivePath>();
    all.put(identity(DrivePath.ROOT).id(), DrivePath.ROOT);
    try {
      tree.walk(place -> all.put(identity(place.path()).id(), place.path()));
    } catch (IOException e) {
      throw new StoreFault.Unreadable("the drive", Reason.of(e));
    }
    return all;
  }

  /// What lies at a path.
  Optional<Place> at(DrivePath path) {
    try {
      return tree.find(path);
    } catch (IOException e) {
      throw new StoreFault.Unreadable(path.toString(), Reason.of(e));
    }
  }

  /// The item at a path while nothing is on its way there.
  Optional<Item> itemAt(DrivePath path) {
    return origins.steadily(() -> at(path).map(this::item));
  }

  /// The item that has just come to a path.
  ///
  /// @throws StoreFault.NotFound when it is gone already
  Item arrived(DrivePath path) {
    return at(path).map(this::item).orElseThrow(() -> new StoreFault.NotFound(path.toString()));
  }

  /// Looks at an item while nothing is on its way: whatever is moved a moment later, what is seen
  /// belongs to this id.
  <T> Optional<T> look(String id, Function<Place, T> seeing) {
    for (int tries = 1; tries <= TRIES; tries++) {
      Origins seen = origins.current();
      Optional<T> found = lookOnce(id, seeing);
      if (found.isPresent() || origins.settled() == seen) {
        return found;
      }
    }
    // Who moves something itself begins anew when it has missed an item.
    return moves.getReadHoldCount() > 0
        ? Optional.empty()
        : holding(moves.writeLock(), () -> lookOnce(id, seeing));
  }

  private <T> Optional<T> lookOnce(String id, Function<Place, T> seeing) {
    return ids.find(id, path -> identity(path).id().equals(id))
        .flatMap(path -> origins.steadily(() -> placeOf(id, path).map(seeing)));
  }

  private Optional<Place> placeOf(String id, DrivePath path) {
    return identity(path).id().equals(id) ? at(path) : Optional.empty();
  }

  /// Where an item lies.
  ///
  /// @throws StoreFault.NotFound when there is none with this id
  Place place(String id) {
    return look(id, Function.identity()).orElseThrow(() -> new StoreFault.NotFound(id));
  }

  /// Where a file lies.
  ///
  /// @throws StoreFault.NotFound when there is none with this id
  Place file(String id) {
    return look(id, Function.identity())
        .filter(Place::isFile)
        .orElseThrow(() -> new StoreFault.NotFound(id));
  }

  /// Where a folder lies.
  ///
  /// @throws StoreFault.NotFound when there is none with this id
  Place folder(String id) {
    return look(id, Function.identity())
        .filter(place -> !place.isFile())
        .orElseThrow(() -> new StoreFault.NotFound(id));
  }

  /// The item while its file is locked.
  ///
  /// @throws StoreFault.NotFound when it has been moved or removed before
  Place still(String id, DrivePath path) {
    return origins.steadily(() -> placeOf(id, path)).orElseThrow(() -> new StoreFault.NotFound(id));
  }

  /// What lies directly in a folder, by name.
  List<Item> children(String folderId) {
    return following(() -> {
      DrivePath path = folder(folderId).path();
      return origins.steadily(() -> childrenOf(still(folderId, path)));
    });
  }

  private List<Item> childrenOf(Place folder) {
    try {
      var items = new ArrayList<Item>();
      for (Place child : tree.children(folder)) {
        items.add(item(child));
      }
      items.sort(Item.BY_NAME);
      return List.copyOf(items);
    } catch (IOException e) {
      throw new StoreFault.Unreadable(folder.path().toString(), Reason.of(e));
    }
  }

  /// Does something to an item. What has been moved meanwhile is looked for again, at last while
  /// nothing is moved.
  <T> T following(Supplier<T> work) {
    return following(work, work);
  }

  /// The same for something that moves an item itself.
  <T> T moving(Supplier<T> work) {
    return following(() -> holding(moves.readLock(), work), work);
  }

  private <T> T following(Supplier<T> attempt, Supplier<T> last) {
    for (int tries = 1; tries <= TRIES; tries++) {
      Origins seen = origins.settled();
      try {
        return attempt.get();
      } catch (StoreFault.NotFound | StoreFault.Unreadable | StoreFault.Unwritable missed) {
        if (origins.settled() == seen) {
          throw missed;
        }
      }
    }
    return holding(moves.writeLock(), last);
  }

  private static <T> T holding(Lock lock, Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  /// Moves an item, which keeps its id.
  void move(DrivePath from, DrivePath to, OriginsFile.Move step) throws IOException {
    origins.move(from, to, step);
    ids.moved(from, to);
  }

  /// Gives something new its name while nothing is on its way there.
  void standing(OriginsFile.Move making) throws IOException {
    Lock lock = origins.standing();
    lock.lock();
    try {
      making.run();
    } finally {
      lock.unlock();
    }
  }

  /// Gives something new its name while nothing else gets or has one of its own.
  void alone(OriginsFile.Move making) throws IOException {
    origins.alone(making);
  }

  /// @throws StoreFault.Changed when the item is not in the state that a client knows
  void requireTag(Place place, Optional<String> ifMatch) {
    ifMatch.ifPresent(tag -> item(place).requireTag(tag));
  }

  /// What a client sees of what lies in a place.
  Item item(Place place) {
    return item(place, reader.revision(place));
  }

  /// The same of a known revision.
  Item item(Place place, int revision) {
    Identity identity = identity(place.path());
    ids.remember(identity.id(), place.path());
    Stamp stamp = place.stamp();
    long number = stamp.number(revision);
    long named = isMoved(place.path()) ? Sha256.number(place.path() + "\n" + number) : number;
    return new Item(
        identity.id(),
        place.path().parent().map(parent -> identity(parent).id()),
        place.path().name(),
        place.path().toString(),
        stamp.kind(),
        stamp.size(),
        stamp.created(),
        stamp.modified(),
        identity.eTag(named),
        identity.cTag(number));
  }

  private boolean isMoved(DrivePath path) {
    return !origins.current().of(path).equals(path.toString());
  }

  private Identity identity(DrivePath path) {
    return identities.of(origins.current().of(path));
  }
}
