package dev.quire.store.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// The tables, in SQL that any database takes but for the name of the type of bytes. Rows carry
/// their own checksums. `fence` and `owner` tell servers that share a database who looks after a
/// file; a server that is alone leaves them as they are.
///
/// @param bytes the type of bytes
record Schema(String bytes) {
  static final Schema SQLITE = new Schema("blob");
  static final Schema POSTGRES = new Schema("bytea");

  private static final List<String> TABLES =
      List.of(
          "create table if not exists meta (name varchar(40) primary key, amount bigint not null)",
          """
          create table if not exists book (
            id bigint primary key, drive varchar(400) not null, item varchar(400) not null,
            file_seq bigint not null, file_hash varchar(64) not null, file_note BYTES not null,
            next_seq bigint, next_hash varchar(64), next_note BYTES,
            last_seq bigint not null, checksum bigint not null,
            fence bigint default 0 not null, owner varchar(100) default '' not null,
            unique (drive, item))\
          """,
          """
          create table if not exists op (
            book bigint not null, seq bigint not null, bytes BYTES not null,
            checksum bigint not null, primary key (book, seq))\
          """,
          """
          create table if not exists aside (
            drive varchar(400) not null, item varchar(400) not null, seq bigint not null,
            bytes BYTES not null, reason varchar(400) not null, noted bigint not null)\
          """,
          """
          create table if not exists session (
            ticket varchar(400) primary key, owner varchar(400) not null,
            drive varchar(400) not null, item varchar(400) not null,
            last_used bigint not null, checksum bigint not null)\
          """,
          """
          create table if not exists lost (
            ticket varchar(400) primary key, owner varchar(400) not null, until bigint not null)\
          """,
          """
          create table if not exists kept (
            drive varchar(400) not null, item varchar(400) not null, hash varchar(64) not null,
            content BYTES not null, primary key (drive, item, hash))\
          """,
          """
          create table if not exists kept_piece (
            drive varchar(400) not null, item varchar(400) not null, hash varchar(64) not null,
            number integer not null, content BYTES not null,
            primary key (drive, item, hash, number))\
          """);

  /// What books of an older journal lack.
  private static final List<String> LATER_COLUMNS =
      List.of("fence bigint default 0 not null", "owner varchar(100) default '' not null");

  /// Makes what is not there. The caller commits.
  void create(Connection connection) throws SQLException {
    for (String table : TABLES) {
      run(connection, table.replace("BYTES", bytes));
    }
    if (!hasFence(connection)) {
      for (String column : LATER_COLUMNS) {
        run(connection, "alter table book add column " + column);
      }
    }
  }

  private static boolean hasFence(Connection connection) throws SQLException {
    try (var columns = connection.getMetaData().getColumns(null, null, "book", "fence")) {
      return columns.next();
    }
  }

  static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
