package dev.quire.ooxml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import dev.quire.workbook.DeleteShift;
import dev.quire.workbook.Edit;
import dev.quire.workbook.InsertShift;
import dev.quire.workbook.Workbook;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFDataValidationHelper;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/// Cells come and go, the file is saved and read by another reader.
class MovedCellsTest {
  private static final byte[] FILTERED =
      new TestPackage()
          .sheetPart(
              "Data",
              """
              <worksheet xmlns="%s"><sheetData><row r="3"><c r="A3"><v>1</v></c></row></sheetData>\
              <autoFilter ref="A3:C9"><filterColumn colId="0"><filters><filter val="1"/></filters>\
              </filterColumn></autoFilter></worksheet>\
              """
                  .formatted(TestPackage.MAIN))
          .bytes();

  private static Workbook insert(Workbook book, String area, InsertShift shift) {
    return Books.apply(book, new Edit.InsertCells(0, A1.parse(area).orElseThrow(), shift));
  }

  private static Workbook delete(Workbook book, String area, DeleteShift shift) {
    return Books.apply(book, new Edit.DeleteCells(0, A1.parse(area).orElseThrow(), shift));
  }

  private static XSSFWorkbook poi(byte[] bytes) {
    try {
      return new XSSFWorkbook(new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /// One of everything that the other reader can make.
  private static byte[] rich() {
    try (var book = new XSSFWorkbook();
        var out = new ByteArrayOutputStream()) {
      XSSFSheet sheet = book.createSheet("Data");
      for (int row = 0; row < 12; row++) {
        for (int column = 0; column < 6; column++) {
          sheet.createRow(row);
        }
      }
      for (int row = 0; row < 12; row++) {
        for (int column = 0; column < 6; column++) {
          sheet.getRow(row).createCell(column).setCellValue(row * 10 + column);
        }
      }
      sheet.getRow(7).getCell(5).setCellFormula("SUM(A1:A6)+B7");
      sheet.setColumnWidth(2, 5000);
      sheet.addMergedRegion(CellRangeAddress.valueOf("H5:I6"));
      var formatting = sheet.getSheetConditionalFormatting();
      formatting.addConditionalFormatting(
          new CellRangeAddress[] {CellRangeAddress.valueOf("A2:A8")},
          formatting.createConditionalFormattingRule("A2>$B$6"));
      var helper = new XSSFDataValidationHelper(sheet);
      sheet.addValidationData(
          helper.createValidation(
              helper.createFormulaListConstraint("$D$5:$D$8"),
              new CellRangeAddressList(4, 8, 2, 2)));
      XSSFHyperlink link = book.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
      link.setAddress("Data!A9");
      sheet.getRow(6).getCell(3).setHyperlink(link);
      XSSFDrawing drawing = sheet.createDrawingPatriarch();
      XSSFComment comment = drawing.createCellComment(drawing.createAnchor(0, 0, 0, 0, 3, 6, 5, 9));
      comment.setString("note");
      sheet.getRow(6).getCell(1).setCellComment(comment);
      ClientAnchor anchor = drawing.createAnchor(0, 0, 9, 9, 2, 4, 4, 8);
      drawing.createSimpleShape((XSSFClientAnchor) anchor);
      var name = book.createName();
      name.setNameName("All");
      name.setRefersToFormula("Data!$A$1:$C$9");
      book.setPrintArea(0, "$A$1:$F$12");
      sheet.setRepeatingRows(CellRangeAddress.valueOf("1:3"));
      sheet.createFreezePane(0, 5);
      sheet.setRowBreak(8);
      XSSFTable table = sheet.createTable(new AreaReference("K1:L4", SpreadsheetVersion.EXCEL2007));
      table.setName("T");
      table.setDisplayName("T");
      XSSFSheet other = book.createSheet("Other");
      other.createRow(0).createCell(0).setCellFormula("Data!A7*2");
      book.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void insertedRowsAreSeenByAnotherReader() {
    byte[] saved = Books.save(rich(), book -> insert(book, "4:5", InsertShift.DOWN));
    XSSFWorkbook book = poi(saved);
    XSSFSheet sheet = book.getSheet("Data");
    assertEquals(30, sheet.getRow(5).getCell(0).getNumericCellValue());
    assertEquals("SUM(A1:A8)+B9", sheet.getRow(9).getCell(5).getCellFormula());
    assertEquals("Data!A9*2", book.getSheet("Other").getRow(0).getCell(0).getCellFormula());
    assertEquals("H7:I8", sheet.getMergedRegion(0).formatAsString());
    var format = sheet.getSheetConditionalFormatting().getConditionalFormattingAt(0);
    assertEquals("A2:A10", format.getFormattingRanges()[0].formatAsString());
    assertEquals("A2>$B$8", format.getRule(0).getFormula1());
    var validation = sheet.getDataValidations().getFirst();
    assertEquals("C7:C11", validation.getRegions().getCellRangeAddress(0).formatAsString());
    assertEquals("$D$7:$D$10", validation.getValidationConstraint().getFormula1());
    assertEquals("Data!A11", sheet.getHyperlink(new CellAddress("D9")).getAddress());
    assertEquals("note", sheet.getCellComment(new CellAddress("B9")).getString().getString());
    assertEquals("Data!$A$1:$C$11", book.getName("All").getRefersToFormula());
    assertEquals("Data!$A$1:$F$14", book.getPrintArea(0));
    assertEquals(7, sheet.getPaneInformation().getHorizontalSplitPosition());
    assertEquals(10, sheet.getRowBreaks()[0]);
    assertEquals("K1:L6", sheet.getTables().getFirst().getCellReferences().formatAsString());
    var shape = sheet.getDrawingPatriarch().getShapes().getFirst();
    var anchor = (XSSFClientAnchor) shape.getAnchor();
    assertEquals(6, anchor.getRow1());
    assertEquals(10, anchor.getRow2());
  }

  @Test
  void deletedColumnsAreSeenByAnotherReader() {
    byte[] saved = Books.save(rich(), book -> delete(book, "B:B", DeleteShift.LEFT));
    XSSFWorkbook book = poi(saved);
    XSSFSheet sheet = book.getSheet("Data");
    assertEquals(2, sheet.getRow(0).getCell(1).getNumericCellValue());
    assertEquals("SUM(A1:A6)+#REF!", sheet.getRow(7).getCell(4).getCellFormula());
    assertEquals("G5:H6", sheet.getMergedRegion(0).formatAsString());
    assertEquals(5000, sheet.getColumnWidth(1));
    assertEquals("Data!$A$1:$B$9", book.getName("All").getRefersToFormula());
    assertEquals("J1:K4", sheet.getTables().getFirst().getCellReferences().formatAsString());
    assertEquals(0, sheet.getCellComments().size());
  }

  @Test
  void aTableGetsAndLosesColumns() {
    byte[] saved = Books.save(rich(), book -> insert(book, "L:M", InsertShift.RIGHT));
    XSSFTable table = poi(saved).getSheet("Data").getTables().getFirst();
    assertEquals("K1:N4", table.getCellReferences().formatAsString());
    assertEquals(4, table.getColumns().size());
    assertEquals(2, Books.open(saved).workbook().tables().getFirst().columns().get(1).id() - 1);
    byte[] again = Books.save(saved, book -> delete(book, "K:L", DeleteShift.LEFT));
    assertEquals(
        "K1:L4",
        poi(again).getSheet("Data").getTables().getFirst().getCellReferences().formatAsString());
    byte[] gone = Books.save(again, book -> delete(book, "J:L", DeleteShift.LEFT));
    assertEquals(0, poi(gone).getSheet("Data").getTables().size());
    assertFalse(Parts.of(gone).keySet().stream().anyMatch(part -> part.contains("tables/")));
  }

  @Test
  void cellsOfSomeColumnsMoveBetweenRows() {
    byte[] saved = Books.save(rich(), book -> insert(book, "B3:C4", InsertShift.DOWN));
    XSSFSheet sheet = poi(saved).getSheet("Data");
    assertEquals(20, sheet.getRow(2).getCell(0).getNumericCellValue());
    assertEquals(21, sheet.getRow(4).getCell(1).getNumericCellValue());
    assertEquals(112, sheet.getRow(13).getCell(2).getNumericCellValue());
    byte[] again = Books.save(saved, book -> delete(book, "A1:A2", DeleteShift.UP));
    assertEquals(20, poi(again).getSheet("Data").getRow(0).getCell(0).getNumericCellValue());
    byte[] left = Books.save(again, book -> delete(book, "A9:A9", DeleteShift.LEFT));
    assertEquals(61, poi(left).getSheet("Data").getRow(8).getCell(0).getNumericCellValue());
  }

  @Test
  void manyMovesBetweenTwoSavesGoTogetherWithOtherEdits() {
    byte[] saved =
        Books.save(
            rich(),
            book -> {
              Workbook now = insert(book, "2:2", InsertShift.DOWN);
              now = Books.number(now, 0, "A2", 4711);
              now = delete(now, "B:B", DeleteShift.LEFT);
              now = insert(now, "1:3", InsertShift.DOWN);
              now = Books.rename(now, 0, "My Data");
              now = delete(now, "2:2", DeleteShift.UP);
              return Books.text(now, 1, "C3", "new");
            });
    XSSFWorkbook book = poi(saved);
    XSSFSheet sheet = book.getSheet("My Data");
    assertEquals(0, sheet.getRow(2).getCell(0).getNumericCellValue());
    assertEquals(4711, sheet.getRow(3).getCell(0).getNumericCellValue());
    assertEquals(10, sheet.getRow(4).getCell(0).getNumericCellValue());
    assertEquals("'My Data'!A10*2", book.getSheet("Other").getRow(0).getCell(0).getCellFormula());
    assertEquals("'My Data'!$A$3:$B$12", book.getName("All").getRefersToFormula());
  }

  @Test
  void sheetsThatNothingRefersFromKeepTheirBytes() {
    byte[] before =
        new TestPackage()
            .sheet("Data", "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")
            .sheet("Other", "<row r=\"1\"><c r=\"A1\"><f>B1</f><v>0</v></c></row>")
            .bytes();
    XlsxFile file = Books.open(before);
    var saved = file.save(insert(file.workbook(), "1:1", InsertShift.DOWN), Books.NOW);
    assertEquals(List.of("xl/worksheets/sheet1.xml"), saved.report().rewritten());
    assertTrue(
        Parts.text(saved.bytes(), "xl/worksheets/sheet1.xml")
            .contains("<row r=\"2\"><c r=\"A2\"><v>1</v></c></row>"));
  }

  @Test
  void filterGoesWithItsHeaderAndStaysWithoutARowOfItsOwn() {
    assertEquals(List.of(), filtered("3:3"));
    assertEquals(List.of(A1.parse("A3:C8").orElseThrow()), filtered("2:2"));
    assertEquals(List.of(A1.parse("A4:C8").orElseThrow()), filtered("5:5"));
    assertEquals(List.of(A1.parse("A4:C8").orElseThrow()), filtered("4:4"));
    assertEquals(List.of(), filtered("4:9"));
  }

  @Test
  void filterTakesInARowThatComesRightBelowItsHeader() {
    XlsxFile file = Books.open(FILTERED);
    Workbook book = insert(file.workbook(), "4:4", InsertShift.DOWN);
    assertEquals(List.of(A1.parse("A4:C10").orElseThrow()), filtered(file, book));
  }

  /// What is filtered when rows have gone.
  private static List<Area> filtered(String rows) {
    XlsxFile file = Books.open(FILTERED);
    return filtered(file, delete(file.workbook(), rows, DeleteShift.UP));
  }

  /// What is filtered in a workbook, and when its file is read again.
  private static List<Area> filtered(XlsxFile file, Workbook book) {
    Workbook again = Books.open(file.save(book, Books.NOW).bytes()).workbook();
    List<Area> filtered = book.worksheets().getFirst().regions().filtered();
    assertEquals(filtered, again.worksheets().getFirst().regions().filtered());
    return filtered;
  }
}
