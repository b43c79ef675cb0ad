package dev.quire.conformance.hostile;

import static dev.quire.conformance.hostile.HostilePackage.SHEET;
import static dev.quire.conformance.hostile.HostilePackage.relationship;
import static dev.quire.conformance.hostile.HostilePackage.relationships;
import static dev.quire.conformance.hostile.Threat.OPENS;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Everything that files are known to try, made here: one or more for each limit.
final class Threats {
  private static final int MIB = 1 << 20;
  private final List<Threat> all = new ArrayList<>();

  private Threats() {
    zip();
    unpacking();
    xml();
    cells();
    counts();
    areas();
    relations();
  }

  static List<Threat> all() {
    return new Threats().all;
  }

  private void refused(String name, Supplier<byte[]> content, String expected) {
    all.add(new Threat(name, content, expected));
  }

  private void opens(String name, Supplier<byte[]> content) {
    all.add(new Threat(name, content, OPENS));
  }

  private static HostilePackage book() {
    return new HostilePackage();
  }

  private void zip() {
    refused("a file of 101 MiB", () -> book().padded(101 * MIB), "104,857,600 bytes in the file");
    refused(
        "60,000 entries",
        () -> {
          HostilePackage book = book();
          IntStream.range(0, 60_000).forEach(part -> book.with("xl/media/i" + part, ""));
          return book.bytes();
        },
        "10,000 zip entries");
    refused(
        "a name of 5,000 bytes",
        () -> book().with("n".repeat(5_000), "").bytes(),
        "1,024 bytes in the name of a zip entry");
    refused(
        "two entries of one name",
        () -> replaced(book().with("xl/a.xml", "").with("xl/b.xml", ""), "xl/b.xml", "xl/a.xml"),
        "zip: two entries are named");
    refused(
        "two names that differ in case",
        () -> book().with("xl/a.xml", "").with("xl/A.xml", "").bytes(),
        "zip: two entries are named");
    refused(
        "a local header with another name",
        () -> {
          byte[] bytes = book().bytes();
          bytes[30] = '_';
          return bytes;
        },
        "zip: a local header contradicts the central directory");
    refused(
        "entries that overlap",
        () -> {
          byte[] bytes = book().bytes();
          int first = find(bytes, "PK\1\2", 0);
          int second = find(bytes, "PK\1\2", first + 1);
          bytes[second + 42] = bytes[first + 42];
          bytes[second + 43] = bytes[first + 43];
          return bytes;
        },
        "zip: ");
    refused(
        "a zip64 count of a million million",
        () -> zip64(book().bytes(), 1L << 40),
        "10,000 zip entries");
    refused("a negative zip64 count", () -> zip64(book().bytes(), -1), "10,000 zip entries");
    refused("half of a file", () -> Arrays.copyOf(book().bytes(), 600), "zip");
    refused(
        "a flipped bit",
        () -> {
          byte[] bytes = book().bytes();
          bytes[find(bytes, SHEET, 0) + SHEET.length() + 9] ^= 0x10;
          return bytes;
        },
        SHEET);
    opens("an entry that climbs", () -> book().with("../../evil.txt", "x").bytes());
    opens("an absolute entry", () -> book().with("/etc/cron.d/evil", "x").bytes());
    opens("names with backslashes", () -> book().with("xl\\media\\a.bin", "x").bytes());
  }

  private void unpacking() {
    refused(
        "a sheet of 1 GiB of blanks",
        () -> book().with(SHEET, out -> blanks(out, "<worksheet>", "</worksheet>", 1024)).bytes(),
        SHEET + ": The workbook has more than");
    refused(
        "a theme of 100 MiB",
        () -> book().with("xl/theme.xml", out -> blanks(out, "<t>", "</t>", 100)).bytes(),
        "xl/theme.xml");
    refused(
        "2,000 parts of 1 MiB that nobody reads",
        () -> {
          HostilePackage book = book();
          for (int part = 0; part < 2_000; part++) {
            book.with("xl/media/b" + part, out -> blanks(out, "", "", 1));
          }
          return book.bytes();
        },
        "xl/media/b");
    refused(
        "styles of 700,000 elements",
        () -> book().styles("<x/>".repeat(700_000)).bytes(),
        "xl/styles.xml: The workbook has more than 500,000 elements");
  }

