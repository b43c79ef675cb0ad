package dev.quire.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The rows of one drive in a database. Every method works in the transaction of the connection.
///
/// @param drive name of the drive
record DatabaseItems(String drive) {
  private static final List<String> TABLES =
      List.of(
          """
          create table if not exists item (
            id varchar(40) primary key, drive varchar(400) not null, guid varchar(40) not null,
            parent varchar(40) not null, name varchar(255) not null, path varchar(2048) not null,
            content bigint, size bigint not null, created bigint not null,
            modified bigint not null, version bigint not null, unique (drive, path))\
          """,
          "create index if not exists item_parent on item (parent)",
          """
          create table if not exists shelf (
            drive varchar(400) not null, folder varchar(120) not null,
            name varchar(120) not null, content bigint not null,
            primary key (drive, folder, name))\
          """);

  /// An item as it stands in its row.
  ///
  /// @param parent id of its folder; empty for the root
  /// @param content number of a file's content; nothing for a folder
  /// @param created milliseconds since 1970, as `modified`
  /// @param version counts its changes
  record Row(
      Identity identity,
      String parent,
      String name,
      String path,
      OptionalLong content,
      long size,
      long created,
      long modified,
      long version) {
    /// The row of a new item.
    static Row made(
        String parent, String name, String path, OptionalLong content, long size, long now) {
      return new Row(Identity.drawn(), parent, name, path, content, size, now, now, 1);
    }

    /// The numbers of all contents that these have.
    static List<Long> contents(List<Row> rows) {
      return rows.stream().flatMap(row -> row.content.stream().boxed()).toList();
    }

    boolean isFile() {
      return content.isPresent();
    }

    Row with(OptionalLong otherContent, long otherSize, long now) {
      return new Row(
          identity, parent, name, path, otherContent, otherSize, created, now, version + 1);
    }

    /// The same in another place.
    Row at(DrivePath place, String folder) {
      return new Row(
          identity,
          folder,
          place.name(),
          place.toString(),
          content,
          size,
          created,
          modified,
          version + 1);
    }

    boolean liesWhere(Row other) {
      return path.equals(other.path) && parent.equals(other.parent);
    }

    /// The tag of a file's content is the number that was drawn for it, so that a move keeps it.
    Item item() {
      return new Item(
          identity.id(),
          Optional.of(parent).filter(id -> !id.isEmpty()),
          name,
          path,
          isFile() ? Item.Kind.FILE : Item.Kind.FOLDER,
          size,
          Instant.ofEpochMilli(created),
          Instant.ofEpochMilli(modified),
          identity.eTag(version),
          identity.cTag(content.orElse(version)));
    }
  }

