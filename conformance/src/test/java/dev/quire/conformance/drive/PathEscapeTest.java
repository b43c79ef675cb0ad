package dev.quire.conformance.drive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.Reply;
import dev.quire.conformance.fixture.Samples;
import dev.quire.conformance.fixture.User;
import dev.quire.conformance.fixture.WorkbookServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Paths that try to leave the folder of the drive.
final class PathEscapeTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();

  private static final String SECRET = "outside.xlsx";
  private static final byte[] BOOK = Samples.small();
  private static final byte[] SECRET_BOOK = Samples.with("A1", 666);

  private final User ann = SERVER.user("ann");
  private Path outside = Path.of("");

  @BeforeEach
  void makeASecretBesideTheDrive() throws IOException {
    SERVER.book("inside/Book.xlsx", BOOK);
    outside = SERVER.home().resolve(SECRET);
    Files.write(outside, SECRET_BOOK);
  }

  /// Every place in an address where a path can stand.
  private static List<String> addresses(String way) {
    String segment = way.replace("/", "%2F");
    return List.of(
        "/v1.0/me/drive/root:/" + way,
        "/v1.0/me/drive/root:/" + way + ":/content",
        "/v1.0/me/drive/root:/" + way + ":/workbook/worksheets",
        "/v1.0/me/drive/items/root%3A%2F" + segment + "%3A/content",
        "/v1.0/me/drive/items/" + segment + "/content",
        "/v1.0/me/drive/root/children('" + segment + "')/content");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../outside.xlsx",
        "..%2Foutside.xlsx",
        "%2e%2e/outside.xlsx",
        "%2E%2E%2Foutside.xlsx",
        "%2e./outside.xlsx",
        ".%2e/outside.xlsx",
        "inside/../../outside.xlsx",
        "inside/%2e%2e/%2e%2e/outside.xlsx",
        "inside/..%2F..%2Foutside.xlsx",
        "%252e%252e/outside.xlsx",
        "..%5Coutside.xlsx",
        "inside%5C..%5C..%5Coutside.xlsx",
        "..%00/outside.xlsx",
        "../outside.xlsx%00",
        "inside/Book.xlsx%00.txt",
        "%c0%ae%c0%ae/outside.xlsx",
        "..;/outside.xlsx",
        "./../outside.xlsx",
        "%2F..%2Foutside.xlsx"
      })
  void pathNeverLeavesTheDrive(String way) throws IOException {
    List<Path> before = everythingBesideTheDrive();
    for (String path : addresses(way)) {
      Reply reply = ann.send(Ask.get(path));
      assertEquals(4, reply.status() / 100, () -> path + ": " + reply.status());
      assertRefused(Ask.put(path, BOOK));
      assertRefused(Ask.of("DELETE", path));
    }
    assertEquals(before, everythingBesideTheDrive());
    assertArrayEquals(SECRET_BOOK, Files.readAllBytes(outside));
  }

  /// Refused, or done with a file in the drive whose name only looks like a way out. A server that
  /// does not even read the request may close the connection while the body is still on its way.
  private void assertRefused(Ask ask) {
    try {
      Reply reply = ann.send(ask);
      assertNotEquals(500, reply.status(), () -> ask.path() + ": " + reply.text());
    } catch (UncheckedIOException closed) {
      assertTrue(ask.path().contains("%00"), ask.path());
    }
  }

  private static List<Path> everythingBesideTheDrive() throws IOException {
    try (var all = Files.walk(SERVER.home())) {
      return all.filter(path -> !path.startsWith(SERVER.drive())).sorted().toList();
    }
  }

  @Test
  void symbolicLinkToAFileOutsideIsNotThere() throws IOException {
    Path link = SERVER.drive().resolve("link.xlsx");
    Files.createSymbolicLink(link, outside);
    try {
      ann.send(Ask.get("/v1.0/me/drive/root:/link.xlsx:/content")).is(404);
      ann.send(Ask.get("/v1.0/me/drive/root:/link.xlsx:/workbook/worksheets")).is(404);
      assertFalse(ann.send(Ask.get("/v1.0/me/drive/root/children")).text().contains("link.xlsx"));
    } finally {
      Files.delete(link);
    }
  }

  @Test
  void symbolicLinkToAFolderOutsideLeadsNowhere() throws IOException {
    Path link = SERVER.drive().resolve("linked");
    Files.createSymbolicLink(link, SERVER.home());
    try {
      ann.send(Ask.get("/v1.0/me/drive/root:/linked/outside.xlsx:/content")).is(404);
      ann.send(Ask.get("/v1.0/me/drive/root:/linked:/children")).is(404);
      Reply put = ann.send(Ask.put("/v1.0/me/drive/root:/linked/new.xlsx:/content", BOOK));
      assertEquals(4, put.status() / 100);
      assertFalse(Files.exists(SERVER.home().resolve("new.xlsx")));
    } finally {
      Files.delete(link);
    }
  }

  @Test
  void hiddenFilesAreNotThere() throws IOException {
    Path hidden = SERVER.drive().resolve(".hidden.xlsx");
    Files.write(hidden, BOOK);
    assertEquals(4, ann.send(Ask.get("/v1.0/me/drive/root:/.hidden.xlsx:/content")).status() / 100);
  }
}
