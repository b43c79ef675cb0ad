package dev.quire.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A workbook large enough that the virtual machine finds out, while it is read, what is worth
/// compiling: the kinds of cells that most files consist of.
final class WarmUpBook {
  private static final int ROWS = 5_000;
  private static final int TEXTS = 500;
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.%s+xml";

  private WarmUpBook() {}

  static byte[] bytes() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var part : parts().entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static Map<String, String> parts() {
    return Map.of(
        "[Content_Types].xml",
        "<Types xmlns=\"%scontent-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>%s%s%s</Types>"
            .formatted(
                PACKAGE,
                override("workbook", "sheet.main"),
                override("sheet1", "worksheet"),
                override("sharedStrings", "sharedStrings")),
        "_rels/.rels",
        links(link(1, "officeDocument", "xl/workbook")),
        "xl/_rels/workbook.xml.rels",
        links(link(1, "worksheet", "sheet1") + link(2, "sharedStrings", "sharedStrings")),
        "xl/workbook.xml",
        "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets><sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
            .formatted(MAIN, OFFICE),
        "xl/sharedStrings.xml",
        "<sst xmlns=\"%s\">%s</sst>".formatted(MAIN, texts()),
        "xl/sheet1.xml",
        "<worksheet xmlns=\"%s\"><sheetData>%s</sheetData></worksheet>".formatted(MAIN, rows()));
  }

  private static String override(String part, String type) {
    return "<Override PartName=\"/xl/%s.xml\" ContentType=\"%s\"/>"
        .formatted(part, TYPE.formatted(type));
  }

  private static String links(String links) {
    return "<Relationships xmlns=\"%srelationships\">%s</Relationships>".formatted(PACKAGE, links);
  }

  private static String link(int id, String type, String target) {
    return "<Relationship Id=\"rId%d\" Type=\"%s/%s\" Target=\"%s.xml\"/>"
        .formatted(id, OFFICE, type, target);
  }

  private static String texts() {
    var texts = new StringBuilder();
    for (var text = 0; text < TEXTS; text++) {
      texts.append("<si><t>Customer no. %d</t></si>".formatted(text));
    }
    return texts.toString();
  }

  private static String rows() {
    var rows = new StringBuilder();
    for (var row = 1; row <= ROWS; row++) {
      rows.append("<row r=\"%d\" spans=\"1:10\">".formatted(row));
      rows.append("<c r=\"A%d\" t=\"s\"><v>%d</v></c>".formatted(row, row % TEXTS));
      rows.append("<c r=\"B%d\" t=\"b\"><v>%d</v></c>".formatted(row, row & 1));
      rows.append("<c r=\"C%d\"><f>D%d*2</f><v>%d</v></c>".formatted(row, row, row));
      for (var column = 'D'; column <= 'J'; column++) {
        var number = column < 'I' ? row * column / 100.0 : row / (double) column;
        rows.append("<c r=\"%s%d\"><v>%s</v></c>".formatted(column, row, number));
      }
      rows.append("</row>");
    }
    return rows.toString();
  }
}
