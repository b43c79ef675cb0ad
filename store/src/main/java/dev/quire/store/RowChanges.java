package dev.quire.store;

import static dev.quire.store.DatabaseItems.requireFirst;

import dev.quire.store.DatabaseDrive.Guard;
import dev.quire.store.DatabaseItems.Row;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;

/// What changes of a drive do to the rows of its items and to their contents. Every method works in
/// the transaction of the connection, on rows that it holds; whether a change is asked for rightly
/// is decided before.
record RowChanges(DatabaseItems items, Contents contents, Guard guard, InstantSource clock) {
  /// Puts a new item into a folder.
  Row add(Connection connection, Row folder, Row added, byte[] bytes) throws SQLException {
    insert(connection, added, bytes);
    touch(connection, folder);
    return added;
  }

  /// A new item with its content, if it is a file.
  void insert(Connection connection, Row row, byte[] bytes) throws SQLException {
    items.insert(connection, row);
    if (row.content().isPresent()) {
      contents.keep(connection, row.content().getAsLong(), ByteBuffer.wrap(bytes));
    }
  }

  /// Gives a file another content.
  Row replace(Connection connection, Row old, Row changed, ByteBuffer bytes) throws SQLException {
    requireFirst(items.update(connection, old, changed));
    contents.keep(connection, changed.content().orElseThrow(), bytes);
    contents.drop(connection, Row.contents(List.of(old)));
    return changed;
  }

  /// Moves an item with all that is in it.
  ///
  /// @param left the folder it lies in
  /// @param folder the one it goes to, which may be the same
  Row move(Connection connection, Row old, Row left, Row folder, DrivePath to) throws SQLException {
    if (old.isFile()) {
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
    touch(connection, left);
    if (!left.identity().equals(folder.identity())) {
      touch(connection, folder);
    }
    return moved;
  }

  /// Removes an item with all that is in it. Others may put something into a folder while this is
  /// waiting for them, so what is in it is looked for until there is nothing more.
  void remove(Connection connection, Row row) throws SQLException {
    for (List<Row> rows = below(connection, row); !rows.isEmpty(); rows = below(connection, row)) {
      removeAll(connection, rows);
    }
    removeAll(connection, List.of(row));
    removeAll(connection, below(connection, row));
  }

  private void removeAll(Connection connection, List<Row> rows) throws SQLException {
    for (Row row : rows) {
      if (row.isFile()) {
        guard.removed(connection, row.identity().id());
      }
      requireFirst(items.delete(connection, row));
    }
    contents.drop(connection, Row.contents(rows));
  }

  private List<Row> below(Connection connection, Row row) throws SQLException {
    return row.isFile() ? List.of() : items.below(connection, row.path());
  }

  /// Something directly in a folder has come or gone.
  void touch(Connection connection, Row folder) throws SQLException {
    requireFirst(items.touch(connection, folder, clock.millis()));
  }
}
