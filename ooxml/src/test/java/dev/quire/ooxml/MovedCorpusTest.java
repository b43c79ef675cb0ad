package dev.quire.ooxml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.Grid;
import dev.quire.engine.value.Scalar;
import dev.quire.workbook.DeleteShift;
import dev.quire.workbook.Edit;
import dev.quire.workbook.InsertShift;
import dev.quire.workbook.Workbook;
import dev.quire.workbook.WorkbookFault;
import dev.quire.workbook.Worksheet;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Rows and columns come and go in workbooks of other projects: what is saved says the same as what
/// was in memory, breaks no rule that it did not break before, and opens elsewhere if it did. A
/// slice of the corpus in each build, all of it with `-Dquire.corpus=all`.
class MovedCorpusTest {
  private static final int SLICE = 15;

  @TestFactory
  Iterable<DynamicTest> whatMovesIsSavedAsItIs() {
    return tests(
        Corpus.table("fidelity.tsv").stream()
            .filter(row -> !row[3].contains("encrypted"))
            .map(row -> row[0])
            .toList());
  }

  @TestFactory
  Iterable<DynamicTest> alsoInBooksFullOfFormulas() {
    return tests(Corpus.table("truth.tsv").stream().map(row -> row[0]).toList());
  }

  private static Iterable<DynamicTest> tests(List<String> files) {
    return Corpus.tests(files, SLICE, MovedCorpusTest::check);
  }

  private static void check(byte[] bytes) {
    XlsxFile file = Books.open(bytes);
    Workbook book = file.workbook();
    Worksheet sheet = book.worksheets().getFirst();
    Area used = book.usedArea(sheet.key(), true);
    int row = (used.firstRow() + used.lastRow()) / 2;
    int column = (used.firstColumn() + used.lastColumn()) / 2;
    var rows = new Area(row, 0, row, Grid.COLUMNS - 1);
    var columns = new Area(0, column, Grid.ROWS - 1, column);
    book = tried(book, new Edit.InsertCells(sheet.key(), rows, InsertShift.DOWN));
    book = tried(book, new Edit.InsertCells(sheet.key(), columns, InsertShift.RIGHT));
    var gone = new Area(used.firstRow(), 0, used.firstRow(), Grid.COLUMNS - 1);
    book = tried(book, new Edit.DeleteCells(sheet.key(), gone, DeleteShift.UP));
    byte[] saved = file.save(book, Books.NOW).bytes();
    assertEquals(List.of(), Lint.introduced(bytes, saved));
    Workbook again = Books.open(saved).workbook();
    for (Worksheet each : book.worksheets()) {
      compare(book, each, again);
    }
    assertTrue(
        !Books.isReadableElsewhere(bytes) || Books.isReadableElsewhere(saved),
        "another reader refuses it now");
  }

  private static Workbook tried(Workbook book, Edit edit) {
    try {
      return Books.apply(book, edit);
    } catch (WorkbookFault refused) {
      return book;
    }
  }

  private static void compare(Workbook book, Worksheet sheet, Workbook again) {
    int key = again.findWorksheet(sheet.name()).orElseThrow().key();
    assertEquals(sheet.regions(), again.worksheet(key).orElseThrow().regions());
    assertEquals(book.usedArea(sheet.key(), true), again.usedArea(key, true));
    book.cells(sheet.key())
        .visit(
            Area.SHEET,
            (row, column, value) -> {
              String where = sheet.name() + "!" + A1.cell(row, column);
              Scalar now = again.value(key, row, column);
              boolean computed = book.cells(sheet.key()).formula(row, column).isPresent();
              if (!computed) {
                assertEquals(value, now, where);
              }
              assertEquals(
                  book.formulaForFile(sheet.key(), row, column),
                  again.formulaForFile(key, row, column),
                  where);
              assertEquals(
                  book.style(sheet.key(), row, column), again.style(key, row, column), where);
              return true;
            });
  }
}
