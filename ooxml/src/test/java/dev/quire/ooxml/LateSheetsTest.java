package dev.quire.ooxml;

import static dev.quire.ooxml.Books.number;
import static dev.quire.ooxml.Books.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.engine.ref.Area;
import dev.quire.engine.value.NumberValue;
import dev.quire.ooxml.guard.XlsxFault;
import dev.quire.ooxml.guard.XlsxLimits;
import dev.quire.workbook.SheetReading;
import dev.quire.workbook.Workbook;
import dev.quire.workbook.WorkbookFault;
import dev.quire.workbook.Worksheet;
import dev.quire.workbook.WorksheetKeys;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Sheets that are read when somebody asks for them.
class LateSheetsTest {
  private static final SheetReading LATE = new SheetReading(Runnable::run, 1, 0);
  private static final String DAMAGED = "<row r=\"1\"><c r=\"A1\"><v>one</v></c></row>";

  private static XlsxFile late(byte[] bytes, SheetReading how) {
    return XlsxFile.open(
        bytes, Optional.empty(), XlsxLimits.DEFAULT, Books.ENVIRONMENT, WorksheetKeys.FRESH, how);
  }

  private static Workbook late(TestPackage file) {
    return late(file.bytes(), LATE).workbook();
  }

  private static String cell(String content) {
    return "<row r=\"1\"><c r=\"A1\">" + content + "</c></row>";
  }

  @Test
  void sheetIsReadWithoutTheOthers() {
    Workbook book =
        late(new TestPackage().sheet("Good", cell("<v>5</v>")).sheet("Damaged", DAMAGED));
    assertEquals(List.of("Good", "Damaged"), book.tabs().stream().map(tab -> tab.name()).toList());
    assertEquals(new NumberValue(5), value(book, 0, "A1"));
  }

  @Test
  void damageIsToldWithItsPartEachTimeTheSheetIsAskedFor() {
    Workbook book =
        late(new TestPackage().sheet("Good", cell("<v>5</v>")).sheet("Damaged", DAMAGED));
    for (int time = 0; time < 2; time++) {
      var fault = assertThrows(WorkbookFault.Unreadable.class, () -> value(book, 1, "A1"));
      assertTrue(String.valueOf(fault.getMessage()).startsWith("xl/worksheets/sheet2.xml, byte "));
    }
    assertEquals(new NumberValue(5), value(book, 0, "A1"));
  }

  @Test
  void nothingIsWrittenIntoAWorkbookOfWhichASheetIsDamaged() {
    Workbook book =
        late(new TestPackage().sheet("Good", cell("<v>5</v>")).sheet("Damaged", DAMAGED));
    assertThrows(WorkbookFault.Unreadable.class, () -> number(book, 0, "A1", 6));
  }

  @Test
  void damageIsAFaultOfTheFileWhenSheetsAreReadAtOnce() {
    byte[] file = new TestPackage().sheet("Damaged", DAMAGED).bytes();
    assertThrows(XlsxFault.Damaged.class, () -> late(file, SheetReading.AT_ONCE));
  }

  @Test
  void valuesThatComeFromAnotherSheetAreThoseOfTheFileWhenThatIsToBeTrusted() {
    Workbook book =
        late(
            new TestPackage()
                .sheet("One", cell("<f>Two!A1+1</f><v>41</v>"))
                .sheet("Two", cell("<f>1+1</f><v>2</v>"))
                .sheet("Damaged", DAMAGED));
    assertEquals(new NumberValue(41), value(book, 0, "A1"));
  }

  @Test
  void whatHangsOnAVolatileCellOfASheetNobodyAskedForIsCalculated() {
    Workbook book =
        late(
            new TestPackage()
                .sheet("One", cell("<f>Two!A1+1</f><v>41</v>"))
                .sheet("Two", cell("<f>Three!A1</f><v>2</v>"))
                .sheet("Three", cell("<f>YEAR(TODAY())</f><v>2</v>")));
    assertEquals(new NumberValue(2027), value(book, 0, "A1"));
  }

  @Test
  void whatHangsOnACellWithoutAResultOverANameIsCalculated() {
    Workbook book =
        late(
            new TestPackage()
                .sheet("One", cell("<f>Other+1</f><v>41</v>"))
                .sheet("Two", cell("<f>6*7</f>"))
                .after(
                    "<definedNames><definedName name=\"Other\">Two!$A$1</definedName></definedNames>"));
    assertEquals(new NumberValue(43), value(book, 0, "A1"));
  }

  @Test
  void writtenCellReachesTheFormulasOfSheetsThatNobodyRead() {
    Workbook book =
        late(
            new TestPackage()
                .sheet("One", cell("<v>1</v>"))
                .sheet("Two", cell("<f>One!A1*10</f><v>10</v>")));
    assertEquals(new NumberValue(50), value(number(book, 0, "A1", 5), 1, "A1"));
  }

  @Test
  void unchangedWorkbookIsSavedWithoutReadingASheet() {
    byte[] bytes =
        new TestPackage().sheet("Good", cell("<v>5</v>")).sheet("Damaged", DAMAGED).bytes();
    XlsxFile file = late(bytes, LATE);
    assertEquals(bytes, file.save(file.workbook(), Books.NOW).bytes());
  }

  @TestFactory
  Iterable<DynamicTest> sheetsShowTheSameInWhateverOrderTheyAreRead() {
    return Corpus.table("fidelity.tsv").stream()
        .map(row -> DynamicTest.dynamicTest(row[0], () -> check(Corpus.file(row[0]))))
        .toList();
  }

  private static void check(byte[] bytes) {
    Workbook expected;
    try {
      expected = Books.open(bytes).workbook();
    } catch (XlsxFault refused) {
      return;
    }
    try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
      Workbook book = late(bytes, new SheetReading(workers, 2, 0)).workbook();
      assertEquals(expected.tabs(), book.tabs());
      var order = new ArrayList<>(expected.worksheets());
      Collections.shuffle(order, new Random(1));
      order.forEach(sheet -> assertSame(expected, book, sheet));
      assertEquals(expected.worksheets().size(), book.worksheets().size());
      order.forEach(sheet -> assertSame(expected, book, sheet));
    }
  }

  private static void assertSame(Workbook expected, Workbook book, Worksheet sheet) {
    int key = sheet.key();
    Area used = expected.usedArea(key, false);
    assertEquals(used, book.usedArea(key, false), sheet.name());
    // As texts: compiled formulas are equal to nothing but themselves.
    assertEquals(
        sheet.regions().toString(), book.worksheet(key).orElseThrow().regions().toString());
    int lastRow = Math.min(used.lastRow(), 300);
    int lastColumn = Math.min(used.lastColumn(), 50);
    for (int row = used.firstRow(); row <= lastRow; row++) {
      assertEquals(sheet.layout().isRowHidden(row), book.layout(key).isRowHidden(row));
      for (int column = used.firstColumn(); column <= lastColumn; column++) {
        assertEquals(expected.value(key, row, column), book.value(key, row, column));
        assertEquals(
            expected.formulaForFile(key, row, column), book.formulaForFile(key, row, column));
        assertEquals(expected.text(key, row, column), book.text(key, row, column));
      }
    }
  }
}
