package dev.quire.store;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;

/// Contents in the database itself, in pieces: whole contents in one value would be copied several
/// times over by the driver. They come and go with the transactions.
final class PieceContents implements Contents {
  private static final int PIECE_BYTES = 1 << 20;

  @Override
  public void createTables(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(
          """
          create table if not exists piece (
            content bigint not null, number integer not null, bytes bytea not null,
            primary key (content, number))\
          """);
    }
  }

  @Override
  public void prepare(long number, ByteBuffer bytes) {}

  @Override
  public void keep(Connection connection, long number, ByteBuffer bytes) throws SQLException {
    try (var insert =
        connection.prepareStatement(
            "insert into piece (content, number, bytes) values (?, ?, ?)")) {
      for (int at = 0; at < bytes.limit(); at += PIECE_BYTES) {
        var piece = new byte[Math.min(bytes.limit() - at, PIECE_BYTES)];
        bytes.get(at, piece);
        insert.setLong(1, number);
        insert.setInt(2, at / PIECE_BYTES);
        insert.setBytes(3, piece);
        insert.executeUpdate();
      }
    }
  }

  @Override
  public byte[] read(Connection connection, long number) throws SQLException {
    try (var select =
        connection.prepareStatement("select bytes from piece where content = ? order by number")) {
      select.setLong(1, number);
      var bytes = new ByteArrayOutputStream();
      try (var found = select.executeQuery()) {
        while (found.next()) {
          bytes.writeBytes(found.getBytes(1));
        }
      }
      return bytes.toByteArray();
    }
  }

  @Override
  public void drop(Connection connection, Collection<Long> numbers) throws SQLException {
    try (var delete = connection.prepareStatement("delete from piece where content = ?")) {
      for (long number : numbers) {
        delete.setLong(1, number);
        delete.executeUpdate();
      }
    }
  }

  @Override
  public void sweep() {}
}
