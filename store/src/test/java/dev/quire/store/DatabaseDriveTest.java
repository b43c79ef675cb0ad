package dev.quire.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.quire.store.cluster.ClusterDatabase;
import dev.quire.store.cluster.Databases;
import dev.quire.store.cluster.FenceGuard;
import dev.quire.store.journal.BookKey;
import dev.quire.store.journal.SharedJournal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
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
}
