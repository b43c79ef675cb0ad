package dev.quire.conformance.range;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.OpenSession;
import dev.quire.conformance.fixture.Reply;
import dev.quire.conformance.fixture.User;
import dev.quire.conformance.fixture.WorkbookServer;
import dev.quire.conformance.surface.Covers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class InsertDeleteTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();

  private final User ann = SERVER.user("ann");
  private final OpenSession session = ann.opens(SERVER.book()).nonPersistent();

  @BeforeEach
  void fill() {
    patch("A20:A22", "{\"values\":[[1],[2],[\"=A20+A21\"]]}").is(200);
  }

  private String range(String address) {
    return session.workbook() + "/worksheets/Sheet1/range(address='%s')".formatted(address);
  }

  private Reply patch(String address, String json) {
    return session.send(Ask.patch(range(address), json));
  }

  private Reply post(String address, String action, String json) {
    return session.send(Ask.post(range(address) + "/" + action, json));
  }

  private String formula(String address) {
    return session.send(Ask.get(range(address) + "?$select=formulas,values")).text();
  }

  private void holds(String address, String wanted) {
    String text = formula(address);
    assertEquals(true, text.contains(wanted), text);
  }

  @Test
  @Covers("workbookRange action insert(shift)")
  void insertAnswersTheNewRangeAndMovesTheOthers() {
    Reply reply = post("A21:B22", "insert", "{\"shift\":\"Down\"}");
    reply.is(200);
    assertEquals(true, reply.text().contains("\"address\":\"Sheet1!A21:B22\""), reply.text());
    holds("A24", "=A20+A23");
    holds("A21", "[[\"\"]]");
  }

  @Test
  @Covers("workbookRange action delete(shift)")
  void deleteClosesUpAndBreaksReaders() {
    post("A21", "delete", "{\"shift\":\"up\"}").is(204);
    holds("A21", "=A20+#REF!");
  }

  @Test
  void wholeRowsNeedNoDirection() {
    post("20:21", "insert", "{}").is(200);
    holds("A24", "=A22+A23");
    post("20:21", "delete", "{}").is(204);
    holds("A22", "=A20+A21");
  }

  @Test
  void impossibleMovesAreRefused() {
    patch("C1048576", "{\"values\":1}").is(200);
    post("C5", "insert", "{\"shift\":\"Down\"}")
        .refuses(409, "NonBlankCellOffSheet", "nonBlankCellOffSheet");
    post("C5", "insert", "{\"shift\":\"Up\"}").refuses(400, "InvalidArgument", "invalidArgument");
    post("C5", "insert", "{}").refuses(400, "InvalidArgument", "invalidArgument");
  }
}
