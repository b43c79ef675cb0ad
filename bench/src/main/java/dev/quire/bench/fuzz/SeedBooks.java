package dev.quire.bench.fuzz;

import dev.quire.ooxml.XlsxFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// Workbooks to begin with: one of ours, one with a bit of everything, and the small ones of a
/// folder.
final class SeedBooks {
  private static final long MOST_BYTES = 40_000;

  private SeedBooks() {}

  static List<byte[]> all(Path folder) throws IOException {
    var books = new ArrayList<byte[]>(List.of(XlsxFile.blank(), rich()));
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted().toList()) {
          if (file.toString().endsWith(".xlsx") && Files.size(file) < MOST_BYTES) {
            books.add(Files.readAllBytes(file));
          }
        }
      }
    }
    return books;
  }

  /// A sheet with a table, merged cells, a filter, conditions, a validation, a comment, a link, a
  /// name, frozen panes and a chart.
  static byte[] rich() {
    try (var book = new XSSFWorkbook();
        var out = new ByteArrayOutputStream()) {
      var sheet = book.createSheet("Sheet1");
      for (int row = 0; row < 12; row++) {
        var cells = sheet.createRow(row);
        for (int column = 0; column < 5; column++) {
          cells.createCell(column).setCellValue(row == 0 ? "H" + column : "" + row * column);
          if (column > 1 && row > 0) {
            cells.getCell(column).setCellValue(row * column);
          }
        }
        cells.createCell(6).setCellFormula("SUM(C1:E" + (row + 1) + ")");
      }
      var table = sheet.createTable(new AreaReference("A1:E8", SpreadsheetVersion.EXCEL2007));
      table.setName("T");
      table.getCTTable().addNewAutoFilter().setRef("A1:E8");
      sheet.addMergedRegion(new CellRangeAddress(9, 10, 0, 1));
      sheet.createFreezePane(1, 1);
      var conditions = sheet.getSheetConditionalFormatting();
      conditions.addConditionalFormatting(
          new CellRangeAddress[] {CellRangeAddress.valueOf("C2:E8")},
          conditions.createConditionalFormattingRule("C2>5"));
      var helper = sheet.getDataValidationHelper();
      sheet.addValidationData(
          helper.createValidation(
              helper.createFormulaListConstraint("$A$2:$A$8"),
              new CellRangeAddressList(0, 5, 7, 7)));
      var drawing = sheet.createDrawingPatriarch();
      var comment = drawing.createCellComment(new XSSFClientAnchor(0, 0, 0, 0, 3, 3, 5, 6));
      comment.setString("note");
      sheet.getRow(2).getCell(2).setCellComment(comment);
      var chart = drawing.createChart(new XSSFClientAnchor(0, 0, 0, 0, 8, 1, 14, 12));
      var name = book.createName();
      name.setNameName("N");
      name.setRefersToFormula("Sheet1!$C$2:$C$8");
      book.createSheet("Other").createRow(0).createCell(0).setCellFormula("Sheet1!G12*2");
      chart.setTitleText("chart");
      book.getCreationHelper().createFormulaEvaluator().evaluateAll();
      book.write(out);
      return out.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
