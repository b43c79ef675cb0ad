package dev.quire.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A workbook of a million constants on the sheet `Data`, and two thousand formulas on the sheet
/// `Model` that all depend on the cell `Model!A1`.
public final class LargeBook {
  static final int ROWS = 100_000;
  static final int COLUMNS = 10;
  static final int DEPENDENTS = 2_000;

  private LargeBook() {}

  /// Writes it.
  public static Path write(Path file) throws IOException {
    return write(file, ROWS);
  }

  /// Writes one with another number of rows of ten numbers.
  ///
  /// @param rows not less than [#DEPENDENTS]
  public static Path write(Path file, int rows) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        var zip = new ZipOutputStream(out)) {
      zip.setLevel(Deflater.BEST_SPEED);
      entry(
          zip,
          "[Content_Types].xml",
          """
          <?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>\
          """);
      entry(
          zip,
          "_rels/.rels",
          """
          <?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>\
          """);
      entry(
          zip,
          "xl/_rels/workbook.xml.rels",
          """
          <?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet2.xml"/></Relationships>\
          """);
      entry(
          zip,
          "xl/workbook.xml",
          """
          <?xml version="1.0" encoding="UTF-8"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Data" sheetId="1" r:id="rId1"/><sheet name="Model" sheetId="2" r:id="rId2"/></sheets></workbook>\
          """);
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      data(zip, rows);
      zip.closeEntry();
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet2.xml"));
      model(zip);
      zip.closeEntry();
    }
    return file;
  }

  static void data(OutputStream out) throws IOException {
    data(out, ROWS);
  }

  private static void data(OutputStream out, int rows) throws IOException {
    text(out, SHEET);
    var row = new StringBuilder();
    for (int at = 1; at <= rows; at++) {
      row.setLength(0);
      row.append("<row r=\"").append(at).append("\">");
      for (int column = 0; column < COLUMNS; column++) {
        row.append("<c r=\"")
            .append((char) ('A' + column))
            .append(at)
            .append("\"><v>")
            .append(at * (column + 1) + 0.25)
            .append("</v></c>");
      }
      text(out, row.append("</row>").toString());
    }
    text(out, "</sheetData></worksheet>");
  }

  private static void model(OutputStream out) throws IOException {
    text(out, SHEET);
    text(
        out,
        "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><f>$A$1*1+Data!A1</f><v>2.25</v></c></row>");
    for (int at = 2; at <= DEPENDENTS; at++) {
      text(
          out,
          "<row r=\"%d\"><c r=\"B%d\"><f>$A$1*%d+Data!A%d</f><v>%s</v></c></row>"
              .formatted(at, at, at, at, at + at + 0.25));
    }
    text(out, "</sheetData></worksheet>");
  }

  static final String SHEET =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>";

  static void entry(ZipOutputStream zip, String name, String content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    text(zip, content);
    zip.closeEntry();
  }

  static void text(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
