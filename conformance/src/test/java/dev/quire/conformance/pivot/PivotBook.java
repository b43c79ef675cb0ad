package dev.quire.conformance.pivot;

import dev.quire.conformance.fixture.Parts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.DataConsolidateFunction;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFPivotTable;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// A workbook with sales by region and product on `Sales`, and on `Report` two pivot tables of
/// them, as another library makes them: without cells, to be worked out when they are refreshed.
final class PivotBook {
  static final Object[][] SALES = {
    {"Region", "Product", "Units", "Price"},
    {"North", "Tea", 3, 1.5},
    {"South", "Tea", 5, 1.25},
    {"North", "Coffee", 2, 4},
    {"South", "Milk", 7, 0.5},
    {"North", "Tea", 4, 1.75}
  };

  private static final String GROUPS =
      """
      <fieldGroup base="2"><rangePr %s startNum="2" endNum="7"/><groupItems count="4">\
      <s v="&lt;2"/><s v="2-4"/><s v="5-7"/><s v="&gt;8"/></groupItems></fieldGroup>\
      """;

  private PivotBook() {}

  /// The same with a third pivot table in K3, `By units`, whose units are put into groups.
  ///
  /// @param by attributes that say how
  static byte[] grouped(String by) {
    try (var book = new XSSFWorkbook(new ByteArrayInputStream(bytes()))) {
      var source = new AreaReference("A1:D6", SpreadsheetVersion.EXCEL2007);
      XSSFPivotTable byUnits =
          book.getSheet("Report")
              .createPivotTable(source, new CellReference("K3"), book.getSheet("Sales"));
      byUnits.addRowLabel(2);
      byUnits.addColumnLabel(DataConsolidateFunction.SUM, 3, "Prices");
      named(byUnits, "By units");
      var out = new ByteArrayOutputStream();
      book.write(out);
      return Parts.changed(
          out.toByteArray(),
          (part, text) ->
              part.endsWith("pivotCacheDefinition3.xml")
                  ? text.replaceFirst(
                      "(<cacheField[^>]*name=\"Units\"[^>]*><sharedItems[^>]*/>)",
                      "$1" + GROUPS.formatted(by))
                  : text);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  static byte[] bytes() {
    try (var book = new XSSFWorkbook()) {
      XSSFSheet sales = book.createSheet("Sales");
      for (int row = 0; row < SALES.length; row++) {
        for (int column = 0; column < SALES[row].length; column++) {
          var cell = (column == 0 ? sales.createRow(row) : sales.getRow(row)).createCell(column);
          switch (SALES[row][column]) {
            case String text -> cell.setCellValue(text);
            case Number number -> cell.setCellValue(number.doubleValue());
            default -> throw new IllegalStateException();
          }
        }
      }
      XSSFSheet report = book.createSheet("Report");
      var source = new AreaReference("A1:D6", SpreadsheetVersion.EXCEL2007);
      XSSFPivotTable byRegion = report.createPivotTable(source, new CellReference("A3"), sales);
      byRegion.addRowLabel(0);
      byRegion.addColumnLabel(DataConsolidateFunction.SUM, 2, "Units sold");
      named(byRegion, "By region");
      XSSFPivotTable byProduct = report.createPivotTable(source, new CellReference("F3"), sales);
      byProduct.addRowLabel(1);
      byProduct.addRowLabel(0);
      byProduct.addColumnLabel(DataConsolidateFunction.SUM, 2, "Units sold");
      byProduct.addColumnLabel(DataConsolidateFunction.AVERAGE, 3, "Average price");
      named(byProduct, "By product");
      var out = new ByteArrayOutputStream();
      book.write(out);
      return out.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /// The library writes that items without data are shown, which nobody asked for.
  private static void named(XSSFPivotTable table, String name) {
    table.getCTPivotTableDefinition().setName(name);
    table
        .getCTPivotTableDefinition()
        .getPivotFields()
        .getPivotFieldList()
        .forEach(each -> each.setShowAll(false));
  }
}
