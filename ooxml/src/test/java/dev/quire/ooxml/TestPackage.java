package dev.quire.ooxml;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A small package, put together part by part. `ZipOutputStream` writes data descriptors, as Excel
/// does not.
final class TestPackage {
  static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  static final String STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main";
  private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/";
  private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  private final Map<String, byte[]> parts = new LinkedHashMap<>();
  private final StringBuilder types = new StringBuilder();
  private final StringBuilder relationships = new StringBuilder();
  private final StringBuilder sheets = new StringBuilder();
  private final StringBuilder links = new StringBuilder();
  private String afterSheets = "";
  private String beforeSheets = "";
  private int ids;

  /// A workbook whose only worksheet has these rows.
  static TestPackage rows(String rows) {
    return new TestPackage().sheet("Sheet1", rows);
  }

  TestPackage sheet(String name, String rows) {
    return sheetPart(
        name,
        "<worksheet xmlns=\"%s\"><sheetData>%s</sheetData></worksheet>".formatted(MAIN, rows));
  }

  TestPackage sheetPart(String name, String xml) {
    return sheetPart(name, xml.getBytes(StandardCharsets.UTF_8));
  }

  TestPackage sheetPart(String name, byte[] xml) {
    String part = "worksheets/sheet" + (ids + 1) + ".xml";
    String id = workbookPart(part, "worksheet", TYPE + "worksheet+xml", xml);
    sheets.append("<sheet name=\"%s\" sheetId=\"%d\" r:id=\"%s\"/>".formatted(name, ids, id));
    return this;
  }

  TestPackage strings(String items) {
    workbookPart(
        "sharedStrings.xml",
        "sharedStrings",
        TYPE + "sharedStrings+xml",
        "<sst xmlns=\"%s\">%s</sst>".formatted(MAIN, items).getBytes(StandardCharsets.UTF_8));
    return this;
  }

  TestPackage styles(String content) {
    workbookPart(
        "styles.xml",
        "styles",
        TYPE + "styles+xml",
        "<styleSheet xmlns=\"%s\">%s</styleSheet>"
            .formatted(MAIN, content)
            .getBytes(StandardCharsets.UTF_8));
    return this;
  }

  TestPackage calcChain(String cells) {
    workbookPart(
        "calcChain.xml",
        "calcChain",
        TYPE + "calcChain+xml",
        "<calcChain xmlns=\"%s\">%s</calcChain>"
            .formatted(MAIN, cells)
            .getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /// A part that the workbook refers to.
  TestPackage linked(String name, String kind, String xml) {
    workbookPart(name, kind, TYPE + kind + "+xml", xml.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /// Something that the workbook refers to, whether it is there or not.
  TestPackage relationship(String kind, String target) {
    relationships.append(
        "<Relationship Id=\"rId%d\" Type=\"%srelationships/%s\" Target=\"%s\"/>"
            .formatted(++ids, OFFICE, kind, target));
    return this;
  }

  /// A link to another workbook or program, `[1]` in formulas when it is the first.
  TestPackage externalLink(String content) {
    String id =
        workbookPart(
            "externalLinks/externalLink" + (ids + 1) + ".xml",
            "externalLink",
            TYPE + "externalLink+xml",
            "<externalLink xmlns=\"%s\" xmlns:r=\"%srelationships\">%s</externalLink>"
                .formatted(MAIN, OFFICE, content)
                .getBytes(StandardCharsets.UTF_8));
    links.append("<externalReference r:id=\"%s\"/>".formatted(id));
    return this;
  }

  /// What stands in the workbook part before its sheets.
  TestPackage before(String xml) {
    beforeSheets = xml;
    return this;
  }

  /// What stands in the workbook part behind its sheets.
  TestPackage after(String xml) {
    afterSheets = xml;
    return this;
  }

  TestPackage part(String name, String contentType, String xml) {
    parts.put(name, xml.getBytes(StandardCharsets.UTF_8));
    if (!contentType.isEmpty()) {
      types.append("<Override PartName=\"/%s\" ContentType=\"%s\"/>".formatted(name, contentType));
    }
    return this;
  }

  private String workbookPart(String name, String kind, String type, byte[] xml) {
    String id = "rId" + ++ids;
    parts.put("xl/" + name, xml);
    types.append("<Override PartName=\"/xl/%s\" ContentType=\"%s\"/>".formatted(name, type));
    relationships.append(
        "<Relationship Id=\"%s\" Type=\"%srelationships/%s\" Target=\"%s\"/>"
            .formatted(id, OFFICE, kind, name));
    return id;
  }

  byte[] bytes() {
    var all = new LinkedHashMap<String, byte[]>();
    all.put(
        "[Content_Types].xml",
        utf8(
            """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
            <Default Extension="rels" \
            ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            <Override PartName="/xl/workbook.xml" ContentType="%ssheet.main+xml"/>%s</Types>\
            """
                .formatted(TYPE, types)));
    all.put(
        "_rels/.rels",
        utf8(
            relationships(
                """
                <Relationship Id="rId1" Type="%srelationships/officeDocument" \
                Target="xl/workbook.xml"/>\
                """
                    .formatted(OFFICE))));
    all.put(
        "xl/workbook.xml",
        utf8(
            "<workbook xmlns=\"%s\" xmlns:r=\"%srelationships\">%s<sheets>%s</sheets>%s</workbook>"
                .formatted(
                    MAIN, OFFICE, beforeSheets, sheets, externalReferences() + afterSheets)));
    all.put("xl/_rels/workbook.xml.rels", utf8(relationships(relationships.toString())));
    all.putAll(parts);
    return zip(all);
  }

  private String externalReferences() {
    return links.isEmpty() ? "" : "<externalReferences>" + links + "</externalReferences>";
  }

  static String relationships(String content) {
    return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + content
        + "</Relationships>";
  }

  static byte[] zip(Map<String, byte[]> entries) {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> each : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(each.getKey()));
        zip.write(each.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
