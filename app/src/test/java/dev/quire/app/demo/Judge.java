package dev.quire.app.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// Calculates formulas with Apache POI and compares with the values that were written.
final class Judge {
  /// Less than that is rounding, for numbers around one; more for greater ones.
  private static final double ROUNDING = 1e-9;

  private final FormulaEvaluator evaluator;

  Judge(XSSFWorkbook book) {
    evaluator = book.getCreationHelper().createFormulaEvaluator();
  }

  /// Judges all formulas of a sheet.
  ///
  /// @return how many there are
  int judge(Sheet sheet) {
    var count = 0;
    for (var row : sheet) {
      for (var cell : row) {
        if (cell.getCellType() == CellType.FORMULA) {
          judge(cell);
          count++;
        }
      }
    }
    return count;
  }

  void judge(Cell cell) {
    var where =
        cell.getSheet().getSheetName() + "!" + cell.getAddress() + " =" + cell.getCellFormula();
    var calculated = evaluator.evaluate(cell);
    assertEquals(cell.getCachedFormulaResultType(), calculated.getCellType(), where);
    switch (calculated.getCellType()) {
      case NUMERIC -> sameNumber(cell, calculated, where);
      case STRING -> assertEquals(cell.getStringCellValue(), calculated.getStringValue(), where);
      default -> throw new AssertionError(where + " comes to " + calculated.formatAsString());
    }
  }

  private static void sameNumber(Cell cell, CellValue calculated, String where) {
    var written = cell.getNumericCellValue();
    var tolerance = ROUNDING * Math.max(1, Math.abs(written));
    assertEquals(calculated.getNumberValue(), written, tolerance, where);
  }
}
