package dev.quire.conformance.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.quire.conformance.fixture.WorkbookServer;
import dev.quire.conformance.surface.Covers;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Making, changing and removing tables (semantics §8).
final class TableTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();
  private final Rich book = new Rich(SERVER);

  @Test
  @Covers({
    "Collection(workbookTable) action add(address, hasHeaders)",
    "workbook create tables",
    "workbookWorksheet create tables"
  })
  void tableIsMadeOfCellsWithHeaders() {
    book.patch("/worksheets/Other/range(address='B2:C3')", "{`values`:[[`A`,``],[1,2]]}").is(200);
    JsonObject table =
        book.post("/tables/add", "{`address`:`Other!B2:C3`,`hasHeaders`:true}").is(201).json();
    assertEquals("Table2", table.get("name").getAsString());
    assertEquals("TableStyleMedium2", table.get("style").getAsString());
    assertTrue(table.get("showBandedRows").getAsBoolean());
    String id = table.get("id").getAsString();
    assertTrue(id.matches("\\{[0-9A-F-]{36}}"), id);
    assertEquals(2, book.get("/tables/count()").json().get("value").getAsInt());
    assertEquals(
        "[[\"A\",\"Column2\"]]",
        book.get("/tables/Table2/headerRowRange").json().get("values").toString());
    book.post("/worksheets/Other/tables", "{`address`:`E2:E4`,`hasHeaders`:true}").is(201);
    book.savedTable(
        "Table2",
        saved -> {
          assertEquals("B2:C3", saved.getArea().formatAsString());
          assertEquals(List.of("A", "Column2"), names(saved));
          assertEquals("Other", saved.getSheetName());
        });
    book.savedTable("Table3", saved -> assertEquals("E2:E4", saved.getArea().formatAsString()));
    book.savedTable("Sales", saved -> assertEquals("A1:C5", saved.getArea().formatAsString()));
  }

  private static List<String> names(XSSFTable table) {
    return table.getColumns().stream().map(column -> column.getName()).toList();
  }

  @Test
  void headersAreMadeWhereThereAreNone() {
    book.patch("/worksheets/Other/range(address='A1:B2')", "{`values`:[[1,2],[3,4]]}").is(200);
    book.patch("/worksheets/Other/range(address='A4')", "{`values`:[[`below`]]}").is(200);
    book.post("/worksheets/Other/tables/add", "{`address`:`A1:B2`,`hasHeaders`:false}").is(201);
    assertEquals(
        "[[\"Column1\",\"Column2\"],[1,2],[3,4],[\"\",\"\"],[\"below\",\"\"]]",
        book.get("/worksheets/Other/range(address='A1:B5')").json().get("values").toString());
    book.savedTable("Table2", saved -> assertEquals("A1:B3", saved.getArea().formatAsString()));
  }

  @Test
  void tableOverAnotherIsRefused() {
    book.post("/tables/add", "{`address`:`'It''s'!C5:D9`,`hasHeaders`:true}")
        .refuses(400, "InvalidArgument", "invalidArgument");
    assertEquals(1, book.get("/tables/count()").json().get("value").getAsInt());
  }

  @Test
  @Covers({"workbook update tables/{id}", "workbookWorksheet update tables/{id}"})
  void settingsChange() {
    String change =
        "{`name`:`Fruit`,`style`:`TableStyleDark3`,`highlightFirstColumn`:true,"
            + "`highlightLastColumn`:true,`showBandedRows`:false,`showBandedColumns`:true,"
            + "`showFilterButton`:false}";
    book.patch("/worksheets/Other/range(address='A1')", "{`formulas`:[[`=SUM(Sales[Amount])`]]}")
        .is(200);
    JsonObject table = book.patch("/tables/Sales", change).is(200).json();
    assertEquals("Fruit", table.get("name").getAsString());
    assertEquals("TableStyleDark3", table.get("style").getAsString());
    assertFalse(table.get("showFilterButton").getAsBoolean());
    assertEquals(
        "[[\"=SUM(Fruit[Amount])\"]]",
        book.get("/worksheets/Other/range(address='A1')").json().get("formulas").toString());
    book.patch("/worksheets/It%27s/tables/Fruit", "{`showBandedRows`:true}").is(200);
    book.savedTable(
        "Fruit",
        saved -> {
          var style = saved.getCTTable().getTableStyleInfo();
          assertEquals("TableStyleDark3", style.getName());
          assertTrue(style.getShowFirstColumn() && style.getShowLastColumn());
          assertTrue(style.getShowRowStripes() && style.getShowColumnStripes());
          assertFalse(saved.getCTTable().isSetAutoFilter());
        });
    book.saved(opened ->
        assertEquals(
            "SUM(Fruit[Amount])", opened.getSheet("Other").getRow(0).getCell(0).getCellFormula()));
  }

  @Test
  @Covers("workbookTable function totalRowRange()")
  void totalsComeAndGo() {
    book.patch("/tables/Sales", "{`showTotals`:true}").is(200);
    book.computes("A6:C6", "[[`Total`,``,`=SUBTOTAL(109,Sales[Price])`]]");
    book.shows("C6", "[[4.25]]");
    book.shows("B7", "[[21]]");
    assertEquals(
        "'It''s'!A6:C6", book.get("/tables/Sales/totalRowRange").is(200).member("address"));
    book.savedTable(
        "Sales",
        saved -> {
          assertEquals("A1:C6", saved.getArea().formatAsString());
          assertEquals(1, saved.getTotalsRowCount());
          assertEquals("A1:C5", saved.getCTTable().getAutoFilter().getRef());
          var columns = saved.getCTTable().getTableColumns();
          assertEquals("Total", columns.getTableColumnArray(0).getTotalsRowLabel());
          assertEquals("sum", columns.getTableColumnArray(2).getTotalsRowFunction().toString());
        });
    book.patch("/tables/Sales", "{`showTotals`:false}").is(200);
    book.shows("A6:C6", "[[``,``,``]]");
    book.savedTable("Sales", saved -> assertEquals("A1:C5", saved.getArea().formatAsString()));
  }

  @Test
  void headersComeAndGo() {
    book.patch("/tables/Sales", "{`showHeaders`:false}").is(200);
    book.shows("A1:C2", "[[``,``,``],[`pear`,3,1.5]]");
    book.savedTable(
        "Sales",
        saved -> {
          assertEquals("A2:C5", saved.getArea().formatAsString());
          assertEquals(0, saved.getHeaderRowCount());
        });
    book.patch("/tables/Sales", "{`showHeaders`:true}").is(200);
    book.shows("A1:C1", "[[`Item`,`Amount`,`Price`]]");
    book.savedTable("Sales", saved -> assertEquals("A1:C5", saved.getArea().formatAsString()));
  }

  @Test
  @Covers({"workbook delete tables/{id}", "workbookWorksheet delete tables/{id}"})
  void tableIsDeletedWithItsCells() {
    book.patch("/worksheets/Other/range(address='A1')", "{`formulas`:[[`=SUM(Sales[Amount])`]]}")
        .is(200);
    book.delete("/tables/Sales").is(204);
    book.get("/tables/Sales").is(404);
    book.shows("A1:B2", "[[``,``],[``,``]]");
    assertEquals(
        "[[\"#REF!\"]]",
        book.get("/worksheets/Other/range(address='A1')").json().get("values").toString());
    book.saved(opened -> {
      assertNull(opened.getTable("Sales"));
      assertTrue(opened.getSheetAt(0).getTables().isEmpty());
    });
  }

  @Test
  @Covers("workbookTable action convertToRange()")
  void tableBecomesARange() {
    book.patch(
            "/worksheets/Other/range(address='A1:A2')",
            "{`formulas`:[[`=SUM(Sales[Amount])`],[`=ROWS(Sales)`]]}")
        .is(200);
    JsonObject range = book.post("/tables/Sales/convertToRange", "{}").is(200).json();
    assertEquals("'It''s'!A1:C5", range.get("address").getAsString());
    book.get("/tables/Sales").is(404);
    book.shows("A2:C2", "[[`pear`,3,1.5]]");
    JsonObject other = book.get("/worksheets/Other/range(address='A1:A2')").json();
    assertEquals(
        "[[\"=SUM('It''s'!$B$2:$B$5)\"],[\"=ROWS('It''s'!$A$2:$C$5)\"]]",
        other.get("formulas").toString());
    assertEquals("[[21],[4]]", other.get("values").toString());
    book.saved(opened -> assertTrue(opened.getSheetAt(0).getTables().isEmpty()));
  }

  @Test
  void nameOfAColumnFollowsItsHeaderCell() {
    book.patch("/worksheets/Other/range(address='A1')", "{`formulas`:[[`=SUM(Sales[Amount])`]]}")
        .is(200);
    book.patch("/worksheets/It%27s/range(address='B1')", "{`values`:[[`Pieces`]]}").is(200);
    assertEquals(
        "[[\"=SUM(Sales[Pieces])\"]]",
        book.get("/worksheets/Other/range(address='A1')").json().get("formulas").toString());
    book.savedTable(
        "Sales", saved -> assertEquals(List.of("Item", "Pieces", "Price"), names(saved)));
  }
}
