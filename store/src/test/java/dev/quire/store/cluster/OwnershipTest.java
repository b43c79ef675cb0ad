package dev.quire.store.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.store.journal.BookKey;
import dev.quire.store.journal.SharedJournal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A file is one server's at a time, whatever happens to servers.
@ExtendWith(Databases.class)
final class OwnershipTest {
  private static final BookKey BOOK = new BookKey("b!drive", "01BOOK");
  private static final Duration LEASE = Duration.ofMillis(1_200);

  private final String url;
  private final List<AutoCloseable> open = new ArrayList<>();

  OwnershipTest(String database) {
    this.url = database;
  }

  /// A server that notes which files it has.
  private final class Server implements Tenant {
    private final ClusterDatabase database = new ClusterDatabase(url, Duration.ofSeconds(10));
    private final Ownership ownership;
    private final Set<BookKey> files = ConcurrentHashMap.newKeySet();

    Server(String name) {
      database.prepare();
      ownership = new Ownership(database, "http://" + name, LEASE);
      ownership.begin(this);
      open.add(ownership);
    }

    @Override
    public void arrived(BookKey book) {
      files.add(book);
    }

    @Override
    public void leaves(BookKey book) {
      files.remove(book);
    }

    @Override
    public void lost(BookKey book) {
      files.remove(book);
    }

    @Override
    public void deleted(BookKey book) {
      files.remove(book);
      ownership.ended(book);
    }

    @Override
    public boolean isMovable(BookKey book) {
      return true;
    }

    @Override
    public void recover(BookKey book) {}

    /// What happens to a server that is stopped for longer than its lease: the cluster takes it for
    /// dead.
    void isTakenForDead() {
      database.transact(connection -> {
        try (var update =
            connection.prepareStatement(
                "update node set lease_until = current_timestamp - interval '1' second where url = ?")) {
          update.setString(1, ownershipUrl());
          return update.executeUpdate();
        }
      });
    }

    private String ownershipUrl() {
      return "http://a";
    }
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
  }

  private static Place.Here here(Server server) {
    return assertInstanceOf(Place.Here.class, server.ownership.find(BOOK));
  }

  private static void eventually(BooleanSupplier condition) throws InterruptedException {
    for (int tries = 0; tries < 400 && !condition.getAsBoolean(); tries++) {
      Thread.sleep(25);
    }
    assertTrue(condition.getAsBoolean());
  }

  @Test
  void whoAsksFirstHasTheFileAndOthersAreToldWhoThatIs() {
    var a = new Server("a");
    var b = new Server("b");
    try (var here = here(a)) {
      assertTrue(here.isStill());
    }
    assertEquals(new Place.There("http://a"), b.ownership.find(BOOK));
    assertEquals(Set.of(BOOK), a.files);
    assertEquals(Set.of(), b.files);
  }

  @Test
  void fileOfAServerThatIsTakenForDeadGoesToWhoeverAsks() throws InterruptedException {
    var a = new Server("a");
    var b = new Server("b");
    try (var before = here(a)) {
      long fence = a.ownership.fence(BOOK).orElseThrow();
      a.isTakenForDead();
      try (var after = here(b)) {
        assertTrue(after.isStill());
        assertTrue(b.ownership.fence(BOOK).orElseThrow() > fence);
      }
      eventually(() -> !before.isStill());
    }
    eventually(a.files::isEmpty);
    assertEquals(new Place.There("http://b"), a.ownership.find(BOOK));
  }

  @Test
  void serverNoticesThatAnotherOneHasDeletedItsFile() throws InterruptedException {
    var a = new Server("a");
    here(a).close();
    a.database.transact(connection -> {
      SharedJournal.forget(connection, BOOK, Duration.ofMinutes(5));
      return true;
    });
    eventually(a.files::isEmpty);
    eventually(() -> a.ownership.fence(BOOK).isEmpty());
  }

  @Test
  void serverThatFreezesInTheMiddleOfATransactionDoesNotKeepItsFile() throws SQLException {
    var a = new Server("a");
    var b = new Server("b");
    try (var here = here(a);
        var frozen = new ClusterDatabase(url, Duration.ofSeconds(1)).connect();
        var update = frozen.createStatement()) {
      assertTrue(here.isStill());
      assertEquals(1, update.executeUpdate("update book set fence = fence"));
      a.isTakenForDead();
      long begun = System.nanoTime();
      try (var after = here(b)) {
        assertTrue(after.isStill());
      }
      long seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
      assertTrue(seconds < 8, () -> "took " + seconds + " s");
    }
  }

  @Test
  void serverWithoutDatabaseDoesNotSayThatItHasTheFileOnceItsLeaseIsOver()
      throws InterruptedException, SQLException {
    var a = new Server("a");
    try (var here = here(a)) {
      a.database.transact(connection -> {
        try (var statement = connection.createStatement()) {
          return statement.executeUpdate("alter table node rename to gone");
        }
      });
      eventually(() -> !here.isStill());
    }
    assertInstanceOf(Place.Unknown.class, a.ownership.find(BOOK));
    a.database.transact(connection -> {
      try (var statement = connection.createStatement()) {
        return statement.executeUpdate("alter table gone rename to node");
      }
    });
    eventually(() -> {
      Place place = a.ownership.find(BOOK);
      if (place instanceof Place.Here again) {
        again.close();
      }
      return place instanceof Place.Here;
    });
  }

  @Test
  void serverThatLeavesGivesItsFilesAwayAtOnce() {
    var a = new Server("a");
    var b = new Server("b");
    here(a).close();
    a.ownership.close();
    assertEquals(Set.of(), a.files);
    here(b).close();
    assertEquals(Set.of(BOOK), b.files);
  }

  @Test
  void deletedFileIsLookedAfterUntilTheRequestIsAnswered() throws InterruptedException {
    var a = new Server("a");
    try (var here = here(a)) {
      a.ownership.ended(BOOK);
      Thread.sleep(2 * LEASE.toMillis());
      assertTrue(here.isStill());
    }
    eventually(() -> a.ownership.fence(BOOK).isEmpty());
  }

  @Test
  void serverThatComesGetsItsShare() throws InterruptedException {
    var a = new Server("a");
    for (int each = 0; each < 8; each++) {
      assertInstanceOf(Place.Here.class, a.ownership.find(new BookKey("b!drive", "01BOOK" + each)))
          .close();
    }
    var b = new Server("b");
    eventually(() -> a.files.size() <= 5);
    for (int each = 0; each < 8; each++) {
      Place place = b.ownership.find(new BookKey("b!drive", "01BOOK" + each));
      assertFalse(place instanceof Place.Unknown, place.toString());
      if (place instanceof Place.Here here) {
        here.close();
      }
    }
    assertEquals(8, a.files.size() + b.files.size());
    assertTrue(b.files.size() >= 3, "b has " + b.files);
  }
}
