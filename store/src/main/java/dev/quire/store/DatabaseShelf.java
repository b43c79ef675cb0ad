package dev.quire.store;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// A shelf in the database of a drive; values lie where contents lie.
final class DatabaseShelf implements Shelf {
  private final Transactions database;
  private final DatabaseItems items;
  private final Contents contents;

  DatabaseShelf(Transactions database, DatabaseItems items, Contents contents) {
    this.database = database;
    this.items = items;
    this.contents = contents;
  }

  @Override
  public List<String> names(String folder) {
    Shelf.requireName(folder);
    return database.transact(connection -> {
      try (var select =
          connection.prepareStatement(
              "select name from shelf where drive = ? and folder = ? order by name")) {
        select.setString(1, items.drive());
        select.setString(2, folder);
        var names = new ArrayList<String>();
        try (var found = select.executeQuery()) {
          while (found.next()) {
            names.add(found.getString(1));
          }
        }
        // Not the order of the database, which follows its language.
        return names.stream().sorted().toList();
      }
    });
  }

  @Override
  public Optional<byte[]> read(String folder, String name) {
    Shelf.requireName(folder);
    Shelf.requireName(name);
    return database.transact(connection -> {
      OptionalLong content = content(connection, folder, name);
      return content.isPresent()
          ? Optional.of(contents.read(connection, content.getAsLong()))
          : Optional.empty();
    });
  }

  private OptionalLong content(Connection connection, String folder, String name)
      throws SQLException {
    try (var select =
        connection.prepareStatement(
            "select content from shelf where drive = ? and folder = ? and name = ?")) {
      select.setString(1, items.drive());
      select.setString(2, folder);
      select.setString(3, name);
      try (var found = select.executeQuery()) {
        return found.next() ? OptionalLong.of(found.getLong(1)) : OptionalLong.empty();
      }
    }
  }

  @Override
  public boolean add(String folder, String name, ByteBuffer value) {
    Shelf.requireName(folder);
    Shelf.requireName(name);
    if (database.transact(connection -> content(connection, folder, name)).isPresent()) {
      return false;
    }
    long number = Contents.newNumber();
    contents.prepare(number, value);
    return database.transact(connection -> {
      if (content(connection, folder, name).isPresent()) {
        return false;
      }
      insert(connection, folder, name, number);
      contents.keep(connection, number, value);
      return true;
    });
  }

  private void insert(Connection connection, String folder, String name, long content)
      throws SQLException {
    try (var insert =
        connection.prepareStatement(
            "insert into shelf (drive, folder, name, content) values (?, ?, ?, ?)")) {
      insert.setString(1, items.drive());
      insert.setString(2, folder);
      insert.setString(3, name);
      insert.setLong(4, content);
      insert.executeUpdate();
    }
  }

  @Override
  public void remove(String folder, String name) {
    Shelf.requireName(folder);
    Shelf.requireName(name);
    database.transact(connection -> {
      OptionalLong content = content(connection, folder, name);
      if (content.isPresent()) {
        delete(connection, folder, name);
        contents.drop(connection, List.of(content.getAsLong()));
      }
      return true;
    });
    contents.sweep();
  }

  private void delete(Connection connection, String folder, String name) throws SQLException {
    try (var delete =
        connection.prepareStatement(
            "delete from shelf where drive = ? and folder = ? and name = ?")) {
      delete.setString(1, items.drive());
      delete.setString(2, folder);
      delete.setString(3, name);
      delete.executeUpdate();
    }
  }
}
