package dev.quire.ooxml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.Grid;
import dev.quire.engine.value.NumberValue;
import dev.quire.ooxml.guard.XlsxFault;
import dev.quire.ooxml.guard.XlsxLimits;
import dev.quire.ooxml.zip.ZipArchive;
import dev.quire.ooxml.zip.ZipEntry;
import dev.quire.workbook.Workbook;
import dev.quire.workbook.WorkbookFault;
import dev.quire.workbook.Worksheet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Opens, changes one cell, saves: everything else must be as before, to the byte. A slice of the
/// corpus in each build, all of it with `-Dquire.corpus=all`.
class FidelityTest {
  private static final double MARK = 4711.25;
  private static final int SLICE = 25;

  @TestFactory
  Iterable<DynamicTest> oneCellChangesAndNothingElse() {
    return Corpus.slice(Corpus.table("fidelity.tsv"), SLICE)
        .filter(row -> !row[3].contains("encrypted"))
        .map(row -> DynamicTest.dynamicTest(row[0], () -> check(Corpus.file(row[0]))))
        .toList();
  }

  private static void check(byte[] bytes) {
    XlsxFile file = Books.open(bytes);
    Workbook book = file.workbook();
    assertSame(bytes, file.save(book, Books.NOW).bytes());
    Optional<Worksheet> open =
        book.worksheets().stream().filter(each -> each.protection().isEmpty()).findFirst();
    if (open.isEmpty()) {
      int locked = book.worksheets().getFirst().key();
      assertThrows(
          WorkbookFault.Protected.class, () -> Books.number(book, locked, "XFD1048576", MARK));
      return;
    }
    Worksheet sheet = open.get();
    int row = Math.min(book.usedArea(sheet.key(), false).lastRow() + 2, Grid.ROWS - 1);
    String address = A1.cell(row, 1);
    XlsxFile.Saved saved = file.save(Books.number(book, sheet.key(), address, MARK), Books.NOW);
    assertEquals(List.of(), Lint.introduced(bytes, saved.bytes()));
    assertEquals(touched(saved.report()), differing(bytes, saved.bytes()));
    Workbook again = Books.open(saved.bytes()).workbook();
    int key = again.findWorksheet(sheet.name()).orElseThrow().key();
    assertEquals(new NumberValue(MARK), Books.value(again, key, address));
    readsBack(bytes, saved.bytes(), sheet.name(), Area.cell(row, 1));
  }

  private static Set<String> touched(SaveReport report) {
    var touched = new TreeSet<>(report.rewritten());
    touched.addAll(report.removed());
    return touched;
  }

  private static Set<String> differing(byte[] before, byte[] after) {
    var names = new TreeSet<String>();
    ZipArchive old = ZipArchive.read(ByteBuffer.wrap(before), XlsxLimits.DEFAULT);
    ZipArchive now = ZipArchive.read(ByteBuffer.wrap(after), XlsxLimits.DEFAULT);
    for (ZipEntry each : old.entries()) {
      boolean same =
          now.find(each.name())
              .filter(other -> Arrays.equals(stored(old, each), stored(now, other)))
              .isPresent();
      if (!same) {
        names.add(each.name());
      }
    }
    return names;
  }

  private static byte[] stored(ZipArchive archive, ZipEntry entry) {
    return Arrays.copyOfRange(
        archive.array(), entry.offset(), entry.offset() + entry.storedBytes());
  }

  /// Asks a second reader, unless it could not read the file before either.
  private static void readsBack(byte[] before, byte[] after, String sheet, Area cell) {
    if (!Books.isReadableElsewhere(before)) {
      return;
    }
    try (var poi = new XSSFWorkbook(new ByteArrayInputStream(after))) {
      Row row = poi.getSheet(sheet).getRow(cell.firstRow());
      assertEquals(MARK, row.getCell(cell.firstColumn()).getNumericCellValue());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @TestFactory
  Iterable<DynamicTest> encryptedFilesAreCalledSo() {
    return Corpus.table("fidelity.tsv").stream()
        .filter(row -> row[3].contains("encrypted") && !row[4].contains("without a given password"))
        .map(row ->
            DynamicTest.dynamicTest(
                row[0],
                () ->
                    assertThrows(XlsxFault.Encrypted.class, () -> Books.open(Corpus.file(row[0])))))
        .toList();
  }

  @TestFactory
  Iterable<DynamicTest> everyWorkbookOfTheTruthOpens() {
    return Corpus.tests(
        Corpus.table("truth.tsv").stream().map(row -> row[0]).toList(),
        SLICE,
        bytes -> assertTrue(!Books.open(bytes).workbook().worksheets().isEmpty()));
  }
}
