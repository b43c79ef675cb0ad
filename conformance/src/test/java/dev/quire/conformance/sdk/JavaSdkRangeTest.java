package dev.quire.conformance.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.graph.drives.item.items.item.workbook.worksheets.item.WorkbookWorksheetItemRequestBuilder;
import com.microsoft.graph.models.WorkbookRange;
import com.microsoft.kiota.serialization.UntypedString;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Cells with the Java SDK.
final class JavaSdkRangeTest extends SdkCase {
  private WorkbookWorksheetItemRequestBuilder sheet;

  @BeforeEach
  void openSheet() {
    sheet = book.worksheets().byWorkbookWorksheetId("Sheet1");
  }

  @Test
  void valuesOfEachKindAreRead() {
    WorkbookRange range = sheet.rangeWithAddress("A1:C2").get();
    assertEquals("Sheet1!A1:C2", range.getAddress());
    assertEquals(
        List.of(List.of(2.0, 20.0, "two"), List.of(true, "#DIV/0!", "")),
        Grids.rows(range.getValues()));
    assertEquals(
        List.of(List.of("Double", "Double", "String"), List.of("Boolean", "Error", "Empty")),
        Grids.rows(range.getValueTypes()));
    assertEquals(
        List.of(List.of(2.0, "=A1*10", "two"), List.of(true, "=1/0", "")),
        Grids.rows(range.getFormulas()));
    assertEquals(
        List.of(List.of("2", "20", "two"), List.of("TRUE", "#DIV/0!", "")),
        Grids.rows(range.getText()));
  }

  @Test
  void writtenCellsAreReadBackCalculated() {
    var written =
        sdk.write(
            sheet.rangeWithAddress("A1:B2"),
            Optional.empty(),
            Sdk.values(List.of(List.of(3, "=A1+0.5"), List.of("text", false))));
    List<List<Object>> expected = List.of(List.of(3.0, 3.5), List.of("text", false));
    assertEquals(expected, Grids.rows(written.getValues()));
    assertEquals(expected, Grids.rows(sheet.rangeWithAddress("A1:B2").get().getValues()));
  }

  @Test
  void nullLeavesACellAndEmptyTextEmptiesIt() {
    sdk.write(
        sheet.rangeWithAddress("A1:C1"),
        Optional.empty(),
        Sdk.values(List.of(List.of(5, Grids.KEEP, ""))));
    assertEquals(
        List.of(List.of(5.0, 50.0, "")),
        Grids.rows(sheet.rangeWithAddress("A1:C1").get().getValues()));
  }

  @Test
  void oneValueFillsARange() {
    var fill = new WorkbookRange();
    fill.setValues(new UntypedString("x"));
    sdk.write(sheet.rangeWithAddress("D1:E2"), Optional.empty(), fill);
    assertEquals(
        List.of(List.of("x", "x"), List.of("x", "x")),
        Grids.rows(sheet.rangeWithAddress("D1:E2").get().getValues()));
  }

  @Test
  void wrongShapeIsRefusedAndChangesNothing() {
    var error =
        refused(
            400,
            () ->
                sdk.write(
                    sheet.rangeWithAddress("A1:B2"),
                    Optional.empty(),
                    Sdk.values(List.of(List.of(1, 2, 3)))));
    assertEquals("InvalidArgument", error.getError().getCode());
    assertEquals(List.of(List.of(2.0)), Grids.rows(sheet.rangeWithAddress("A1").get().getValues()));
  }

  /// The SDK's parameters of this call are column, then row.
  @Test
  void cellsAreFoundByRowAndColumn() {
    assertEquals("Sheet1!C1", sheet.cellWithRowWithColumn(2, 0).get().getAddress());
    assertEquals(
        "Sheet1!C2",
        sheet.rangeWithAddress("B1:C2").cellWithRowWithColumn(1, 1).get().getAddress());
  }

  @Test
  void usedRangeHoldsEverything() {
    assertEquals("Sheet1!A1:C2", sheet.usedRange().get().getAddress());
    assertEquals("Sheet1!A1:C2", sheet.usedRangeWithValuesOnly(true).get().getAddress());
  }

  /// Where a call takes rows and columns, the SDK's parameters are columns, then rows.
  @Test
  void rangesLeadToOtherRanges() {
    var range = sheet.rangeWithAddress("$A$1:B2");
    assertEquals("Sheet1!B2", range.lastCell().get().getAddress());
    assertEquals(
        "Sheet1!A1:C1", range.resizedRangeWithDeltaRowsWithDeltaColumns(1, -1).get().getAddress());
    assertEquals(
        "Sheet1!C2:D3", range.offsetRangeWithRowOffsetWithColumnOffset(2, 1).get().getAddress());
    assertEquals("Sheet1", range.worksheet().get().getName());
  }

  @Test
  void clearedCellsAreEmpty() {
    var body =
        new com.microsoft.graph.drives.item.items.item.workbook.worksheets.item.rangewithaddress
            .clear.ClearPostRequestBody();
    body.setApplyTo("Contents");
    sheet.rangeWithAddress("A1:B1").clear().post(body);
    assertEquals(
        List.of(List.of("", "", "two")),
        Grids.rows(sheet.rangeWithAddress("A1:C1").get().getValues()));
  }
}
