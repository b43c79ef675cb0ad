package dev.quire.store;

import dev.quire.store.FolderTree.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.function.Consumer;

/// An ordinary folder of files as a drive. Other programs may work in it at the same time.
///
/// - **Ids** follow from the path (as the file system spells it) and a seed in the state folder. So
///   they survive restarts and any change of content, by whatever program; what is moved or renamed
///   through the drive keeps its id (see [Origins]). A file renamed by another program is a new
///   item, and one deleted and made again has its old id.
/// - **Tags** follow from time of modification, size and inode; contents that these cannot tell
///   apart are told apart by their hash as soon as we meet both (see [Revisions]). A folder's tags
///   change when something directly in it comes, goes or is replaced.
/// - **Case** and Unicode normalization matter as they do to the file system.
/// - **Items** are files and folders with names that a OneDrive could hold; hidden files (`.name`,
///   `~$name`) and symbolic links are not listed, not found, and not written through.
/// - **Replacing** keeps permissions and, as far as allowed, owner and group; not extended
///   attributes. `created` is what the file system says: on Linux the last replacement.
///
/// A program that changes folders into links while we use them could win a race of microseconds; do
/// not share the folder with users of the machine who must not see what Quire can see.
public final class FolderDrive implements DriveStore {
  /// Hidden, since the state folder of one drive can hold those of others.
  private static final String SHELF = ".shelf";

  private final FolderTree tree;
  private final FolderReader reader;
  private final FolderItems items;
  private final Disk disk;
  private final InstantSource clock;
  private final Shelf shelf;
  private final Revisions revisions = new Revisions();
  private final FileLocks locks = new FileLocks();

  FolderDrive(Path root, Path stateDir, Disk disk, InstantSource clock) throws IOException {
    this.tree = new FolderTree(root, clock);
    this.reader = new FolderReader(tree, revisions, clock);
    this.items = new FolderItems(stateDir, tree, reader);
    this.disk = disk;
    this.clock = clock;
    this.shelf = new FolderShelf(stateDir.resolve(SHELF), disk, clock);
  }

  /// Opens a folder as a drive. Takes the time of a few system calls, however many files there are.
  ///
  /// @param folder an existing folder
  /// @param stateDir where the drive keeps what must survive restarts; created when absent. Not in
  ///   the folder, unless hidden there (`.quire`).
  /// @throws StoreFault.Unreadable when the folder cannot be read, or the state is damaged
  /// @throws StoreFault.Unwritable when the state folder cannot be used
  /// @throws IllegalArgumentException when the state would be visible as part of the drive
  public static FolderDrive open(Path folder, Path stateDir) {
    Path root = realFolder(folder);
    try {
      requireInvisible(root, Files.createDirectories(stateDir).toRealPath());
      return new FolderDrive(root, stateDir, new Disk(root), InstantSource.system());
    } catch (IOException e) {
      throw new StoreFault.Unwritable(stateDir.toString(), Reason.of(e));
    }
  }

  private static Path realFolder(Path folder) {
    try {
      Path real = folder.toRealPath();
      if (!Files.isDirectory(real)) {
        throw new StoreFault.Unreadable(folder.toString(), "it is not a folder");
      }
      return real;
    } catch (IOException e) {
      throw new StoreFault.Unreadable(folder.toString(), Reason.of(e));
    }
  }

  private static void requireInvisible(Path root, Path stateDir) {
    if (!stateDir.startsWith(root)) {
      return;
    }
    for (Path name : root.relativize(stateDir)) {
      if (name.toString().startsWith(".")) {
        return;
      }
    }
    throw new IllegalArgumentException(
        "state folder %s would be visible in drive %s".formatted(stateDir, root));
  }

  @Override
  public Item root() {
    return items
        .at(DrivePath.ROOT)
        .map(items::item)
        .orElseThrow(() -> new StoreFault.Unreadable("the drive", "its folder is gone"));
  }

  @Override
  public Optional<Item> find(String id) {
    return items.look(id, items::item);
  }

  @Override
  public Optional<Item> findByPath(String path) {
    return items.itemAt(DrivePath.parse(path));
  }

  @Override
  public List<Item> children(String folderId) {
    return items.children(folderId);
  }

  @Override
  public Content read(String id) {
    Snapshot whole = items.following(() -> read(id, reader::read));
    return new Content(whole.item(), whole.bytes().array());
  }

