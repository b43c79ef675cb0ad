package dev.quire.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.quire.store.RemoteFiles.Condition;
import dev.quire.store.RemoteFiles.Entry;
import dev.quire.store.RemoteFiles.Found;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;

/// A drive on another machine. Several servers may use it at the same time: nothing is kept here
/// that could be out of date, and whether a change may be made is decided where the files are.
///
/// - **Ids** follow from the path, a seed and the list of what was moved (see [Origins]). Both lie
///   with the files, so every server gives the same ones; what another server moves may have two
///   ids for two seconds.
/// - **Tags** of a file follow from its version on the server: contents that are equal byte for
///   byte may have the same tag. Those of a folder never change.
/// - **Names** are case-sensitive. Whatever could not be an item is not shown.
public final class RemoteDrive implements DriveStore {
  private static final String SEED = "drive-seed";

  /// How often a change that asks for no tag is tried against others who change the same file.
  private static final int TRIES = 50;

  private final RemoteFiles files;
  private final DriveSeed seed;
  private final Instant born;
  private final RemoteOrigins origins;
  private final Shelf shelf;

  /// Lets writers of this process wait for one another instead of being refused by the server.
  private final FileLocks locks = new FileLocks();

  private final IdIndex ids = new IdIndex(this::allIds);

  private RemoteDrive(RemoteFiles files, DriveSeed seed, Instant born, InstantSource clock) {
    this.files = files;
    this.seed = seed;
    this.born = born;
    this.origins = new RemoteOrigins(files, clock);
    this.shelf = new RemoteShelf(files);
  }

  /// Opens files as a drive; on first use, leaves the drive's seed beside them.
  ///
  /// @param where what cannot be reached, should that be so
  static RemoteDrive open(RemoteFiles files, String where, InstantSource clock) {
    try {
      Optional<Found> kept = files.state(SEED);
      if (kept.isEmpty()) {
        // When another server is quicker, its seed is as good as ours.
        files.writeState(SEED, DriveSeed.drawn().text().getBytes(US_ASCII), new Condition.Absent());
        kept = files.state(SEED);
      }
      Found seed = kept.orElseThrow(() -> new IOException("it keeps nothing"));
      return new RemoteDrive(
          files,
          DriveSeed.parse(where, new String(seed.bytes(), US_ASCII)),
          seed.entry().modified(),
          clock);
    } catch (IOException e) {
      throw new StoreFault.Unreadable(where, Reason.of(e));
    }
  }

  @Override
  public Item root() {
    return entry(DrivePath.ROOT)
        .map(this::item)
        .orElseThrow(() -> new StoreFault.Unreadable("the drive", "its folder is gone"));
  }

  @Override
  public Optional<Item> find(String id) {
    return entryOf(id).map(this::item);
  }

  @Override
  public Optional<Item> findByPath(String path) {
    return entry(DrivePath.parse(path)).map(this::item);
  }

  @Override
  public List<Item> children(String folderId) {
    DrivePath folder = folder(folderId);
    try {
      return files.children(folder).stream().map(this::item).sorted(Item.BY_NAME).toList();
    } catch (IOException e) {
      throw new StoreFault.Unreadable(folder.toString(), Reason.of(e));
    }
  }

