package dev.quire.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.quire.store.RemoteFiles.Condition;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The contract, kept through Apache's WebDAV module. Needs the Debian package `apache2`; stands
/// aside without it.
final class WebDavDriveTest extends DriveStoreContract {
  private static final AtomicInteger FOLDERS = new AtomicInteger();
  private static Optional<ApacheServer> server = Optional.empty();

  private final String folder = "team " + FOLDERS.incrementAndGet();
  private final WebDavAddress address;

  WebDavDriveTest() throws Exception {
    address = server.orElseThrow().folder(folder);
  }

  @BeforeAll
  static void startServer() throws Exception {
    assumeTrue(ApacheServer.isThere(), "the package apache2 is not installed");
    server = Optional.of(ApacheServer.start());
  }

  @AfterAll
  static void stopServer() throws Exception {
    if (server.isPresent()) {
      server.get().close();
    }
  }

  @Override
  protected DriveStore emptyDrive() {
    return reopened();
  }

  @Override
  protected DriveStore reopened() {
    return WebDavDrive.open(address, InstantSource.system());
  }

  private WebDavFiles files() throws Exception {
    return new WebDavFiles(new WebDavServer(address));
  }

  @Test
  void filesOfOtherProgramsAreFiles() throws Exception {
    Files.writeString(server.orElseThrow().files(folder).resolve("Book.xlsx"), "by hand");
    DriveStore drive = reopened();
    Item file = drive.findByPath("Book.xlsx").orElseThrow();
    assertEquals("by hand", new String(drive.read(file.id()).bytes(), UTF_8));
  }

  @Test
  void writeToAnotherVersionIsRefusedWhereTheFilesAre() throws Exception {
    create("Book.xlsx", "one");
    DrivePath path = DrivePath.parse("Book.xlsx");
    var old = new Condition.Version(files().find(path).orElseThrow().version());
    assertEquals(3, files().write(path, "two".getBytes(UTF_8), old).orElseThrow().size());
    assertEquals(Optional.empty(), files().write(path, "three".getBytes(UTF_8), old));
    assertFalse(files().deleteFile(path, old.version()));
    assertEquals("two", new String(files().read(path).orElseThrow().bytes(), UTF_8));
  }

  @Test
  void writersOfSeveralServersWithTheSameTagAreServedOnce() throws Exception {
    for (int round = 0; round < 5; round++) {
      Item file = create("Book%d.xlsx".formatted(round), "start");
      List<String> won =
          Together.results(
              4,
              number ->
                  reopened()
                      .replace(
                          file.id(),
                          ("machine " + number).getBytes(UTF_8),
                          Optional.of(file.eTag()))
                      .eTag(),
              StoreFault.Changed.class);
      assertEquals(List.of(reopened().find(file.id()).orElseThrow().eTag()), won);
    }
  }

  @Test
  void whatIsDoneButNotAnsweredIsDoneOnce() throws Exception {
    try (var line = FailingLine.to(address.url())) {
      DriveStore far = WebDavDrive.open(at(line.url()), InstantSource.system());
      line.loseAnswerTo("PUT");
      Item file =
          far.create(far.root().id(), "Book.xlsx", new ByteArrayInputStream("one".getBytes(UTF_8)));
      line.loseAnswerTo("PUT");
      Item next = far.replace(file.id(), "two".getBytes(UTF_8), Optional.of(file.eTag()));
      line.loseAnswerTo("MKCOL");
      Item folder = far.createFolder(far.root().id(), "Sub");
      line.loseAnswerTo("MOVE");
      Item moved = far.move(file.id(), folder.id(), "Moved.xlsx", Optional.of(next.eTag()));
      assertEquals("two", text(moved));
      line.loseAnswerTo("DELETE");
      far.delete(file.id(), ANY);
      assertEquals(List.of(), reopened().children(folder.id()));
      assertEquals(5, line.lost());
    }
  }

  private static WebDavAddress at(URI url) {
    return new WebDavAddress(url, Optional.empty(), "");
  }

  @Test
  void noLockStaysBehind() throws Exception {
    Item file = create("Book.xlsx", "one");
    reopened().replace(file.id(), "two".getBytes(UTF_8), ANY);
    var server = new WebDavServer(address);
    assertEquals(200, server.lock("Book.xlsx").status());
    assertEquals(423, server.lock("Book.xlsx").status());
  }

  @Test
  void serverThatIsNotThereIsSaidAtStart() {
    var nowhere = new WebDavAddress(URI.create("http://127.0.0.1:1/"), Optional.empty(), "");
    assertThrows(
        StoreFault.Unreadable.class, () -> WebDavDrive.open(nowhere, InstantSource.system()));
  }

  @Test
  void passwordIsNotPartOfAnyText() {
    var url = URI.create("http://host/books/");
    assertEquals(
        "WebDavAddress[http://host/books/]",
        new WebDavAddress(url, Optional.of("me"), "hidden").toString());
  }
}