  private void xml() {
    String entities =
        "<!DOCTYPE d [<!ENTITY a \"xxxxxxxxxx\">"
            + IntStream.range(0, 12)
                .mapToObj(level -> "<!ENTITY %c \"%s\">".formatted('b' + level, "&a;".repeat(10)))
                .collect(Collectors.joining())
            + "]>";
    String outside = "<!DOCTYPE d [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>";
    for (String part :
        List.of(SHEET, "xl/workbook.xml", "[Content_Types].xml", "xl/sharedStrings.xml")) {
      refused(
          "entities in " + part,
          () -> strings().with(part, entities + "<d>&b;</d>").bytes(),
          part + ": a document type");
      refused(
          "an external entity in " + part,
          () -> strings().with(part, outside + "<d>&a;</d>").bytes(),
          part + ": a document type");
    }
    String deep = "<e>".repeat(200_000) + "</e>".repeat(200_000);
    refused(
        "200,000 levels in a sheet",
        () -> book().behindCells(deep).bytes(),
        SHEET + ": The workbook has more than 256 levels of elements");
    refused(
        "200,000 levels in the workbook",
        () -> book().workbook(deep).bytes(),
        "xl/workbook.xml: The workbook has more than 256 levels of elements");
    refused(
        "600 attributes",
        () -> book().rows("<row" + attributes(600, " a%d=\"\"") + "/>").bytes(),
        SHEET + ": The workbook has more than 512 attributes");
    refused(
        "an attribute of 40 MiB",
        () -> book().behindCells("<e a=\"" + "x".repeat(40 * MIB) + "\"/>").bytes(),
        SHEET + ": The workbook has more than 16,777,216 bytes in one tag or text");
    refused("an open tag at the end", () -> book().sheet("<sheetData").bytes(), SHEET + ", byte ");
    opens(
        "500 namespaces in each of 2,000 elements",
        () ->
            book()
                .workbook(("<x" + attributes(500, " xmlns:n%d=\"u\"") + "/>").repeat(2_000))
                .bytes());
    opens(
        "a damaged part that nobody needs", () -> book().with("docProps/app.xml", "<a><").bytes());
  }

  private void cells() {
    refused(
        "a row below the last",
        () -> book().rows("<row r=\"1048577\"/>").bytes(),
        SHEET + ", byte ");
    refused(
        "a row that is no number",
        () -> book().rows("<row r=\"99999999999999999999\"/>").bytes(),
        SHEET + ", byte ");
    for (String address : List.of("ZZZ1", "A0", "A1048577", "A99999999999", "1A", "AAAAAAAA1")) {
      refused(
          "a cell called " + address,
          () -> book().rows("<row r=\"1\"><c r=\"" + address + "\"/></row>").bytes(),
          SHEET + ", byte ");
    }
    refused(
        "cells as far from one another as can be",
        () -> book().rows(sparse()).bytes(),
        SHEET + ": The workbook has more than 268,435,456 bytes of memory for cells");
    refused(
        "a shared text that does not exist",
        () -> strings().rows("<row><c t=\"s\"><v>7</v></c></row>").bytes(),
        SHEET + ", byte ");
    opens(
        "a dimension that lies",
        () ->
            book()
                .sheet("<dimension ref=\"A1:XFD1048576\"/><sheetData>" + five() + "</sheetData>")
                .bytes());
    opens("a row given twice", () -> book().rows(five() + five()).bytes());
    opens("rows in disorder", () -> book().rows("<row r=\"9\"/>" + five()).bytes());
    opens(
        "a text of 40,000 characters",
        () -> book().rows(five() + text("y".repeat(40_000))).bytes());
    opens(
        "a formula of 9,000 characters",
        () -> book().rows(five() + formula("1" + "+1".repeat(4_500))).bytes());
    opens(
        "a formula of 5,000 levels",
        () ->
            book().rows(five() + formula("ABS(".repeat(5_000) + "1" + ")".repeat(5_000))).bytes());
    opens(
        "10,000 formulas of one text without an end",
        () -> book().rows(five() + formula("SUM(").repeat(10_000)).bytes());
  }

