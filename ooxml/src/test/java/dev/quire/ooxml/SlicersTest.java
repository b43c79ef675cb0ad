package dev.quire.ooxml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.engine.ref.A1;
import dev.quire.workbook.DeleteShift;
import dev.quire.workbook.Edit;
import dev.quire.workbook.InsertShift;
import dev.quire.workbook.Workbook;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/// Slicers and timelines when what they choose from comes and goes.
class SlicersTest {
  private static final String CACHE = "xl/slicerCaches/slicerCache1.xml";
  private static final String OTHER_CACHE = "xl/slicerCaches/slicerCache2.xml";
  private static final String VIEW = "xl/slicers/slicer1.xml";
  private static final String X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main";
  private static final String X15 =
      "http://schemas.microsoft.com/office/spreadsheetml/2010/11/main";
  private static final String R =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  /// A table with two columns on the sheet Data, a slicer for each on the sheet Board.
  private static byte[] tableSlicers() {
    return new TestPackage()
        .sheetPart(
            "Data",
            """
            <worksheet xmlns="%s" xmlns:r="%s"><sheetData><row r="1"><c r="B1" t="inlineStr">\
            <is><t>a</t></is></c><c r="C1" t="inlineStr"><is><t>b</t></is></c></row></sheetData>\
            <tableParts count="1"><tablePart r:id="rId1"/></tableParts></worksheet>\
            """
                .formatted(TestPackage.MAIN, R))
        .sheetPart(
            "Board",
            """
            <worksheet xmlns="%s" xmlns:r="%s"><sheetData><row r="1"><c r="A1"><f>Data!B9</f>\
            <v>0</v></c></row></sheetData><drawing r:id="rId2"/><extLst><ext uri="{0}"/>\
            <ext uri="{3A4CF648-6AED-40f4-86FF-DC5316D8AED3}" xmlns:x14="%s"><x14:slicerList>\
            <x14:slicer r:id="rId1"/></x14:slicerList></ext></extLst></worksheet>\
            """
                .formatted(TestPackage.MAIN, R, X14))
        .linked("slicerCaches/slicerCache1.xml", "slicerCache", tableCache("Slicer_a", 1))
        .linked("slicerCaches/slicerCache2.xml", "slicerCache", tableCache("Slicer_b", 2))
        .after(
            """
            <extLst><ext uri="{46BE6895-7355-4a93-B00E-2C351335B9C9}" xmlns:x15="%s" xmlns:x14="%s">\
            <x15:slicerCaches><x14:slicerCache r:id="rId3"/><x14:slicerCache r:id="rId4"/>\
            </x15:slicerCaches></ext></extLst>\
            """
                .formatted(X15, X14))
        .part(
            "xl/worksheets/_rels/sheet1.xml.rels",
            "",
            TestPackage.relationships(relationship("rId1", "table", "../tables/table1.xml")))
        .part(
            "xl/tables/table1.xml",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml",
            """
            <table xmlns="%s" id="1" name="T" displayName="T" ref="B1:C4"><tableColumns count="2">\
            <tableColumn id="1" name="a"/><tableColumn id="2" name="b"/></tableColumns></table>\
            """
                .formatted(TestPackage.MAIN))
        .part(
            "xl/worksheets/_rels/sheet2.xml.rels",
            "",
            TestPackage.relationships(
                relationship("rId1", "slicer", "../slicers/slicer1.xml")
                    + relationship("rId2", "drawing", "../drawings/drawing1.xml")))
        .part(
            VIEW,
            "application/vnd.ms-excel.slicer+xml",
            """
            <slicers xmlns="%s"><slicer name="sa" cache="Slicer_a"/>\
            <slicer name="sb" cache="Slicer_b"/></slicers>\
            """
                .formatted(X14))
        .part(
            "xl/drawings/drawing1.xml",
            "application/vnd.openxmlformats-officedocument.drawing+xml",
            "<xdr:wsDr xmlns:xdr=\"urn:xdr\">" + shape("sa") + shape("sb") + "</xdr:wsDr>")
        .bytes();
  }

