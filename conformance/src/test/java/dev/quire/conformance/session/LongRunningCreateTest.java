package dev.quire.conformance.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.OpenSession;
import dev.quire.conformance.fixture.Reply;
import dev.quire.conformance.fixture.User;
import dev.quire.conformance.fixture.WorkbookServer;
import dev.quire.conformance.surface.Covers;
import dev.quire.graph.GraphSettings.Async;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// createSession as a long-running operation (semantics §1.3).
final class LongRunningCreateTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph(Async.ALWAYS);
  @RegisterExtension static final WorkbookServer NEVER = WorkbookServer.graph(Async.NEVER);
  @RegisterExtension static final WorkbookServer AUTO = WorkbookServer.graph(Async.AUTO);

  private final User ann = SERVER.user("ann");
  private final BookFile book = SERVER.book();

  private static Ask asynchronously(BookFile book, String body) {
    return Ask.post(book.workbook() + "/createSession", body).with("Prefer", "respond-async");
  }

  private Reply accepted(BookFile book) {
    return ann.send(asynchronously(book, "{\"persistChanges\":true}")).is(202);
  }

  private Reply finished(Reply accepted) throws InterruptedException {
    String location = SERVER.path(accepted.header("location").orElseThrow());
    Reply operation = ann.send(Ask.get(location)).is(200);
    for (int n = 0; n < 500 && operation.member("status").equals("running"); n++) {
      Thread.sleep(10);
      operation = ann.send(Ask.get(location)).is(200);
    }
    return operation;
  }

  @Test
  void preferRespondAsyncAnswers202WithAbsoluteLocationAndEmptyObject() {
    Reply reply = accepted(book);
    assertEquals("{}", reply.text(), "a body with an id would be taken for a session id");
    String location = SERVER.path(reply.header("location").orElseThrow());
    assertTrue(location.startsWith(book.workbook() + "/operations/"), location);
  }

  @ParameterizedTest
  @ValueSource(strings = {"wait=10, respond-async", "RESPOND-ASYNC"})
  void preferIsAListWithoutRegardToCase(String prefer) {
    ann.send(Ask.post(book.workbook() + "/createSession", "{}").with("Prefer", prefer)).is(202);
  }

  @Test
  void withoutPreferTheAnswerIs201() {
    ann.opens(book).sends("{}").is(201);
  }

  @Test
  void quickOpeningAnswers201DespitePrefer() {
    BookFile quick = AUTO.book();
    AUTO.user("ann").send(asynchronously(quick, "{\"persistChanges\":true}")).is(201);
  }

  @Test
  void settingCanForce201() {
    BookFile other = NEVER.book();
    NEVER.user("ann").send(asynchronously(other, "{\"persistChanges\":true}")).is(201);
  }

  @Test
  @Covers({"workbook get operations/{id}", "workbook function sessionInfoResource(key)"})
  void succeededOperationLeadsToItsSession() throws InterruptedException {
    Reply operation = finished(accepted(book));
    assertEquals("succeeded", operation.member("status"));
    String resource = SERVER.path(operation.member("resourceLocation"));
    assertEquals(
        book.workbook() + "/sessionInfoResource(key='" + operation.member("id") + "')", resource);
    JsonObject session = ann.send(Ask.get(resource)).is(200).json();
    assertTrue(session.get("persistChanges").getAsBoolean());
    var open = new OpenSession(ann, book, book.workbook(), session.get("id").getAsString());
    assertEquals(1, open.reads("A1").getAsInt());
    open.close().is(204);
  }

  @Test
  void locationCarriesTheIdOfTheOperation() throws InterruptedException {
    Reply reply = accepted(book);
    String location = reply.header("location").orElseThrow();
    assertEquals(location.substring(location.lastIndexOf('/') + 1), finished(reply).member("id"));
  }

  @Test
  void pollingNeedsNoSessionHeaderButAToken() {
    String location = SERVER.path(accepted(book).header("location").orElseThrow());
    ann.send(Ask.get(location)).is(200);
    SERVER.exchange().send(Ask.get(location)).is(401);
  }

  @Test
  void failedOperationIs200WithTheErrorInside() throws InterruptedException {
    BookFile broken =
        SERVER.book("broken.xlsx", "PK\3\4 and then nothing".getBytes(StandardCharsets.US_ASCII));
    Reply operation = finished(accepted(broken));
    assertEquals("failed", operation.member("status"));
    assertFalse(operation.json().has("resourceLocation"));
    JsonObject error = operation.json().getAsJsonObject("error");
    assertEquals("internalServerError", error.get("code").getAsString());
    JsonObject inner = error.getAsJsonObject("innerError");
    assertEquals("internalServerErrorUncategorized", inner.get("code").getAsString());
    assertEquals(
        "GenericFileOpenError", inner.getAsJsonObject("innerError").get("code").getAsString());
  }

  @Test
  void statusWordsAreThoseOfTheModel() throws InterruptedException {
    Reply reply = accepted(book);
    String first =
        ann.send(Ask.get(SERVER.path(reply.header("location").orElseThrow()))).member("status");
    assertTrue(List.of("notStarted", "running", "succeeded").contains(first), first);
    assertEquals("succeeded", finished(reply).member("status"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/operations/nonsense",
        "/operations/00000000-0000-0000-0000-000000000000",
        "/sessionInfoResource(key='nonsense')"
      })
  void unknownOperationAnswers404ItemNotFound(String path) {
    ann.send(Ask.get(book.workbook() + path)).refuses(404, "ItemNotFound", "itemNotFound");
  }

  @Test
  void operationOfAnotherUserIsUnknown() {
    String location = SERVER.path(accepted(book).header("location").orElseThrow());
    SERVER.user("bob").send(Ask.get(location)).refuses(404, "ItemNotFound", "itemNotFound");
  }

  @Test
  void operationOfAnotherWorkbookIsUnknown() {
    String location = accepted(book).header("location").orElseThrow();
    String id = location.substring(location.lastIndexOf('/') + 1);
    ann.send(Ask.get(SERVER.book().workbook() + "/operations/" + id))
        .refuses(404, "ItemNotFound", "itemNotFound");
  }

  @Test
  void resultLivesLongerThanTheLongestPollingInterval() throws InterruptedException {
    Reply reply = accepted(book);
    finished(reply);
    SERVER.wait(Duration.ofMinutes(4));
    assertEquals("succeeded", finished(reply).member("status"));
  }

  @Test
  @Covers({
    "workbookOperation get-property status",
    "workbookOperation get-property resourceLocation",
    "workbookOperation get-property error",
    "workbook get operations/{id}",
    "workbook function sessionInfoResource(key)"
  })
  void propertiesOfAnOperationAreReadOneByOne() throws InterruptedException {
    Reply operation = finished(accepted(book));
    String path = book.workbook() + "/operations/" + operation.member("id");
    assertEquals("succeeded", ann.send(Ask.get(path + "/status")).is(200).member("value"));
    assertEquals(
        operation.member("resourceLocation"),
        ann.send(Ask.get(path + "/resourceLocation")).is(200).member("value"));
    assertTrue(ann.send(Ask.get(path + "/error")).is(200).json().get("value").isJsonNull());
    BookFile broken =
        SERVER.book("broken2.xlsx", "PK\3\4 and then nothing".getBytes(StandardCharsets.US_ASCII));
    Reply failed = finished(accepted(broken));
    JsonObject error =
        ann.send(Ask.get(broken.workbook() + "/operations/" + failed.member("id") + "/error"))
            .is(200)
            .json()
            .getAsJsonObject("value");
    assertEquals(failed.json().getAsJsonObject("error"), error);
  }

  @Test
  @Covers({
    "workbook collection-list operations",
    "workbook collection-count operations/$count",
    "workbook create operations",
    "workbook update operations/{id}",
    "workbook delete operations/{id}"
  })
  void operationsAreNeitherListedNorChanged() throws InterruptedException {
    String id = finished(accepted(book)).member("id");
    String all = book.workbook() + "/operations";
    ann.send(Ask.get(all)).is(405);
    ann.send(Ask.get(all + "/$count")).is(405);
    ann.send(Ask.post(all, "{}")).is(405);
    ann.send(Ask.patch(all + "/" + id, "{\"status\":\"failed\"}")).is(405);
    ann.send(Ask.of("DELETE", all + "/" + id)).is(405);
    assertEquals("succeeded", ann.send(Ask.get(all + "/" + id)).is(200).member("status"));
  }
}
