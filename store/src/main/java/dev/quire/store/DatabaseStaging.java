package dev.quire.store;

import dev.quire.store.DatabaseItems.Row;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/// Folders that are being filled, in a drive in a database. They lie beside its root, at paths that
/// no client can name, until one transaction gives them their place. What a server leaves behind
/// that ends meanwhile goes with the next one after an hour.
record DatabaseStaging(
    Transactions database,
    DatabaseItems items,
    Contents contents,
    RowChanges changes,
    InstantSource clock) {
  /// No path of a client has it.
  private static final String MARK = ":";

  private static final Duration LONGEST = Duration.ofHours(1);
  private static final byte[] NO_BYTES = {};

  /// A folder that is being filled.
  record Folder(DatabaseStaging staging, Row row) implements DriveStore.Nest {
    @Override
    public void file(String name, InputStream content) {
      byte[] bytes = DatabaseDrive.bytes(name, content);
      long number = Contents.newNumber();
      staging.contents.prepare(number, ByteBuffer.wrap(bytes));
      staging.add(row, name, OptionalLong.of(number), bytes);
    }

    @Override
    public DriveStore.Nest folder(String name) {
      return new Folder(staging, staging.add(row, name, OptionalLong.empty(), NO_BYTES));
    }
  }

  Folder begin() {
    String path = MARK + UUID.randomUUID();
    return new Folder(
        this, insert(Row.made("", path, path, OptionalLong.empty(), 0, clock.millis()), NO_BYTES));
  }

  private Row add(Row folder, String name, OptionalLong content, byte[] bytes) {
    String valid = DrivePath.ROOT.child(name).name();
    String path = folder.path() + "/" + valid;
    return insert(
        Row.made(folder.identity().id(), valid, path, content, bytes.length, clock.millis()),
        bytes);
  }

  private Row insert(Row row, byte[] bytes) {
    return database.transact(connection -> {
      changes.insert(connection, row, bytes);
      return row;
    });
  }

  /// Gives a folder its place, with all that is in it.
  Row place(Connection connection, Folder staged, DrivePath to, String parent) throws SQLException {
    String from = staged.row().path();
    for (Row row : items.below(connection, from)) {
      DrivePath path = DrivePath.parse(to + row.path().substring(from.length()));
      DatabaseItems.requireFirst(items.update(connection, row, row.at(path, row.parent())));
    }
    Row placed = staged.row().at(to, parent);
    DatabaseItems.requireFirst(items.update(connection, staged.row(), placed));
    return placed;
  }

  /// Takes away a folder that gets no place.
  void drop(Folder staged) {
    database.transact(connection -> remove(connection, staged.row()));
    contents.sweep();
  }

  /// Takes away what others have left.
  void clean() {
    long before = clock.millis() - LONGEST.toMillis();
    database.transact(connection -> {
      for (Row row : items.in(connection, "")) {
        if (row.path().startsWith(MARK) && row.created() < before) {
          remove(connection, row);
        }
      }
      return true;
    });
  }

  private boolean remove(Connection connection, Row row) throws SQLException {
    List<Row> below = items.below(connection, row.path());
    for (Row each : below) {
      items.delete(connection, each);
    }
    contents.drop(connection, Row.contents(below));
    return items.delete(connection, row);
  }
}