  private static String relationship(String id, String kind, String target) {
    return "<Relationship Id=\"%s\" Type=\"http://x/%s\" Target=\"%s\"/>"
        .formatted(id, kind, target);
  }

  private static String tableCache(String name, int column) {
    return """
    <slicerCacheDefinition xmlns="%s" name="%s" sourceName="a"><extLst><ext xmlns:x15="%s">\
    <x15:tableSlicerCache tableId="1" column="%d"/></ext></extLst></slicerCacheDefinition>\
    """
        .formatted(X14, name, X15, column);
  }

  private static String shape(String slicer) {
    return """
    <xdr:twoCellAnchor><xdr:graphicFrame><sle:slicer xmlns:sle="urn:sle" name="%s"/>\
    </xdr:graphicFrame></xdr:twoCellAnchor>\
    """
        .formatted(slicer);
  }

  private static byte[] save(byte[] bytes, UnaryOperator<Workbook> change) {
    assertEquals(List.of(), Lint.of(bytes));
    XlsxFile file = Books.open(bytes);
    byte[] saved = file.save(change.apply(file.workbook()), Books.NOW).bytes();
    assertEquals(List.of(), Lint.of(saved));
    return saved;
  }

  private static void assertGone(byte[] saved) {
    assertFalse(Parts.of(saved).containsKey(CACHE));
    assertFalse(Parts.of(saved).containsKey(OTHER_CACHE));
    assertFalse(Parts.of(saved).containsKey(VIEW));
    assertFalse(Parts.text(saved, "xl/workbook.xml").contains("extLst"));
    String board = Parts.text(saved, "xl/worksheets/sheet2.xml");
    assertTrue(board.contains("<extLst><ext uri=\"{0}\"/></extLst>"), board);
    assertEquals(
        "<xdr:wsDr xmlns:xdr=\"urn:xdr\"></xdr:wsDr>",
        Parts.text(saved, "xl/drawings/drawing1.xml"));
  }

  @Test
  void slicersOfATableGoWithIt() {
    assertGone(
        save(
            tableSlicers(),
            book -> Books.apply(book, new Edit.DeleteTable(book.tables().getFirst().id(), true))));
  }

  @Test
  void slicersOfATableGoWithItsSheet() {
    assertGone(save(tableSlicers(), book -> Books.delete(book, 0)));
  }

  @Test
  void slicersOfATableGoWithItsCells() {
    assertGone(save(tableSlicers(), book -> deleteColumns(book, "B:C")));
  }

  private static Workbook deleteColumns(Workbook book, String area) {
    return Books.apply(
        book, new Edit.DeleteCells(0, A1.parse(area).orElseThrow(), DeleteShift.LEFT));
  }

  @Test
  void aSlicerGoesWithItsColumnAndTheOtherStays() {
    for (UnaryOperator<Workbook> change :
        List.<UnaryOperator<Workbook>>of(
            book -> deleteColumns(book, "B:B"),
            book ->
                Books.apply(book, new Edit.DeleteTableColumn(book.tables().getFirst().id(), 1)))) {
      byte[] saved = save(tableSlicers(), change);
      assertFalse(Parts.of(saved).containsKey(CACHE));
      assertTrue(Parts.of(saved).containsKey(OTHER_CACHE));
      assertEquals(
          "<slicers xmlns=\"%s\"><slicer name=\"sb\" cache=\"Slicer_b\"/></slicers>".formatted(X14),
          Parts.text(saved, VIEW));
      assertTrue(
          Parts.text(saved, "xl/workbook.xml")
              .contains("<x15:slicerCaches><x14:slicerCache r:id=\"rId4\"/></x15:slicerCaches>"));
      assertEquals(
          "<xdr:wsDr xmlns:xdr=\"urn:xdr\">" + shape("sb") + "</xdr:wsDr>",
          Parts.text(saved, "xl/drawings/drawing1.xml"));
    }
  }

