package dev.quire.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.quire.store.cluster.ClusterDatabase;
import dev.quire.store.cluster.Databases;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A drive whose items are rows of a real PostgreSQL and whose contents are objects of a bucket on
/// a server of another house.
@ExtendWith(Databases.class)
final class ObjectContentsTest extends DriveStoreContract {
  private static final AtomicInteger BUCKETS = new AtomicInteger();
  private static S3Server server;

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
  private final ClusterDatabase database;
  private final S3Address address;
  private final ObjectContents contents;
  private DatabaseDrive drive;

  ObjectContentsTest(String url) throws Exception {
    database = new ClusterDatabase(url, Duration.ofSeconds(60));
    address = server.bucket("contents-" + BUCKETS.incrementAndGet(), "quire/");
    contents = new ObjectContents(database, S3Server.bucket(address), "quire/", now::get);
    drive = open();
  }

  @BeforeAll
  static void startServer() throws Exception {
    server = S3Server.start();
  }

  @AfterAll
  static void stopServer() throws Exception {
    server.close();
  }

  @AfterEach
  void close() {
    database.close();
  }

  private DatabaseDrive open() {
    return DatabaseDrive.open(database, contents, "b!drive", now::get, DatabaseDrive.Guard.NONE);
  }

  @Override
  protected DriveStore emptyDrive() {
    return drive;
  }

  @Override
  protected DriveStore reopened() {
    drive = open();
    return drive;
  }

  @Override
  protected Item makeFolder(Item parent, String name) {
    return drive.createFolder(parent.id(), name);
  }

  private int objects() throws Exception {
    return S3Server.bucket(address).list("quire/", Map.of()).objects().size();
  }

  @Test
  void bucketHasTheContentsThatFilesHaveAndNoOthers() throws Exception {
    Item file = create("Book.xlsx", "one");
    create("Other.xlsx", "two");
    assertEquals(2, objects());
    drive.replace(file.id(), "three".getBytes(UTF_8), ANY);
    assertEquals(2, objects());
    drive.delete(file.id(), ANY);
    assertEquals(1, objects());
  }

  @Test
  void folderGoesWithAllContentsBelow() throws Exception {
    Item folder = makeFolder(drive.root(), "Sub");
    Item inner = makeFolder(folder, "Inner");
    create(folder, "Book.xlsx", "one".getBytes(UTF_8));
    create(inner, "Book.xlsx", "two".getBytes(UTF_8));
    drive.delete(folder.id(), ANY);
    assertEquals(0, objects());
  }

  @Test
  void contentOfARefusedReplacementIsTakenAwayAfterAnHour() throws Exception {
    Item file = create("Book.xlsx", "one");
    Item other = create("Other.xlsx", "two");
    var wrong = Optional.of(other.eTag());
    assertThrows(StoreFault.Changed.class, () -> drive.replace(file.id(), new byte[] {1}, wrong));
    drive.replace(file.id(), "three".getBytes(UTF_8), ANY);
    assertEquals(3, objects());
    now.set(now.get().plus(Duration.ofMinutes(61)));
    drive.replace(file.id(), "four".getBytes(UTF_8), ANY);
    assertEquals(2, objects());
  }

  @Test
  void contentThatWasTakenAwayIsNotGivenToAFile() {
    contents.prepare(7, ByteBuffer.wrap(new byte[] {7}));
    now.set(now.get().plus(Duration.ofMinutes(61)));
    contents.sweep();
    assertThrows(
        StoreFault.Unwritable.class,
        () ->
            database.transact(connection -> {
              contents.keep(connection, 7, ByteBuffer.wrap(new byte[] {7}));
              return true;
            }));
  }

  @Test
  void whatTheBucketDoesNotTakeAwayStaysAStray() throws Exception {
    var nowhere = new S3Address(URI.create("http://127.0.0.1:1"), "none", "none", "");
    var cut = new ObjectContents(database, S3Server.bucket(nowhere), "quire/", now::get);
    Item file = create("Book.xlsx", "one");
    database.transact(connection -> {
      contents.drop(connection, List.of(8L));
      return true;
    });
    cut.sweep();
    assertEquals(List.of(8L), strays());
    drive.replace(file.id(), "two".getBytes(UTF_8), ANY);
    assertEquals(List.of(), strays());
    assertEquals(1, objects());
  }

  private List<Long> strays() {
    return database.transact(connection -> {
      var numbers = new ArrayList<Long>();
      try (var select = connection.createStatement();
          var found = select.executeQuery("select content from stray")) {
        while (found.next()) {
          numbers.add(found.getLong(1));
        }
      }
      return numbers;
    });
  }
}
