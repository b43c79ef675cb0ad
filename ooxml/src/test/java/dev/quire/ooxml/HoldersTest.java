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

/// One case for each place that holds a reference: rows come, rows go, columns come, columns go,
/// the sheet is renamed, the sheet goes.
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

    boolean says(String change) {
      return texts.containsKey(change);
    }

    /// Whether it names the sheet that is renamed and goes.
    boolean namesSheet() {
      return before().contains("Data!") || before().contains("sheet=\"Data\"");
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
        if (line.startsWith("before")) {
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

  /// @param onData whether it stands on the sheet Data rather than on the other one
  private static byte[] file(Case held, boolean onData) {
    String rows = "<row r=\"9\"><c r=\"B9\"><v>1</v></c></row>";
    boolean isData = onData && !held.at.equals("other");
    var file =
        new TestPackage()
            .sheetPart("Data", sheet(held, isData, rows))
            .sheetPart("Other", sheet(held, !isData, ""));
    if (held.at.equals("names")) {
      file.after("<definedNames>" + held.before() + "</definedNames>");
    } else if (held.at.equals("workbook")) {
      file.after(held.before());
    } else if (held.isPart()) {
      String[] kind = held.at.split(" ");
      file.part(PART, kind[0], held.before());
      file.part(
          "xl/worksheets/_rels/sheet%d.xml.rels".formatted(isData ? 1 : 2),
          "",
          TestPackage.relationships(
              "<Relationship Id=\"rId1\" Type=\"http://x/%s\" Target=\"/%s\"/>"
                  .formatted(kind[1], PART)));
    }
    return file.bytes();
  }

  private static String sheet(Case held, boolean holds, String otherRows) {
    String xml = holds ? held.before() : "";
    String rows = holds && held.at.equals("rows") ? xml : otherRows;
    boolean behind = held.at.equals("sheet") || held.at.equals("other");
    return "<worksheet xmlns=\"%s\">%s<sheetData>%s</sheetData>%s</worksheet>"
        .formatted(TestPackage.MAIN, held.at.equals("head") ? xml : "", rows, behind ? xml : "");
  }

  private static String place(Case held, boolean onData) {
    return held.isPart()
        ? PART
        : switch (held.at) {
          case "names", "workbook" -> "xl/workbook.xml";
          default -> onData && !held.at.equals("other") ? SHEET : OTHER;
        };
  }

  @TestFactory
  Stream<DynamicTest> everyReferenceMakesRoomForRows() {
    return tests("insert", true, book -> insert(book, "3:4", InsertShift.DOWN));
  }

  @TestFactory
  Stream<DynamicTest> everyReferenceClosesUpOverRows() {
    return tests("delete", true, book -> delete(book, "3:4", DeleteShift.UP));
  }

  @TestFactory
  Stream<DynamicTest> everyReferenceMakesRoomForColumns() {
    return tests("insert-columns", true, book -> insert(book, "B:C", InsertShift.RIGHT));
  }

  @TestFactory
  Stream<DynamicTest> everyReferenceClosesUpOverColumns() {
    return tests("delete-columns", true, book -> delete(book, "B:C", DeleteShift.LEFT));
  }

  @TestFactory
  Stream<DynamicTest> everyReferenceCallsTheSheetByItsNewName() {
    return tests("rename", true, book -> Books.rename(book, 0, "My Data"));
  }

  @TestFactory
  Stream<DynamicTest> everyReferenceLosesTheSheetThatGoes() {
    return tests("gone", false, book -> Books.delete(book, 0));
  }

  private static Workbook insert(Workbook book, String area, InsertShift shift) {
    return Books.apply(book, new Edit.InsertCells(0, A1.parse(area).orElseThrow(), shift));
  }

  private static Workbook delete(Workbook book, String area, DeleteShift shift) {
    return Books.apply(book, new Edit.DeleteCells(0, A1.parse(area).orElseThrow(), shift));
  }

  private static Stream<DynamicTest> tests(
      String change, boolean onData, UnaryOperator<Workbook> edit) {
    return cases().stream()
        .filter(held -> held.says(change))
        .map(held -> DynamicTest.dynamicTest(held.name, () -> check(held, change, onData, edit)));
  }

  private static void check(
      Case held, String change, boolean onData, UnaryOperator<Workbook> edit) {
    XlsxFile file = Books.open(file(held, onData));
    byte[] saved = file.save(edit.apply(file.workbook()), Books.NOW).bytes();
    String part = place(held, onData);
    String expected = held.after(change);
    if (held.isPart() && expected.isEmpty()) {
      assertFalse(Parts.of(saved).containsKey(part));
      return;
    }
    String now = Parts.text(saved, part);
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
  void everyCaseThatNamesTheSheetTellsWhatHappensWhenItGoes() {
    assertEquals(
        List.of(),
        cases().stream()
            .filter(held -> held.namesSheet() && !held.says("gone"))
            .map(Case::name)
            .toList());
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
                  byte[] before = file(held, true);
                  XlsxFile file = Books.open(before);
                  Workbook book =
                      delete(
                          insert(file.workbook(), "3:4", InsertShift.DOWN), "3:4", DeleteShift.UP);
                  byte[] saved = file.save(book, Books.NOW).bytes();
                  String part = place(held, true);
                  assertEquals(Parts.text(before, part), Parts.text(saved, part));
                }));
  }
}
