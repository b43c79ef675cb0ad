package dev.quire.bench.filing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// What Apache POI sees in a workbook file.
///
/// @param values the numbers on its first sheet
/// @param sheets the names of its worksheets
public record Found(Map<Cell, Integer> values, Set<String> sheets) {
  /// @throws IOException when it is no workbook
  public static Found in(byte[] file) throws IOException {
    var values = new HashMap<Cell, Integer>();
    var names = new HashSet<String>();
    try (var book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
      book.forEach(sheet -> names.add(sheet.getSheetName()));
      for (var row : book.getSheet("Sheet1")) {
        for (var cell : row) {
          if (cell.getCellType() == CellType.NUMERIC) {
            values.put(
                new Cell(cell.getRowIndex(), cell.getColumnIndex()),
                (int) cell.getNumericCellValue());
          }
        }
      }
      return new Found(values, names);
    } catch (RuntimeException damaged) {
      throw new IOException(damaged);
    }
  }
}
