package dev.quire.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.store.RemoteFiles.Condition;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The contract, kept through a server of another house; several drives on one bucket stand for
/// several machines.
final class S3DriveTest extends DriveStoreContract {
  private static final AtomicInteger BUCKETS = new AtomicInteger();
  private static S3Server server;

  private final S3Address address;

  S3DriveTest() throws Exception {
    address = server.bucket("books-" + BUCKETS.incrementAndGet(), "team a/");
  }

  @BeforeAll
  static void startServer() throws Exception {
    server = S3Server.start();
  }

  @AfterAll
  static void stopServer() throws Exception {
    server.close();
  }

  @Override
  protected DriveStore emptyDrive() {
    return S3Server.open(address);
  }

  @Override
  protected DriveStore reopened() {
    return S3Server.open(address);
  }

  private void put(String key, String text) throws Exception {
    var answer =
        S3Server.bucket(address).put(address.prefix() + key, text.getBytes(UTF_8), Map.of());
    assertEquals(200, answer.status());
  }

  @Test
  void objectsOfOthersAreFilesAndTheirPrefixesFolders() throws Exception {
    put("2026/June/Book.xlsx", "made elsewhere");
    DriveStore drive = reopened();
    Item file = drive.findByPath("2026/June/Book.xlsx").orElseThrow();
    assertEquals("made elsewhere", new String(drive.read(file.id()).bytes(), UTF_8));
    Item year = drive.findByPath("2026").orElseThrow();
    assertEquals(List.of("June"), drive.children(year.id()).stream().map(Item::name).toList());
    Item month = drive.find(file.parentId().orElseThrow()).orElseThrow();
    assertEquals("2026/June", month.path());
    assertEquals(Optional.of(month), reopened().find(month.id()));
  }

  @Test
  void keysThatCouldBeNoItemsAreNotShown() throws Exception {
    put(".hidden", "x");
    put("a//b", "x");
    put("../up", "x");
    put("tail.", "x");
    put("Book.xlsx", "x");
    DriveStore drive = reopened();
    assertEquals(
        List.of("a", "Book.xlsx"),
        drive.children(drive.root().id()).stream().map(Item::name).toList());
  }

  @Test
  void keysBesideThePrefixAreNotPartOfTheDrive() throws Exception {
    var whole = new S3Address(address.endpoint(), address.region(), address.bucket(), "");
    S3Server.bucket(whole).put("team b/Book.xlsx", "x".getBytes(UTF_8), Map.of());
    DriveStore drive = reopened();
    assertEquals(List.of(), drive.children(drive.root().id()));
    assertEquals(Optional.empty(), drive.findByPath("team b/Book.xlsx"));
  }

  @Test
  void longFoldersAreListedWhole() throws Exception {
    for (int i = 0; i < 1_050; i++) {
      put("many/%04d.xlsx".formatted(i), "");
    }
    DriveStore drive = reopened();
    List<Item> items = drive.children(drive.findByPath("many").orElseThrow().id());
    assertEquals(1_050, items.size());
    assertEquals("1049.xlsx", items.getLast().name());
    assertEquals(Optional.of(items.getLast()), reopened().find(items.getLast().id()));
  }

  @Test
  void serverItselfRefusesAWriteToAnotherVersion() throws Exception {
    create("Book.xlsx", "one");
    var files = new S3Files(S3Server.bucket(address), address.prefix());
    DrivePath path = DrivePath.parse("Book.xlsx");
    String old = files.find(path).orElseThrow().version();
    var machine = new Condition.Version(old);
    assertTrue(files.write(path, "two".getBytes(UTF_8), machine).isPresent());
    assertEquals(Optional.empty(), files.write(path, "three".getBytes(UTF_8), machine));
    assertFalse(files.deleteFile(path, old));
    assertEquals("two", new String(files.read(path).orElseThrow().bytes(), UTF_8));
  }

  @Test
  void serverItselfRefusesToCreateWhatIsThere() throws Exception {
    S3Bucket bucket = S3Server.bucket(address);
    Map<String, String> absent = Map.of("If-None-Match", "*");
    assertEquals(200, bucket.put("key", new byte[1], absent).status());
    assertEquals(412, bucket.put("key", new byte[2], absent).status());
    assertEquals(1, bucket.get("key").response().body().length);
  }

  @Test
  void writeToAFileDeletedMeanwhileDoesNotBringItBack() throws Exception {
    Item file = create("Book.xlsx", "one");
    var files = new S3Files(S3Server.bucket(address), address.prefix());
    String version = files.find(DrivePath.parse("Book.xlsx")).orElseThrow().version();
    reopened().delete(file.id(), ANY);
    assertEquals(
        Optional.empty(),
        files.write(
            DrivePath.parse("Book.xlsx"), "two".getBytes(UTF_8), new Condition.Version(version)));
    assertEquals(Optional.empty(), reopened().findByPath("Book.xlsx"));
  }

  @Test
  void serversThatOpenANewBucketTogetherAgreeOnIds() throws Exception {
    S3Address fresh = server.bucket("fresh-" + BUCKETS.incrementAndGet(), "");
    List<String> roots =
        Together.results(4, number -> S3Server.open(fresh).root().id(), StoreFault.Exists.class);
    assertEquals(1, roots.stream().distinct().count());
    assertEquals(4, roots.size());
  }

  @Test
  void wrongSecretAndMissingBucketAreSaidAtStart() {
    var wrong = new S3Credentials("quire-test", "a guess", Optional.empty());
    var refused =
        assertThrows(
            StoreFault.Unreadable.class,
            () -> S3Drive.open(address, wrong, InstantSource.system()));
    assertTrue(String.valueOf(refused.getMessage()).contains("403"), refused.getMessage());
    assertFalse(String.valueOf(refused.getMessage()).contains("guess"));
    var nowhere = new S3Address(address.endpoint(), address.region(), "no-such-bucket", "");
    assertThrows(StoreFault.Unreadable.class, () -> S3Server.open(nowhere));
  }

  @Test
  void secretsAreNotPartOfAnyText() {
    var all = new S3Credentials("key", "hidden", Optional.of("token"));
    assertEquals("S3Credentials[key]", all.toString());
  }
}
