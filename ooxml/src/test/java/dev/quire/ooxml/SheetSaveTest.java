package dev.quire.ooxml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.engine.value.NumberValue;
import dev.quire.workbook.Visibility;
import dev.quire.workbook.Workbook;
import dev.quire.workbook.Worksheet;
import java.util.List;
import org.junit.jupiter.api.Test;

class SheetSaveTest {
  private static final String CHART =
      "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";

  /// Two sheets, names, a chart of the second, and references of all kinds on the first.
  private static byte[] file() {
    return new TestPackage()
        .sheetPart(
            "First",
            """
            <worksheet xmlns="%s"><sheetData><row r="1"><c r="A1">\
            <f t="shared" ref="A1:A2" si="0">Data!A1+1</f><v>1</v></c></row><row r="2">\
            <c r="A2"><f t="shared" si="0"/><v>1</v></c></row></sheetData>\
            <conditionalFormatting sqref="A1"><cfRule type="expression" priority="1">\
            <formula>Data!$A$1&gt;"Data!"</formula></cfRule></conditionalFormatting>\
            <hyperlinks><hyperlink ref="B1" location="Data!A1"/></hyperlinks></worksheet>\
            """
                .formatted(TestPackage.MAIN))
        .sheet("Data", "<row r=\"1\"><c r=\"A1\"><v>0</v></c></row>")
        .before("<bookViews><workbookView activeTab=\"1\"/></bookViews>")
        .after(
            """
            <definedNames><definedName name="Here" localSheetId="1">Data!$A$1</definedName>\
            <definedName name="Total">Data!$A$1+First!$A$1</definedName></definedNames>\
            """)
        .part(
            "xl/worksheets/_rels/sheet2.xml.rels",
            "",
            TestPackage.relationships(
                "<Relationship Id=\"c\" Type=\"x/drawing\" Target=\"../charts/chart1.xml\"/>"))
        .part(
            "xl/charts/chart1.xml", CHART, "<c:c xmlns:c=\"urn:c\"><c:f>Data!$A$1:$B$2</c:f></c:c>")
        .part("docProps/app.xml", "x/extended", appProperties())
        .bytes();
  }

  private static String appProperties() {
    return "<Properties/>";
  }

  private static void assertHolds(String part, String wanted) {
    assertTrue(part.contains(wanted), () -> wanted + " is not in " + part);
  }

  private static List<String> names(byte[] bytes) {
    return Books.open(bytes).workbook().worksheets().stream().map(Worksheet::name).toList();
  }

  @Test
  void everythingFollowsARenamedSheet() {
    byte[] saved = Books.save(file(), b -> Books.rename(b, 1, "My Data"));
    String first = Parts.text(saved, "xl/worksheets/sheet1.xml");
    assertHolds(first, "<f t=\"shared\" ref=\"A1:A2\" si=\"0\">'My Data'!A1+1</f>");
    assertHolds(first, "<f t=\"shared\" si=\"0\"/>");
    assertHolds(first, "<formula>'My Data'!$A$1&gt;\"Data!\"</formula>");
    assertHolds(first, "location=\"'My Data'!A1\"");
    assertHolds(Parts.text(saved, "xl/charts/chart1.xml"), "<c:f>'My Data'!$A$1:$B$2</c:f>");
    String workbook = Parts.text(saved, "xl/workbook.xml");
    assertHolds(workbook, "localSheetId=\"1\">'My Data'!$A$1<");
    assertHolds(workbook, ">'My Data'!$A$1+First!$A$1<");
    assertEquals(List.of("First", "My Data"), names(saved));
  }

  @Test
  void aDeletedSheetTakesItsPartsAlong() {
    byte[] saved = Books.save(file(), b -> Books.delete(b, 1));
    var parts = Parts.of(saved).keySet();
    assertFalse(parts.contains("xl/worksheets/sheet2.xml"));
    assertFalse(parts.contains("xl/charts/chart1.xml"));
    assertFalse(parts.contains("xl/worksheets/_rels/sheet2.xml.rels"));
    String workbook = Parts.text(saved, "xl/workbook.xml");
    assertFalse(workbook.contains("Here"));
    assertHolds(workbook, "activeTab=\"0\"");
    assertHolds(Parts.text(saved, "xl/worksheets/sheet1.xml"), "location=\"#REF!\"");
    assertEquals(List.of("First"), names(saved));
  }

  @Test
  void namesAndTheOpenTabFollowAMovedSheet() {
    byte[] saved = Books.save(file(), b -> Books.move(b, 1, 0));
    String workbook = Parts.text(saved, "xl/workbook.xml");
    assertHolds(workbook, "activeTab=\"0\"");
    assertHolds(workbook, "name=\"Here\" localSheetId=\"0\"");
    assertEquals(List.of("Data", "First"), names(saved));
  }

  @Test
  void newSheetsGetPartRelationshipAndIdentity() {
    byte[] saved =
        Books.save(
            file(),
            b -> {
              Workbook added = Books.add(b, "A & B");
              int key = added.worksheets().getLast().key();
              return Books.formula(added, key, "C3", "Data!A1");
            });
    Workbook again = Books.open(saved).workbook();
    assertEquals(List.of("First", "Data", "A & B"), names(saved));
    assertEquals("{11111111-2222-3333-4444-555555555555}", again.worksheets().getLast().id());
    assertEquals("Data!A1", Books.formula(again, 2, "C3"));
  }

  @Test
  void aNewSheetCanBeChangedAfterTheSave() {
    XlsxFile file = Books.open(file());
    Workbook added = Books.delete(Books.add(file.workbook(), "New"), 0);
    XlsxFile.Saved first = file.save(added, Books.NOW);
    int key = added.worksheets().getLast().key();
    byte[] second = first.file().save(Books.number(added, key, "A1", 3), Books.NOW).bytes();
    assertEquals(List.of("Data", "New"), names(second));
    assertEquals(new NumberValue(3), Books.value(Books.open(second).workbook(), 1, "A1"));
  }

  @Test
  void theOpenTabIsNeverAHiddenOne() {
    byte[] saved = Books.save(file(), b -> Books.show(b, 1, Visibility.HIDDEN));
    assertHolds(Parts.text(saved, "xl/workbook.xml"), "activeTab=\"0\"");
    assertHolds(Parts.text(saved, "xl/workbook.xml"), "state=\"hidden\"");
  }

  @Test
  void signaturesGoWithTheFirstChange() {
    byte[] signed =
        TestPackage.rows("").part("_xmlsignatures/sig1.xml", "x/sig", "<Signature/>").bytes();
    XlsxFile file = Books.open(signed);
    XlsxFile.Saved saved = file.save(Books.number(file.workbook(), 0, "A1", 1), Books.NOW);
    assertEquals(1, saved.report().notices().size());
    assertEquals(List.of("_xmlsignatures/sig1.xml"), saved.report().removed());
  }
}
