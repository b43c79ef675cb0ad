package dev.quire.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A workbook with the table `Orders` of 150,000 rows and three columns on the sheet `Rows`, an
/// empty sheet `Paper`, and a sheet `Data`: with the million numbers of [LargeBook], or with one.
final class TableBook {
  static final int ROWS = 150_000;

  private static final String TYPES =
      """
      <?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/worksheets/sheet3.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/tables/table1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml"/></Types>\
      """;
  private static final String RELATIONS =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
  private static final String RELATION =
      "<Relationship Id=\"rId%d\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s\" Target=\"%s\"/>";
  private static final String WORKBOOK =
      """
      <?xml version="1.0" encoding="UTF-8"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Rows" sheetId="1" r:id="rId1"/><sheet name="Data" sheetId="2" r:id="rId2"/><sheet name="Paper" sheetId="3" r:id="rId3"/></sheets></workbook>\
      """;
  private static final String TABLE =
      """
      <?xml version="1.0" encoding="UTF-8"?><table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="Orders" displayName="Orders" ref="A1:C%d"><tableColumns count="3"><tableColumn id="1" name="Number"/><tableColumn id="2" name="Amount"/><tableColumn id="3" name="Price"/></tableColumns></table>\
      """;

  private TableBook() {}

  /// @param large whether a million other cells lie around
  static void write(Path file, boolean large) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        var zip = new ZipOutputStream(out)) {
      zip.setLevel(Deflater.BEST_SPEED);
      LargeBook.entry(zip, "[Content_Types].xml", TYPES);
      LargeBook.entry(zip, "_rels/.rels", relations("officeDocument", "xl/workbook.xml"));
      LargeBook.entry(
          zip,
          "xl/_rels/workbook.xml.rels",
          relations(
              "worksheet",
              "worksheets/sheet1.xml",
              "worksheets/sheet2.xml",
              "worksheets/sheet3.xml"));
      LargeBook.entry(zip, "xl/workbook.xml", WORKBOOK);
      LargeBook.entry(
          zip, "xl/worksheets/_rels/sheet1.xml.rels", relations("table", "../tables/table1.xml"));
      LargeBook.entry(zip, "xl/tables/table1.xml", TABLE.formatted(ROWS + 1));
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      rows(zip);
      zip.closeEntry();
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet2.xml"));
      if (large) {
        LargeBook.data(zip);
      } else {
        LargeBook.text(
            zip,
            LargeBook.SHEET
                + "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData></worksheet>");
      }
      zip.closeEntry();
      LargeBook.entry(
          zip, "xl/worksheets/sheet3.xml", LargeBook.SHEET + "</sheetData></worksheet>");
    }
  }

  private static String relations(String kind, String... targets) {
    var all = new StringBuilder(RELATIONS);
    for (int at = 0; at < targets.length; at++) {
      all.append(RELATION.formatted(at + 1, kind, targets[at]));
    }
    return all.append("</Relationships>").toString();
  }

  private static void rows(OutputStream out) throws IOException {
    LargeBook.text(
        out,
        LargeBook.SHEET
            + "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Number</t></is></c>"
            + "<c r=\"B1\" t=\"inlineStr\"><is><t>Amount</t></is></c>"
            + "<c r=\"C1\" t=\"inlineStr\"><is><t>Price</t></is></c></row>");
    var row = new StringBuilder();
    for (int at = 2; at <= ROWS + 1; at++) {
      row.setLength(0);
      row.append("<row r=\"").append(at).append("\">");
      for (int column = 0; column < 3; column++) {
        row.append("<c r=\"")
            .append((char) ('A' + column))
            .append(at)
            .append("\"><v>")
            .append(at * (column + 1) + 0.5)
            .append("</v></c>");
      }
      LargeBook.text(out, row.append("</row>").toString());
    }
    LargeBook.text(
        out,
        "</sheetData><tableParts count=\"1\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><tablePart r:id=\"rId1\"/></tableParts></worksheet>");
  }
}