  private void counts() {
    refused(
        "70,000 cell formats",
        () -> book().styles("<cellXfs>" + "<xf/>".repeat(70_000) + "</cellXfs>").bytes(),
        "xl/styles.xml: The workbook has more than 65,490 cell formats");
    refused(
        "70,000 names",
        () -> book().workbook("<definedNames>" + names(70_000) + "</definedNames>").bytes(),
        "xl/workbook.xml: The workbook has more than 65,536 defined names");
    refused(
        "texts that fill the memory",
        () -> book().strings("", texts()).rows(text("")).bytes(),
        "xl/sharedStrings.xml: The workbook has more than");
    opens(
        "counts of texts that lie",
        () ->
            book().strings("count=\"4294967295\" uniqueCount=\"-1\"", "<si><t>a</t></si>").bytes());
    opens(
        "counts of formats that lie",
        () -> book().styles("<cellXfs count=\"2147483647\"><xf/></cellXfs>").bytes());
    opens(
        "a name that is defined by itself",
        () ->
            book()
                .workbook("<definedNames><definedName name=\"P\">P+1</definedName></definedNames>")
                .bytes());
  }

  private void areas() {
    opens(
        "300,000 merged areas",
        () -> book().behindCells("<mergeCells>" + merged(300_000) + "</mergeCells>").bytes());
    opens(
        "a whole sheet merged",
        () -> book().behindCells(merges("<mergeCell ref=\"A1:XFD1048576\"/>")).bytes());
    opens(
        "a whole sheet merged 1,000 times",
        () ->
            book().behindCells(merges("<mergeCell ref=\"A1:XFD1048576\"/>".repeat(1_000))).bytes());
    opens(
        "whole sheets with conditions and validations",
        () ->
            book()
                .behindCells(
                    "<conditionalFormatting sqref=\"A1:XFD1048576\"><cfRule type=\"expression\" priority=\"1\"><formula>A1:XFD1048576=1</formula></cfRule></conditionalFormatting>"
                        + "<dataValidations><dataValidation sqref=\"A1:XFD1048576\"/></dataValidations>")
                .bytes());
    opens(
        "a formatted sheet of 16,384 columns",
        () ->
            book()
                .sheet(
                    "<cols><col min=\"1\" max=\"16384\" width=\"9\"/></cols><sheetData>"
                        + five()
                        + "</sheetData>")
                .bytes());
    refused(
        "columns beyond the edge",
        () -> book().sheet("<cols><col min=\"20000\" max=\"30000\"/></cols><sheetData/>").bytes(),
        SHEET + ", byte ");
    opens(
        "100,000 columns elements",
        () ->
            book()
                .sheet(
                    "<cols>"
                        + "<col min=\"1\" max=\"16384\" width=\"9\"/>".repeat(100_000)
                        + "</cols><sheetData>"
                        + five()
                        + "</sheetData>")
                .bytes());
    opens(
        "an array over a whole sheet",
        () ->
            book()
                .rows(
                    five()
                        + "<row r=\"2\"><c r=\"A2\"><f t=\"array\" ref=\"A2:XFD1048576\">1</f><v>1</v></c></row>")
                .bytes());
    opens("20,000 arrays", () -> book().rows(five() + arrays()).bytes());
  }

  private void relations() {
    refused(
        "a workbook whose sheet is the workbook",
        () ->
            book()
                .with(
                    "xl/_rels/workbook.xml.rels",
                    relationships(relationship(1, "worksheet", "workbook.xml")))
                .bytes(),
        OPENS + " or xl/");
    opens(
        "tables that lead in a circle",
        () ->
            book()
                .with(
                    "xl/worksheets/_rels/sheet1.xml.rels",
                    relationships(relationship(1, "drawing", "../drawings/drawing1.xml")))
                .with("xl/drawings/drawing1.xml", "<d/>")
                .with(
                    "xl/drawings/_rels/drawing1.xml.rels",
                    relationships(relationship(1, "drawing", "drawing1.xml")))
                .bytes());
    refused("no part for a sheet", () -> book().without(SHEET).bytes(), "xl/workbook.xml, byte ");
    opens(
        "links to other computers",
        () ->
            book()
                .with(
                    "xl/worksheets/_rels/sheet1.xml.rels",
                    relationships(
                        "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image\" Target=\"http://127.0.0.1:9/x.png\" TargetMode=\"External\"/>"))
                .bytes());
    opens(
        "10,000 relationships",
        () ->
            book()
                .with(
                    "xl/worksheets/_rels/sheet1.xml.rels",
                    relationships(
                        IntStream.range(0, 10_000)
                            .mapToObj(id -> relationship(id, "hyperlink", "a" + id))
                            .collect(Collectors.joining())))
                .bytes());
  }

