package dev.quire.conformance.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.graph.drives.item.items.item.workbook.tables.item.WorkbookTableItemRequestBuilder;
import com.microsoft.graph.models.WorkbookNamedItem;
import com.microsoft.graph.models.WorkbookTable;
import com.microsoft.graph.models.WorkbookTableColumn;
import com.microsoft.graph.models.WorkbookTableRow;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Tables and names with the Java SDK.
final class JavaSdkTableTest extends SdkCase {
  private WorkbookTableItemRequestBuilder table;

  @BeforeEach
  void openTable() {
    table = book.tables().byWorkbookTableId("Products");
  }

  @Test
  void tablesAreListedInTheWorkbookAndInTheirWorksheet() {
    assertEquals(List.of("Products"), names(book.tables().get().getValue()));
    var stock = book.worksheets().byWorkbookWorksheetId("Stock");
    assertEquals(List.of("Products"), names(stock.tables().get().getValue()));
    var sheet1 = book.worksheets().byWorkbookWorksheetId("Sheet1");
    assertEquals(List.of(), names(sheet1.tables().get().getValue()));
  }

  @Test
  void topAndSkipCutTheRows() {
    var rows =
        table
            .rows()
            .get(request -> {
              request.queryParameters.skip = 2;
              request.queryParameters.top = 3;
            })
            .getValue();
    assertEquals(List.of(2, 3, 4), rows.stream().map(WorkbookTableRow::getIndex).toList());
    assertEquals(List.of(List.of("Product 3", 300.0)), Grids.rows(rows.getFirst().getValues()));
  }

  @Test
  void countComesWithTheRowsWhenAskedFor() {
    var page =
        table
            .rows()
            .get(request -> {
              request.queryParameters.count = true;
              request.queryParameters.top = 1;
            });
    assertEquals(7L, page.getOdataCount());
    assertEquals(1, page.getValue().size());
  }

  @Test
  void rowsAreCounted() {
    assertEquals(7, table.rows().count().get().getValue());
    assertEquals(1, book.tables().count().get().getValue());
  }

  @Test
  void rowIsFoundByItsPlace() {
    var row = table.rows().itemAtWithIndex(6).get();
    assertEquals(List.of(List.of("Product 7", 700.0)), Grids.rows(row.getValues()));
    refused(404, () -> table.rows().itemAtWithIndex(7).get());
  }

  @Test
  void columnsHaveNamesAndValues() {
    var columns = table.columns().get().getValue();
    assertEquals(
        List.of("Product", "Units"), columns.stream().map(WorkbookTableColumn::getName).toList());
    var units = table.columns().byWorkbookTableColumnId("Units").get();
    assertEquals(List.of("Units"), Grids.rows(units.getValues()).getFirst());
    assertEquals(8, Grids.rows(units.getValues()).size());
  }

  @Test
  void rangesOfATableArePartsOfIt() {
    assertEquals("Stock!A1:B8", table.range().get().getAddress());
    assertEquals("Stock!A1:B1", table.headerRowRange().get().getAddress());
    assertEquals("Stock!A2:B8", table.dataBodyRange().get().getAddress());
  }

  @Test
  void nameLeadsToItsRange() {
    var name = book.names().byWorkbookNamedItemId("Rate").get();
    assertEquals("Range", name.getType());
    assertEquals("Sheet1!$A$1", name.getValue().getValue());
    var range = book.names().byWorkbookNamedItemId("Rate").range().get();
    assertEquals("Sheet1!A1", range.getAddress());
    var names = book.names().get().getValue();
    assertEquals(List.of("Rate"), names.stream().map(WorkbookNamedItem::getName).toList());
  }

  private static List<String> names(List<WorkbookTable> tables) {
    return tables.stream().map(WorkbookTable::getName).toList();
  }
}
