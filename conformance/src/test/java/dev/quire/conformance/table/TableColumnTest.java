package dev.quire.conformance.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.quire.conformance.fixture.WorkbookServer;
import dev.quire.conformance.surface.Covers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Columns of tables: added, changed, removed (semantics §8).
final class TableColumnTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();
  private final Rich book = new Rich(SERVER);

  private void assertColumns(String area, String... names) {
    book.savedTable(
        "Sales",
        saved -> {
          assertEquals(area, saved.getArea().formatAsString());
          assertEquals(
              List.of(names), saved.getColumns().stream().map(each -> each.getName()).toList());
        });
  }

  @Test
  @Covers({
    "Collection(workbookTableColumn) action add(index, values, name)",
    "workbookTable create columns"
  })
  void columnsAreAddedAtTheEndAndBetween() {
    JsonObject last =
        book.post("/tables/Sales/columns", "{`index`:3,`values`:[[`Sum`],[1],[2],[3],[4]]}")
            .is(201)
            .json();
    assertEquals("Sum", last.get("name").getAsString());
    assertEquals(3, last.get("index").getAsInt());
    assertEquals("4", last.get("id").getAsString());
    JsonObject inner = book.post("/tables/Sales/columns/add", "{`index`:1}").is(200).json();
    assertEquals("Column1", inner.get("name").getAsString());
    assertEquals("5", inner.get("id").getAsString());
    book.shows("A1:E2", "[[`Item`,`Column1`,`Amount`,`Price`,`Sum`],[`pear`,``,3,1.5,1]]");
    assertColumns("A1:E5", "Item", "Column1", "Amount", "Price", "Sum");
  }

  @Test
  void firstColumnIsInserted() {
    book.post("/tables/Sales/columns/add", "{`index`:0,`name`:`Key`}").is(200);
    book.shows("A1:B2", "[[`Key`,`Item`],[``,`pear`]]");
    assertColumns("A1:D5", "Key", "Item", "Amount", "Price");
  }

  @Test
  @Covers("workbookTable update columns/{id}")
  void columnIsRenamedAndFilled() {
    book.patch("/worksheets/Other/range(address='A1')", "{`formulas`:[[`=SUM(Sales[Amount])`]]}")
        .is(200);
    book.patch("/tables/Sales/columns/Amount", "{`name`:`Pieces`}").is(200);
    book.shows("B1", "[[`Pieces`]]");
    book.patch("/tables/Sales/columns/2", "{`values`:[[`Count`],[1],[2],[null],[4]]}").is(200);
    book.shows("B1:B5", "[[`Count`],[1],[2],[7],[4]]");
    JsonObject other = book.get("/worksheets/Other/range(address='A1')").json();
    assertEquals("[[\"=SUM(Sales[Count])\"]]", other.get("formulas").toString());
    assertEquals("[[14]]", other.get("values").toString());
    assertColumns("A1:C5", "Item", "Count", "Price");
  }

  @Test
  @Covers("workbookTable delete columns/{id}")
  void columnIsRemovedWithItsCells() {
    book.delete("/tables/Sales/columns/Amount").is(204);
    book.shows("A1:C2", "[[`Item`,`Price`,``],[`pear`,1.5,``]]");
    assertColumns("A1:B5", "Item", "Price");
    book.get("/tables/Sales/columns/Amount").is(404);
  }

  @Test
  @Covers({
    "workbookTableColumn function headerRowRange()",
    "workbookTableColumn function dataBodyRange()",
    "workbookTableColumn function range()",
    "workbookTableColumn function totalRowRange()",
    "workbookTable function headerRowRange()",
    "workbookTable function dataBodyRange()",
    "workbookTable function range()"
  })
  void partsAreRanges() {
    assertAddress("/tables/Sales/range()", "A1:C5");
    assertAddress("/tables/Sales/headerRowRange()", "A1:C1");
    assertAddress("/tables/Sales/dataBodyRange()", "A2:C5");
    assertAddress("/tables/Sales/columns/Price/range", "C1:C5");
    assertAddress("/tables/Sales/columns/Price/headerRowRange", "C1");
    assertAddress("/tables/Sales/columns/Price/dataBodyRange", "C2:C5");
    book.get("/tables/Sales/columns/Price/totalRowRange").is(404);
    book.patch("/tables/Sales", "{`showTotals`:true}").is(200);
    assertAddress("/tables/Sales/columns/Price/totalRowRange", "C6");
  }

  private void assertAddress(String path, String area) {
    assertEquals("'It''s'!" + area, book.get(path).is(200).member("address"));
  }

  @Test
  void takenNameIsRefused() {
    assertTrue(
        book.patch("/tables/Sales/columns/Amount", "{`name`:`price`}")
            .refuses(400, "ItemAlreadyExists", "itemAlreadyExists")
            .message()
            .contains("price"));
    book.post("/tables/Sales/columns/add", "{`name`:`ITEM`}").is(400);
    assertColumns("A1:C5", "Item", "Amount", "Price");
  }
}
