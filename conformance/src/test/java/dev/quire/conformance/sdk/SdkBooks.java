package dev.quire.conformance.sdk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// Workbooks to serve, made by a library that is not ours.
final class SdkBooks {
  /// Names of worksheets that are troublesome in addresses and in paths.
  static final List<String> ODD_NAMES =
      List.of("R&D", "It's", "No. #1", "100% + 1", "Übersicht", "a=b;c,d", "(x) {y}");

  private SdkBooks() {}

  /// `Sheet1` with numbers, a text, a flag and formulas in A1:C2; the name `Rate` for A1; a sheet
  /// `Stock` with the table `Products` of seven rows; and a sheet for each of [#ODD_NAMES] with its
  /// own name in A1.
  static byte[] book() throws IOException {
    try (var book = new XSSFWorkbook()) {
      numbers(book);
      products(book.createSheet("Stock"));
      for (String name : ODD_NAMES) {
        book.createSheet(name).createRow(0).createCell(0).setCellValue(name);
      }
      return bytes(book);
    }
  }

  private static void numbers(XSSFWorkbook book) {
    XSSFSheet sheet = book.createSheet("Sheet1");
    XSSFRow first = sheet.createRow(0);
    first.createCell(0).setCellValue(2);
    first.createCell(1).setCellFormula("A1*10");
    first.createCell(2).setCellValue("two");
    XSSFRow second = sheet.createRow(1);
    second.createCell(0).setCellValue(true);
    second.createCell(1).setCellFormula("1/0");
    var name = book.createName();
    name.setNameName("Rate");
    name.setRefersToFormula("Sheet1!$A$1");
  }

  private static void products(XSSFSheet sheet) {
    row(sheet, 0, "Product", "Units");
    for (int at = 1; at <= 7; at++) {
      XSSFRow row = sheet.createRow(at);
      row.createCell(0).setCellValue("Product " + at);
      row.createCell(1).setCellValue(at * 100);
    }
    var table = sheet.createTable(new AreaReference("A1:B8", SpreadsheetVersion.EXCEL2007));
    table.setName("Products");
    table.setDisplayName("Products");
  }

  private static void row(XSSFSheet sheet, int at, String... texts) {
    XSSFRow row = sheet.createRow(at);
    for (int column = 0; column < texts.length; column++) {
      row.createCell(column).setCellValue(texts[column]);
    }
  }

  private static byte[] bytes(XSSFWorkbook book) throws IOException {
    var bytes = new ByteArrayOutputStream();
    book.write(bytes);
    return bytes.toByteArray();
  }
}
