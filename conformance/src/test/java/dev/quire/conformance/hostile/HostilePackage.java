package dev.quire.conformance.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A small workbook with 5 in `Sheet1!A1`, any part of which can be replaced by something worse.
final class HostilePackage {
  static final String SHEET = "xl/worksheets/sheet1.xml";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/";
  private static final String TYPES =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  private static final String FIVE = "<row r=\"1\"><c r=\"A1\"><v>5</v></c></row>";

  private final Map<String, Content> parts = new LinkedHashMap<>();

  /// Writes a part.
  @FunctionalInterface
  interface Content {
    void to(OutputStream out) throws IOException;
  }

  HostilePackage() {
    with(
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"%ssheet.main+xml\"/>"
                .formatted(TYPES)
            + "<Override PartName=\"/%s\" ContentType=\"%sworksheet+xml\"/></Types>"
                .formatted(SHEET, TYPES));
    with("_rels/.rels", relationships(relationship(1, "officeDocument", "xl/workbook.xml")));
    workbook("");
    with(
        "xl/_rels/workbook.xml.rels",
        relationships(
            relationship(1, "worksheet", "worksheets/sheet1.xml")
                + relationship(2, "sharedStrings", "sharedStrings.xml")
                + relationship(3, "styles", "styles.xml")
                + relationship(4, "theme", "theme.xml")));
    rows(FIVE);
  }

  static String relationship(int id, String kind, String target) {
    return "<Relationship Id=\"rId%d\" Type=\"%srelationships/%s\" Target=\"%s\"/>"
        .formatted(id, OFFICE, kind, target);
  }

  static String relationships(String content) {
    return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + content
        + "</Relationships>";
  }

  HostilePackage workbook(String behindSheets) {
    return with(
        "xl/workbook.xml",
        "<workbook xmlns=\"%s\" xmlns:r=\"%srelationships\"><sheets>".formatted(MAIN, OFFICE)
            + "<sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"rId1\"/></sheets>"
            + behindSheets
            + "</workbook>");
  }

  HostilePackage rows(String rows) {
    return sheet("<sheetData>" + rows + "</sheetData>");
  }

  /// A sheet with 5 in A1, and more behind its cells.
  HostilePackage behindCells(String more) {
    return sheet("<sheetData>" + FIVE + "</sheetData>" + more);
  }

  HostilePackage sheet(String content) {
    return with(SHEET, "<worksheet xmlns=\"%s\">%s</worksheet>".formatted(MAIN, content));
  }

  HostilePackage strings(String attributes, String items) {
    return with(
        "xl/sharedStrings.xml", "<sst xmlns=\"%s\" %s>%s</sst>".formatted(MAIN, attributes, items));
  }

  HostilePackage styles(String content) {
    return with(
        "xl/styles.xml", "<styleSheet xmlns=\"%s\">%s</styleSheet>".formatted(MAIN, content));
  }

  HostilePackage with(String part, String content) {
    return with(part, out -> out.write(content.getBytes(StandardCharsets.UTF_8)));
  }

  HostilePackage with(String part, Content content) {
    parts.put(part, content);
    return this;
  }

  HostilePackage without(String part) {
    parts.remove(part);
    return this;
  }

  byte[] bytes() {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, Content> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        part.getValue().to(zip);
        zip.closeEntry();
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  /// With an entry of so many bytes that do not shrink.
  byte[] padded(int size) {
    var noise = new byte[size];
    new Random(1).nextBytes(noise);
    var crc = new CRC32();
    crc.update(noise);
    var entry = new ZipEntry("xl/media/noise.bin");
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(size);
    entry.setCrc(crc.getValue());
    var out = new ByteArrayOutputStream(size + 10_000);
    try (var zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, Content> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        part.getValue().to(zip);
        zip.closeEntry();
      }
      zip.putNextEntry(entry);
      zip.write(noise);
      zip.closeEntry();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }
}
