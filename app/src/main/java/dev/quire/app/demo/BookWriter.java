package dev.quire.app.demo;

import dev.quire.app.demo.Part.Relation;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes a book as an .xlsx file.
final class BookWriter {
  private static final String DECLARATION =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n";
  private static final String SHEET_ML =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  /// The earliest time a ZIP file can express; Excel writes it too.
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  /// Half the time of the usual level 6, for a quarter more bytes.
  private static final int LEVEL = 2;

  private final DemoBook book;
  private final SharedStrings strings = new SharedStrings();
  private final List<Part> parts = new ArrayList<>();
  private int tables;
  private int drawings;
  private int charts;

  BookWriter(DemoBook book) {
    this.book = book;
  }

  /// Writes the whole file and closes the stream.
  void write(OutputStream out) throws IOException {
    collect();
    try (var zip = new ZipOutputStream(out)) {
      zip.setLevel(LEVEL);
      entry(zip, "[Content_Types].xml", this::contentTypes);
      entry(zip, "_rels/.rels", xml -> relations(xml, rootRelations()));
      for (var part : parts) {
        if (!part.relations().isEmpty()) {
          entry(zip, part.relationsPath(), xml -> relations(xml, part.relations()));
        }
        entry(zip, part.path(), part.body());
      }
    }
  }

  private static void entry(ZipOutputStream zip, String path, Part.Body body) throws IOException {
    var entry = new ZipEntry(path);
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
    var xml = new Xml(zip).raw(DECLARATION);
    body.write(xml);
    xml.flush();
    zip.closeEntry();
  }

  /// The shared strings come after the sheets, which fill them.
  private void collect() {
    var workbook = new ArrayList<Relation>();
    for (var i = 1; i <= book.sheets().size(); i++) {
      workbook.add(relation("worksheet", "worksheets/sheet" + i + ".xml"));
    }
    workbook.add(relation("theme", "theme/theme1.xml"));
    workbook.add(relation("styles", "styles.xml"));
    workbook.add(relation("sharedStrings", "sharedStrings.xml"));
    add("xl/workbook.xml", SHEET_ML + "sheet.main+xml", workbook, new WorkbookPart(book)::write);
    for (var i = 0; i < book.sheets().size(); i++) {
      sheet(book.sheets().get(i), i);
    }
    var theme = "application/vnd.openxmlformats-officedocument.theme+xml";
    add("xl/theme/theme1.xml", theme, List.of(), xml -> xml.raw(theme()));
    add("xl/styles.xml", SHEET_ML + "styles+xml", List.of(), StylesPart::write);
    add("xl/sharedStrings.xml", SHEET_ML + "sharedStrings+xml", List.of(), strings::write);
    properties();
  }

  private void sheet(DemoSheet sheet, int index) {
    var relations = new ArrayList<Relation>();
    if (!sheet.charts().isEmpty()) {
      relations.add(relation("drawing", "../drawings/drawing" + (++drawings) + ".xml"));
      drawing(sheet.charts());
    }
    for (var table : sheet.tables()) {
      var name = "table" + (++tables) + ".xml";
      relations.add(relation("table", "../tables/" + name));
      var part = new TablePart(table, tables);
      add("xl/tables/" + name, SHEET_ML + "table+xml", List.of(), part::write);
    }
    var part = new SheetPart(sheet, book.title() + "/" + sheet.name(), index == 0, strings);
    var path = "xl/worksheets/sheet" + (index + 1) + ".xml";
    add(path, SHEET_ML + "worksheet+xml", relations, part::write);
  }

  private void drawing(List<DemoChart> drawn) {
    var relations = new ArrayList<Relation>();
    for (var chart : drawn) {
      var name = "chart" + (++charts) + ".xml";
      relations.add(relation("chart", "../charts/" + name));
      var type = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
      add("xl/charts/" + name, type, List.of(), new ChartPart(chart)::write);
    }
    var type = "application/vnd.openxmlformats-officedocument.drawing+xml";
    var path = "xl/drawings/drawing" + drawings + ".xml";
    add(path, type, relations, new DrawingPart(drawn)::write);
  }

  private void properties() {
    var properties = new PropertyParts(book);
    var core = "application/vnd.openxmlformats-package.core-properties+xml";
    add("docProps/core.xml", core, List.of(), properties::core);
    var app = "application/vnd.openxmlformats-officedocument.extended-properties+xml";
    add("docProps/app.xml", app, List.of(), properties::app);
  }

  private void add(String path, String type, List<Relation> relations, Part.Body body) {
    parts.add(new Part(path, type, relations, body));
  }

  private static List<Relation> rootRelations() {
    return List.of(
        relation("officeDocument", "xl/workbook.xml"),
        new Relation(
            Namespaces.PACKAGE + "relationships/metadata/core-properties", "docProps/core.xml"),
        relation("extended-properties", "docProps/app.xml"));
  }

  private static Relation relation(String kind, String target) {
    return new Relation(Namespaces.RELATION + "/" + kind, target);
  }

  private void contentTypes(Xml xml) {
    xml.raw("<Types xmlns=\"").raw(Namespaces.PACKAGE).raw("content-types\">");
    xml.raw("<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package");
    xml.raw(".relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>");
    for (var part : parts) {
      xml.raw("<Override PartName=\"/").raw(part.path()).raw("\" ContentType=\"");
      xml.raw(part.contentType()).raw("\"/>");
    }
    xml.raw("</Types>");
  }

  private static void relations(Xml xml, List<Relation> relations) {
    xml.raw("<Relationships xmlns=\"").raw(Namespaces.PACKAGE).raw("relationships\">");
    var id = 1;
    for (var relation : relations) {
      xml.raw("<Relationship Id=\"rId").raw(id++).raw("\" Type=\"").raw(relation.type());
      xml.raw("\" Target=\"").raw(relation.target()).raw("\"/>");
    }
    xml.raw("</Relationships>");
  }

  private static String theme() {
    try (var theme = BookWriter.class.getResourceAsStream("theme.xml")) {
      return new String(Objects.requireNonNull(theme).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
