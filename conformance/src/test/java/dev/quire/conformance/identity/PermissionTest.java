package dev.quire.conformance.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.Reply;
import dev.quire.conformance.fixture.User;
import dev.quire.conformance.fixture.WorkbookServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Who may do what: kinds of account, permissions, profiles (semantics §5, §1.5).
final class PermissionTest {
  @RegisterExtension static final WorkbookServer GRAPH = WorkbookServer.graph();
  @RegisterExtension static final WorkbookServer OWNER = WorkbookServer.owner();

  private static void refused(Reply reply) {
    reply.refuses(403, "accessDenied", "");
  }

  private static String workbook(BookFile book) {
    return "/v1.0/drives/" + book.driveId() + "/items/" + book.id() + "/workbook";
  }

  private static void refusedEverySessionCall(User user, BookFile book) {
    String workbook = workbook(book);
    refused(user.send(Ask.post(workbook + "/createSession", "{\"persistChanges\":false}")));
    refused(user.send(Ask.post(workbook + "/createSession", "{\"persistChanges\":true}")));
    refused(user.send(Ask.post(workbook + "/refreshSession").in("nonsense")));
    refused(user.send(Ask.post(workbook + "/closeSession").in("nonsense")));
    refused(user.send(Ask.post(workbook + "/closeSession")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Files.ReadWrite",
        "Files.ReadWrite.All",
        "Sites.ReadWrite.All",
        "User.Read Files.ReadWrite offline_access"
      })
  void workAccountWithFilesReadWriteOrMoreUsesSessions(String grants) {
    User ann = GRAPH.user("ann", grants.split(" "));
    BookFile book = GRAPH.book();
    var session = ann.opens(book).at(workbook(book)).persistent();
    session.refresh().is(204);
    session.writes("A1", 5);
    session.close().is(204);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Files.Read", "Files.Read.All", "User.Read", "files.readwrite", "Mail.ReadWrite"})
  void workAccountWithoutFilesReadWriteIsRefusedSessions(String grant) {
    refusedEverySessionCall(GRAPH.user("ann", grant), GRAPH.book());
  }

  @Test
  void filesReadSufficesForReadingButNotForWriting() {
    User ann = GRAPH.user("ann", "Files.Read");
    BookFile book = GRAPH.book();
    assertEquals(1, ann.reads(book, "A1").getAsInt());
    refused(ann.writes(book, "A1", 5));
    refused(ann.send(Ask.post(book.workbook() + "/worksheets/add", "{\"name\":\"New\"}")));
    refused(ann.send(Ask.of("DELETE", book.workbook() + "/worksheets/Other")));
    refused(ann.send(Ask.put(book.item() + "/content", new byte[] {1})));
    refused(ann.send(Ask.of("DELETE", book.item())));
    assertEquals(1, book.saved("A1"));
  }

  @Test
  void otherPermissionsOpenNothing() {
    User ann = GRAPH.user("ann", "User.Read");
    BookFile book = GRAPH.book();
    refused(ann.send(Ask.get(book.cell("A1"))));
    refused(ann.send(Ask.get(book.item())));
    refused(ann.send(Ask.get(book.item() + "/content")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Files.ReadWrite", "Files.ReadWrite.All"})
  void personalAccountIsRefusedSessionsAndWorkbooks(String grant) {
    User ann = GRAPH.personal("ann", grant);
    BookFile book = GRAPH.book();
    refusedEverySessionCall(ann, book);
    refused(ann.send(Ask.get(book.cell("A1"))));
    refused(ann.writes(book, "A1", 5));
  }

  @Test
  void personalAccountIsRefusedInProfileServerToo() {
    refusedEverySessionCall(OWNER.personal("ann", "Files.ReadWrite.All"), OWNER.book());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Files.ReadWrite.All", "Sites.ReadWrite.All"})
  void applicationIsRefusedSessionsAndWorkbooksInProfileGraph(String role) {
    User robot = GRAPH.application("robot", role);
    BookFile book = GRAPH.book();
    refusedEverySessionCall(robot, book);
    refused(robot.send(Ask.get(workbook(book) + "/worksheets")));
  }

  @Test
  void applicationWithFilesReadWriteAllUsesSessionsInProfileServer() {
    User robot = OWNER.application("robot", "Files.ReadWrite.All");
    BookFile book = OWNER.book();
    var session = robot.opens(book).at(workbook(book)).persistent();
    session.refresh().is(204);
    session.writes("A1", 40);
    assertEquals(42, session.reads("B1").getAsInt());
    session.close().is(204);
    session.close().knowsNoSession();
  }

  @ParameterizedTest
  @CsvSource({"Files.ReadWrite", "Files.Read.All", "User.Read.All"})
  void applicationWithoutTheRoleIsRefusedInProfileServer(String role) {
    refusedEverySessionCall(OWNER.application("robot", role), OWNER.book());
  }

  @Test
  void applicationHasNoDriveOfItsOwn() {
    User robot = OWNER.application("robot", "Files.ReadWrite.All");
    Reply reply = robot.send(Ask.get("/v1.0/me/drive"));
    reply.refuses(400, "BadRequest", "");
    assertTrue(reply.message().contains("/me"), reply.message());
  }

  @Test
  void refusalNamesThePermissionThatIsMissing() {
    Reply reply =
        GRAPH
            .user("ann", "Files.Read")
            .send(Ask.post(GRAPH.book().workbook() + "/createSession", "{}"));
    assertTrue(reply.message().contains("Files.ReadWrite"), reply.message());
  }

  @Test
  void permissionIsAskedForBeforeTheItem() {
    User ann = GRAPH.user("ann", "User.Read");
    refused(ann.send(Ask.get("/v1.0/me/drive/items/nonsense/workbook/worksheets")));
  }
}
