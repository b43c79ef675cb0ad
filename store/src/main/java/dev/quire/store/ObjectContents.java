package dev.quire.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// Contents as objects of a bucket, one each. The table `stray` has the numbers of objects that no
/// item has: those that were given up, and those whose transaction has not come yet or never will.
final class ObjectContents implements Contents {
  /// How long a transaction may take to come to what was prepared for it.
  private static final Duration PATIENCE = Duration.ofHours(1);

  private static final int MOST_AT_ONCE = 50;
  private static final byte[] GONE = {};

  private final Transactions database;
  private final S3Bucket bucket;
  private final String prefix;
  private final InstantSource clock;

  /// @param prefix what keys start with
  ObjectContents(Transactions database, S3Bucket bucket, String prefix, InstantSource clock) {
    this.database = database;
    this.bucket = bucket;
    this.prefix = prefix;
    this.clock = clock;
  }

  /// The number's hash leads the key, as objects with one beginning share the limits of one place.
  private String key(long number) {
    return "%s%02x/%s".formatted(prefix, Long.hashCode(number) & 0xff, hex(number));
  }

  private static String hex(long number) {
    return HexFormat.of().toHexDigits(number);
  }

  @Override
  public void createTables(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(
          "create table if not exists stray (content bigint primary key, since bigint not null)");
    }
  }

  @Override
  public void prepare(long number, ByteBuffer bytes) {
    database.transact(connection -> stray(connection, number, clock.millis()));
    try {
      RemoteAnswer answer = bucket.put(key(number), Buffers.array(bytes), Map.of());
      if (answer.status() != 200) {
        throw S3Bucket.refused("write a content", answer);
      }
    } catch (IOException refused) {
      throw new StoreFault.Unwritable("content " + hex(number), Reason.of(refused));
    }
  }

  private static boolean stray(Connection connection, long number, long since) throws SQLException {
    try (var insert =
        connection.prepareStatement("insert into stray (content, since) values (?, ?)")) {
      insert.setLong(1, number);
      insert.setLong(2, since);
      return insert.executeUpdate() == 1;
    }
  }

  @Override
  public void keep(Connection connection, long number, ByteBuffer bytes) throws SQLException {
    if (!isFound(connection, number)) {
      throw new StoreFault.Unwritable(
          "content " + hex(number), "it took too long and was taken away");
    }
  }

  /// Takes a number out of the strays.
  private static boolean isFound(Connection connection, long number) throws SQLException {
    try (var delete = connection.prepareStatement("delete from stray where content = ?")) {
      delete.setLong(1, number);
      return delete.executeUpdate() == 1;
    }
  }

  @Override
  public byte[] read(Connection connection, long number) {
    try {
      RemoteAnswer answer = bucket.get(key(number));
      return switch (answer.status()) {
        case 200 -> answer.body();
        case 404 -> GONE;
        default -> throw S3Bucket.refused("read a content", answer);
      };
    } catch (IOException refused) {
      throw new StoreFault.Unreadable("content " + hex(number), Reason.of(refused));
    }
  }

  @Override
  public void drop(Connection connection, Collection<Long> numbers) throws SQLException {
    for (long number : numbers) {
      stray(connection, number, 0);
    }
  }

  @Override
  public void sweep() {
    long before = clock.millis() - PATIENCE.toMillis();
    for (long number : database.transact(connection -> strays(connection, before))) {
      if (!remove(number)) {
        return; // The bucket cannot be reached now; the number is a stray again.
      }
    }
  }

  private static List<Long> strays(Connection connection, long before) throws SQLException {
    try (var select =
        connection.prepareStatement("select content from stray where since < ? order by since")) {
      select.setMaxRows(MOST_AT_ONCE);
      select.setLong(1, before);
      var numbers = new ArrayList<Long>();
      try (var found = select.executeQuery()) {
        while (found.next()) {
          numbers.add(found.getLong(1));
        }
      }
      return numbers;
    }
  }

  /// The row goes before the object: should a late transaction keep the content after all, it finds
  /// no row and gives up.
  private boolean remove(long number) {
    if (!database.transact(connection -> isFound(connection, number))) {
      return true; // Another server takes it away.
    }
    try {
      int status = bucket.delete(key(number), Map.of()).status();
      if (status == 200 || status == 204 || status == 404) {
        return true;
      }
    } catch (IOException unreachable) {
      // The same as a refusal.
    }
    database.transact(connection -> stray(connection, number, 0));
    return false;
  }
}
