package dev.quire.conformance.function;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.OpenSession;
import dev.quire.conformance.fixture.WorkbookServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Formulas are told what the file is called.
final class FileNameTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();

  private final BookFile book = SERVER.book();

  @Test
  void theNameOfTheFileIsThatOfTheItem() {
    OpenSession session = SERVER.user("ann").opens(book).nonPersistent();
    session
        .send(Ask.patch(book.cell("D1"), "{\"values\":[[\"=CELL(\\\"filename\\\",A1)\"]]}"))
        .is(200);
    String name = book.path().substring(book.path().lastIndexOf('/') + 1);
    assertEquals("[" + name + "]Sheet1", session.reads("D1").getAsString());
  }
}
