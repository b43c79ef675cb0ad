package dev.quire.ooxml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.engine.ref.Area;
import dev.quire.engine.value.NumberValue;
import dev.quire.workbook.CellGrid;
import dev.quire.workbook.Comment;
import dev.quire.workbook.Edit;
import dev.quire.workbook.Entry;
import dev.quire.workbook.Workbook;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// Several changes that one save writes into the same part.
class ChangesTogetherTest {
  private static final String VML = "application/vnd.openxmlformats-officedocument.vmlDrawing";
  private static final String BOXES = "xl/drawings/vmlDrawing1.vml";

  private static TestPackage withBoxes(String boxes) {
    return new TestPackage()
        .sheetPart(
            "Data",
            """
            <worksheet xmlns="%s" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/\
            relationships"><sheetData/><legacyDrawing r:id="rId1"/></worksheet>\
            """
                .formatted(TestPackage.MAIN))
        .part(BOXES, VML, boxes)
        .part(
            "xl/worksheets/_rels/sheet1.xml.rels",
            "",
            TestPackage.relationships(
                "<Relationship Id=\"rId1\" Type=\"http://x/vmlDrawing\" Target=\"/%s\"/>"
                    .formatted(BOXES)));
  }

  private static Workbook commented(Workbook book) {
    return Books.apply(
        book,
        new Edit.AddComment(
            0,
            Area.cell(4, 4),
            "{11111111-2222-3333-4444-555555555555}",
            Comment.Said.plain("Look"),
            new Comment.Origin("Ann", Books.NOW)));
  }

  @Test
  void aControlFollowsItsSheetWhileACommentComesBesideIt() {
    XlsxFile file =
        Books.open(
            withBoxes(
                    """
                    <xml xmlns:v="urn:v" xmlns:x="urn:x"><v:shape id="c"><x:ClientData \
                    ObjectType="Drop"><x:FmlaLink>Data!$A$9</x:FmlaLink></x:ClientData></v:shape>\
                    </xml>\
                    """)
                .bytes());
    Workbook book = Books.rename(commented(file.workbook()), 0, "My Data");
    String boxes = Parts.text(file.save(book, Books.NOW).bytes(), BOXES);
    assertTrue(boxes.contains("<x:FmlaLink>'My Data'!$A$9</x:FmlaLink>"), boxes);
    assertTrue(boxes.contains("<x:Row>4</x:Row>"), boxes);
  }

  @Test
  void aSheetIsRenamedAlthoughItsBoxesAreNoXml() {
    XlsxFile file =
        Books.open(
            withBoxes(
                    """
                    <xml xmlns:v="urn:v" xmlns:x="urn:x"><v:shape><p>a<br>b</p><x:ClientData \
                    ObjectType="Drop"><x:FmlaLink>Data!$A$9</x:FmlaLink></x:ClientData></v:shape>\
                    </xml>\
                    """)
                .bytes());
    Workbook book = Books.rename(commented(file.workbook()), 0, "My Data");
    XlsxFile.Saved saved = file.save(book, Books.NOW);
    String boxes = Parts.text(saved.bytes(), BOXES);
    assertTrue(boxes.contains("<x:Row>4</x:Row>"), boxes);
    assertTrue(saved.report().notices().getFirst().contains("call sheets as before"));
    assertEquals("My Data", saved.file().workbook().worksheets().getFirst().name());
  }

  @Test
  void formulasOfATableFollowASheetWhileTheTableGrows() {
    XlsxFile file =
        Books.open(
            new TestPackage()
                .sheetPart(
                    "Data",
                    """
                    <worksheet xmlns="%s" xmlns:r="http://schemas.openxmlformats.org/officeDocument/\
                    2006/relationships"><sheetData/><tableParts count="1"><tablePart r:id="rId1"/>\
                    </tableParts></worksheet>\
                    """
                        .formatted(TestPackage.MAIN))
                .sheet("Rates", "")
                .part(
                    "xl/worksheets/_rels/sheet1.xml.rels",
                    "",
                    TestPackage.relationships(
                        """
                        <Relationship Id="rId1" Type="http://x/table" \
                        Target="../tables/table1.xml"/>\
                        """))
                .part(
                    "xl/tables/table1.xml",
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml",
                    """
                    <table xmlns="%s" id="1" name="T" displayName="T" ref="A1:A3">\
                    <tableColumns count="1"><tableColumn id="1" name="a"><calculatedColumnFormula>\
                    Rates!$A$1*2</calculatedColumnFormula></tableColumn></tableColumns></table>\
                    """
                        .formatted(TestPackage.MAIN))
                .bytes());
    Workbook book = file.workbook();
    String table = book.tables().getFirst().id();
    Entry one = new Entry.Constant(new NumberValue(1));
    book =
        Books.apply(
            book,
            new Edit.AddTableRows(table, OptionalInt.empty(), CellGrid.of(1, 1, (_, _) -> one)));
    book = Books.rename(book, book.findWorksheet("Rates").orElseThrow().key(), "Now");
    byte[] saved = file.save(book, Books.NOW).bytes();
    String part = Parts.text(saved, "xl/tables/table1.xml");
    assertTrue(part.contains("ref=\"A1:A4\""), part);
    assertTrue(part.contains("<calculatedColumnFormula>Now!$A$1*2<"), part);
    assertEquals(List.of(), Lint.of(saved));
  }

