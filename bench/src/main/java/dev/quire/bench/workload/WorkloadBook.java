package dev.quire.bench.workload;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes a workbook as Excel saves it, and beside it the same cells as lines of text for engines
/// that read no such files: `#sheet`, a tab and a name; then row, column, kind and value with tabs
/// between. Kinds: `n` number, `s` text, `f` formula, `a` formula that spills.
///
/// Cells of a sheet come row by row. Rows and columns are zero-based.
final class WorkloadBook implements AutoCloseable {
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  private static final int FLUSH_CHARS = 1 << 16;

  private final ZipOutputStream zip;
  private final PrintWriter lines;
  private final StringBuilder xml = new StringBuilder();
  private final List<String> sheets = new ArrayList<>();
  private final Map<String, Integer> texts = new LinkedHashMap<>();
  private int textCount;
  private int row = -1;

  WorkloadBook(Path folder, String name) throws IOException {
    zip = new ZipOutputStream(stream(folder.resolve(name + ".xlsx")));
    lines = new PrintWriter(stream(folder.resolve(name + ".tsv")), false, StandardCharsets.UTF_8);
  }

  private static OutputStream stream(Path file) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(file), 1 << 20);
  }

  static String column(int index) {
    String last = String.valueOf((char) ('A' + index % 26));
    return index < 26 ? last : column(index / 26 - 1) + last;
  }

  static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  void sheet(String name) throws IOException {
    endSheet();
    sheets.add(name);
    zip.putNextEntry(new ZipEntry("xl/worksheets/sheet" + sheets.size() + ".xml"));
    xml.append(declared("<worksheet xmlns=\"" + MAIN + "\"><sheetData>"));
    lines.println("#sheet\t" + name);
  }

  void number(int atRow, int column, double value) throws IOException {
    cell(atRow, column, "", "<v>" + number(value) + "</v>");
    line(column, 'n', number(value));
  }

  void text(int atRow, int column, String value) throws IOException {
    textCount++;
    int index = texts.computeIfAbsent(value, _ -> texts.size());
    cell(atRow, column, " t=\"s\"", "<v>" + index + "</v>");
    line(column, 's', value);
  }

  /// A value that the formula of another cell has spilled here.
  void spilled(int atRow, int column, Object value) throws IOException {
    cell(atRow, column, type(value), result(value));
  }

  void formula(int atRow, int column, String formula, Object value) throws IOException {
    cell(atRow, column, type(value), "<f>" + escaped(formula) + "</f>" + result(value));
    line(column, 'f', "=" + plain(formula));
  }

  /// A cell of a formula that was filled over an area, of which the first cell carries the text.
  void filled(int atRow, int column, Fill fill, String formula, Object value) throws IOException {
    boolean first = fill.begins(atRow, column);
    String tag = first ? " ref=\"" + fill.area() + "\"" : "";
    String text = first ? ">" + escaped(formula) + "</f>" : "/>";
    cell(
        atRow,
        column,
        type(value),
        "<f t=\"shared\"" + tag + " si=\"" + fill.group() + "\"" + text + result(value));
    line(column, 'f', "=" + plain(formula));
  }

  /// An area filled with one formula.
  record Fill(int group, int firstRow, int firstColumn, int lastRow, int lastColumn) {
    boolean begins(int row, int column) {
      return row == firstRow && column == firstColumn;
    }

    String area() {
      return column(firstColumn) + (firstRow + 1) + ":" + column(lastColumn) + (lastRow + 1);
    }
  }

  /// A formula whose result spills over an area that begins in its cell.
  void spilling(int atRow, int column, String area, String formula, Object value)
      throws IOException {
    cell(
        atRow,
        column,
        type(value) + " cm=\"1\"",
        "<f t=\"array\" ref=\"" + area + "\">" + escaped(formula) + "</f>" + result(value));
    line(column, 'a', "=" + plain(formula));
  }

  private void cell(int atRow, int column, String attributes, String content) throws IOException {
    if (atRow != row) {
      xml.append(row < 0 ? "" : "</row>").append("<row r=\"").append(atRow + 1).append("\">");
      row = atRow;
      if (xml.length() > FLUSH_CHARS) {
        flush();
      }
    }
    xml.append("<c r=\"").append(column(column)).append(atRow + 1).append('"').append(attributes);
    xml.append('>').append(content).append("</c>");
  }

  private void line(int column, char kind, String value) {
    lines.append(Integer.toString(row)).append('\t').append(Integer.toString(column)).append('\t');
    lines.append(kind).append('\t').append(value).append('\n');
  }

  private static String plain(String formula) {
    return formula.replace("_xlfn._xlws.", "").replace("_xlfn.", "");
  }

  private static String type(Object value) {
    return value instanceof String text ? text.startsWith("#") ? " t=\"e\"" : " t=\"str\"" : "";
  }

  private static String result(Object value) {
    return "<v>"
        + (value instanceof Double number ? number(number) : escaped((String) value))
        + "</v>";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String declared(String xml) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + xml;
  }

  private void flush() throws IOException {
    zip.write(xml.toString().getBytes(StandardCharsets.UTF_8));
    xml.setLength(0);
  }

  private void endSheet() throws IOException {
    if (sheets.isEmpty()) {
      return;
    }
    xml.append(row < 0 ? "" : "</row>").append("</sheetData></worksheet>");
    flush();
    zip.closeEntry();
    row = -1;
  }

  private void part(String name, String content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(declared(content).getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  @Override
  public void close() throws IOException {
    endSheet();
    part("[Content_Types].xml", contentTypes());
    part(
        "_rels/.rels",
        "<Relationships xmlns=\""
            + PACKAGE
            + "relationships\">"
            + relation(1, "officeDocument", "xl/workbook.xml")
            + "</Relationships>");
    part("xl/workbook.xml", workbook());
    part("xl/_rels/workbook.xml.rels", relations());
    part("xl/metadata.xml", METADATA);
    part("xl/styles.xml", STYLES);
    sharedTexts();
    zip.close();
    lines.close();
  }

  private String contentTypes() {
    var all = new StringBuilder("<Types xmlns=\"" + PACKAGE + "content-types\">");
    all.append(
        "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>");
    all.append("<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
    all.append(override("workbook", "sheet.main"));
    for (int sheet = 1; sheet <= sheets.size(); sheet++) {
      all.append(override("worksheets/sheet" + sheet, "worksheet"));
    }
    all.append(override("styles", "styles")).append(override("sharedStrings", "sharedStrings"));
    return all.append(override("metadata", "sheetMetadata")).append("</Types>").toString();
  }

  private static String override(String part, String type) {
    return "<Override PartName=\"/xl/%s.xml\" ContentType=\"%s%s+xml\"/>"
        .formatted(part, TYPE, type);
  }

  private static String relation(int id, String type, String target) {
    return "<Relationship Id=\"rId%d\" Type=\"%s/%s\" Target=\"%s\"/>"
        .formatted(id, RELATIONS, type, target);
  }

  private String workbook() {
    var all =
        new StringBuilder(
            "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS + "\"><sheets>");
    for (int sheet = 1; sheet <= sheets.size(); sheet++) {
      all.append(
          "<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%d\"/>"
              .formatted(sheets.get(sheet - 1), sheet, sheet));
    }
    return all.append("</sheets><calcPr calcId=\"191029\"/></workbook>").toString();
  }

  private String relations() {
    var all = new StringBuilder("<Relationships xmlns=\"" + PACKAGE + "relationships\">");
    int id = 0;
    for (; id < sheets.size(); id++) {
      all.append(relation(id + 1, "worksheet", "worksheets/sheet" + (id + 1) + ".xml"));
    }
    all.append(relation(++id, "styles", "styles.xml"));
    all.append(relation(++id, "sharedStrings", "sharedStrings.xml"));
    return all.append(relation(++id, "sheetMetadata", "metadata.xml"))
        .append("</Relationships>")
        .toString();
  }

  private void sharedTexts() throws IOException {
    zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
    xml.append(
        declared(
            "<sst xmlns=\"%s\" count=\"%d\" uniqueCount=\"%d\">"
                .formatted(MAIN, textCount, texts.size())));
    for (String text : texts.keySet()) {
      xml.append("<si><t>").append(escaped(text)).append("</t></si>");
      if (xml.length() > FLUSH_CHARS) {
        flush();
      }
    }
    xml.append("</sst>");
    flush();
    zip.closeEntry();
  }

  private static final String METADATA =
      """
      <metadata xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:xda="http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray"><metadataTypes count="1"><metadataType name="XLDAPR" minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1" splitFirst="1" rowColShift="1" clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"/></metadataTypes><futureMetadata name="XLDAPR" count="1"><bk><extLst><ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}"><xda:dynamicArrayProperties fDynamic="1" fCollapsed="0"/></ext></extLst></bk></futureMetadata><cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>\
      """;

  private static final String STYLES =
      """
      <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>\
      """;
}
