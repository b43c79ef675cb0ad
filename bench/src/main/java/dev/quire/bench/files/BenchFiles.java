package dev.quire.bench.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// The workbooks of the benchmark, written as Excel writes them: references, spans, style numbers,
/// numbers of up to 17 digits, compression level 6.
final class BenchFiles {
  private static final int COLUMNS = 10;
  private static final String TYPES =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

  private final Random random = new Random(7);

  /// One cell of a sheet.
  @FunctionalInterface
  private interface CellText {
    String of(int row, int column, String reference);
  }

  /// Writes a case into a folder, if it is not there yet.
  static Path write(FileCase file, Path folder) throws IOException {
    Path path = folder.resolve(file.key() + ".xlsx");
    if (!Files.exists(path)) {
      Files.createDirectories(folder);
      Path part = folder.resolve(file.key() + ".part");
      new BenchFiles().write(file, part, file.sheets());
      Files.move(part, path);
    }
    return path;
  }

  private void write(FileCase file, Path path, int sheets) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16);
        var zip = new ZipOutputStream(out)) {
      frame(zip, sheets, file.hasTexts());
      if (file.hasTexts()) {
        strings(zip, file.rows());
      }
      for (int sheet = 1; sheet <= sheets; sheet++) {
        zip.putNextEntry(new ZipEntry("xl/worksheets/sheet" + sheet + ".xml"));
        sheet(zip, file.rows(), file == FileCase.INSERT ? COLUMNS + 1 : COLUMNS, cells(file));
        zip.closeEntry();
      }
    }
  }

  private CellText cells(FileCase file) {
    return switch (file) {
      case NUMBERS, SMALLER, SHEETS, SHEET -> this::number;
      case MIXED, TRAINING -> this::mixed;
      case INSERT ->
          (row, column, reference) ->
              column < COLUMNS
                  ? number(row, column, reference)
                  : "<c r=\"%s\"><f>A%d+B%d</f></c>".formatted(reference, row + 1, row + 1);
    };
  }

  /// Most columns have few digits, as amounts have; the others as many as there are.
  private String number(int row, int column, String reference) {
    double value =
        column < 7
            ? Math.round(random.nextDouble() * 1_000_000) / 100.0
            : random.nextDouble() * 1_000;
    return "<c r=\"" + reference + "\" s=\"1\"><v>" + value + "</v></c>";
  }

  private String mixed(int row, int column, String reference) {
    return switch (column) {
      case 0, 1 -> "<c r=\"%s\" t=\"s\"><v>%d</v></c>".formatted(reference, text(row, column));
      case 2 -> "<c r=\"%s\" t=\"b\"><v>%d</v></c>".formatted(reference, row & 1);
      case 3 ->
          "<c r=\"%s\"><f>E%d*2</f><v>%s</v></c>"
              .formatted(reference, row + 1, Double.toString(row * 2.5));
      default -> number(row, column, reference);
    };
  }

  private int text(int row, int column) {
    return column == 0 ? row % 60_000 : random.nextInt(60_000);
  }

  private static void sheet(OutputStream out, int rows, int columns, CellText cells)
      throws IOException {
    out.write(
        utf8(
            HEAD
                + "<worksheet xmlns=\"%s\"><dimension ref=\"A1:%s%d\"/><sheetData>"
                    .formatted(MAIN, (char) ('A' + columns - 1), rows)));
    for (int row = 0; row < rows; row++) {
      var text = new StringBuilder(64 * columns);
      text.append("<row r=\"%d\" spans=\"1:%d\">".formatted(row + 1, columns));
      for (int column = 0; column < columns; column++) {
        text.append(cells.of(row, column, (char) ('A' + column) + Integer.toString(row + 1)));
      }
      out.write(utf8(text.append("</row>").toString()));
    }
    out.write(utf8("</sheetData></worksheet>"));
  }

  private void strings(ZipOutputStream zip, int rows) throws IOException {
    zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
    zip.write(
        utf8(HEAD + "<sst xmlns=\"%s\" count=\"%d\" uniqueCount=\"60000\">".formatted(MAIN, rows)));
    for (int text = 0; text < 60_000; text++) {
      zip.write(utf8("<si><t>Customer no. %d, %x</t></si>".formatted(text, random.nextInt())));
    }
    zip.write(utf8("</sst>"));
    zip.closeEntry();
  }

  private static void frame(ZipOutputStream zip, int sheets, boolean strings) throws IOException {
    var overrides = new StringBuilder();
    var tabs = new StringBuilder();
    var links = new StringBuilder();
    for (int sheet = 1; sheet <= sheets; sheet++) {
      overrides.append(override("worksheets/sheet" + sheet, "worksheet"));
      tabs.append(
          "<sheet name=\"S%d\" sheetId=\"%d\" r:id=\"rId%d\"/>".formatted(sheet, sheet, sheet));
      links.append(link(sheet, "worksheet", "worksheets/sheet" + sheet));
    }
    overrides.append(override("styles", "styles"));
    links.append(link(sheets + 1, "styles", "styles"));
    if (strings) {
      overrides.append(override("sharedStrings", "sharedStrings"));
      links.append(link(sheets + 2, "sharedStrings", "sharedStrings"));
    }
    entry(
        zip,
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + override("workbook", "sheet.main")
            + overrides
            + "</Types>");
    entry(zip, "_rels/.rels", relationships(link(1, "officeDocument", "xl/workbook")));
    entry(
        zip,
        "xl/workbook.xml",
        "<workbook xmlns=\"%s\" xmlns:r=\"%srelationships\"><sheets>%s</sheets></workbook>"
            .formatted(MAIN, OFFICE, tabs));
    entry(zip, "xl/_rels/workbook.xml.rels", relationships(links.toString()));
    entry(
        zip,
        "xl/styles.xml",
        "<styleSheet xmlns=\"%s\"><fonts count=\"1\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts><fills count=\"1\"><fill><patternFill patternType=\"none\"/></fill></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"2\"><xf/><xf numFmtId=\"4\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>"
            .formatted(MAIN));
  }

  private static String override(String part, String kind) {
    return "<Override PartName=\"/xl/%s.xml\" ContentType=\"%s%s+xml\"/>"
        .formatted(part, TYPES, kind);
  }

  private static String link(int id, String kind, String target) {
    return "<Relationship Id=\"rId%d\" Type=\"%srelationships/%s\" Target=\"%s.xml\"/>"
        .formatted(id, OFFICE, kind, target);
  }

  private static String relationships(String content) {
    return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + content
        + "</Relationships>";
  }

  private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(utf8(HEAD + content));
    zip.closeEntry();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
