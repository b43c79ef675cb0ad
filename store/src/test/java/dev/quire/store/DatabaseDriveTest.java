package dev.quire.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.quire.store.cluster.ClusterDatabase;
import dev.quire.store.cluster.Databases;
import dev.quire.store.cluster.FenceGuard;
import dev.quire.store.journal.BookKey;
import dev.quire.store.journal.SharedJournal;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A drive in a real PostgreSQL.
@ExtendWith(Databases.class)
final class DatabaseDriveTest extends DriveStoreContract {
  private final ClusterDatabase database;
  private DatabaseDrive drive;

  DatabaseDriveTest(String url) {
    this.database = new ClusterDatabase(url, Duration.ofSeconds(60));
    this.drive = open("b!drive", DatabaseDrive.Guard.NONE);
  }

  private DatabaseDrive open(String name, DatabaseDrive.Guard guard) {
    return DatabaseDrive.open(database, name, InstantSource.system(), guard);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  protected DriveStore emptyDrive() {
    return drive;
  }

  @Override
  protected DriveStore reopened() {
    drive = open("b!drive", DatabaseDrive.Guard.NONE);
    return drive;
  }

  @Override
  protected Item makeFolder(Item parent, String name) {
    return drive.createFolder(parent.id(), name);
  }

  @Test
  void drivesInOneDatabaseAreApart() {
    Item mine = create("Book.xlsx", "mine");
    var other = open("b!other", DatabaseDrive.Guard.NONE);
    assertEquals(Optional.empty(), other.findByPath("Book.xlsx"));
    assertEquals(Optional.empty(), other.find(mine.id()));
    assertThrows(StoreFault.NotFound.class, () -> other.read(mine.id()));
    assertThrows(StoreFault.NotFound.class, () -> other.delete(mine.id(), ANY));
  }

  @Test
  void serverWhoseTurnIsOverCanNeitherReplaceNorRemoveAFile() {
    database.prepare();
    Item file = create("Book.xlsx", "one");
    var fence = new AtomicLong();
    var guarded =
        open(
            "b!drive",
            new FenceGuard("b!drive", _ -> OptionalLong.of(fence.get()), Duration.ofMinutes(5)));
    database.transact(connection -> {
      SharedJournal.addFile(connection, new BookKey("b!drive", file.id()), 1);
      return true;
    });
    guarded.replace(file.id(), new byte[] {2}, ANY);
    fence.set(7);
    assertThrows(
        StoreFault.Unreachable.class, () -> guarded.replace(file.id(), new byte[] {3}, ANY));
    assertThrows(StoreFault.Unreachable.class, () -> guarded.delete(file.id(), ANY));
    assertArrayEquals(new byte[] {2}, drive.read(file.id()).bytes());
  }

  private long rows(String table) {
    return database.transact(connection -> {
      try (var statement = connection.createStatement();
          var found = statement.executeQuery("select count(*) from " + table)) {
        found.next();
        return found.getLong(1);
      }
    });
  }

  private void logs(Item file, long id) {
    database.transact(connection -> {
      SharedJournal.addFile(connection, new BookKey("b!drive", file.id()), id);
      try (var statement = connection.createStatement()) {
        statement.execute(
            "insert into op (book, seq, bytes, checksum) values (%d, 1, '', 0)".formatted(id));
        return statement.executeUpdate(
            "insert into session (ticket, owner, drive, item, last_used, checksum) values ('t%d', 'ann', 'b!drive', '%s', 7, 0)"
                .formatted(id, file.id()));
      }
    });
  }

  @Test
  void folderGoesInOneStepWithTheLogsAndSessionsOfFilesThatOtherServersLookAfter() {
    database.prepare();
    Item folder = makeFolder(drive.root(), "Reports");
    Item inside = makeFolder(folder, "2026");
    logs(create(folder, "A.xlsx", new byte[] {1}), 1);
    logs(create(inside, "B.xlsx", new byte[] {2}), 2);
    Item outside = create("C.xlsx", "stays");
    logs(outside, 3);
    var guarded =
        open(
            "b!drive", new FenceGuard("b!drive", _ -> OptionalLong.empty(), Duration.ofMinutes(5)));
    guarded.delete(folder.id(), ANY);
    assertEquals(1, rows("book where item = '" + outside.id() + "'"));
    for (String table : List.of("book", "op", "session")) {
      assertEquals(1, rows(table), table);
    }
    long until = 7 + Duration.ofMinutes(5).plusSeconds(15).toMillis();
    assertEquals(2, rows("lost where owner = 'ann' and until = " + until));
    assertEquals(1, rows("piece"));
  }

  /// A file must not stay behind at the old path of a folder, where no listing shows it.
  @Test
  void whatIsCreatedInAFolderThatIsMovedMovesWithIt() throws Exception {
    Item folder = makeFolder(drive.root(), "Reports");
    Item inside = makeFolder(folder, "2026");
    int files = 60;
    try (var mover = Executors.newSingleThreadExecutor()) {
      var moving =
          mover.submit(() -> {
            for (int round = 0; round < files; round++) {
              drive.move(folder.id(), drive.root().id(), "Reports" + round, ANY);
            }
            return true;
          });
      for (int file = 0; file < files; file++) {
        create(inside, "Book%d.xlsx".formatted(file), new byte[] {1});
      }
      assertEquals(true, moving.get());
    }
    String path = drive.find(inside.id()).orElseThrow().path();
    List<Item> found = drive.children(inside.id());
    assertEquals(files, found.size());
    found.forEach(item -> assertEquals(path + "/" + item.name(), item.path()));
  }

  /// Without a place in a queue, who has much to do loses every race against who has little.
  @Test
  void whoMovesAFolderInWhichFilesAreCreatedAllTheTimeGetsATurn() throws Exception {
    Item folder = makeFolder(drive.root(), "Reports");
    Item inside = makeFolder(folder, "2026");
    for (int file = 0; file < 100; file++) {
      create(inside, "Old%d.xlsx".formatted(file), new byte[] {1});
    }
    var isDone = new AtomicBoolean();
    try (var creator = Executors.newSingleThreadExecutor()) {
      var creating =
          creator.submit(() -> {
            for (int file = 0; !isDone.get(); file++) {
              Item made = create(inside, "Book%d.xlsx".formatted(file), new byte[] {1});
              drive.delete(made.id(), ANY);
            }
            return true;
          });
      try {
        for (int round = 0; round < 10; round++) {
          drive.move(folder.id(), drive.root().id(), "Reports" + round, ANY);
        }
      } finally {
        isDone.set(true);
      }
      assertEquals(true, creating.get());
    }
    assertEquals("Reports9/2026", drive.find(inside.id()).orElseThrow().path());
    assertEquals(100, drive.children(inside.id()).size());
  }

  @Test
  void nothingIsLeftOfWhatIsCreatedInAFolderThatIsDeleted() throws Exception {
    for (int round = 0; round < 20; round++) {
      Item folder = makeFolder(drive.root(), "Reports");
      Item inside = makeFolder(folder, "2026");
      try (var creator = Executors.newSingleThreadExecutor()) {
        var creating =
            creator.submit(() -> {
              try {
                for (int file = 0; ; file++) {
                  create(inside, "Book%d.xlsx".formatted(file), new byte[] {1});
                }
              } catch (StoreFault.NotFound gone) {
                return true;
              }
            });
        drive.delete(folder.id(), ANY);
        assertEquals(true, creating.get());
      }
      assertEquals(1, rows("item"));
      assertEquals(0, rows("piece"));
    }
  }

  @Test
  void whatAServerLeftThatEndedWhileItCopiedAFolderIsTakenAwayLater() {
    var now = new AtomicLong(1_000);
    var early =
        DatabaseDrive.open(
            database, "b!drive", () -> Instant.ofEpochMilli(now.get()), DatabaseDrive.Guard.NONE);
    var killed = new AssertionError("the server ends here");
    assertThrows(
        AssertionError.class,
        () ->
            early.createFolder(
                early.root().id(),
                "Reports",
                nest -> {
                  nest.file("Book.xlsx", new ByteArrayInputStream(new byte[] {1}));
                  throw killed;
                }));
    assertEquals(3, rows("item"));
    assertEquals(List.of(), early.children(early.root().id()));
    now.addAndGet(Duration.ofHours(2).toMillis());
    early.createFolder(early.root().id(), "Other", _ -> {});
    assertEquals(2, rows("item"));
    assertEquals(0, rows("piece"));
  }
}
