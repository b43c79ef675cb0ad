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
import java.util.concurrent.ThreadLocalRandom;

/// Folders that are being filled, in a drive in a database. They lie beside its root, at paths that
/// no client can name, until one transaction gives them their place. What a server leaves behind
/// that ends meanwhile goes with the next one after an hour.
record DatabaseStaging(
    Transactions database, DatabaseItems items, Contents contents, InstantSource clock) {
  /// No path of a client has it.
  private static final String MARK = ":";

  private static final Duration LONGEST = Duration.ofHours(1);
  private static final byte[] NO_BYTES = {};

  /// A folder that is being filled.
  record Folder(DatabaseStaging staging, Row row) implements DriveStore.Nest {
    @Override
    public void file(String name, InputStream content) {
      byte[] bytes = DatabaseDrive.bytes(name, content);
      long number = DatabaseDrive.newNumber();
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
    return new Folder(this, insert(row("", path, path, OptionalLong.empty(), 0), NO_BYTES));
  }

  private Row add(Row folder, String name, OptionalLong content, byte[] bytes) {
    String valid = DrivePath.ROOT.child(name).name();
    String path = folder.path() + "/" + valid;
    return insert(row(folder.identity().id(), valid, path, content, bytes.length), bytes);
  }

  private Row row(String parent, String name, String path, OptionalLong content, long size) {
    var hash = new byte[Identity.HASH_BYTES];
    ThreadLocalRandom.current().nextBytes(hash);
    long now = clock.millis();
    return new Row(Identity.of(hash), parent, name, path, content, size, now, now, 1);
  }

  private Row insert(Row row, byte[] bytes) {
    return database.transact(connection -> {
      items.insert(connection, row);
      if (row.content().isPresent()) {
        contents.keep(connection, row.content().getAsLong(), ByteBuffer.wrap(bytes));
      }
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
    contents.drop(
        connection, below.stream().flatMap(each -> each.content().stream().boxed()).toList());
    return items.delete(connection, row);
  }
}
