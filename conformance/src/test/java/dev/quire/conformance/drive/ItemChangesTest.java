package dev.quire.conformance.drive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.OpenSession;
import dev.quire.conformance.fixture.Reply;
import dev.quire.conformance.fixture.Samples;
import dev.quire.conformance.fixture.User;
import dev.quire.conformance.fixture.WorkbookServer;
import dev.quire.server.CannotStart;
import java.nio.file.Files;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Folders are made, files renamed, moved and copied; ids stay, sessions go on.
final class ItemChangesTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();

  private static final String CHILDREN = "/v1.0/me/drive/root/children";
  private static final AtomicInteger FOLDERS = new AtomicInteger();

  private final User ann = SERVER.user("ann");
  private final BookFile book = SERVER.book();
  private final String folder = "Folder" + FOLDERS.incrementAndGet();

  private Reply makesFolder(String name, String behaviour) {
    return ann.send(
        Ask.post(
            CHILDREN,
            "{\"name\":\"%s\",\"folder\":{},\"@microsoft.graph.conflictBehavior\":\"%s\"}"
                .formatted(name, behaviour)));
  }

  private Reply patch(String json) {
    return ann.send(Ask.patch(book.item(), json));
  }

  private boolean exists(String path) {
    return Files.exists(SERVER.drive().resolve(path));
  }

  // Folders

  @Test
  void newFolderAnswers201WithItsItem() {
    Reply made = makesFolder(folder, "fail").is(201);
    assertEquals(folder, made.member("name"));
    assertEquals(0, made.json().getAsJsonObject("folder").get("childCount").getAsInt());
    assertTrue(Files.isDirectory(SERVER.drive().resolve(folder)));
    assertEquals(
        made.member("id"),
        ann.send(Ask.get("/v1.0/me/drive/root:/" + folder)).is(200).member("id"));
  }

  @Test
  void takenNameAnswers409UnlessAnotherMayBeTaken() {
    makesFolder(folder, "fail").is(201);
    makesFolder(folder, "fail").is(409);
    assertEquals("nameAlreadyExists", makesFolder(folder, "fail").code());
    assertEquals(folder + " 1", makesFolder(folder, "rename").is(201).member("name"));
    assertEquals(folder + " 2", makesFolder(folder, "rename").is(201).member("name"));
    makesFolder(folder, "replace").is(501);
    makesFolder(folder, "whatever").is(400);
  }

  @Test
  void newItemThatIsNoFolderIsRefused() {
    ann.send(Ask.post(CHILDREN, "{\"name\":\"x.xlsx\",\"file\":{}}")).is(400);
    ann.send(Ask.post(CHILDREN, "{\"folder\":{}}")).is(400);
    ann.send(Ask.post(CHILDREN, "{\"name\":\"../up\",\"folder\":{}}")).is(400);
  }

  // Renaming and moving

  @Test
  void renamedFileKeepsIdAndContent() {
    byte[] before = book.content().get();
    Reply renamed = patch("{\"name\":\"%s.xlsx\"}".formatted(folder)).is(200);
    assertEquals(book.id(), renamed.member("id"));
    assertEquals(folder + ".xlsx", renamed.member("name"));
    assertFalse(exists(book.path()));
    assertArrayEquals(before, ann.send(Ask.get(book.item() + "/content")).is(200).body());
  }

  @Test
  void sessionGoesOnWhenItsFileIsRenamedAndMoved() {
    OpenSession session = ann.opens(book).persistent().writes("A1", 4);
    OpenSession fork = ann.opens(book).nonPersistent().writes("A1", 9);
    makesFolder(folder, "fail").is(201);
    patch("{\"name\":\"%s.xlsx\"}".formatted(folder)).is(200);
    session.writes("A1", 5);
    Reply moved =
        patch("{\"parentReference\":{\"path\":\"/drive/root:/%s\"}}".formatted(folder)).is(200);
    assertTrue(
        moved.json().getAsJsonObject("parentReference").get("path").getAsString().endsWith(folder));
    session.writes("A1", 6);
    assertEquals(9, fork.reads("A1").getAsInt());
    session.close().is(204);
    String path = folder + "/" + folder + ".xlsx";
    assertTrue(exists(path));
    assertFalse(exists(book.path()));
    assertEquals(6, SERVER.locate(path, ann).saved("A1"));
  }

  @Test
  void idsSurviveRenamingAndARestart() throws CannotStart {
    patch("{\"name\":\"%s.xlsx\"}".formatted(folder)).is(200);
    SERVER.restarts();
    User again = SERVER.user("ann");
    assertEquals(folder + ".xlsx", again.send(Ask.get(book.item())).is(200).member("name"));
  }

  @Test
  void fileInAMovedFolderKeepsItsIdAndSession() {
    String id = makesFolder(folder, "fail").is(201).member("id");
    BookFile inner = SERVER.book(folder + "/Inner.xlsx", Samples.small());
    OpenSession session = ann.opens(inner).persistent().writes("A1", 4);
    ann.send(Ask.patch("/v1.0/me/drive/items/" + id, "{\"name\":\"%s moved\"}".formatted(folder)))
        .is(200);
    session.writes("A1", 5).close().is(204);
    assertEquals(5, SERVER.locate(folder + " moved/Inner.xlsx", ann).saved("A1"));
    assertEquals("Inner.xlsx", ann.send(Ask.get(inner.item())).is(200).member("name"));
  }

  @Test
  void renamingToATakenNameAnswers409OrTakesAnother() {
    BookFile other = SERVER.book();
    assertEquals(
        "nameAlreadyExists", patch("{\"name\":\"%s\"}".formatted(other.path())).is(409).code());
    Reply renamed =
        patch(
                "{\"name\":\"%s\",\"@microsoft.graph.conflictBehavior\":\"rename\"}"
                    .formatted(other.path()))
            .is(200);
    assertEquals(other.path().replace(".xlsx", " 1.xlsx"), renamed.member("name"));
    assertEquals(1, other.saved("A1"));
  }

  @Test
  void renamingAnotherVersionAnswers412() {
    String old = ann.send(Ask.get(book.item())).is(200).member("eTag");
    ann.writes(book, "A1", 3).is(200);
    assertEquals(
        "resourceModified",
        ann.send(Ask.patch(book.item(), "{\"name\":\"x.xlsx\"}").with("If-Match", old))
            .is(412)
            .code());
    assertTrue(exists(book.path()));
  }

  @Test
  void rootCannotBeRenamedAndFoldersNotMovedIntoThemselves() {
    ann.send(Ask.patch("/v1.0/me/drive/root", "{\"name\":\"x\"}")).is(405);
    String id = makesFolder(folder, "fail").is(201).member("id");
    ann.send(
            Ask.patch(
                "/v1.0/me/drive/items/" + id,
                "{\"name\":\"in\",\"parentReference\":{\"id\":\"%s\"}}".formatted(id)))
        .is(400);
    patch("{\"parentReference\":{\"id\":\"01NOSUCHFOLDER\"}}").is(404);
  }

  // Copying

  @Test
  void copyAnswers202AndTellsWhereTheCopyIs() {
    OpenSession session = ann.opens(book).persistent().writes("A1", 42);
    Reply accepted =
        ann.send(Ask.post(book.item() + "/copy", "{\"name\":\"%s.xlsx\"}".formatted(folder)))
            .is(202);
    String monitor = accepted.header("location").orElseThrow();
    Reply report = SERVER.exchange().send(Ask.get(SERVER.path(monitor))).is(200);
    assertEquals("completed", report.member("status"));
    assertNotEquals(book.id(), report.member("resourceId"));
    assertEquals(
        folder + ".xlsx",
        ann.send(Ask.get("/v1.0/me/drive/items/" + report.member("resourceId")))
            .is(200)
            .member("name"));
    assertEquals(42, SERVER.locate(folder + ".xlsx", ann).saved("A1"));
    session.close().is(204);
    ann.send(Ask.post(book.item() + "/copy", "{\"name\":\"%s.xlsx\"}".formatted(folder))).is(409);
  }

  @Test
  void folderIsCopiedWithAllThatIsInIt() {
    String id = makesFolder(folder, "fail").is(201).member("id");
    SERVER.book(folder + "/Sub/Inner.xlsx", Samples.small());
    String copy = "{\"name\":\"%s copy\"}".formatted(folder);
    ann.send(Ask.post("/v1.0/me/drive/items/" + id + "/copy", copy)).is(202);
    assertTrue(exists(folder + " copy/Sub/Inner.xlsx"));
    String inside = "{\"name\":\"in\",\"parentReference\":{\"id\":\"%s\"}}".formatted(id);
    ann.send(Ask.post("/v1.0/me/drive/items/" + id + "/copy", inside)).is(400);
  }

  // Deleting

  @Test
  void sessionsOfFilesInADeletedFolderFindThemGone() {
    String id = makesFolder(folder, "fail").is(201).member("id");
    BookFile inner = SERVER.book(folder + "/Inner.xlsx", Samples.small());
    OpenSession session = ann.opens(inner).persistent().writes("A1", 4);
    ann.send(Ask.of("DELETE", "/v1.0/me/drive/items/" + id)).is(204);
    session.read("A1").refuses(404, "ItemNotFound", "invalidSessionNotFound");
  }

  // Searching

  @Test
  void searchFindsByPartOfANameInAnyFolderAndCase() {
    makesFolder(folder, "fail").is(201);
    SERVER.book(folder + "/Deep/Needle in " + folder + ".xlsx", Samples.small());
    String wanted = "NEEDLE%20in%20" + folder.toLowerCase(Locale.ROOT);
    for (String from : new String[] {"/v1.0/me/drive/root", "/v1.0/me/drive"}) {
      Reply found = ann.send(Ask.get(from + "/search(q='" + wanted + "')")).is(200);
      assertEquals(1, found.json().getAsJsonArray("value").size(), found::text);
    }
    assertEquals(
        0,
        ann.send(Ask.get("/v1.0/me/drive/root/search(q='no%20such%20thing')"))
            .is(200)
            .json()
            .getAsJsonArray("value")
            .size());
  }

  @Test
  void copyCanTakeThePlaceOfAFileWhichKeepsItsIdAndItsVersions() {
    BookFile from = SERVER.book();
    BookFile over = SERVER.book();
    ann.writes(from, "A1", 77).is(200);
    ann.send(
            Ask.post(
                from.item() + "/copy?@microsoft.graph.conflictBehavior=replace",
                "{\"name\":\"%s\"}".formatted(over.path())))
        .is(202);
    assertEquals(77, ann.reads(over, "A1").getAsInt());
    assertEquals(
        2,
        ann.send(Ask.get(over.item() + "/versions")).is(200).json().getAsJsonArray("value").size());
  }

  @Test
  void moveCanTakeThePlaceOfAFile() {
    BookFile from = SERVER.book();
    BookFile over = SERVER.book();
    ann.writes(from, "A1", 78).is(200);
    String body =
        "{\"name\":\"%s\",\"@microsoft.graph.conflictBehavior\":\"replace\"}"
            .formatted(over.path());
    assertEquals(over.path(), ann.send(Ask.patch(from.item(), body)).is(200).member("name"));
    assertEquals(78, ann.reads(from, "A1").getAsInt());
    ann.send(Ask.get(over.item())).is(404);
  }

  @Test
  void fileThatIsInUseIsNotReplacedByAMoveOrACopy() {
    BookFile from = SERVER.book();
    BookFile over = SERVER.book();
    ann.opens(over).persistent().writes("A1", 5);
    String body =
        "{\"name\":\"%s\",\"@microsoft.graph.conflictBehavior\":\"replace\"}"
            .formatted(over.path());
    ann.send(Ask.patch(from.item(), body)).is(423);
    ann.send(Ask.post(from.item() + "/copy", body)).is(423);
    assertEquals(5, ann.reads(over, "A1").getAsInt());
  }
}