  private static HostilePackage strings() {
    return book()
        .strings("", "<si><t>a</t></si>")
        .rows("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>");
  }

  private static String five() {
    return "<row r=\"1\"><c r=\"A1\"><v>5</v></c></row>";
  }

  private static String text(String text) {
    return "<row r=\"2\"><c r=\"A2\" t=\"%s\"><%s</c></row>"
        .formatted(
            text.isEmpty() ? "s" : "inlineStr",
            text.isEmpty() ? "v>0</v>" : "is><t>" + text + "</t></is>");
  }

  private static String formula(String formula) {
    return "<row><c><f>" + formula + "</f><v>1</v></c></row>";
  }

  private static String attributes(int count, String form) {
    return IntStream.range(0, count).mapToObj(form::formatted).collect(Collectors.joining());
  }

  private static String names(int count) {
    return attributes(count, "<definedName name=\"N%d\">1</definedName>");
  }

  private static String merges(String cells) {
    return "<mergeCells>" + cells + "</mergeCells>";
  }

  private static String merged(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(row -> "<mergeCell ref=\"B%d:C%d\"/>".formatted(row, row))
        .collect(Collectors.joining());
  }

  private static String arrays() {
    return IntStream.rangeClosed(2, 20_001)
        .mapToObj(row ->
            "<row r=\"%d\"><c r=\"A%d\"><f t=\"array\" ref=\"A%d:B%d\">{1,2}</f><v>1</v></c></row>"
                .formatted(row, row, row, row))
        .collect(Collectors.joining());
  }

  /// A cell at the bottom of each block of rows, in many columns.
  private static String sparse() {
    var rows = new StringBuilder();
    for (int row = 1024; row <= 1024 * 128; row += 1024) {
      rows.append("<row r=\"").append(row).append("\">");
      for (int cell = 0; cell < 400; cell++) {
        rows.append("<c><v>1</v></c>");
      }
      rows.append("</row>");
    }
    return rows.toString();
  }

  private static String texts() {
    String filler = "z".repeat(30_000);
    return IntStream.range(0, 5_000)
        .mapToObj(text -> "<si><t>" + text + filler + "</t></si>")
        .collect(Collectors.joining());
  }

  private static void blanks(OutputStream out, String start, String end, int megabytes)
      throws IOException {
    out.write(start.getBytes(StandardCharsets.US_ASCII));
    byte[] blanks = " ".repeat(MIB).getBytes(StandardCharsets.US_ASCII);
    for (int written = 0; written < megabytes; written++) {
      out.write(blanks);
    }
    out.write(end.getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] replaced(HostilePackage book, String name, String other) {
    String all = new String(book.bytes(), StandardCharsets.ISO_8859_1);
    return all.replace(name, other).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static int find(byte[] bytes, String wanted, int from) {
    return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(wanted, from);
  }

  /// The same archive with a zip64 end record that claims so many entries.
  private static byte[] zip64(byte[] bytes, long count) {
    int end = bytes.length - 22;
    var wide = ByteBuffer.allocate(bytes.length + 76).order(ByteOrder.LITTLE_ENDIAN);
    wide.put(bytes, 0, end);
    wide.putInt(0x06064b50).putLong(44).putShort((short) 45).putShort((short) 45);
    wide.putInt(0).putInt(0).putLong(count).putLong(count);
    wide.putLong(50).putLong(100);
    wide.putInt(0x07064b50).putInt(0).putLong(end).putInt(1);
    wide.put(bytes, end, 22);
    return wide.array();
  }
}
