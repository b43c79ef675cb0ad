package dev.quire.store.journal;

import dev.quire.store.Aside;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The contents in a ledger that logs build on, in pieces: whole contents in one value would be
/// copied several times over by the driver. They come and go with the transactions.
///
/// A journal of an earlier version has whole contents in the table `kept`; those are found and
/// released here too, and none are added.
final class KeptTable {
  static final int PIECE_BYTES = 1 << 20;

  private static final String THIS = "drive = ? and item = ? and hash = ?";

  private final Connection connection;

  KeptTable(Connection connection) {
    this.connection = connection;
  }

  /// @param content all of the buffer; nothing is done when it is there already
  void keep(BookKey book, String hash, ByteBuffer content) throws SQLException {
    if (isThere("kept_piece", book, hash) || isThere("kept", book, hash)) {
      return;
    }
    try (var keep =
        connection.prepareStatement(
            "insert into kept_piece (drive, item, hash, number, content) values (?, ?, ?, ?, ?)")) {
      name(keep, book, hash);
      int at = 0;
      do {
        var piece = new byte[Math.min(content.limit() - at, PIECE_BYTES)];
        content.get(at, piece);
        keep.setInt(4, at / PIECE_BYTES);
        keep.setBytes(5, piece);
        keep.executeUpdate();
        at += piece.length;
      } while (at < content.limit());
    }
  }

  private boolean isThere(String table, BookKey book, String hash) throws SQLException {
    try (var select =
        connection.prepareStatement("select 1 from %s where %s".formatted(table, THIS))) {
      select.setMaxRows(1);
      name(select, book, hash);
      try (var found = select.executeQuery()) {
        return found.next();
      }
    }
  }

  Optional<ByteBuffer> find(BookKey book, String hash) throws SQLException {
    List<ByteBuffer> pieces = contents("kept_piece where %s order by number", book, hash);
    List<ByteBuffer> found = pieces.isEmpty() ? contents("kept where %s", book, hash) : pieces;
    return found.isEmpty() ? Optional.empty() : Optional.of(Aside.join(found));
  }

  private List<ByteBuffer> contents(String from, BookKey book, String hash) throws SQLException {
    try (var select = connection.prepareStatement("select content from " + from.formatted(THIS))) {
      name(select, book, hash);
      var contents = new ArrayList<ByteBuffer>();
      try (var found = select.executeQuery()) {
        while (found.next()) {
          contents.add(ByteBuffer.wrap(BookTable.blob(found, "content")));
        }
      }
      return contents;
    }
  }

  void release(BookKey book, String hash) throws SQLException {
    for (String table : List.of("kept_piece", "kept")) {
      try (var delete =
          connection.prepareStatement("delete from %s where %s".formatted(table, THIS))) {
        name(delete, book, hash);
        delete.executeUpdate();
      }
    }
  }

  private static void name(PreparedStatement statement, BookKey book, String hash)
      throws SQLException {
    statement.setString(1, book.drive());
    statement.setString(2, book.item());
    statement.setString(3, hash);
  }
}
