package dev.quire.ooxml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.engine.ref.A1;
import dev.quire.ooxml.holder.Holder;
import dev.quire.ooxml.holder.Holders;
import dev.quire.workbook.DeleteShift;
import dev.quire.workbook.Edit;
import dev.quire.workbook.InsertShift;
import dev.quire.workbook.Workbook;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// One case for each place that holds a reference: rows come, rows go, the sheet is renamed.
class HoldersTest {
  private static final String SHEET = "xl/worksheets/sheet1.xml";
  private static final String OTHER = "xl/worksheets/sheet2.xml";
  private static final String PART = "xl/held/part1.xml";

  /// @param at where the XML stands
  /// @param texts the XML before and after each change, by word
  private record Case(String name, String at, Map<String, String> texts) {
    String before() {
      return texts.getOrDefault("before", "");
    }

    String after(String change) {
      String text = texts.getOrDefault(change, "");
      return text.equals("=") ? before() : text.equals("-") ? "" : text;
    }

    boolean isPart() {
      return at.indexOf('/') > 0;
    }
  }

  private static List<Case> cases() {
    var cases = new ArrayList<Case>();
    String name = "";
    String at = "";
    Map<String, String> texts = new HashMap<>();
    for (String line : text().split("\n")) {
      if (line.startsWith("## ")) {
        name = line.substring(3);
        texts = new HashMap<>();
      } else if (line.startsWith("at ")) {
        at = line.substring(3);
      } else if (line.indexOf(' ') > 0 && !line.startsWith("#")) {
        texts.put(line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' ') + 1));
        if (line.startsWith("rename")) {
          cases.add(new Case(name, at, texts));
        }
      }
    }
    return cases;
  }

  private static String text() {
    try (InputStream in = HoldersTest.class.getResourceAsStream("holders.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] file(Case held) {
    String xml = held.before();
    String root = "<worksheet xmlns=\"%s\">".formatted(TestPackage.MAIN);
    String rows = held.at.equals("rows") ? xml : "<row r=\"9\"><c r=\"B9\"><v>1</v></c></row>";
    var file =
        new TestPackage()
            .sheetPart(
                "Data",
                root
                    + (held.at.equals("head") ? xml : "")
                    + "<sheetData>"
                    + rows
                    + "</sheetData>"
                    + (held.at.equals("sheet") ? xml : "")
                    + "</worksheet>")
            .sheetPart(
                "Other",
                root + "<sheetData/>" + (held.at.equals("other") ? xml : "") + "</worksheet>");
    if (held.at.equals("names")) {
      file.after("<definedNames>" + xml + "</definedNames>");
    }
    if (held.isPart()) {
      String[] kind = held.at.split(" ");
      file.part(PART, kind[0], xml);
      file.part(
          "xl/worksheets/_rels/sheet1.xml.rels",
          "",
          TestPackage.relationships(
              "<Relationship Id=\"rId1\" Type=\"http://x/%s\" Target=\"/%s\"/>"
                  .formatted(kind[1], PART)));
    }
    return file.bytes();
  }

  private static String place(Case held) {
    return held.isPart()
        ? PART
        : switch (held.at) {
          case "other" -> OTHER;
          case "names" -> "xl/workbook.xml";
          default -> SHEET;
        };
  }

  @TestFactory
  Stream<DynamicTest> rowsInserted() {
    return tests("insert", HoldersTest::insert);
  }

  @TestFactory
  Stream<DynamicTest> rowsDeleted() {
    return tests("delete", HoldersTest::delete);
  }

  @TestFactory
  Stream<DynamicTest> sheetRenamed() {
    return tests("rename", book -> Books.rename(book, 0, "My Data"));
  }

  private static Workbook insert(Workbook book) {
    return Books.apply(
        book, new Edit.InsertCells(0, A1.parse("3:4").orElseThrow(), InsertShift.DOWN));
  }

  private static Workbook delete(Workbook book) {
    return Books.apply(
        book, new Edit.DeleteCells(0, A1.parse("3:4").orElseThrow(), DeleteShift.UP));
  }

  private static Stream<DynamicTest> tests(String change, UnaryOperator<Workbook> edit) {
    return cases().stream()
        .map(held -> DynamicTest.dynamicTest(held.name, () -> check(held, change, edit)));
  }

  private static void check(Case held, String change, UnaryOperator<Workbook> edit) {
    byte[] before = file(held);
    XlsxFile file = Books.open(before);
    byte[] saved = file.save(edit.apply(file.workbook()), Books.NOW).bytes();
    String now = Parts.text(saved, place(held));
    String expected = held.after(change);
    if (held.isPart()) {
      assertEquals(expected, now);
    } else if (expected.isEmpty()) {
      String tag = held.before().substring(0, held.before().indexOf('>'));
      assertFalse(now.contains(tag.split(" ")[0]), now);
    } else {
      assertTrue(now.contains(expected), () -> "expected " + expected + " in " + now);
    }
  }

  @Test
  void everyRowOfTheTableHasACase() {
    List<Case> cases = cases();
    for (Holder each : Holders.all()) {
      String attribute = each.attribute().isEmpty() ? "" : "[^>]*\\b" + each.attribute() + "=";
      var pattern = Pattern.compile("[<:]" + each.element() + "[ >]" + attribute);
      assertTrue(
          cases.stream().anyMatch(held -> pattern.matcher(held.before()).find()),
          () -> "no case for " + each);
    }
  }

  @TestFactory
  Stream<DynamicTest> whatComesAndGoesLeavesTheBookAsItWas() {
    return cases().stream()
        .filter(held -> !held.at.equals("rows"))
        .map(held ->
            DynamicTest.dynamicTest(
                held.name,
                () -> {
                  byte[] before = file(held);
                  XlsxFile file = Books.open(before);
                  Workbook book = delete(insert(file.workbook()));
                  byte[] saved = file.save(book, Books.NOW).bytes();
                  String part = place(held);
                  assertEquals(Parts.text(before, part), Parts.text(saved, part));
                }));
  }
}
