package dev.quire.ooxml;

import static dev.quire.ooxml.Books.formula;
import static dev.quire.ooxml.Books.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.engine.cells.ArrayArea;
import dev.quire.engine.ref.Area;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.TextValue;
import dev.quire.ooxml.guard.XlsxFault;
import dev.quire.workbook.CalculationMode;
import dev.quire.workbook.NamedItem;
import dev.quire.workbook.Table;
import dev.quire.workbook.Visibility;
import dev.quire.workbook.Workbook;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadTest {
  private static Workbook read(TestPackage file) {
    return Books.open(file.bytes()).workbook();
  }

  private static Workbook rows(String rows) {
    return read(TestPackage.rows(rows));
  }

  @Test
  void everyCellTypeIsRead() {
    Workbook book =
        rows(
            """
            <row r="1"><c r="A1"><v>1.5</v></c><c r="B1" t="b"><v>1</v></c>\
            <c r="C1" t="e"><v>#N/A</v></c><c r="D1" t="str"><v>a &amp; b</v></c>\
            <c r="E1" t="inlineStr"><is><r><t>ri</t></r><r><t>ch</t></r>\
            <rPh sb="0" eb="1"><t>no</t></rPh></is></c>\
            <c r="F1" t="d"><v>2011-03-14T12:00:00Z</v></c><c r="G1" t="n"><v> 1e400 </v></c></row>\
            """);
    assertEquals(new NumberValue(1.5), value(book, 0, "A1"));
    assertEquals(LogicalValue.TRUE, value(book, 0, "B1"));
    assertEquals(ErrorValue.NA, value(book, 0, "C1"));
    assertEquals(new TextValue("a & b"), value(book, 0, "D1"));
    assertEquals(new TextValue("rich"), value(book, 0, "E1"));
    assertEquals(new NumberValue(40616.5), value(book, 0, "F1"));
    assertEquals(ErrorValue.NUM, value(book, 0, "G1"));
  }

  /// As PHP_XLSXWriter writes them.
  @Test
  void formulasMayBeginWithAnEqualsSign() {
    Workbook book =
        rows(
            """
            <row r="1"><c r="A1"><v>3</v></c><c r="B1" t="s"><f>=A1*2</f></c>\
            <c r="C1"><f t="array" ref="C1">=SUM(A1:A2*2)</f></c></row>\
            """);
    assertEquals(new NumberValue(6), value(book, 0, "B1"));
    assertEquals("A1*2", formula(book, 0, "B1"));
    assertEquals(new NumberValue(6), value(book, 0, "C1"));
  }

  @Test
  void numbersMayStandInCdataOrHaveReferences() {
    Workbook book =
        rows(
            """
            <row r="1"><c r="A1"><v><![CDATA[1.5]]></v></c><c r="B1"><v>2&#46;5</v></c></row>\
            """);
    assertEquals(new NumberValue(1.5), value(book, 0, "A1"));
    assertEquals(new NumberValue(2.5), value(book, 0, "B1"));
  }

  @Test
  void rowsHiddenByAFilterAreToldFromThoseHiddenByHand() {
    String rows =
        """
        <row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>SUBTOTAL(9,A1:A9)</f></c></row>\
        <row r="2" hidden="1"><c r="A2"><v>2</v></c></row>\
        <row r="3"><c r="A3"><v>4</v></c></row>\
        <row r="4" hidden="1"><c r="A4"><v>8</v></c></row>\
        """;
    String sheet =
        "<worksheet xmlns=\"%s\"><sheetData>%s</sheetData><autoFilter ref=\"A1:A3\">%s</autoFilter>"
            + "</worksheet>";
    String criterion = "<filterColumn colId=\"0\"><filters/></filterColumn>";
    Workbook filtered =
        read(new TestPackage().sheetPart("A", sheet.formatted(TestPackage.MAIN, rows, criterion)));
    assertEquals(new NumberValue(13), value(filtered, 0, "B1"));
    Workbook all =
        read(new TestPackage().sheetPart("A", sheet.formatted(TestPackage.MAIN, rows, "")));
    assertEquals(new NumberValue(15), value(all, 0, "B1"));
  }

  @Test
  void errorsNewerThanTheFormatAreFoundOverTheirMetadata() {
    String metadata =
        """
        <metadata xmlns="%s"><metadataTypes count="1"><metadataType name="XLRICHVALUE"/>\
        </metadataTypes><futureMetadata name="XLRICHVALUE" count="2">\
        <bk><extLst><ext uri="a"><x:rvb xmlns:x="rich" i="0"/></ext></extLst></bk>\
        <bk><extLst><ext uri="a"><x:rvb xmlns:x="rich" i="1"/></ext></extLst></bk>\
        </futureMetadata><valueMetadata count="2"><bk><rc t="1" v="0"/></bk>\
        <bk><rc t="1" v="1"/></bk></valueMetadata></metadata>\
        """;
    Workbook book =
        read(
            TestPackage.rows(
                    """
                    <row r="1"><c r="A1" t="e" vm="1"><f>B1#</f><v>#VALUE!</v></c>\
                    <c r="B1" t="e" vm="2"><f>C1#</f><v>#VALUE!</v></c>\
                    <c r="C1" t="e"><v>#FIELD!</v></c></row>\
                    """)
                .linked("metadata.xml", "sheetMetadata", metadata.formatted(TestPackage.MAIN))
                .linked(
                    "rv.xml",
                    "rdRichValue",
                    "<rvData xmlns='r'><rv s='0'><v>8</v><v>1</v></rv><rv s='0'><v>13</v></rv></rvData>")
                .linked(
                    "rvs.xml",
                    "rdRichValueStructure",
                    "<rvStructures xmlns='r'><s t='_error'><k n='errorType'/><k n='subType'/></s>"
                        + "</rvStructures>"));
    assertEquals(ErrorValue.SPILL, value(book, 0, "A1"));
    assertEquals(ErrorValue.CALC, value(book, 0, "B1"));
    assertEquals(ErrorValue.FIELD, value(book, 0, "C1"));
  }

  @Test
  void rowsAndCellsWithoutPositionFollowTheOneBefore() {
    Workbook book =
        rows("<row><c><v>1</v></c><c><v>2</v></c></row><row r=\"5\"/><row><c><v>3</v></c></row>");
    assertEquals(new NumberValue(2), value(book, 0, "B1"));
    assertEquals(new NumberValue(3), value(book, 0, "A6"));
  }

  @Test
  void laterRowsWinWhereOneIsGivenTwice() {
    Workbook book =
        rows(
            "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\"><v>2</v></c></row>");
    assertEquals(new NumberValue(2), value(book, 0, "A2"));
  }

  @Test
  void prefixesCommentsAndCdataAreUnderstood() {
    String xml =
        """
        <?xml version="1.0"?><!-- x --><x:worksheet xmlns:x="%s"><x:sheetData><x:row r="1">\
        <!-- <c> --><x:c r="A1" t="str"><x:v><![CDATA[<b>&]]></x:v></x:c>\
        <x:c r='B1'><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>\
        """
            .formatted(TestPackage.MAIN);
    Workbook book = read(new TestPackage().sheetPart("Sheet1", xml));
    assertEquals(new TextValue("<b>&"), value(book, 0, "A1"));
    assertEquals(new NumberValue(2), value(book, 0, "B1"));
  }

  @Test
  void utf16AndByteOrderMarksAreUnderstood() {
    String xml =
        """
        <?xml version="1.0" encoding="%s"?><worksheet xmlns="%s"><sheetData><row r="1">\
        <c r="A1" t="str"><v>Grüße 😀</v></c></row></sheetData></worksheet>\
        """;
    String utf16 = xml.formatted("UTF-16", TestPackage.MAIN);
    String utf8 = "\uFEFF" + xml.formatted("UTF-8", TestPackage.MAIN);
    for (byte[] bytes :
        List.of(
            utf16.getBytes(StandardCharsets.UTF_16),
            utf16.getBytes(StandardCharsets.UTF_16LE),
            utf8.getBytes(StandardCharsets.UTF_8))) {
      Workbook book = read(new TestPackage().sheetPart("Sheet1", bytes));
      assertEquals(new TextValue("Grüße 😀"), value(book, 0, "A1"));
    }
  }

  @Test
  void sharedTextsKeepEscapesAndWantedBlanks() {
    Workbook book =
        read(
            TestPackage.rows(
                    """
                    <row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c>\
                    <c t="s"><v>3</v></c></row>\
                    """)
                .strings(
                    """
                    <si><t xml:space="preserve"> a </t></si><si><t> b </t></si>\
                    <si><t>x_x000D_y_x005F_x0041_</t></si><si><t/></si>\
                    """));
    assertEquals(new TextValue(" a "), value(book, 0, "A1"));
    assertEquals(new TextValue("b"), value(book, 0, "B1"));
    assertEquals(new TextValue("x\ry_x0041_"), value(book, 0, "C1"));
    assertEquals(TextValue.EMPTY, value(book, 0, "D1"));
  }

  @Test
  void equalSharedTextsAreOneObject() {
    Workbook book =
        read(
            TestPackage.rows("<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row>")
                .strings("<si><t>same</t></si><si><r><t>sa</t></r><r><t>me</t></r></si>"));
    var first = (TextValue) value(book, 0, "A1");
    var second = (TextValue) value(book, 0, "B1");
    assertSame(first.text(), second.text());
  }

  @Test
  void sharedFormulasMoveWithTheirCells() {
    Workbook book =
        rows(
            """
            <row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B2" si="0">A1*2</f>\
            <v>2</v></c></row><row r="2"><c r="A2"><v>2</v></c>\
            <c r="B2"><f t="shared" si="0"/><v>4</v></c></row>\
            """);
    assertEquals("A2*2", formula(book, 0, "B2"));
    assertEquals(new NumberValue(4), value(book, 0, "B2"));
  }

  @Test
  void arrayFormulasKeepTheirAreaAndMark() {
    String metadata =
        """
        <metadata xmlns="%s"><metadataTypes count="2"><metadataType name="XLRICHVALUE"/>\
        <metadataType name="XLDAPR"/></metadataTypes><cellMetadata count="2">\
        <bk><rc t="1" v="0"/></bk><bk><rc t="2" v="0"/></bk></cellMetadata></metadata>\
        """
            .formatted(TestPackage.MAIN);
    byte[] bytes =
        TestPackage.rows(
                """
                <row r="1"><c r="A1" cm="2"><f t="array" ref="A1:A2">{1;2}</f><v>1</v></c>\
                <c r="B1" cm="1"><f t="array" ref="B1:B2">{3;4}</f><v>3</v></c></row>\
                <row r="2"><c r="A2"><v>2</v></c><c r="B2"><v>4</v></c></row>\
                """)
            .part("xl/metadata.xml", "", metadata)
            .bytes();
    var parts = new LinkedHashMap<>(Parts.of(bytes));
    String rels = new String(parts.get("xl/_rels/workbook.xml.rels"), StandardCharsets.UTF_8);
    String added =
        "<Relationship Id=\"m\" Type=\"x/relationships/sheetMetadata\" Target=\"metadata.xml\"/></Rel";
    parts.put(
        "xl/_rels/workbook.xml.rels",
        rels.replace("</Rel", added).getBytes(StandardCharsets.UTF_8));
    Workbook book = Books.open(TestPackage.zip(parts)).workbook();
    assertEquals(
        List.of(
            new ArrayArea(new Area(0, 0, 1, 0), true), new ArrayArea(new Area(0, 1, 1, 1), false)),
        book.cells(0).arrays());
  }

  @Test
  void whatIfTablesAreConstants() {
    Workbook book =
        rows("<row><c><f t=\"dataTable\" ref=\"A1:A2\" dt2D=\"0\" r1=\"C1\"/><v>7</v></c></row>");
    assertEquals(new NumberValue(7), value(book, 0, "A1"));
    assertEquals("", formula(book, 0, "A1"));
  }

  @Test
  void datesBefore1904DifferBySystem() {
    String row = "<row><c t=\"d\"><v>1904-01-02</v></c><c t=\"d\"><v>1900-01-01</v></c></row>";
    assertEquals(new NumberValue(1463), value(rows(row), 0, "A1"));
    assertEquals(new NumberValue(1), value(rows(row), 0, "B1"));
    Workbook from1904 = read(TestPackage.rows(row).before("<workbookPr date1904=\"1\"/>"));
    assertTrue(from1904.date1904());
    assertEquals(new NumberValue(1), value(from1904, 0, "A1"));
  }

  @Test
  void numberFormatsComeByNumberOrByCode() {
    Workbook book =
        read(
            TestPackage.rows("<row><c s=\"1\"/><c s=\"2\"/><c s=\"9\"/></row>")
                .styles(
                    """
                    <numFmts><numFmt numFmtId="164" formatCode="0.0&quot;x&quot;"/></numFmts>\
                    <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs>\
                    """));
    assertEquals("m/d/yyyy", book.style(0, 0, 0).numberFormat());
    assertEquals("0.0\"x\"", book.style(0, 0, 1).numberFormat());
    assertEquals("General", book.style(0, 0, 2).numberFormat());
    assertEquals(BlankValue.BLANK, value(book, 0, "A1"));
  }

  @Test
  void sheetsNamesAndSettingsAreRead() {
    Workbook book =
        read(
            new TestPackage()
                .sheet("One", "")
                .sheetPart(
                    "Two",
                    """
                    <worksheet xmlns="%s" xmlns:xr="%s" xr:uid="{A}"><cols>\
                    <col min="2" max="3" hidden="1"/></cols><sheetData>\
                    <row r="4" hidden="1"/></sheetData></worksheet>\
                    """
                        .formatted(
                            TestPackage.MAIN,
                            "http://schemas.microsoft.com/office/spreadsheetml/2014/revision"))
                .after(
                    """
                    <definedNames><definedName name="Rate" comment="c">Two!$A$1</definedName>\
                    <definedName name="Local" localSheetId="1" hidden="1">One!$B$2</definedName>\
                    </definedNames><calcPr calcMode="manual"/>\
                    """));
    assertEquals(List.of("One", "Two"), book.worksheets().stream().map(s -> s.name()).toList());
    assertEquals("{A}", book.worksheets().get(1).id());
    assertTrue(book.worksheets().get(1).layout().isColumnHidden(2));
    assertTrue(book.worksheets().get(1).layout().isRowHidden(3));
    assertEquals(CalculationMode.MANUAL, book.calculationMode());
    NamedItem rate = book.names().getFirst();
    assertEquals("Two!$A$1", book.nameFormula(rate));
    assertEquals("c", rate.comment().orElseThrow());
    assertEquals(1, book.names().get(1).sheet().orElseThrow());
  }

  @Test
  void tablesAreRead() {
    byte[] bytes =
        TestPackage.rows("<row><c t=\"str\"><v>a</v></c><c t=\"str\"><v>b</v></c></row>")
            .part(
                "xl/worksheets/_rels/sheet1.xml.rels",
                "",
                TestPackage.relationships(
                    "<Relationship Id=\"t\" Type=\"x/table\" Target=\"../tables/table1.xml\"/>"))
            .part(
                "xl/tables/table1.xml",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml",
                """
                <table xmlns="%s" id="3" name="n" displayName="Sales" ref="A1:B4" \
                totalsRowCount="1"><autoFilter ref="A1:B3"/><tableColumns count="2">\
                <tableColumn id="1" name="a"/><tableColumn id="2" name="b_x000a_"/></tableColumns>\
                <tableStyleInfo name="TableStyleLight1" showRowStripes="1"/></table>\
                """
                    .formatted(TestPackage.MAIN))
            .bytes();
    Table table = Books.open(bytes).workbook().tables().getFirst();
    assertEquals("Sales", table.name());
    assertEquals(new Area(0, 0, 3, 1), table.area());
    assertTrue(table.showHeaders() && table.showTotals() && table.showFilterButton());
    assertEquals("b\n", table.columns().get(1).name());
    assertTrue(table.style().bandedRows());
  }

  @Test
  void hiddenSheetsAreRead() {
    byte[] bytes = new TestPackage().sheet("A", "").sheet("B", "").bytes();
    Workbook hidden = Books.show(Books.open(bytes).workbook(), 1, Visibility.VERY_HIDDEN);
    byte[] saved = Books.open(bytes).save(hidden, Books.NOW).bytes();
    assertEquals(
        Visibility.VERY_HIDDEN, Books.open(saved).workbook().worksheets().get(1).visibility());
  }

  @Test
  void damageIsRefusedWithPartAndPlace() {
    for (String rows :
        List.of(
            "<row><c><v>x</v></c></row>",
            "<row><c t=\"s\"><v>3</v></c></row>",
            "<row><c r=\"XFE1\"/></row>",
            "<row r=\"1048577\"/>",
            "<row><c t=\"zz\"/></row>",
            "<row><c></row></c>",
            "<row><c r=A1/></row>",
            "<row><c t=\"str\"><v>&nbsp;</v></c></row>")) {
      XlsxFault fault = assertThrows(XlsxFault.Damaged.class, () -> rows(rows), rows);
      assertTrue(fault.getMessage().startsWith("xl/worksheets/sheet1.xml, byte "), rows);
    }
  }
}