  /// A pivot table of the table T.
  private static byte[] pivotOfTable() {
    return new TestPackage()
        .sheetPart(
            "Data",
            """
            <worksheet xmlns="%s" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/\
            relationships"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>\
            <row r="2"><c r="A2"><v>1</v></c></row></sheetData><tableParts count="1">\
            <tablePart r:id="rId1"/></tableParts></worksheet>\
            """
                .formatted(TestPackage.MAIN))
        .sheet("Report", "")
        .linked(
            "pivotCache/pivotCacheDefinition1.xml",
            "pivotCacheDefinition",
            """
            <pivotCacheDefinition xmlns="%s"><cacheSource type="worksheet"><worksheetSource name="T"/>\
            </cacheSource><cacheFields count="1"><cacheField name="a" numFmtId="0"><sharedItems/>\
            </cacheField></cacheFields></pivotCacheDefinition>\
            """
                .formatted(TestPackage.MAIN))
        .after("<pivotCaches><pivotCache cacheId=\"1\" r:id=\"rId3\"/></pivotCaches>")
        .part(
            "xl/worksheets/_rels/sheet1.xml.rels",
            "",
            TestPackage.relationships(
                "<Relationship Id=\"rId1\" Type=\"x/table\" Target=\"../tables/table1.xml\"/>"))
        .part(
            "xl/worksheets/_rels/sheet2.xml.rels",
            "",
            TestPackage.relationships(
                """
                <Relationship Id="rId1" Type="x/pivotTable" Target="../pivotTables/pivotTable1.xml"/>\
                """))
        .part(
            "xl/pivotTables/pivotTable1.xml",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.pivotTable+xml",
            """
            <pivotTableDefinition xmlns="%s" name="P" cacheId="1"><location ref="A3:B5"/>\
            <pivotFields count="1"><pivotField showAll="0"/></pivotFields></pivotTableDefinition>\
            """
                .formatted(TestPackage.MAIN))
        .part(
            "xl/pivotTables/_rels/pivotTable1.xml.rels",
            "",
            TestPackage.relationships(
                """
                <Relationship Id="rId1" Type="x/pivotCacheDefinition" \
                Target="../pivotCache/pivotCacheDefinition1.xml"/>\
                """))
        .part(
            "xl/tables/table1.xml",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml",
            """
            <table xmlns="%s" id="1" name="T" displayName="T" ref="A1:A3"><tableColumns count="1">\
            <tableColumn id="1" name="a"/></tableColumns></table>\
            """
                .formatted(TestPackage.MAIN))
        .bytes();
  }

  @Test
  void aPivotTableFollowsTheNameOfItsTable() {
    XlsxFile file = Books.open(pivotOfTable());
    Workbook book = file.workbook();
    assertEquals(1, book.worksheets().get(1).regions().pivots().size());
    book =
        Books.apply(
            book,
            new Edit.UpdateTable(
                book.tables().getFirst().id(),
                Optional.of("Sales"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    byte[] saved = file.save(book, Books.NOW).bytes();
    String cache = Parts.text(saved, "xl/pivotCache/pivotCacheDefinition1.xml");
    assertTrue(cache.contains("<worksheetSource name=\"Sales\"/>"), cache);
    assertEquals(
        book.worksheets().get(1).regions().pivots().getFirst().cache().source(),
        Books.open(saved)
            .workbook()
            .worksheets()
            .get(1)
            .regions()
            .pivots()
            .getFirst()
            .cache()
            .source());
  }
}
