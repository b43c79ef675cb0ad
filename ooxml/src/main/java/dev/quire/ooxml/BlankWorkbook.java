package dev.quire.ooxml;

import dev.quire.ooxml.patch.NewParts;
import dev.quire.ooxml.zip.PackedEntry;
import dev.quire.ooxml.zip.ZipWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// A workbook as small as Excel accepts one.
final class BlankWorkbook {
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  private static final int LEVEL = 6;

  private static final String CONTENT_TYPES =
      """
      <Types xmlns="%1$scontent-types">\
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
      <Default Extension="xml" ContentType="application/xml"/>\
      <Override PartName="/xl/workbook.xml" ContentType="%2$ssheet.main+xml"/>\
      <Override PartName="/xl/worksheets/sheet1.xml" ContentType="%2$sworksheet+xml"/>\
      <Override PartName="/xl/styles.xml" ContentType="%2$sstyles+xml"/>\
      </Types>\
      """
          .formatted(PACKAGE, TYPE);

  private static final String ROOT =
      """
      <Relationships xmlns="%srelationships">\
      <Relationship Id="rId1" Type="%srelationships/officeDocument" Target="xl/workbook.xml"/>\
      </Relationships>\
      """
          .formatted(PACKAGE, OFFICE);

  private static final String WORKBOOK =
      """
      <workbook xmlns="%s" xmlns:r="%srelationships"><bookViews><workbookView/></bookViews>\
      <sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>\
      """
          .formatted(MAIN, OFFICE);

  private static final String RELATIONSHIPS =
      """
      <Relationships xmlns="%1$srelationships">\
      <Relationship Id="rId1" Type="%2$srelationships/worksheet" Target="worksheets/sheet1.xml"/>\
      <Relationship Id="rId2" Type="%2$srelationships/styles" Target="styles.xml"/>\
      </Relationships>\
      """
          .formatted(PACKAGE, OFFICE);

  private static final String SHEET =
      "<worksheet xmlns=\"%s\"><dimension ref=\"A1\"/><sheetData/></worksheet>".formatted(MAIN);

  private BlankWorkbook() {}

  static byte[] bytes() {
    var out = new ZipWriter();
    add(out, "[Content_Types].xml", NewParts.DECLARATION + CONTENT_TYPES);
    add(out, "_rels/.rels", NewParts.DECLARATION + ROOT);
    add(out, "xl/workbook.xml", NewParts.DECLARATION + WORKBOOK);
    add(out, "xl/_rels/workbook.xml.rels", NewParts.DECLARATION + RELATIONSHIPS);
    add(out, "xl/worksheets/sheet1.xml", NewParts.DECLARATION + SHEET);
    add(out, "xl/styles.xml", NewParts.styles(false));
    return out.finish();
  }

  private static void add(ZipWriter out, String name, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.add(
        PackedEntry.of(
            name,
            LEVEL,
            stream -> {
              try {
                stream.write(bytes);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            }));
  }
}
