package dev.quire.conformance.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.OpenSession;
import dev.quire.conformance.fixture.Reply;
import dev.quire.conformance.fixture.RichBook;
import dev.quire.conformance.fixture.User;
import dev.quire.conformance.fixture.WorkbookServer;
import dev.quire.conformance.surface.Covers;
import dev.quire.graph.GraphSettings.Async;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Rows of tables that are added and deleted as long-running operations (semantics §1.3).
final class LongRunningRowsTest {
  private static final String ROWS = "/tables/Sales/rows";
  private static final AtomicInteger COUNT = new AtomicInteger();

  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph(Async.ALWAYS);

  private final User ann = SERVER.user("ann");
  private final BookFile book =
      SERVER.book("Rows" + COUNT.incrementAndGet() + ".xlsx", RichBook.bytes());
  private final OpenSession session = ann.opens(book).persistent();

  private Reply asks(Ask ask) {
    return session.send(ask.with("Prefer", "respond-async"));
  }

  private Reply finished(Reply accepted) throws InterruptedException {
    String location = accepted.is(202).header("location").orElseThrow();
    String path = SERVER.path(location);
    Reply operation = ann.send(Ask.get(path)).is(200);
    for (int n = 0; n < 500 && operation.member("status").equals("running"); n++) {
      Thread.sleep(10);
      operation = ann.send(Ask.get(path)).is(200);
    }
    return operation;
  }

  private int count() {
    return session
        .send(Ask.get(book.workbook() + ROWS + "/count()"))
        .is(200)
        .json()
        .get("value")
        .getAsInt();
  }

  @Test
  @Covers("workbook function tableRowOperationResult(key)")
  void addedRowIsTheResult() throws InterruptedException {
    Reply operation =
        finished(
            asks(Ask.post(book.workbook() + ROWS, "{\"index\":1,\"values\":[[\"plum\",5,9]]}")));
    assertEquals("succeeded", operation.member("status"));
    assertEquals(5, count());
    String resource = operation.member("resourceLocation");
    assertTrue(
        resource.endsWith("/tableRowOperationResult(key='" + operation.member("id") + "')"),
        resource);
    Reply row = ann.send(Ask.get(SERVER.path(resource))).is(200);
    assertEquals(1, row.json().get("index").getAsInt());
    assertEquals("[[\"plum\",5,9]]", row.json().get("values").toString());
  }

  @Test
  void deletedRowHasNoResult() throws InterruptedException {
    Reply operation = finished(asks(Ask.of("DELETE", book.workbook() + ROWS + "/itemAt(index=0)")));
    assertEquals("succeeded", operation.member("status"));
    assertFalse(operation.json().has("resourceLocation"));
    assertEquals(3, count());
  }

  @Test
  void refusedRowIsAFailedOperationAndNothingChanges() throws InterruptedException {
    Reply operation = finished(asks(Ask.post(book.workbook() + ROWS, "{\"values\":[[1,2]]}")));
    assertEquals("failed", operation.member("status"));
    assertTrue(operation.text().contains("values[0]"), operation.text());
    assertEquals(4, count());
  }

  @Test
  void unknownResultIsNotFound() {
    ann.send(Ask.get(book.workbook() + "/tableRowOperationResult(key='nonsense')"))
        .refuses(404, "ItemNotFound", "itemNotFound");
  }

  @Test
  void withoutSessionTheAnswerComesWhenTheRowIsThere() {
    ann.send(
            Ask.post(book.workbook() + ROWS, "{\"values\":[[\"plum\",5,9]]}")
                .with("Prefer", "respond-async"))
        .is(201);
  }
}
