package dev.quire.app.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFTableColumn;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// What holds for the header rows of every demo book.
final class Headers {
  private Headers() {}

  /// Every sheet has a frozen header with text; header cells of tables say what their columns are
  /// called.
  static void check(XSSFWorkbook book) {
    for (var i = 0; i < book.getNumberOfSheets(); i++) {
      var sheet = book.getSheetAt(i);
      frozen(sheet);
      for (var table : sheet.getTables()) {
        var columns = table.getColumns().stream().map(XSSFTableColumn::getName).toList();
        assertEquals(header(table), columns, table.getName());
      }
    }
  }

  private static void frozen(XSSFSheet sheet) {
    var pane = sheet.getPaneInformation();
    assertTrue(pane.isFreezePane(), sheet.getSheetName());
    var header = sheet.getRow(pane.getHorizontalSplitPosition() - 1);
    assertEquals(CellType.STRING, header.getCell(0).getCellType(), sheet.getSheetName());
  }

  private static List<String> header(XSSFTable table) {
    var row = table.getXSSFSheet().getRow(table.getStartRowIndex());
    return IntStream.rangeClosed(table.getStartColIndex(), table.getEndColIndex())
        .mapToObj(column -> row.getCell(column).getStringCellValue())
        .toList();
  }
}
