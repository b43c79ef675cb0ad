package dev.quire.ooxml;

import dev.quire.engine.ref.A1;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import dev.quire.workbook.CellStyle;
import dev.quire.workbook.Workbook;
import dev.quire.workbook.Worksheet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/// A saved file as Apache POI reads it: a second opinion.
final class PoiView {
  private static final int EDGE = 15;

  /// Others are left out of files, to be calculated by whoever reads them.
  private static final Set<String> OLD_ERRORS =
      Set.of("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A");

  private final byte[] file;
  private final List<String> differences = new ArrayList<>();

  PoiView(byte[] file) {
    this.file = file;
  }

  /// Where it shows something else than a workbook does; empty when all agrees.
  List<String> differences(Workbook book) {
    try (var poi = new XSSFWorkbook(new ByteArrayInputStream(file))) {
      var sheets = new ArrayList<XSSFSheet>();
      poi.forEach(sheet -> sheets.add((XSSFSheet) sheet));
      compare(
          "sheets",
          book.worksheets().stream().map(Worksheet::name).toList(),
          sheets.stream().map(XSSFSheet::getSheetName).toList());
      book.worksheets().forEach(sheet -> cells(book, sheet, poi.getSheet(sheet.name())));
      names(book, poi);
      tables(book, sheets);
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
    return differences;
  }

  private void names(Workbook book, XSSFWorkbook poi) {
    var found = new TreeSet<String>();
    poi.getAllNames()
        .forEach(name -> found.add(name.getNameName() + "=" + name.getRefersToFormula()));
    found.removeIf(name -> name.startsWith("_xlnm"));
    var expected = new TreeSet<String>();
    book.names().forEach(name -> expected.add(name.name() + "=" + book.nameFormula(name)));
    compare("names", expected, found);
  }

  private void tables(Workbook book, List<XSSFSheet> sheets) {
    var found = new TreeSet<String>();
    sheets.forEach(sheet -> sheet.getTables().forEach(table -> found.add(text(table))));
    var expected = new TreeSet<String>();
    book.tables()
        .forEach(
            table -> expected.add(table.name() + A1.print(table.area()) + table.columns().size()));
    compare("tables", expected, found);
  }

  private static String text(XSSFTable table) {
    String area = table.getArea().formatAsString().replace("$", "").replaceFirst(".*!", "");
    return table.getName() + area + table.getColumnCount();
  }

  private void cells(Workbook book, Worksheet sheet, XSSFSheet poi) {
    for (int row = 0; row < EDGE; row++) {
      XSSFRow cells = poi.getRow(row);
      boolean hidden = cells != null && cells.getZeroHeight();
      compare(sheet.name() + " row " + row, sheet.layout().isRowHidden(row), hidden);
      for (int column = 0; column < EDGE; column++) {
        XSSFCell cell = cells == null ? null : cells.getCell(column);
        String there = sheet.name() + "!" + A1.cell(row, column);
        Scalar value = book.value(sheet.key(), row, column);
        if (!(value instanceof ErrorValue error) || OLD_ERRORS.contains(error.word())) {
          compare(there, text(value), text(cell));
        }
        if (cell != null) {
          look(there, book.style(sheet.key(), row, column), cell);
        }
      }
    }
  }

  private void look(String there, CellStyle expected, XSSFCell cell) {
    boolean bold = cell.getCellStyle().getFont().getBold();
    compare(there + " bold", expected.look().font().bold(), bold);
    compare(there + " format", expected.numberFormat(), format(cell));
  }

  /// The format of a cell. Excel shows years with four digits where POI's list of formats without a
  /// code says two.
  private static String format(XSSFCell cell) {
    XSSFCellStyle style = cell.getCellStyle();
    return style.getDataFormat() == 14 ? "m/d/yyyy" : style.getDataFormatString();
  }

  private static String text(Scalar value) {
    return switch (value) {
      case BlankValue _ -> "";
      case NumberValue(double number) -> "n" + number;
      case TextValue(String text) -> text.isEmpty() ? "" : "t" + text;
      case LogicalValue logical -> "b" + logical.truth();
      case ErrorValue error -> "e" + error.word();
    };
  }

  private static String text(@Nullable XSSFCell cell) {
    if (cell == null) {
      return "";
    }
    CellType type =
        cell.getCellType() == CellType.FORMULA
            ? cell.getCachedFormulaResultType()
            : cell.getCellType();
    return switch (type) {
      case NUMERIC -> "n" + cell.getNumericCellValue();
      case STRING -> cell.getStringCellValue().isEmpty() ? "" : "t" + cell.getStringCellValue();
      case BOOLEAN -> "b" + cell.getBooleanCellValue();
      case ERROR -> "e" + FormulaError.forInt(cell.getErrorCellValue()).getString();
      case BLANK, FORMULA, _NONE -> "";
    };
  }

  private void compare(String what, Object expected, Object found) {
    if (!expected.equals(found)) {
      differences.add(what + ": " + found + " instead of " + expected);
    }
  }
}
