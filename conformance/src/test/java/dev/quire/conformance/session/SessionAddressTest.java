package dev.quire.conformance.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.Escapes;
import dev.quire.conformance.fixture.OpenSession;
import dev.quire.conformance.fixture.Samples;
import dev.quire.conformance.fixture.User;
import dev.quire.conformance.fixture.WorkbookServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// All addresses of a workbook, for all three session calls (semantics §2.1, §1.5).
final class SessionAddressTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();

  private static final String PATH = "a b/Bücher & co's.xlsx";

  private final User ann = SERVER.user("ann");
  private final BookFile book = SERVER.book(PATH, Samples.small());

  /// The forms of address; `@` stands for the item id, `#` for the drive, `~` for the user, `/…`
  /// for the escaped path.
  enum Form {
    MY_ITEM("/me/drive/items/@"),
    MY_PATH("/me/drive/root:/…:"),
    MY_ITEM_BY_KEY("/me/drive/items('@')"),
    ROOT_CHILD("/me/drive/root:/a%20b:/children('%s')"),
    DRIVE_ITEM("/drives/#/items/@"),
    DRIVE_ITEM_BY_KEY("/drives('#')/items('@')"),
    DRIVE_PATH("/drives/#/root:/…:"),
    ITEM_PATH("/drives/#/items/root:/…:"),
    ITEM_PATH_ESCAPED("/drives/#/items/root%3A%2F&%3A"),
    MY_ITEM_PATH_ESCAPED("/me/drive/items/root%3A%2F&%3A"),
    SHORT_DRIVE("/drive/items/@"),
    USER_ITEM("/users/~/drive/items/@"),
    USER_ITEM_BY_KEY("/users('~')/drive/items('@')"),
    USER_PATH("/users/~/drive/root:/…:"),
    USER_NAME_PATH("/users/ann/drive/root:/…:"),
    USER_DRIVE_ITEM("/users/~/drives/#/items/@"),
    CAPITALS("/ME/Drive/Items/@");

    private final String template;

    Form(String template) {
      this.template = template;
    }

    String of(BookFile book, User user) {
      return "/v1.0"
          + template
              .replace("&%3A", Escapes.segment(book.path()) + "%3A")
              .replace("%s", Escapes.segment("Bücher & co''s.xlsx"))
              .replace("@", book.id())
              .replace("#", Escapes.segment(book.driveId()))
              .replace("~", user.id())
              .replace("…", Escapes.path(book.path()))
          + "/workbook";
    }
  }

  @ParameterizedTest
  @EnumSource
  void sessionIsCreatedRefreshedUsedAndClosedByThisAddress(Form form) {
    OpenSession session = ann.opens(book).at(form.of(book, ann)).persistent();
    session.refresh().is(204);
    session.writes("A1", 40);
    assertEquals(42, session.reads("B1").getAsInt());
    session.close().is(204);
    session.close().knowsNoSession();
    ann.writes(book, "A1", 1).is(200);
    // A download is of the file with all that was acknowledged; nothing waits for the next test.
    ann.send(Ask.get(book.item() + "/content")).is(200);
  }

  @ParameterizedTest
  @EnumSource
  void sessionCreatedByIdWorksByThisAddress(Form form) {
    OpenSession byId = ann.opens(book).nonPersistent();
    var same = new OpenSession(ann, book, form.of(book, ann), byId.id());
    same.writes("A1", 7);
    assertEquals(7, byId.reads("A1").getAsInt());
    same.close().is(204);
    byId.close().knowsNoSession();
  }

  @Test
  void segmentsIgnoreCase() {
    String workbook = book.item() + "/Workbook";
    var session =
        ann.send(Ask.post(workbook + "/CreateSession", "{\"persistChanges\":false}")).is(201);
    var open = new OpenSession(ann, book, workbook, session.member("id"));
    open.send(Ask.post(workbook + "/RefreshSession")).is(204);
    open.send(Ask.post(workbook + "/CLOSESESSION")).is(204);
  }

  @Test
  void fullyQualifiedNamesOfTheCallsWork() {
    String workbook = book.workbook() + "/microsoft.graph.";
    String id =
        ann.send(Ask.post(workbook + "createSession", "{\"persistChanges\":false}"))
            .is(201)
            .member("id");
    ann.send(Ask.post(workbook + "refreshSession").in(id)).is(204);
    ann.send(Ask.post(workbook + "closeSession").in(id)).is(204);
  }

  @Test
  void betaServesTheSameSessions() {
    OpenSession session = ann.opens(book).nonPersistent().writes("A1", 8);
    var beta =
        new OpenSession(ann, book, session.workbook().replace("/v1.0/", "/beta/"), session.id());
    assertEquals(8, beta.reads("A1").getAsInt());
    beta.close().is(204);
  }

  @Test
  void workbookOfTheRootFolderIsNoWorkbook() {
    int status = ann.send(Ask.post("/v1.0/me/drive/root/workbook/createSession", "{}")).status();
    assertEquals(4, status / 100, "routed, and refused");
  }
}
