package dev.quire.store;

import dev.quire.store.DatabaseItems.Row;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// A drive in a database, which many servers may use at once. Case matters in names. An item's id
/// is drawn when it is created; its tags count its changes.
public final class DatabaseDrive implements DriveStore {
  private static final byte[] NO_BYTES = {};

  /// Looks, in the transaction that changes a file, whether the change may be made.
  @FunctionalInterface
  public interface Guard {
    /// Every change may be made.
    Guard NONE = (_, _) -> {};

    /// @throws StoreFault.Unreachable when it may not
    void check(Connection connection, String itemId) throws SQLException;

    /// Forgets what is known of a file beside the drive, in the transaction that removes it, be it
    /// this server's or another's.
    default void removed(Connection connection, String itemId) throws SQLException {}
  }

  private final Transactions database;
  private final DatabaseItems items;
  private final Contents contents;
  private final InstantSource clock;
  private final Guard guard;
  private final RowChanges changes;
  private final Shelf shelf;

  private DatabaseDrive(
      Transactions database,
      DatabaseItems items,
      Contents contents,
      InstantSource clock,
      Guard guard) {
    this.database = database;
    this.items = items;
    this.contents = contents;
    this.clock = clock;
    this.guard = guard;
    this.changes = new RowChanges(items, contents, guard, clock);
    this.shelf = new DatabaseShelf(database, items, contents);
  }

  /// The drive of this name with all it holds in the database, made now if there is none.
  ///
  /// @param clock for the times of items
  /// @param guard is asked before a file is replaced or removed
  /// @throws StoreFault.Unreachable when the database cannot be used
  public static DatabaseDrive open(
      Transactions database, String name, InstantSource clock, Guard guard) {
    return open(database, new PieceContents(), name, clock, guard);
  }

  /// The same with contents that lie elsewhere.
  static DatabaseDrive open(
      Transactions database, Contents contents, String name, InstantSource clock, Guard guard) {
    var items = new DatabaseItems(name);
    long now = clock.millis();
    database.transact(connection -> {
      DatabaseItems.createTables(connection);
      contents.createTables(connection);
      if (items.at(connection, "").isEmpty()) {
        items.insert(connection, newRow("", DrivePath.ROOT, OptionalLong.empty(), 0, now));
      }
      return true;
    });
    return new DatabaseDrive(database, items, contents, clock, guard);
  }

  /// Whether there is a drive of this name.
  public static boolean exists(Transactions database, String name) {
    var items = new DatabaseItems(name);
    return database.transact(connection -> {
      DatabaseItems.createTables(connection);
      return items.at(connection, "").isPresent();
    });
  }

  /// The names of all drives in a database.
  public static List<String> names(Transactions database) {
    return database.transact(connection -> {
      DatabaseItems.createTables(connection);
      return DatabaseItems.drives(connection);
    });
  }

  private static Row newRow(
      String folder, DrivePath path, OptionalLong content, long size, long now) {
    return Row.made(folder, path.name(), path.toString(), content, size, now);
  }

  private <T> T ask(Transactions.Work<T> work) {
    return database.transact(work);
  }

  @Override
  public Item root() {
    return findByPath("").orElseThrow();
  }

  @Override
  public Optional<Item> find(String id) {
    return Identity.looksLikeId(id)
        ? ask(connection -> items.with(connection, id)).map(Row::item)
        : Optional.empty();
  }

  @Override
  public Optional<Item> findByPath(String path) {
    String checked = DrivePath.parse(path).toString();
    return ask(connection -> items.at(connection, checked)).map(Row::item);
  }

  @Override
  public List<Item> children(String folderId) {
    return ask(connection -> {
      folder(connection, folderId);
      return items.in(connection, folderId).stream().map(Row::item).sorted(Item.BY_NAME).toList();
    });
  }

  @Override
  public Content read(String id) {
    requireId(id);
    return ask(connection -> {
      Row row = file(connection, id);
      // Somebody may replace the content while it is read; then it is read again.
      while (true) {
        byte[] bytes = contents.read(connection, row.content().orElseThrow());
        if (bytes.length == row.size()) {
          return new Content(row.item(), bytes);
        }
        Row now = file(connection, id);
        if (now.content().equals(row.content())) {
          throw new StoreFault.Unreadable(row.path(), "its content is missing");
        }
        row = now;
      }
    });
  }

  @Override
  public Item replace(String id, ByteBuffer content, Optional<String> ifMatch) {
    requireId(id);
    long now = clock.millis();
    long number = Contents.newNumber();
    contents.prepare(number, content);
    Item replaced =
        ask(connection -> {
          Row old = file(items.held(connection, id), id);
          guard.check(connection, id);
          ifMatch.ifPresent(old.item()::requireTag);
          Row changed = old.with(OptionalLong.of(number), content.limit(), now);
          return changes.replace(connection, old, changed, content).item();
        });
    contents.sweep();
    return replaced;
  }

  @Override
  public Item create(String folderId, String name, InputStream content) {
    ask(connection -> free(connection, folder(connection, folderId), name));
    // Outside of a transaction: the content may come from a slow network.
    byte[] bytes = bytes(name, content);
    long number = Contents.newNumber();
    contents.prepare(number, ByteBuffer.wrap(bytes));
    return ask(connection -> {
      Row folder = heldFolder(connection, folderId);
      DrivePath path = free(connection, folder, name);
      return add(connection, folder, path, OptionalLong.of(number), bytes);
    });
  }

