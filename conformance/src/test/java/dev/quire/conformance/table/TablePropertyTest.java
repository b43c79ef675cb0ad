package dev.quire.conformance.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quire.conformance.fixture.WorkbookServer;
import dev.quire.conformance.surface.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a table, its columns and its rows tell, each property as part of its entity and alone.
final class TablePropertyTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();
  private final Rich book = new Rich(SERVER);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "highlightFirstColumn | false",
        "highlightLastColumn | false",
        "legacyId | `1`",
        "name | `Sales`",
        "showBandedColumns | false",
        "showBandedRows | true",
        "showFilterButton | true",
        "showHeaders | true",
        "showTotals | false",
        "style | `TableStyleMedium2`"
      })
  @Covers("workbookTable get-property *")
  void tableTells(String property, String expected) {
    book.tells("/tables/Sales", property, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"index | 1", "name | `Amount`", "values | [[`Amount`],[3],[10],[7],[1]]"})
  @Covers({"workbookTableColumn get-property *", "workbookTable get columns/{id}"})
  void columnTells(String property, String expected) {
    book.tells("/tables/Sales/columns/Amount", property, expected);
  }

  private void counts(String below, int expected) {
    assertEquals(expected + "", book.get(below + "/$count").is(200).text());
    assertEquals(
        expected, book.get(below + "/count()").is(200).json().get("value").getAsInt(), below);
  }

  @Test
  @Covers({
    "workbookTable collection-list columns",
    "workbookTable collection-count columns/$count",
  })
  void columnsAreListed() {
    String columns = "/tables/Sales/columns";
    assertEquals("Item Amount Price", book.listed(columns, "name"));
    counts(columns, 3);
    assertEquals("Price", book.get(columns + "/itemAt(index=2)").is(200).member("name"));
    book.get(columns + "/itemAt(index=3)").is(404);
  }

  @Test
  @Covers({
    "workbookTable collection-list rows",
    "workbookTable collection-count rows/$count",
    "workbookTable get worksheet"
  })
  void rowsAreListed() {
    String rows = "/tables/Sales/rows";
    assertEquals("0 1 2 3", book.listed(rows, "index"));
    counts(rows, 4);
    assertEquals(
        "[[\"fig\",10,0.25]]",
        book.get(rows).json().getAsJsonArray("value").get(1).getAsJsonObject().get("values") + "");
    assertEquals("It's", book.get("/tables/Sales/worksheet").is(200).member("name"));
  }

  @Test
  @Covers({
    "workbook collection-list tables",
    "workbook collection-count tables/$count",
    "workbook get tables/{id}",
    "workbookWorksheet collection-list tables",
    "workbookWorksheet collection-count tables/$count",
    "workbookWorksheet get tables/{id}"
  })
  void tablesAreListedByWorkbookAndWorksheet() {
    for (String tables : new String[] {"/tables", "/worksheets/It%27s/tables"}) {
      assertEquals("Sales", book.listed(tables, "name"));
      counts(tables, 1);
      assertEquals("Sales", book.get(tables + "/itemAt(index=0)").is(200).member("name"));
      assertEquals("Sales", book.get(tables + "/Sales").is(200).member("name"));
      book.get(tables + "/Nothing").is(404);
    }
    counts("/worksheets/Other/tables", 0);
  }
}
