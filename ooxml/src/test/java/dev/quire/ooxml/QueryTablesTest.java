package dev.quire.ooxml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.engine.ref.A1;
import dev.quire.workbook.DeleteShift;
import dev.quire.workbook.Edit;
import dev.quire.workbook.Workbook;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// Tables that a query fills, when their columns come and go.
class QueryTablesTest {
  private static final String QUERY = "xl/queryTables/queryTable1.xml";
  private static final String TABLE = "xl/tables/table1.xml";

  private static byte[] file() {
    return new TestPackage()
        .sheetPart(
            "Data",
            """
            <worksheet xmlns="%s" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/\
            relationships"><sheetData/><tableParts count="1"><tablePart r:id="rId1"/></tableParts>\
            </worksheet>\
            """
                .formatted(TestPackage.MAIN))
        .part(
            "xl/worksheets/_rels/sheet1.xml.rels",
            "",
            TestPackage.relationships(
                "<Relationship Id=\"rId1\" Type=\"x/table\" Target=\"../tables/table1.xml\"/>"))
        .part(
            TABLE,
            "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml",
            """
            <table xmlns="%s" id="1" name="T" displayName="T" ref="A1:C4" tableType="queryTable">\
            <tableColumns count="3"><tableColumn id="1" name="a" queryTableFieldId="1"/>\
            <tableColumn id="2" name="b" queryTableFieldId="5"/>\
            <tableColumn id="3" name="c" queryTableFieldId="3"/></tableColumns></table>\
            """
                .formatted(TestPackage.MAIN))
        .part(
            "xl/tables/_rels/table1.xml.rels",
            "",
            TestPackage.relationships(
                """
                <Relationship Id="rId1" Type="x/queryTable" \
                Target="../queryTables/queryTable1.xml"/>\
                """))
        .part(
            QUERY,
            "application/vnd.openxmlformats-officedocument.spreadsheetml.queryTable+xml",
            """
            <queryTable xmlns="%s" name="Q" connectionId="1"><queryTableRefresh nextId="6">\
            <queryTableFields count="3"><queryTableField id="1" name="a" tableColumnId="1"/>\
            <queryTableField id="5" name="b" tableColumnId="2"/>\
            <queryTableField id="3" name="c" tableColumnId="3"/></queryTableFields>\
            </queryTableRefresh></queryTable>\
            """
                .formatted(TestPackage.MAIN))
        .bytes();
  }

  private static byte[] save(UnaryOperator<Workbook> change) {
    XlsxFile file = Books.open(file());
    byte[] saved = file.save(change.apply(file.workbook()), Books.NOW).bytes();
    assertEquals(List.of(), Lint.of(saved));
    return saved;
  }

  private static void assertHolds(byte[] saved, String part, String wanted) {
    String text = Parts.text(saved, part);
    assertTrue(text.contains(wanted), () -> wanted + " is not in " + text);
  }

  @Test
  void aColumnThatIsGoneIsADeletedField() {
    for (UnaryOperator<Workbook> change :
        List.<UnaryOperator<Workbook>>of(
            book -> Books.apply(book, new Edit.DeleteTableColumn(book.tables().getFirst().id(), 2)),
            book ->
                Books.apply(
                    book,
                    new Edit.DeleteCells(0, A1.parse("B:B").orElseThrow(), DeleteShift.LEFT)))) {
      assertHolds(
          save(change),
          QUERY,
          """
          <queryTableFields count="2"><queryTableField id="1" name="a" tableColumnId="1"/>\
          <queryTableField id="3" name="c" tableColumnId="3"/></queryTableFields>\
          <queryTableDeletedFields count="1"><deletedField name="b"/></queryTableDeletedFields>\
          """);
    }
  }

  @Test
  void aNewColumnIsAFieldThatNoDataComesTo() {
    byte[] saved =
        save(book ->
            Books.apply(
                book,
                new Edit.AddTableColumn(
                    book.tables().getFirst().id(), OptionalInt.empty(), Optional.of("d"))));
    assertHolds(saved, QUERY, "<queryTableRefresh nextId=\"7\" unboundColumnsRight=\"1\">");
    assertHolds(saved, QUERY, "<queryTableField id=\"6\" dataBound=\"0\" tableColumnId=\"4\"/></");
    assertHolds(saved, TABLE, "queryTableFieldId=\"6\"");
  }
}