  static void createTables(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      for (String table : TABLES) {
        statement.execute(table);
      }
    }
  }

  static List<String> drives(Connection connection) throws SQLException {
    try (var select = connection.prepareStatement("select drive from item where path = ''");
        var found = select.executeQuery()) {
      var names = new ArrayList<String>();
      while (found.next()) {
        names.add(found.getString("drive"));
      }
      return names;
    }
  }

  Optional<Row> with(Connection connection, String id) throws SQLException {
    return rows(connection, "select * from item where drive = ? and id = ?", id).stream()
        .findFirst();
  }

  /// The same, as it stands when nobody else can change it before this transaction ends.
  Optional<Row> held(Connection connection, String id) throws SQLException {
    return rows(connection, "select * from item where drive = ? and id = ? for update", id).stream()
        .findFirst();
  }

  Optional<Row> at(Connection connection, String path) throws SQLException {
    return rows(connection, "select * from item where drive = ? and path = ?", path).stream()
        .findFirst();
  }

  List<Row> in(Connection connection, String parent) throws SQLException {
    return rows(connection, "select * from item where drive = ? and parent = ?", parent);
  }

  private List<Row> rows(Connection connection, String sql, String argument) throws SQLException {
    try (var select = connection.prepareStatement(sql)) {
      select.setString(1, drive);
      select.setString(2, argument);
      try (var found = select.executeQuery()) {
        var rows = new ArrayList<Row>();
        while (found.next()) {
          rows.add(row(found));
        }
        return rows;
      }
    }
  }

  private static Row row(ResultSet found) throws SQLException {
    return new Row(
        new Identity(found.getString("id"), found.getString("guid")),
        found.getString("parent"),
        found.getString("name"),
        found.getString("path"),
        content(found),
        found.getLong("size"),
        found.getLong("created"),
        found.getLong("modified"),
        found.getLong("version"));
  }

  private static OptionalLong content(ResultSet found) throws SQLException {
    long number = found.getLong("content");
    return found.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
  }

  void insert(Connection connection, Row row) throws SQLException {
    try (var insert =
        connection.prepareStatement(
            """
            insert into item
            (id, drive, guid, parent, name, path, content, size, created, modified, version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
            """)) {
      insert.setString(1, row.identity().id());
      insert.setString(2, drive);
      insert.setString(3, row.identity().guid());
      insert.setString(4, row.parent());
      insert.setString(5, row.name());
      insert.setString(6, row.path());
      setContent(insert, 7, row.content());
      insert.setLong(8, row.size());
      insert.setLong(9, row.created());
      insert.setLong(10, row.modified());
      insert.setLong(11, row.version());
      insert.executeUpdate();
    }
  }

  private static void setContent(PreparedStatement to, int at, OptionalLong content)
      throws SQLException {
    if (content.isPresent()) {
      to.setLong(at, content.getAsLong());
    } else {
      to.setNull(at, Types.BIGINT);
    }
  }

  /// Changes a row that nobody else has changed meanwhile.
  ///
  /// @return whether that was so
  boolean update(Connection connection, Row old, Row changed) throws SQLException {
    try (var update =
        connection.prepareStatement(
            """
            update item set content = ?, size = ?, modified = ?, version = ?,
            parent = ?, name = ?, path = ?
            where id = ? and version = ?\
            """)) {
      setContent(update, 1, changed.content());
      update.setLong(2, changed.size());
      update.setLong(3, changed.modified());
      update.setLong(4, changed.version());
      update.setString(5, changed.parent());
      update.setString(6, changed.name());
      update.setString(7, changed.path());
      update.setString(8, old.identity().id());
      update.setLong(9, old.version());
      return update.executeUpdate() == 1;
    }
  }

  /// Items with the folders they lie in, and further folders, as [#held] has them, by their ids;
  /// without those that there are not. Everybody takes hold from the root down, so that no two wait
  /// for each other.
  ///
  /// @throws SQLException when one of them moves meanwhile: to be tried again
  Map<String, Row> held(Connection connection, List<String> ids, List<String> further)
      throws SQLException {
    List<Row> lying = all(connection, ids);
    var folders = Stream.concat(lying.stream().map(Row::parent), further.stream());
    var seen = new TreeMap<String, Row>();
    Stream.concat(lying.stream(), all(connection, folders.distinct().toList()).stream())
        .forEach(row -> seen.put(row.path(), row));
    var held = new HashMap<String, Row>();
    for (Row row : seen.values()) {
      Optional<Row> now = held(connection, row.identity().id());
      requireFirst(now.isPresent() && now.get().liesWhere(row));
      held.put(row.identity().id(), now.get());
    }
    return held;
  }

  private List<Row> all(Connection connection, List<String> ids) throws SQLException {
    var rows = new ArrayList<Row>();
    for (String id : ids) {
      with(connection, id).ifPresent(rows::add);
    }
    return rows;
  }

  /// Another transaction was quicker: everything is looked at again.
  static void requireFirst(boolean isFirst) throws SQLException {
    if (!isFirst) {
      throw new SQLException("the item has just been changed", "40001");
    }
  }

  /// All that is below a folder, however deep, held until this transaction ends.
  List<Row> below(Connection connection, String path) throws SQLException {
    return rows(
        connection,
        """
        select * from item where drive = ? and position(? in path) = 1
        order by path for update\
        """,
        path + "/");
  }

  /// Something directly in a folder has come or gone.
  ///
  /// @return whether the folder still is where it was found: another server may have moved or
  ///   removed it meanwhile, with all that it knew of
  boolean touch(Connection connection, Row folder, long now) throws SQLException {
    try (var update =
        connection.prepareStatement(
            "update item set version = version + 1, modified = ? where id = ? and path = ?")) {
      update.setLong(1, now);
      update.setString(2, folder.identity().id());
      update.setString(3, folder.path());
      return update.executeUpdate() == 1;
    }
  }

  /// Removes an item that nobody else has changed meanwhile.
  ///
  /// @return whether that was so
  boolean delete(Connection connection, Row row) throws SQLException {
    try (var delete =
        connection.prepareStatement("delete from item where id = ? and version = ?")) {
      delete.setString(1, row.identity().id());
      delete.setLong(2, row.version());
      return delete.executeUpdate() == 1;
    }
  }
}
