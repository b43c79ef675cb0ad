package dev.quire.conformance.drive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.Corpus;
import dev.quire.conformance.fixture.RichBook;
import dev.quire.conformance.fixture.User;
import dev.quire.conformance.fixture.WorkbookServer;
import dev.quire.testbed.Office;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// What was changed over the API is read by LibreOffice, where it is installed.
final class OtherReaderTest {
  private static final int SLICE = 8;
  private static final int LARGE_ROWS = 60_000;
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

  /// Most of the sheet keeps its compressed bytes, and blocks that say nothing lead to them.
  @Test
  void officeReadsLargeSheetOfWhichAFewCellsChanged() throws IOException, InterruptedException {
    Office office = office();
    byte[] large = large();
    BookFile book = SERVER.book("large.xlsx", large);
    var session = ann.opens(book).persistent();
    session
        .send(Ask.patch(first(book) + "/range(address='B30000')", "{\"values\":" + MARK + "}"))
        .is(200);
    session.close().is(204);
    byte[] saved = book.content().get();
    assertTrue(sharesMost(large, saved), "the sheet was compressed anew");
    assertMarked(office, Map.of("large", saved));
  }

  private static byte[] large() throws IOException {
    var random = new Random(5);
    var out = new ByteArrayOutputStream();
    try (var book = new SXSSFWorkbook(100)) {
      var sheet = book.createSheet("Large");
      for (int row = 0; row < LARGE_ROWS; row++) {
        var cells = sheet.createRow(row);
        for (int column = 0; column < 4; column++) {
          cells.createCell(column).setCellValue(random.nextDouble());
        }
      }
      book.write(out);
    }
    return out.toByteArray();
  }

  private static boolean sharesMost(byte[] before, byte[] after) {
    String now = new String(after, StandardCharsets.ISO_8859_1);
    return IntStream.of(1, 3)
        .map(quarter -> before.length / 4 * quarter)
        .mapToObj(at -> new String(before, at, 64, StandardCharsets.ISO_8859_1))
        .anyMatch(now::contains);
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