  @Override
  public Content read(String id) {
    DrivePath path = file(id).path();
    Lock lock = locks.reading(path);
    lock.lock();
    try {
      Found found = files.read(path).orElseThrow(() -> new StoreFault.NotFound(id));
      return new Content(item(found.entry()), found.bytes());
    } catch (IOException e) {
      throw new StoreFault.Unreadable(path.toString(), Reason.of(e));
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Item replace(String id, ByteBuffer content, Optional<String> ifMatch) {
    Lock lock = locks.changing(file(id).path());
    lock.lock();
    try {
      return replaceAlone(id, Buffers.array(content), ifMatch);
    } finally {
      lock.unlock();
    }
  }

  /// As [#replace]; nobody else in this process changes the file meanwhile.
  private Item replaceAlone(String id, byte[] content, Optional<String> ifMatch) {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      Entry old = file(id);
      requireTag(old, ifMatch);
      try {
        var now = files.write(old.path(), content, new Condition.Version(old.version()));
        if (now.isPresent()) {
          return item(now.get());
        }
      } catch (IOException e) {
        throw new StoreFault.Unwritable(old.path().toString(), Reason.of(e));
      }
    }
    throw new StoreFault.Unwritable(id, "others change it all the time");
  }

  @Override
  public Item create(String folderId, String name, InputStream content) {
    DrivePath path = folder(folderId).child(name);
    try {
      if (files.find(path).isPresent()) {
        throw new StoreFault.Exists(path.toString());
      }
      byte[] bytes = content.readAllBytes();
      return files
          .write(path, bytes, new Condition.Absent())
          .map(this::item)
          .orElseThrow(() -> new StoreFault.Exists(path.toString()));
    } catch (IOException e) {
      throw new StoreFault.Unwritable(path.toString(), Reason.of(e));
    }
  }

  @Override
  public Item createFolder(String parentId, String name) {
    DrivePath path = folder(parentId).child(name);
    try {
      if (!files.makeFolder(path)) {
        throw new StoreFault.Exists(path.toString());
      }
      return files
          .find(path)
          .map(this::item)
          .orElseThrow(() -> new StoreFault.Unwritable(path.toString(), "it vanished meanwhile"));
    } catch (IOException e) {
      throw new StoreFault.Unwritable(path.toString(), Reason.of(e));
    }
  }

  @Override
  public Item move(String id, String folderId, String name, Optional<String> ifMatch) {
    Entry old = entryOf(id).orElseThrow(() -> new StoreFault.NotFound(id));
    DrivePath from = old.path();
    DrivePath to = folder(folderId).child(name);
    from.requireMovable(to);
    requireTag(old, ifMatch);
    try {
      if (!from.equals(to)) {
        if (!files.move(old, to)) {
          throw new StoreFault.Exists(to.toString());
        }
        origins.moved(from, to);
        ids.moved(from, to);
      }
      return entry(to).map(this::item).orElseThrow(() -> new StoreFault.NotFound(to.toString()));
    } catch (IOException e) {
      throw new StoreFault.Unwritable(from.toString(), Reason.of(e));
    }
  }

  @Override
  public void delete(String id, Optional<String> ifMatch) {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      Entry old = entryOf(id).orElseThrow(() -> new StoreFault.NotFound(id));
      if (old.path().isRoot()) {
        throw new StoreFault.Unwritable("the root of the drive", "it cannot be removed");
      }
      requireTag(old, ifMatch);
      try {
        if (!old.isFile()) {
          files.deleteFolder(old.path());
          return;
        }
        if (files.deleteFile(old.path(), old.version())) {
          return;
        }
      } catch (IOException e) {
        throw new StoreFault.Unwritable(old.path().toString(), Reason.of(e));
      }
    }
    throw new StoreFault.Unwritable(id, "others change it all the time");
  }

  @Override
  public Shelf shelf() {
    return shelf;
  }

  private Map<String, DrivePath> allIds() {
    var all = new HashMap<String, DrivePath>();
    all.put(identity(DrivePath.ROOT).id(), DrivePath.ROOT);
    try {
      files.walk(path -> all.put(identity(path).id(), path));
    } catch (IOException e) {
      throw new StoreFault.Unreadable("the drive", Reason.of(e));
    }
    return all;
  }

  private Optional<Entry> entry(DrivePath path) {
    try {
      return files.find(path);
    } catch (IOException e) {
      throw new StoreFault.Unreadable(path.toString(), Reason.of(e));
    }
  }

  private Optional<Entry> entryOf(String id) {
    return ids.find(id, path -> identity(path).id().equals(id)).flatMap(this::entry);
  }

  private Identity identity(DrivePath path) {
    try {
      return seed.identity(origins.current().of(path));
    } catch (IOException e) {
      throw new StoreFault.Unreadable("the list of moved items", Reason.of(e));
    }
  }

  private Entry file(String id) {
    return entryOf(id).filter(Entry::isFile).orElseThrow(() -> new StoreFault.NotFound(id));
  }

  private DrivePath folder(String id) {
    return entryOf(id)
        .filter(entry -> !entry.isFile())
        .map(Entry::path)
        .orElseThrow(() -> new StoreFault.NotFound(id));
  }

  private void requireTag(Entry entry, Optional<String> ifMatch) {
    ifMatch.ifPresent(tag -> item(entry).requireTag(tag));
  }

  private Item item(Entry entry) {
    DrivePath path = entry.path();
    Identity identity = identity(path);
    ids.remember(identity.id(), path);
    long number = Sha256.number(entry.isFile() ? path + "\n" + entry.version() : "");
    Instant modified = entry.isFile() ? entry.modified() : born;
    return new Item(
        identity.id(),
        path.parent().map(parent -> identity(parent).id()),
        path.name(),
        path.toString(),
        entry.kind(),
        entry.size(),
        modified,
        modified,
        identity.eTag(number),
        identity.cTag(Sha256.number(entry.version())));
  }
}
