package dev.quire.conformance.wire;

import dev.quire.conformance.fixture.CommentedBook;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.DataConsolidateFunction;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// A workbook in which the examples of the documentation find what they speak of, with the values
/// that they show.
final class ExampleBook {
  private static final Object[][] FRUIT = {
    {"Region", "Fruit", "Amount"},
    {"west", "apple", 3},
    {"west", "pear", 5},
    {"east", "fig", 2},
    {"east", "kiwi", 8},
    {"north", "plum", 1},
    {"north", "lime", 6}
  };
  private static final Object[][] WEATHER = {
    {"Date", "High (F)", "Low (F)"},
    {42019, 53, 34},
    {42020, 45, 39},
    {42021, 50, 31},
    {42022, 43, 39},
    {42023, 45, 41},
    {42024, 52, 40}
  };
  private static final Object[][] STATION = {
    {"Station", "Oslo", "Rome"},
    {"Humidity", "61", "48"},
    {"Temperature", "28.3", "31"},
    {"Wind", "4", "2"},
    {"Rain", "0", "0"}
  };

  private ExampleBook() {}

  /// The workbook for an example; some show all that there is, so they have one of their own.
  static byte[] bytes(String example) {
    return switch (example.substring(example.indexOf(' ') + 1)) {
      case "List worksheets part of the workbook#3" -> sheets("Sheet1", "Sheet57664");
      case "Get a new worksheet#5" -> sheets("Sheet1", "b", "c", "d", "e", "Sheet32243");
      case "Update worksheet properties#7" -> sheets("Sheet1", "SheetA", "c", "d");
      case "Named items#29" -> names();
      case "get_comments" -> commented("This is text of comment.");
      case "get_workbookcomment" -> commented("This is my comment.");
      case "get_workbookcommentreply" -> commented("Well?", "This is text of comment.");
      case "create_workbookcommentreply_from_workbookcomment" -> commented("Well?");
      case "get_replies" ->
          commented(
              "Well?", "This is the first piece of reply.", "This is the second piece of reply.");
      default -> usual();
    };
  }

  private static byte[] sheets(String... names) {
    try (var book = new XSSFWorkbook()) {
      for (String name : names) {
        book.createSheet(name);
      }
      return written(book);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static byte[] commented(String... texts) {
    try (var book = new XSSFWorkbook()) {
      CommentedBook.thread(book.createSheet("Sheet1"), "A1", List.of(texts));
      return written(book);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static byte[] names() {
    try (var book = new XSSFWorkbook()) {
      book.createSheet("Range");
      String[][] names = {
        {"data", "$A$1:$D$3"}, {"myrange", "$E$1:$F$7"}, {"range1", "$I$1:$M$11"}
      };
      for (String[] each : names) {
        var name = book.createName();
        name.setNameName(each[0]);
        name.setRefersToFormula("Range!" + each[1]);
      }
      return written(book);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static byte[] written(XSSFWorkbook book) throws IOException {
    var out = new ByteArrayOutputStream();
    book.write(out);
    return out.toByteArray();
  }

  private static byte[] usual() {
    try (var book = new XSSFWorkbook()) {
      XSSFSheet sheet = book.createSheet("Sheet1");
      fill(sheet, 0, 0, FRUIT);
      table(sheet, "A1:C7", "Table1");
      fill(sheet, 0, 4, STATION);
      XSSFSheet second = book.createSheet("Sheet2");
      for (int row = 0; row < 5; row++) {
        fill(second, row, 0, new Object[][] {{row * 10 + 10, row * 10 + 10}});
      }
      XSSFSheet weather = book.createSheet("SheetA");
      fill(weather, 0, 0, WEATHER);
      table(weather, "A1:C7", "Weather");
      book.createSheet("test");
      book.createSheet("Range");
      var everything = book.createName();
      everything.setNameName("Everything");
      everything.setRefersToFormula("Sheet1!$A$1:$C$7");
      hidden(book);
      XSSFSheet range = book.getSheet("Range");
      fill(range, 0, 0, FRUIT);
      table(range, "A1:C8", "Totals");
      range.getTables().getFirst().getCTTable().setTotalsRowCount(1);
      range.getTables().getFirst().getCTTable().getAutoFilter().setRef("A1:C7");
      var area = new AreaReference("A1:C7", SpreadsheetVersion.EXCEL2007);
      var pivot = sheet.createPivotTable(area, new CellReference("A20"), sheet);
      pivot.addRowLabel(0);
      pivot.addColumnLabel(DataConsolidateFunction.SUM, 2);
      pivot.getCTPivotTableDefinition().setName("PivotTable1");
      pivot
          .getCTPivotTableDefinition()
          .getPivotFields()
          .getPivotFieldList()
          .forEach(each -> each.setShowAll(false));
      return written(book);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /// The name `Hidden`, of a cell whose formula is not shown once the sheet is protected.
  private static void hidden(XSSFWorkbook book) {
    var style = book.createCellStyle();
    style.setHidden(true);
    style.setLocked(true);
    book.getSheet("Sheet2").getRow(0).createCell(5).setCellStyle(style);
    var name = book.createName();
    name.setNameName("Hidden");
    name.setRefersToFormula("Sheet2!$F$1");
  }

  private static void table(XSSFSheet sheet, String area, String name) {
    var table = sheet.createTable(new AreaReference(area, SpreadsheetVersion.EXCEL2007));
    table.setName(name);
    table.setDisplayName(name);
    table.getCTTable().addNewAutoFilter().setRef(area);
  }

  private static void fill(XSSFSheet sheet, int top, int left, Object[][] cells) {
    for (int row = 0; row < cells.length; row++) {
      var line =
          sheet.getRow(top + row) == null ? sheet.createRow(top + row) : sheet.getRow(top + row);
      for (int column = 0; column < cells[row].length; column++) {
        var cell = line.createCell(left + column);
        switch (cells[row][column]) {
          case String text -> cell.setCellValue(text);
          case Number number -> cell.setCellValue(number.doubleValue());
          default -> throw new IllegalStateException();
        }
      }
    }
  }
}
