package dev.quire.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// A drive in memory, for tests and for embedding. Case matters in names. An item's id is drawn
/// when it is created; its tags count the changes of the whole drive. A folder's tags change when
/// something directly in it comes, goes or is replaced.
public final class MemoryDrive implements DriveStore {
  private static final byte[] NO_BYTES = {};

  private record Node(Identity identity, Item item, byte[] bytes) {}

  private final InstantSource clock;
  private final Shelf shelf = new MemoryShelf();
  private final Map<String, Node> nodesById = new HashMap<>();
  private final Map<DrivePath, String> idsByPath = new HashMap<>();
  private long changes;

  /// An empty drive with the system's clock.
  public MemoryDrive() {
    this(InstantSource.system());
  }

  /// An empty drive.
  ///
  /// @param clock for the times of items
  public MemoryDrive(InstantSource clock) {
    this.clock = clock;
    add(DrivePath.ROOT, Item.Kind.FOLDER, NO_BYTES);
  }

  @Override
  public synchronized Item root() {
    return at(DrivePath.ROOT).orElseThrow().item();
  }

  @Override
  public synchronized Optional<Item> find(String id) {
    return node(id).map(Node::item);
  }

  @Override
  public synchronized Optional<Item> findByPath(String path) {
    return at(DrivePath.parse(path)).map(Node::item);
  }

  @Override
  public synchronized List<Item> children(String folderId) {
    Optional<String> parent = Optional.of(folder(folderId).item().id());
    return nodesById.values().stream()
        .map(Node::item)
        .filter(item -> item.parentId().equals(parent))
        .sorted(Item.BY_NAME)
        .toList();
  }

  @Override
  public synchronized Content read(String id) {
    Node file = file(id);
    return new Content(file.item(), file.bytes());
  }

  /// Where it lies already.
  @Override
  public Snapshot snapshot(String id) {
    Content content = read(id);
    return new Snapshot(content.item(), ByteBuffer.wrap(content.bytes()));
  }

  @Override
  public synchronized Item replace(String id, ByteBuffer content, Optional<String> ifMatch) {
    Node old = file(id);
    requireTag(old.item(), ifMatch);
    touchParent(old.item());
    return put(old.identity(), changed(old, content.limit()), Buffers.copy(content));
  }

  @Override
  public Item create(String folderId, String name, InputStream content) {
    DrivePath path;
    synchronized (this) {
      path = freePath(folderId, name);
    }
    // Outside the lock: the content may come from a slow network.
    byte[] bytes = bytes(path, content);
    synchronized (this) {
      return add(freePath(folderId, name), Item.Kind.FILE, bytes);
    }
  }

  @Override
  public synchronized Item createFolder(String parentId, String name) {
    return add(freePath(parentId, name), Item.Kind.FOLDER, NO_BYTES);
  }

  @Override
  public synchronized Item move(String id, String folderId, String name, Optional<String> ifMatch) {
    Node old = node(id).orElseThrow(() -> new StoreFault.NotFound(id));
    DrivePath from = DrivePath.parse(old.item().path());
    DrivePath to = DrivePath.parse(folder(folderId).item().path()).child(name);
    from.requireMovable(to);
    requireTag(old.item(), ifMatch);
    if (from.equals(to)) {
      return old.item();
    }
    if (idsByPath.containsKey(to)) {
      throw new StoreFault.Exists(to.toString());
    }
    touchParent(old.item());
    // Folders before what lies in them, which looks for its folder where that is now.
    List<Node> nodes =
        nodesById.values().stream()
            .sorted(Comparator.comparingInt(node -> node.item().path().length()))
            .toList();
    for (Node node : nodes) {
      DrivePath path = DrivePath.parse(node.item().path());
      if (path.equals(from) || path.isBelow(from)) {
        idsByPath.remove(path);
        place(node, path.moved(from, to));
      }
    }
    Item moved = node(id).orElseThrow().item();
    touchParent(moved);
    return moved;
  }

  @Override
  public synchronized Item moveOnto(
      String id, String targetId, Optional<String> targetIfMatch, Optional<String> ifMatch) {
    return DriveStore.super.moveOnto(
        id, targetId, targetIfMatch, ifMatch); // in one step for others
  }