  @Test
  void slicersStayWhenTheirTableMovesOrIsCalledOtherwise() {
    byte[] before = tableSlicers();
    byte[] saved =
        save(
            before,
            book ->
                Books.rename(
                    Books.apply(
                        book,
                        new Edit.InsertCells(0, A1.parse("A:A").orElseThrow(), InsertShift.RIGHT)),
                    0,
                    "Now"));
    for (String part : List.of(CACHE, OTHER_CACHE, VIEW, "xl/drawings/drawing1.xml")) {
      assertEquals(Parts.text(before, part), Parts.text(saved, part));
    }
  }

  /// A slicer and a timeline that choose from pivot tables on two sheets.
  private static byte[] pivotSlicers() {
    String ties =
        "<pivotTables><pivotTable tabId=\"1\" name=\"P\"/><pivotTable tabId=\"2\" name=\"Q\"/>"
            + "</pivotTables>";
    return new TestPackage()
        .sheet("One", "")
        .sheet("Two", "")
        .sheet("Three", "")
        .linked(
            "slicerCaches/slicerCache1.xml",
            "slicerCache",
            "<slicerCacheDefinition xmlns=\"%s\" name=\"S\">%s</slicerCacheDefinition>"
                .formatted(X14, ties))
        .linked(
            "timelineCaches/timelineCache1.xml",
            "timelineCache",
            "<timelineCacheDefinition xmlns=\"%s\" name=\"T\">%s<state/></timelineCacheDefinition>"
                .formatted(X15, ties))
        .bytes();
  }

  @Test
  void slicersAndTimelinesForgetThePivotTablesOfADeletedSheet() {
    byte[] once = save(pivotSlicers(), book -> Books.delete(book, 0));
    String rest = "<pivotTables><pivotTable tabId=\"2\" name=\"Q\"/></pivotTables>";
    assertTrue(Parts.text(once, CACHE).contains(rest));
    assertTrue(Parts.text(once, "xl/timelineCaches/timelineCache1.xml").contains(rest));
    byte[] twice =
        save(once, book -> Books.delete(book, book.findWorksheet("Two").orElseThrow().key()));
    assertFalse(Parts.text(twice, CACHE).contains("pivotTable"));
    assertTrue(
        Parts.text(twice, "xl/timelineCaches/timelineCache1.xml").contains("\"T\"><state/>"));
  }

  @Test
  void slicersThatExcelWroteGoWithTheirTable() throws IOException {
    String path = "visible/JanMarvin+openxlsx-data/table_slicer.xlsx";
    Corpus.table("fidelity.tsv");
    byte[] saved =
        save(
            Corpus.file(path),
            book -> Books.apply(book, new Edit.DeleteTable(book.tables().getFirst().id(), true)));
    assertTrue(Parts.of(saved).keySet().stream().noneMatch(part -> part.contains("slicer")));
    assertFalse(Parts.text(saved, "xl/worksheets/sheet1.xml").contains("extLst"));
    try (var poi = new XSSFWorkbook(new ByteArrayInputStream(saved))) {
      assertEquals(0, poi.getSheetAt(0).getDrawingPatriarch().getShapes().size());
    }
  }

  @Test
  void aTimelineThatExcelWroteStaysWithoutItsPivotTable() {
    Corpus.table("fidelity.tsv");
    byte[] saved =
        save(
            Corpus.file("visible/JanMarvin+openxlsx-data/timeline.xlsx"),
            book -> Books.delete(book, book.findWorksheet("Sheet 2").orElseThrow().key()));
    assertFalse(Parts.text(saved, "xl/timelineCaches/timelineCache1.xml").contains("pivotTables"));
  }
}
