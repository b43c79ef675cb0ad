package dev.quire.conformance.drive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.Corpus;
import dev.quire.conformance.fixture.RichBook;
import dev.quire.conformance.fixture.User;
import dev.quire.conformance.fixture.WorkbookServer;
import dev.quire.testbed.Office;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// What was changed over the API is read by LibreOffice, where it is installed.
final class OtherReaderTest {
  private static final int SLICE = 8;
  private static final String MARK = "4711.25";

  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();

  private final User ann = SERVER.user("ann");

  @TempDir Path folder;

  @Test
  void officeReadsWhatWasWritten() throws IOException, InterruptedException {
    Office office = office();
    BookFile book = SERVER.book("rich.xlsx", RichBook.bytes());
    change(book);
    assertMarked(office, Map.of("rich", book.content().get()));
  }

  @Test
  void officeReadsWhatWasWrittenBehindInsertedRows() throws IOException, InterruptedException {
    Office office = office();
    BookFile book = SERVER.book("inserted.xlsx", RichBook.bytes());
    ann.send(Ask.post(first(book) + "/range(address='2:3')/insert", "{\"shift\":\"Down\"}"))
        .is(200);
    change(book);
    assertMarked(office, Map.of("inserted", book.content().get()));
  }

  @Test
  void officeReadsChangedFilesOfOthers() throws IOException, InterruptedException {
    Office office = office();
    List<String[]> rows = Corpus.table("fidelity.tsv");
    var changed = new LinkedHashMap<String, byte[]>();
    for (int row = 0; row < rows.size(); row += Math.max(1, rows.size() / SLICE)) {
      String path = rows.get(row)[0];
      BookFile book = SERVER.book("corpus" + row + ".xlsx", Corpus.file(path));
      if (ann.send(Ask.get(book.workbook() + "/worksheets")).status() == 200) {
        change(book);
        changed.put(path, book.content().get());
      }
    }
    assertMarked(office, changed);
  }

  private String first(BookFile book) {
    String id =
        ann.send(Ask.get(book.workbook() + "/worksheets"))
            .json()
            .getAsJsonArray("value")
            .get(0)
            .getAsJsonObject()
            .get("id")
            .getAsString();
    return book.workbook() + "/worksheets/" + id.replace("{", "%7B").replace("}", "%7D");
  }

  private void change(BookFile book) {
    var session = ann.opens(book).persistent();
    session
        .send(Ask.patch(first(book) + "/range(address='B3000')", "{\"values\":" + MARK + "}"))
        .is(200);
    session.close().is(204);
  }

  private Office office() {
    Optional<Office> office = Office.find(folder);
    assumeTrue(office.isPresent(), "LibreOffice (soffice) is not installed");
    return office.get();
  }

  private static void assertMarked(Office office, Map<String, byte[]> books)
      throws IOException, InterruptedException {
    Map<String, String> texts = office.texts(books);
    var unmarked = new ArrayList<>(books.keySet());
    unmarked.removeIf(book -> texts.getOrDefault(book, "").contains(MARK));
    assertEquals(List.of(), unmarked);
  }
}