  /// Nobody sees it before all is in it.
  @Override
  public Item createFolder(String parentId, String name, Consumer<Nest> filling) {
    var contents = new ArrayList<Consumer<Nest>>();
    filling.accept(new Recorded(contents));
    synchronized (this) {
      return DriveStore.super.createFolder(
          parentId, name, nest -> contents.forEach(each -> each.accept(nest)));
    }
  }

  /// What is to be in a folder.
  private record Recorded(List<Consumer<Nest>> contents) implements Nest {
    @Override
    public void file(String name, InputStream content) {
      byte[] bytes = bytes(DrivePath.ROOT.child(name), content);
      contents.add(nest -> nest.file(name, new ByteArrayInputStream(bytes)));
    }

    @Override
    public Nest folder(String name) {
      var inside = new ArrayList<Consumer<Nest>>();
      contents.add(nest -> {
        Nest folder = nest.folder(name);
        inside.forEach(each -> each.accept(folder));
      });
      return new Recorded(inside);
    }
  }

  /// Content keeps its tag, the item does not.
  private void place(Node node, DrivePath path) {
    changes++;
    Item item = node.item();
    var placed =
        new Item(
            item.id(),
            path.parent().map(idsByPath::get),
            path.name(),
            path.toString(),
            item.kind(),
            item.size(),
            item.created(),
            item.modified(),
            node.identity().eTag(changes),
            item.cTag());
    idsByPath.put(path, item.id());
    put(node.identity(), placed, node.bytes());
  }

  @Override
  public synchronized void delete(String id, Optional<String> ifMatch) {
    Item item = node(id).orElseThrow(() -> new StoreFault.NotFound(id)).item();
    if (item.parentId().isEmpty()) {
      throw new StoreFault.Unwritable("the root of the drive", "it cannot be removed");
    }
    requireTag(item, ifMatch);
    touchParent(item);
    String below = item.path() + "/";
    nodesById
        .values()
        .removeIf(node -> node.item().equals(item) || node.item().path().startsWith(below));
    idsByPath.values().removeIf(known -> !nodesById.containsKey(known));
  }

  @Override
  public Shelf shelf() {
    return shelf;
  }

  private static byte[] bytes(DrivePath path, InputStream content) {
    try {
      return content.readAllBytes();
    } catch (IOException e) {
      throw new StoreFault.Unwritable(path.toString(), Reason.of(e));
    }
  }

  private DrivePath freePath(String folderId, String name) {
    DrivePath path = DrivePath.parse(folder(folderId).item().path()).child(name);
    if (idsByPath.containsKey(path)) {
      throw new StoreFault.Exists(path.toString());
    }
    return path;
  }

  private Item add(DrivePath path, Item.Kind kind, byte[] bytes) {
    Identity identity = Identity.drawn();
    Instant now = clock.instant();
    changes++;
    var item =
        new Item(
            identity.id(),
            path.parent().map(idsByPath::get),
            path.name(),
            path.toString(),
            kind,
            bytes.length,
            now,
            now,
            identity.eTag(changes),
            identity.cTag(changes));
    idsByPath.put(path, item.id());
    touchParent(item);
    return put(identity, item, bytes);
  }

  private Item put(Identity identity, Item item, byte[] bytes) {
    nodesById.put(item.id(), new Node(identity, item, bytes));
    return item;
  }

  private Item changed(Node old, long size) {
    changes++;
    Item item = old.item();
    return new Item(
        item.id(),
        item.parentId(),
        item.name(),
        item.path(),
        item.kind(),
        size,
        item.created(),
        clock.instant(),
        old.identity().eTag(changes),
        old.identity().cTag(changes));
  }

  private void touchParent(Item item) {
    item.parentId()
        .flatMap(this::node)
        .ifPresent(parent -> put(parent.identity(), changed(parent, 0), NO_BYTES));
  }

  private static void requireTag(Item item, Optional<String> ifMatch) {
    ifMatch.ifPresent(item::requireTag);
  }

  private Optional<Node> at(DrivePath path) {
    return Optional.ofNullable(idsByPath.get(path)).flatMap(this::node);
  }

  private Optional<Node> node(String id) {
    return Optional.ofNullable(nodesById.get(id));
  }

  private Node file(String id) {
    return node(id)
        .filter(node -> node.item().isFile())
        .orElseThrow(() -> new StoreFault.NotFound(id));
  }

  private Node folder(String id) {
    return node(id)
        .filter(node -> !node.item().isFile())
        .orElseThrow(() -> new StoreFault.NotFound(id));
  }
}