  @Override
  public Snapshot snapshot(String id) {
    return items.following(() -> read(id, reader::snapshot));
  }

  private interface Reading {
    FolderReader.Version of(DrivePath path) throws IOException;
  }

  private Snapshot read(String id, Reading reading) {
    DrivePath path = items.file(id).path();
    Lock lock = locks.reading(path);
    lock.lock();
    try {
      items.still(id, path);
      FolderReader.Version version = reading.of(path);
      return new Snapshot(items.item(version.place(), version.revision()), version.bytes());
    } catch (IOException e) {
      throw new StoreFault.Unreadable(path.toString(), Reason.of(e));
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Item replace(String id, ByteBuffer content, Optional<String> ifMatch) {
    return items.following(() -> replaceThere(id, content, ifMatch));
  }

  private Item replaceThere(String id, ByteBuffer content, Optional<String> ifMatch) {
    Place old = items.file(id);
    items.requireTag(old, ifMatch);
    if (!disk.isWritable(old.at())) {
      throw new StoreFault.Unwritable(old.path().toString(), "the file is write-protected");
    }
    try {
      Disk.Draft draft = disk.draftLike(old.at(), Buffers.stream(content));
      try {
        Item item = replace(id, old.path(), draft, ifMatch);
        sync(old.path(), Disk.folderOf(old.at()));
        return item;
      } finally {
        Files.deleteIfExists(draft.at());
      }
    } catch (IOException e) {
      throw new StoreFault.Unwritable(old.path().toString(), Reason.of(e));
    }
  }

  private Item replace(String id, DrivePath path, Disk.Draft draft, Optional<String> ifMatch)
      throws IOException {
    Lock lock = locks.changing(path);
    lock.lock();
    try {
      Place old = items.still(id, path);
      items.requireTag(old, ifMatch);
      disk.makeNewer(draft.at(), old.stamp(), clock.instant());
      // The stamp of the draft, since another program could be quicker than a look at the file.
      Place written = new Place(path, old.at(), stamp(draft.at()));
      disk.replace(draft.at(), old.at());
      return items.item(written, learn(written, draft));
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Item create(String folderId, String name, InputStream content) {
    Place folder = items.folder(folderId);
    DrivePath path = folder.path().child(name);
    // Also says so when the file system cannot spell the name.
    if (items.at(path).isPresent()) {
      throw new StoreFault.Exists(path.toString());
    }
    try {
      Disk.Draft draft = disk.draft(folder.at(), content);
      try {
        // Content can take minutes to arrive; the folder may be a link by now.
        items.folder(folderId);
        return publish(draft, path, folder.at());
      } finally {
        Files.deleteIfExists(draft.at());
      }
    } catch (FileAlreadyExistsException e) {
      throw new StoreFault.Exists(path.toString());
    } catch (IOException e) {
      throw new StoreFault.Unwritable(path.toString(), Reason.of(e));
    }
  }

  private Item publish(Disk.Draft draft, DrivePath path, Path folder) throws IOException {
    Place written = new Place(path, folder.resolve(path.name()), stamp(draft.at()));
    items.standing(() -> disk.publish(draft.at(), written.at()));
    sync(path, folder);
    return items.item(written, learn(written, draft));
  }

  @Override
  public Item createFolder(String parentId, String name) {
    Place parent = items.folder(parentId);
    DrivePath path = parent.path().child(name);
    try {
      Path made = parent.at().resolve(path.name());
      items.standing(() -> Files.createDirectory(made));
      sync(path, parent.at());
      return items.item(new Place(path, made, stamp(made)));
    } catch (FileAlreadyExistsException e) {
      throw new StoreFault.Exists(path.toString());
    } catch (IOException e) {
      throw new StoreFault.Unwritable(path.toString(), Reason.of(e));
    }
  }

  /// It has a hidden name until all is in it.
  @Override
  public Item createFolder(String parentId, String name, Consumer<Nest> filling) {
    Place parent = items.folder(parentId);
    DrivePath path = parent.path().child(name);
    Path hidden = Leftovers.freshName(parent.at());
    Path target = parent.at().resolve(path.name());
    try {
      try {
        Files.createDirectory(hidden);
        filling.accept(new HiddenNest(disk, hidden, path));
        items.alone(() -> Files.move(hidden, target)); // Does not replace what is there.
      } finally {
        if (Files.exists(hidden)) {
          Disk.remove(hidden);
        }
      }
      sync(path, parent.at());
      return items.item(new Place(path, target, stamp(target)));
    } catch (FileAlreadyExistsException e) {
      throw new StoreFault.Exists(path.toString());
    } catch (IOException e) {
      throw new StoreFault.Unwritable(path.toString(), Reason.of(e));
    }
  }

  @Override
  public void delete(String id, Optional<String> ifMatch) {
    items.following(() -> {
      deleteThere(id, ifMatch);
      return true;
    });
  }

  private void deleteThere(String id, Optional<String> ifMatch) {
    DrivePath path = items.place(id).path();
    if (path.isRoot()) {
      throw new StoreFault.Unwritable("the root of the drive", "it cannot be removed");
    }
    Lock lock = locks.changing(path);
    lock.lock();
    try {
      Place place = items.still(id, path);
      items.requireTag(place, ifMatch);
      remove(place);
    } catch (IOException e) {
      throw new StoreFault.Unwritable(path.toString(), Reason.of(e));
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Item move(String id, String folderId, String name, Optional<String> ifMatch) {
    return items.moving(() -> moveThere(id, folderId, name, ifMatch));
  }

  private Item moveThere(String id, String folderId, String name, Optional<String> ifMatch) {
    Place old = items.place(id);
    DrivePath from = old.path();
    DrivePath to = items.folder(folderId).path().child(name);
    from.requireMovable(to);
    Lock lock = locks.changing(from);
    lock.lock();
    try {
      items.requireTag(items.still(id, from), ifMatch);
      if (!from.equals(to)) {
        move(from, to);
      }
      return items.arrived(to);
    } catch (FileAlreadyExistsException e) {
      throw new StoreFault.Exists(to.toString());
    } catch (IOException e) {
      throw new StoreFault.Unwritable(from.toString(), Reason.of(e));
    } finally {
      lock.unlock();
    }
  }

  /// The one file replaces the other in the file system, which is one step.
  @Override
  public Item moveOnto(
      String id, String targetId, Optional<String> targetIfMatch, Optional<String> ifMatch) {
    return items.moving(() -> {
      DrivePath from = items.file(id).path();
      DrivePath to = items.file(targetId).path();
      List<Lock> taken = locks.lockChanging(from, to);
      try {
        items.requireTag(items.still(id, from), ifMatch);
        items.requireTag(items.still(targetId, to), targetIfMatch);
        move(from, to, () -> disk.replace(tree.at(from), tree.at(to)));
        return items.arrived(to);
      } catch (IOException e) {
        throw new StoreFault.Unwritable(from.toString(), Reason.of(e));
      } finally {
        taken.forEach(Lock::unlock);
      }
    });
  }

  /// Does not replace what is there.
  private void move(DrivePath from, DrivePath to) throws IOException {
    move(from, to, () -> Files.move(tree.at(from), tree.at(to)));
  }

  private void move(DrivePath from, DrivePath to, OriginsFile.Move step) throws IOException {
    Path source = tree.at(from);
    Path target = tree.at(to);
    items.move(from, to, step);
    sync(to, Disk.folderOf(target));
    sync(from, Disk.folderOf(source));
  }

  /// A folder vanishes in one step, by a hidden name, before what is in it goes piece by piece.
  private void remove(Place place) throws IOException {
    Path folder = Disk.folderOf(place.at());
    if (place.isFile()) {
      Files.delete(place.at());
      sync(place.path(), folder);
    } else {
      Path hidden = Leftovers.freshName(folder);
      disk.replace(place.at(), hidden);
      sync(place.path(), folder);
      Disk.remove(hidden);
    }
  }

  private void sync(DrivePath changed, Path folder) {
    try {
      disk.sync(folder);
    } catch (IOException e) {
      throw new StoreFault.Unwritable(
          changed.toString(), "done, but a power loss may undo it: " + Reason.of(e));
    }
  }

  @Override
  public Shelf shelf() {
    return shelf;
  }

  private static Stamp stamp(Path draft) throws IOException {
    return Stamp.find(draft).orElseThrow(() -> new NoSuchFileException(draft.toString()));
  }

  private int learn(Place written, Disk.Draft draft) {
    return revisions.learn(written.path(), written.stamp(), draft.digest(), clock.instant());
  }
}
