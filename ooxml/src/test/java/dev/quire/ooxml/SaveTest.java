package dev.quire.ooxml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.TextValue;
import dev.quire.workbook.CalculationMode;
import dev.quire.workbook.ClearScope;
import dev.quire.workbook.Edit;
import dev.quire.workbook.Workbook;
import dev.quire.workbook.style.LookChange;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class SaveTest {
  private static final String SHEET = "xl/worksheets/sheet1.xml";

  private static String sheetAfter(String rows, UnaryOperator<Workbook> change) {
    return Parts.text(Books.save(TestPackage.rows(rows).bytes(), change), SHEET);
  }

  /// A file with the text of one part changed.
  private static byte[] withPart(byte[] file, String part, UnaryOperator<String> change) {
    Map<String, byte[]> parts = Parts.of(file);
    parts.put(part, change.apply(Parts.text(file, part)).getBytes(StandardCharsets.UTF_8));
    return TestPackage.zip(parts);
  }

  private static void assertHolds(String part, String wanted) {
    assertTrue(part.contains(wanted), () -> wanted + " is not in " + part);
  }

  @Test
  void aWhatIfTableIsCalculatedAndKept() {
    XlsxFile file =
        Books.open(
            TestPackage.rows(
                    """
                    <row r="1"><c r="A1"><v>5</v></c><c r="B1"><f>A1*2</f><v>10</v></c></row>\
                    <row r="2"><c r="A2"><v>7</v></c>\
                    <c r="B2"><f t="dataTable" ref="B2:B3" dt2D="0" dtr="0" r1="A1"/><v>14</v></c>\
                    </row><row r="3"><c r="A3"><v>8</v></c><c r="B3"><v>16</v></c></row>\
                    """)
                .bytes());
    Workbook changed = Books.number(file.workbook(), 0, "A2", 9);
    assertEquals(new NumberValue(18), Books.value(changed, 0, "B2"));
    byte[] saved = file.save(changed, Books.NOW).bytes();
    assertTrue(
        Parts.text(saved, "xl/worksheets/sheet1.xml")
            .contains(
                "<f t=\"dataTable\" ref=\"B2:B3\" dt2D=\"0\" dtr=\"0\" r1=\"A1\"/><v>18</v>"));
  }

  @Test
  void noChangeGivesTheSameBytes() {
    byte[] bytes = TestPackage.rows("<row><c><v>1</v></c></row>").bytes();
    XlsxFile file = Books.open(bytes);
    assertSame(bytes, file.save(file.workbook(), Books.NOW).bytes());
  }

  @Test
  void untouchedCellsRowsAndElementsStayByteForByte() {
    String sheet =
        """
        <worksheet xmlns="%s" xmlns:u="urn:u"><sheetPr><u:x/></sheetPr><dimension ref="A1:C2"/>\
        <sheetData><row r="1" spans="1:2" u:d="0.25" ht='20'><c r="A1" u:q="1"><v>1.0</v></c>\
        <c r="B1" s="0"><v>2</v><u:y/></c></row>\
        <row r="2"><c r="A2"><v>0003</v></c></row></sheetData><u:z a="b"/><!-- end --></worksheet>\
        """
            .formatted(TestPackage.MAIN);
    byte[] bytes = new TestPackage().sheetPart("Sheet1", sheet).bytes();
    byte[] saved = Books.save(bytes, b -> Books.number(Books.number(b, 0, "B1", 5), 0, "D1", 6));
    assertEquals(
        sheet
            .replace("A1:C2", "A1:D2")
            .replace("spans=\"1:2\"", "spans=\"1:4\"")
            .replace("<v>2</v><u:y/></c>", "<v>5</v><u:y/></c><c r=\"D1\"><v>6</v></c>"),
        Parts.text(saved, SHEET));
  }

  @Test
  void newRowsAndCellsStandInOrder() {
    String sheet =
        sheetAfter(
            "<row r=\"3\"><c r=\"B3\"><v>1</v></c></row><row r=\"5\"/>",
            b -> {
              Workbook book = b;
              for (String at : List.of("A1", "A3", "C3", "A4", "A5", "A9")) {
                book = Books.number(book, 0, at, 7);
              }
              return book;
            });
    assertHolds(
        sheet,
        """
        <row r="1"><c r="A1"><v>7</v></c></row><row r="3"><c r="A3"><v>7</v></c><c r="B3"><v>1</v></c>\
        <c r="C3"><v>7</v></c></row><row r="4"><c r="A4"><v>7</v></c></row>\
        <row r="5"><c r="A5"><v>7</v></c></row><row r="9"><c r="A9"><v>7</v></c></row>\
        """);
  }

  @Test
  void rowsWithoutNumbersGetThemBehindANewOne() {
    String rows = "<row><c><v>1</v></c></row><row r=\"7\"><c><v>2</v></c></row><row/>";
    String sheet = sheetAfter(rows, b -> Books.number(b, 0, "A3", 9));
    assertHolds(sheet, "<row><c><v>1</v></c></row><row r=\"3\"><c r=\"A3\"><v>9</v></c></row>");
    assertHolds(sheet, "<row r=\"8\"/>");
  }

  @Test
  void disorderedSheetsArePutInOrder() {
    String rows =
        """
        <row r="4"><c r="B4"><v>4</v></c><c r="A4"><v>3</v></c></row>\
        <row r="2"><c r="A2"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>\
        """;
    byte[] bytes = TestPackage.rows(rows).bytes();
    XlsxFile file = Books.open(bytes);
    byte[] saved = file.save(Books.number(file.workbook(), 0, "A3", 9), Books.NOW).bytes();
    assertHolds(
        Parts.text(saved, SHEET),
        """
        <row r="2"><c r="A2"><v>2</v></c></row><row r="3"><c r="A3"><v>9</v></c></row>\
        <row r="4"><c r="A4"><v>3</v></c><c r="B4"><v>4</v></c></row>\
        """);
    assertEquals(List.of(), Lint.of(saved));
  }

  @Test
  void textsAreAddedToTheTableAndFoundAgain() {
    byte[] bytes =
        TestPackage.rows("<row><c t=\"s\"><v>0</v></c></row>")
            .strings("<si><t>old</t></si>")
            .bytes();
    byte[] saved =
        Books.save(
            bytes,
            b ->
                Books.text(
                    Books.text(Books.text(b, 0, "B1", " n&w"), 0, "C1", "old"), 0, "D1", " n&w"));
    assertHolds(
        Parts.text(saved, "xl/sharedStrings.xml"),
        "<si><t>old</t></si><si><t xml:space=\"preserve\"> n&amp;w</t></si>");
    assertHolds(Parts.text(saved, SHEET), "<c r=\"C1\" t=\"s\"><v>0</v></c>");
    assertEquals(new TextValue(" n&w"), Books.value(Books.open(saved).workbook(), 0, "D1"));
  }

  @Test
  void aTableOfTextsIsMadeWhereThereIsNone() {
    byte[] saved = Books.save(TestPackage.rows("").bytes(), b -> Books.text(b, 0, "A1", "é"));
    assertEquals(new TextValue("é"), Books.value(Books.open(saved).workbook(), 0, "A1"));
    assertHolds(Parts.text(saved, "xl/sharedStrings.xml"), "uniqueCount=\"1\"");
  }

  @Test
  void aTableOfTextsIsMadeWhereTheOneThatIsNamedIsMissing() {
    byte[] file = TestPackage.rows("").relationship("sharedStrings", "missing.xml").bytes();
    byte[] saved = Books.save(file, b -> Books.text(b, 0, "A1", "é"));
    assertEquals(new TextValue("é"), Books.value(Books.open(saved).workbook(), 0, "A1"));
  }

  @Test
  void theNextCellTakesOverASharedFormula() {
    String rows =
        """
        <row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="4">B1+1</f><v>1</v></c></row>\
        <row r="2"><c r="A2"><f t="shared" si="4"/><v>1</v></c></row>\
        <row r="3"><c r="A3"><f t="shared" si="4"/><v>1</v></c></row>\
        """;
    String sheet = sheetAfter(rows, b -> Books.number(b, 0, "A1", 5));
    assertHolds(sheet, "<c r=\"A1\"><v>5</v></c>");
    assertHolds(sheet, "<c r=\"A2\"><f t=\"shared\" ref=\"A2:A3\" si=\"4\">B2+1</f><v>1</v></c>");
    assertHolds(sheet, "<c r=\"A3\"><f t=\"shared\" si=\"4\"/><v>1</v></c>");
  }

  @Test
  void aSharedFormulaWithoutACornerIsWrittenOut() {
    String rows =
        """
        <row r="1"><c r="A1"><f t="shared" ref="A1:B2" si="0">C1</f><v>0</v></c>\
        <c r="B1"><f t="shared" si="0"/><v>0</v></c></row>\
        <row r="2"><c r="A2"><f t="shared" si="0"/><v>0</v></c>\
        <c r="B2"><f t="shared" si="0"/><v>0</v></c></row>\
        """;
    String sheet = sheetAfter(rows, b -> Books.number(b, 0, "A1", 5));
    assertHolds(sheet, "<f>D1</f>");
    assertHolds(sheet, "<f>C2</f>");
    assertHolds(sheet, "<f>D2</f>");
    assertFalse(sheet.contains("shared"));
  }

  @Test
  void recalculatedFormulasKeepTheirTextAndGetFreshValues() {
    String rows =
        """
        <row r="1"><c r="A1"><v>1</v></c><c r="B1"><f ca="1">A1 * 2</f><v>2</v></c>\
        <c r="C1" t="str"><f>A1&amp;"x"</f><v>1x</v></c></row>\
        """;
    String sheet = sheetAfter(rows, b -> Books.number(b, 0, "A1", 4));
    assertHolds(sheet, "<c r=\"B1\"><f ca=\"1\">A1 * 2</f><v>8</v></c>");
    assertHolds(sheet, "<c r=\"C1\" t=\"str\"><f>A1&amp;\"x\"</f><v>4x</v></c>");
  }

  @Test
  void theCalculationChainStaysUntilFormulasComeOrGo() {
    byte[] bytes =
        TestPackage.rows(
                "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><f>A1</f><v>1</v></c></row>")
            .calcChain("<c r=\"B1\" i=\"1\"/>")
            .bytes();
    byte[] valueOnly = Books.save(bytes, b -> Books.number(b, 0, "A1", 2));
    assertTrue(Parts.of(valueOnly).containsKey("xl/calcChain.xml"));
    byte[] gone = Books.save(bytes, b -> Books.number(b, 0, "B1", 2));
    assertFalse(Parts.of(gone).containsKey("xl/calcChain.xml"));
    byte[] more = Books.save(bytes, b -> Books.formula(b, 0, "C1", "B1"));
    assertFalse(Parts.of(more).containsKey("xl/calcChain.xml"));
  }

  @Test
  void spillingFormulasAreMarkedAndOrdinaryOnesAreNot() {
    byte[] bytes = TestPackage.rows("<row r=\"1\"><c r=\"A1\"><v>3</v></c></row>").bytes();
    byte[] saved =
        Books.save(
            bytes,
            b ->
                Books.formula(Books.formula(b, 0, "C1", "A1:A3*2"), 0, "D1", "SUM(A1:A2)+ABS(A1)"));
    String sheet = Parts.text(saved, SHEET);
    assertTrue(
        sheet.matches(".*<c r=\"C1\" cm=\"1\"><f t=\"array\" ref=\"C1(:C3)?\">A1:A3\\*2</f>.*"));
    assertHolds(sheet, "<c r=\"D1\"><f>SUM(A1:A2)+ABS(A1)</f><v>6</v></c>");
    assertTrue(Books.open(saved).workbook().cells(0).arrays().getFirst().dynamic());
  }

  /// As openpyxl and Apache POI write them: Quire calculates such an array when it opens the file.
  @Test
  void anArrayWithoutValuesInTheFileIsSavedWholeWhenOneOfThemChanges() {
    byte[] bytes =
        TestPackage.rows(
                """
                <row r="1"><c r="A1"><v>1</v></c>\
                <c r="C1"><f t="array" ref="C1:C3">A1:A3*2</f><v/></c></row>\
                <row r="2"><c r="A2"><v>2</v></c></row><row r="3"><c r="A3"><v>3</v></c></row>\
                """)
            .bytes();
    byte[] saved = Books.save(bytes, b -> Books.number(b, 0, "A2", 20));
    Workbook again = Books.open(saved).workbook();
    assertEquals(new NumberValue(2), Books.value(again, 0, "C1"));
    assertEquals(new NumberValue(40), Books.value(again, 0, "C2"));
    assertEquals(new NumberValue(6), Books.value(again, 0, "C3"));
    assertHolds(Parts.text(saved, SHEET), "<f t=\"array\" ref=\"C1:C3\">A1:A3*2</f><v>2</v>");
  }

  /// As XlsxWriter writes it: the values of the other cells would bar its way as constants.
  @Test
  void aSpillThatTheFileGivesOneCellIsSavedWithTheCellsThatItFills() {
    byte[] bytes =
        TestPackage.rows("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row>")
            .bytes();
    byte[] spilled = Books.save(bytes, b -> Books.formula(b, 0, "A3", "A1:B1*2"));
    byte[] untold =
        withPart(
            spilled,
            SHEET,
            text ->
                text.replace("ref=\"A3:B3\"", "ref=\"A3\"")
                    .replace("<v>2</v></c><c r=\"B3\"><v>4</v></c>", "<v></v></c>"));
    byte[] saved = Books.save(untold, b -> Books.number(b, 0, "B1", 9));
    String sheet = Parts.text(saved, SHEET);
    assertHolds(sheet, "<f t=\"array\" ref=\"A3:B3\">A1:B1*2</f><v>2</v></c>");
    assertHolds(sheet, "<c r=\"B3\"><v>18</v></c>");
    assertEquals(
        new NumberValue(18), Books.value(Books.open(saved).workbook(), 0, "B3"), "not barred");
  }

  @Test
  void aPartThatIsCalledAsciiTakesAllLetters() {
    byte[] bytes =
        withPart(
            TestPackage.rows("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>").strings("").bytes(),
            "xl/sharedStrings.xml",
            text -> "<?xml version=\"1.0\" encoding=\"us-ascii\"?>" + text);
    byte[] saved = Books.save(bytes, b -> Books.text(b, 0, "A1", "Österreich"));
    assertEquals(new TextValue("Österreich"), Books.value(Books.open(saved).workbook(), 0, "A1"));
    assertHolds(Parts.text(saved, "xl/sharedStrings.xml"), "encoding=\"UTF-8\"");
  }

  @Test
  void anOverwrittenSpillLosesItsMark() {
    byte[] bytes = TestPackage.rows("<row r=\"1\"><c r=\"A1\"><v>3</v></c></row>").bytes();
    byte[] spilled = Books.save(bytes, b -> Books.formula(b, 0, "C1", "A1:A3*2"));
    String sheet = Parts.text(Books.save(spilled, b -> Books.number(b, 0, "C1", 1)), SHEET);
    assertHolds(sheet, "<c r=\"C1\"><v>1</v></c>");
  }

  @Test
  void newFormatsAreCopiesOfTheOneBefore() {
    byte[] bytes =
        TestPackage.rows("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>1</v></c></row>")
            .styles(
                """
                <fonts count="1"><font/></fonts><cellXfs count="2"><xf numFmtId="0"/>\
                <xf numFmtId="9" fontId="0" applyFont="1"><alignment wrapText="1"/></xf></cellXfs>\
                """)
            .bytes();
    byte[] saved =
        Books.save(bytes, b -> Books.format(Books.format(b, 0, "A1", "0.000"), 0, "B1", "0.00%"));
    String styles = Parts.text(saved, "xl/styles.xml");
    assertHolds(
        styles, "<numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"0.000\"/></numFmts>");
    assertHolds(styles, "<cellXfs count=\"4\">");
    assertHolds(styles, "applyFont=\"1\"");
    assertHolds(styles, "<alignment wrapText=\"1\"/></xf></cellXfs>".substring(0, 24));
    Workbook again = Books.open(saved).workbook();
    assertEquals("0.000", again.style(0, 0, 0).numberFormat());
    assertEquals("0.00%", again.style(0, 0, 1).numberFormat());
  }

  @Test
  void stylesAreMadeWhereThereAreNone() {
    byte[] saved = Books.save(TestPackage.rows("").bytes(), b -> Books.format(b, 0, "A1", "yyyy"));
    assertEquals("yyyy", Books.open(saved).workbook().style(0, 0, 0).numberFormat());
  }

  @Test
  void clearedCellsGoAndTheirRowStays() {
    String rows = "<row r=\"1\" ht=\"30\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row>";
    String sheet =
        sheetAfter(
            rows,
            b -> Books.apply(b, new Edit.ClearCells(0, Area.cell(0, 0), ClearScope.CONTENTS)));
    assertHolds(sheet, "<row r=\"1\" ht=\"30\"><c r=\"B1\"><v>2</v></c></row>");
  }

  @Test
  void aSecondSaveStartsFromTheFirst() {
    XlsxFile file = Books.open(TestPackage.rows("").bytes());
    Workbook one = Books.formula(Books.text(file.workbook(), 0, "A1", "a"), 0, "A2", "A1&\"b\"");
    XlsxFile.Saved first = file.save(Books.format(one, 0, "A3", "0.0"), Books.NOW);
    assertSame(first.bytes(), first.file().save(first.file().workbook(), Books.NOW).bytes());
    Workbook two =
        Books.format(Books.text(first.file().workbook(), 0, "A1", "c"), 0, "A4", "0.00000");
    byte[] second = first.file().save(two, Books.NOW).bytes();
    Workbook again = Books.open(second).workbook();
    assertEquals(new TextValue("cb"), Books.value(again, 0, "A2"));
    assertEquals("0.0", again.style(0, 2, 0).numberFormat());
    assertEquals("0.00000", again.style(0, 3, 0).numberFormat());
    assertEquals(List.of(), Lint.of(second));
  }

  @Test
  void prefixedAndUtf16SheetsKeepTheirForm() {
    String xml =
        """
        <?xml version="1.0" encoding="UTF-16"?><x:worksheet xmlns:x="%s"><x:sheetData>\
        <x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>\
        """
            .formatted(TestPackage.MAIN);
    byte[] bytes =
        new TestPackage().sheetPart("Sheet1", xml.getBytes(StandardCharsets.UTF_16)).bytes();
    byte[] saved = Books.save(bytes, b -> Books.number(Books.number(b, 0, "A1", 2), 0, "B2", 3));
    String sheet = Parts.text(saved, SHEET);
    assertHolds(sheet, "encoding=\"UTF-8\"");
    assertHolds(sheet, "<x:c r=\"A1\"><x:v>2</x:v></x:c></x:row><x:row r=\"2\"><x:c r=\"B2\">");
    assertEquals(new NumberValue(3), Books.value(Books.open(saved).workbook(), 0, "B2"));
  }

  /// Settings of rows and columns as another file has them.
  private static String withLayoutOf(String before, String wanted) {
    XlsxFile file = Books.open(new TestPackage().sheetPart("Sheet1", before).bytes());
    XlsxFile other = Books.open(new TestPackage().sheetPart("Sheet1", wanted).bytes());
    byte[] saved = file.save(other.workbook(), Books.NOW).bytes();
    assertEquals(List.of(), Lint.of(saved));
    return Parts.text(saved, SHEET);
  }

  private static String worksheet(String columns, String rows) {
    return "<worksheet xmlns=\"%s\">%s<sheetData>%s</sheetData></worksheet>"
        .formatted(TestPackage.MAIN, columns, rows);
  }

  @Test
  void hiddenRowsAndColumnsAreWritten() {
    String columns = "<cols><col min=\"2\" max=\"4\" width=\"9.140625\" hidden=\"1\"/></cols>";
    String rows = "<row r=\"2\" hidden=\"1\"/><row r=\"3\"><c r=\"A3\"><v>1</v></c></row>";
    String plain = "<row r=\"3\"><c r=\"A3\"><v>1</v></c></row>";
    assertEquals(
        worksheet(columns, rows), withLayoutOf(worksheet("", plain), worksheet(columns, rows)));
    assertEquals(
        worksheet("", "<row r=\"2\"/>" + plain),
        withLayoutOf(worksheet("", rows), worksheet("", plain)));
  }

  @Test
  void aColumnIsHiddenWithoutItsNeighbours() {
    String wide = "<cols><col min=\"1\" max=\"3\" width=\"20\" customWidth=\"1\"/></cols>";
    String wanted = "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols>";
    assertEquals(
        worksheet(
            """
            <cols><col min="1" max="1" width="20" customWidth="1"/>\
            <col min="2" max="2" width="20" customWidth="1" hidden="1"/>\
            <col min="3" max="3" width="20" customWidth="1"/></cols>\
            """,
            ""),
        withLayoutOf(worksheet(wide, ""), worksheet(wanted, "")));
  }

  @Test
  void textsGoBeforeTheExtensionsOfTheirTable() {
    byte[] bytes =
        TestPackage.rows("")
            .strings("<si><t>old</t></si><extLst><ext uri=\"u\"/></extLst>")
            .bytes();
    String strings =
        Parts.text(Books.save(bytes, b -> Books.text(b, 0, "A1", "new")), "xl/sharedStrings.xml");
    assertHolds(strings, "<si><t>new</t></si><extLst>");
  }

  @Test
  void errorsThatNeedMetadataAreLeftToTheNextCalculation() {
    byte[] bytes = TestPackage.rows("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>").bytes();
    byte[] saved =
        Books.save(
            bytes,
            b -> Books.error(Books.error(b, 0, "A1", ErrorValue.DIV0), 0, "B1", ErrorValue.SPILL));
    String sheet = Parts.text(saved, SHEET);
    assertHolds(sheet, "<c r=\"A1\" t=\"e\"><v>#DIV/0!</v></c>");
    assertHolds(sheet, "<c r=\"B1\" t=\"e\"><v>#VALUE!</v></c>");
  }

  @Test
  void calculationModeIsKept() {
    byte[] saved =
        Books.save(
            TestPackage.rows("").bytes(),
            b -> Books.apply(b, new Edit.SetCalculationMode(CalculationMode.MANUAL)));
    assertEquals(CalculationMode.MANUAL, Books.open(saved).workbook().calculationMode());
  }

  @Test
  void theBlankWorkbookIsFlawlessAndCanBeFilled() {
    byte[] blank = XlsxFile.blank();
    assertEquals(List.of(), Lint.of(blank));
    byte[] saved = Books.save(blank, b -> Books.text(b, 0, "A1", "first"));
    assertEquals(new TextValue("first"), Books.value(Books.open(saved).workbook(), 0, "A1"));
  }

  /// Column B is written in percent, row 2 with two decimals.
  private static byte[] styledColumns() {
    return new TestPackage()
        .sheetPart(
            "Sheet1",
            """
            <worksheet xmlns="%s"><cols><col min="2" max="2" width="9" style="1"/></cols>\
            <sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>1</v></c></row>\
            <row r="2" s="2" customFormat="1"><c r="A2"><v>1</v></c></row></sheetData></worksheet>\
            """
                .formatted(TestPackage.MAIN))
        .styles(
            """
            <cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="9" applyNumberFormat="1"/>\
            <xf numFmtId="2" applyNumberFormat="1"/></cellXfs>\
            """)
        .bytes();
  }

  @Test
  void aCellThatNamesNoStyleLooksPlainWhateverItsRowAndColumnLookLike() {
    Workbook book = Books.open(styledColumns()).workbook();
    assertEquals("1", book.text(book.worksheets().getFirst().key(), 0, 1));
    assertEquals("1", book.text(book.worksheets().getFirst().key(), 1, 0));
  }

  @Test
  void aNewCellLooksLikeItsRowOrColumn() {
    byte[] saved =
        Books.save(styledColumns(), b -> Books.number(Books.number(b, 0, "B3", 0.5), 0, "C2", 0.5));
    String sheet = Parts.text(saved, SHEET);
    assertHolds(sheet, "<c r=\"B3\" s=\"1\"><v>0.5</v></c>");
    assertHolds(sheet, "<c r=\"C2\" s=\"2\"><v>0.5</v></c>");
    assertEquals("50%", Books.open(saved).workbook().text(0, 2, 1));
  }

  @Test
  void cellsWithoutAStyleFollowAColumnThatIsFormatted() {
    byte[] bytes = TestPackage.rows("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>").bytes();
    byte[] saved =
        Books.save(
            bytes,
            b ->
                Books.apply(
                    b,
                    new Edit.FormatCells(
                        0, A1.parse("A:A").orElseThrow(), List.of(new LookChange.Bold(true)))));
    assertTrue(Parts.text(saved, SHEET).matches("(?s).*<c r=\"A1\" s=\"[1-9]\"><v>1</v></c>.*"));
  }
}
