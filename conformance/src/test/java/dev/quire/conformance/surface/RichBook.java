package dev.quire.conformance.surface;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// A workbook with something of everything that is read: the sheet `It's` with the table `Sales` in
/// A1:C5 (`Item`, `Amount`, `Price`), the names `Everything` (the whole table) and `Rate` (0.2),
/// and a formula below.
final class RichBook {
  static final String SHEET = "It's";

  private RichBook() {}

  static byte[] bytes() {
    try (var book = new XSSFWorkbook()) {
      XSSFSheet sheet = book.createSheet(SHEET);
      fill(sheet);
      var area = new AreaReference(new CellReference("A1"), new CellReference("C5"), null);
      var table = sheet.createTable(area);
      table.setName("Sales");
      table.setDisplayName("Sales");
      table.getCTTable().addNewAutoFilter().setRef("A1:C5");
      table.getCTTable().addNewTableStyleInfo().setName("TableStyleMedium2");
      table.getCTTable().getTableStyleInfo().setShowRowStripes(true);
      var everything = book.createName();
      everything.setNameName("Everything");
      everything.setRefersToFormula("'It''s'!$A$1:$C$5");
      var rate = book.createName();
      rate.setNameName("Rate");
      rate.setRefersToFormula("0.2");
      book.createSheet("Other");
      book.getCreationHelper().createFormulaEvaluator().evaluateAll();
      var out = new ByteArrayOutputStream();
      book.write(out);
      return out.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static void fill(XSSFSheet sheet) {
    Object[][] cells = {
      {"Item", "Amount", "Price"},
      {"pear", 3, 1.5},
      {"fig", 10, 0.25},
      {"apple", 7, 2},
      {"kiwi", 1, 0.5}
    };
    for (int row = 0; row < cells.length; row++) {
      var line = sheet.createRow(row);
      for (int column = 0; column < cells[row].length; column++) {
        switch (cells[row][column]) {
          case String text -> line.createCell(column).setCellValue(text);
          case Number number -> line.createCell(column).setCellValue(number.doubleValue());
          default -> throw new IllegalStateException();
        }
      }
    }
    sheet.createRow(6).createCell(1).setCellFormula("SUM(B2:B5)");
  }
}