  @Override
  public Item createFolder(String parentId, String name) {
    return ask(connection -> {
      Row parent = heldFolder(connection, parentId);
      DrivePath path = free(connection, parent, name);
      return add(connection, parent, path, OptionalLong.empty(), NO_BYTES);
    });
  }

  private Item add(
      Connection connection, Row folder, DrivePath path, OptionalLong content, byte[] bytes)
      throws SQLException {
    Row added = newRow(folder.identity().id(), path, content, bytes.length, clock.millis());
    return changes.add(connection, folder, added, bytes).item();
  }

  /// It lies where no path leads until all is in it.
  @Override
  public Item createFolder(String parentId, String name, Consumer<Nest> filling) {
    ask(connection -> free(connection, folder(connection, parentId), name));
    var staging = new DatabaseStaging(database, items, contents, changes, clock);
    staging.clean();
    DatabaseStaging.Folder staged = staging.begin();
    try {
      filling.accept(staged);
      return ask(connection -> {
        Row parent = heldFolder(connection, parentId);
        DrivePath path = free(connection, parent, name);
        Row placed = staging.place(connection, staged, path, parent.identity().id());
        changes.touch(connection, parent);
        return placed.item();
      });
    } catch (RuntimeException failed) {
      staging.drop(staged);
      throw failed;
    }
  }

  @Override
  public Item move(String id, String folderId, String name, Optional<String> ifMatch) {
    requireId(id);
    requireId(folderId);
    return ask(connection -> {
      var held = items.held(connection, List.of(id), List.of(folderId));
      Row old = one(held, id);
      Row folder = folder(Optional.ofNullable(held.get(folderId)), folderId);
      DrivePath from = DrivePath.parse(old.path());
      DrivePath to = DrivePath.parse(folder.path()).child(name);
      from.requireMovable(to);
      ifMatch.ifPresent(old.item()::requireTag);
      if (from.equals(to)) {
        return old.item();
      }
      if (items.at(connection, to.toString()).isPresent()) {
        throw new StoreFault.Exists(to.toString());
      }
      return changes.move(connection, old, one(held, old.parent()), folder, to).item();
    });
  }

  /// One transaction does both.
  @Override
  public Item moveOnto(
      String id, String targetId, Optional<String> targetIfMatch, Optional<String> ifMatch) {
    requireId(id);
    requireId(targetId);
    Item moved =
        ask(connection -> {
          var held = items.held(connection, List.of(id, targetId), List.of());
          Row old = file(Optional.ofNullable(held.get(id)), id);
          Row target = file(Optional.ofNullable(held.get(targetId)), targetId);
          ifMatch.ifPresent(old.item()::requireTag);
          targetIfMatch.ifPresent(target.item()::requireTag);
          changes.remove(connection, target);
          Row left = one(held, old.parent());
          Row folder = one(held, target.parent());
          DrivePath to = DrivePath.parse(target.path());
          return changes.move(connection, old, left, folder, to).item();
        });
    contents.sweep();
    return moved;
  }

  /// One transaction, whatever lies in a folder and whoever looks after it.
  @Override
  public void delete(String id, Optional<String> ifMatch) {
    requireId(id);
    ask(connection -> {
      var held = items.held(connection, List.of(id), List.of());
      Row row = one(held, id);
      if (row.parent().isEmpty()) {
        throw new StoreFault.Unwritable("the root of the drive", "it cannot be removed");
      }
      ifMatch.ifPresent(row.item()::requireTag);
      if (row.isFile()) {
        guard.check(connection, id);
      }
      changes.remove(connection, row);
      changes.touch(connection, one(held, row.parent()));
      return true;
    });
    contents.sweep();
  }

  @Override
  public Shelf shelf() {
    return shelf;
  }

  static byte[] bytes(String name, InputStream content) {
    try {
      return content.readAllBytes();
    } catch (IOException broken) {
      throw new StoreFault.Unwritable(name, Reason.of(broken));
    }
  }

  private static void requireId(String id) {
    if (!Identity.looksLikeId(id)) {
      throw new StoreFault.NotFound(ItemName.shown(id));
    }
  }

  private DrivePath free(Connection connection, Row folder, String name) throws SQLException {
    DrivePath path = DrivePath.parse(folder.path()).child(name);
    if (items.at(connection, path.toString()).isPresent()) {
      throw new StoreFault.Exists(path.toString());
    }
    return path;
  }

  private static Row one(Map<String, Row> held, String id) {
    return Optional.ofNullable(held.get(id)).orElseThrow(() -> new StoreFault.NotFound(id));
  }

  private Row folder(Connection connection, String id) throws SQLException {
    requireId(id);
    return folder(items.with(connection, id), id);
  }

  /// A folder in which something comes or goes; held, so that whoever comes second waits and goes
  /// on instead of losing the race again and again.
  private Row heldFolder(Connection connection, String id) throws SQLException {
    requireId(id);
    return folder(items.held(connection, id), id);
  }

  private static Row folder(Optional<Row> found, String id) {
    return found.filter(row -> !row.isFile()).orElseThrow(() -> new StoreFault.NotFound(id));
  }

  private Row file(Connection connection, String id) throws SQLException {
    return file(items.with(connection, id), id);
  }

  private static Row file(Optional<Row> found, String id) {
    return found.filter(Row::isFile).orElseThrow(() -> new StoreFault.NotFound(id));
  }
}
