package dev.quire.store;

import static dev.quire.store.DatabaseItems.requireFirst;

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
import java.util.concurrent.ThreadLocalRandom;
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
        items.insert(connection, newRow(OptionalLong.empty(), DrivePath.ROOT, "", 0, now));
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
      OptionalLong content, DrivePath path, String parent, long size, long now) {
    var hash = new byte[Identity.HASH_BYTES];
    ThreadLocalRandom.current().nextBytes(hash);
    Identity identity = Identity.of(hash);
    return new Row(identity, parent, path.name(), path.toString(), content, size, now, now, 1);
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
    long number = newNumber();
    contents.prepare(number, content);
    Item replaced =
        ask(connection -> {
          Row old = file(items.held(connection, id), id);
          guard.check(connection, id);
          ifMatch.ifPresent(old.item()::requireTag);
          Row changed = old.with(OptionalLong.of(number), content.limit(), now);
          requireFirst(items.update(connection, old, changed));
          contents.keep(connection, number, content);
          contents.drop(connection, List.of(old.content().orElseThrow()));
          return changed.item();
        });
    contents.sweep();
    return replaced;
  }

  @Override
  public Item create(String folderId, String name, InputStream content) {
    ask(connection -> free(connection, folder(connection, folderId), name));
    // Outside of a transaction: the content may come from a slow network.
    byte[] bytes = bytes(name, content);
    long number = newNumber();
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
      Connection connection, Row parent, DrivePath path, OptionalLong content, byte[] bytes)
      throws SQLException {
    String folder = parent.identity().id();
    Row row = newRow(content, path, folder, bytes.length, clock.millis());
    items.insert(connection, row);
    if (content.isPresent()) {
      contents.keep(connection, content.getAsLong(), ByteBuffer.wrap(bytes));
    }
    requireFirst(items.touch(connection, parent, clock.millis()));
    return row.item();
  }

  /// It lies where no path leads until all is in it.
  @Override
  public Item createFolder(String parentId, String name, Consumer<Nest> filling) {
    ask(connection -> free(connection, folder(connection, parentId), name));
    var staging = new DatabaseStaging(database, items, contents, clock);
    staging.clean();
    DatabaseStaging.Folder staged = staging.begin();
    try {
      filling.accept(staged);
      return ask(connection -> {
        Row parent = heldFolder(connection, parentId);
        DrivePath path = free(connection, parent, name);
        Row placed = staging.place(connection, staged, path, parent.identity().id());
        requireFirst(items.touch(connection, parent, clock.millis()));
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
      return move(connection, old, one(held, old.parent()), folder, to);
    });
  }

  private Item move(Connection connection, Row old, Row left, Row folder, DrivePath to)
      throws SQLException {
    if (old.item().isFile()) {
      guard.check(connection, old.identity().id());
    }
    DrivePath from = DrivePath.parse(old.path());
    Row moved = old.at(to, folder.identity().id());
    requireFirst(items.update(connection, old, moved));
    // Again and again, for what others have put there while this was waiting for them.
    for (List<Row> below = below(connection, old);
        !below.isEmpty();
        below = below(connection, old)) {
      for (Row row : below) {
        DrivePath path = DrivePath.parse(row.path()).moved(from, to);
        requireFirst(items.update(connection, row, row.at(path, row.parent())));
      }
    }
    requireFirst(items.touch(connection, left, clock.millis()));
    if (!left.identity().equals(folder.identity())) {
      requireFirst(items.touch(connection, folder, clock.millis()));
    }
    return moved.item();
  }

  private List<Row> below(Connection connection, Row row) throws SQLException {
    return row.item().isFile() ? List.of() : items.below(connection, row.path());
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
          remove(connection, target);
          Row left = one(held, old.parent());
          Row folder = one(held, target.parent());
          return move(connection, old, left, folder, DrivePath.parse(target.path()));
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
      if (row.item().isFile()) {
        guard.check(connection, id);
      }
      remove(connection, row);
      requireFirst(items.touch(connection, one(held, row.parent()), clock.millis()));
      return true;
    });
    contents.sweep();
  }

  /// Others may put something into a folder while this is waiting for them, so what is in it is
  /// looked for until there is nothing more.
  private void remove(Connection connection, Row row) throws SQLException {
    for (List<Row> rows = below(connection, row); !rows.isEmpty(); rows = below(connection, row)) {
      removeAll(connection, rows);
    }
    removeAll(connection, List.of(row));
    removeAll(connection, below(connection, row));
  }

  private void removeAll(Connection connection, List<Row> rows) throws SQLException {
    for (Row row : rows) {
      if (row.item().isFile()) {
        guard.removed(connection, row.identity().id());
      }
      requireFirst(items.delete(connection, row));
    }
    contents.drop(
        connection, rows.stream().flatMap(each -> each.content().stream().boxed()).toList());
  }

  @Override
  public Shelf shelf() {
    return shelf;
  }

  static long newNumber() {
    return ThreadLocalRandom.current().nextLong(Long.MAX_VALUE);
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
    return found
        .filter(row -> row.content().isEmpty())
        .orElseThrow(() -> new StoreFault.NotFound(id));
  }

  private Row file(Connection connection, String id) throws SQLException {
    return file(items.with(connection, id), id);
  }

  private static Row file(Optional<Row> found, String id) {
    return found
        .filter(row -> row.content().isPresent())
        .orElseThrow(() -> new StoreFault.NotFound(id));
  }
}
