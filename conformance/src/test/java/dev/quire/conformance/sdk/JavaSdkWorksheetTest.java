package dev.quire.conformance.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.graph.drives.item.items.item.workbook.worksheets.add.AddPostRequestBody;
import com.microsoft.graph.models.WorkbookWorksheet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Worksheets with the Java SDK.
final class JavaSdkWorksheetTest extends SdkCase {
  static Stream<String> oddNames() {
    return SdkBooks.ODD_NAMES.stream();
  }

  @Test
  void worksheetsAreListedInOrder() {
    List<String> names =
        Stream.concat(Stream.of("Sheet1", "Stock"), SdkBooks.ODD_NAMES.stream()).toList();
    assertEquals(names, names());
  }

  @Test
  void worksheetsAreCounted() {
    assertEquals(9, book.worksheets().count().get());
  }

  @Test
  void listIsCutSelectedAndFilteredAsAsked() {
    var some =
        book.worksheets()
            .get(request -> {
              request.queryParameters.top = 2;
              request.queryParameters.skip = 1;
              request.queryParameters.select = new String[] {"name"};
            })
            .getValue();
    assertEquals(List.of("Stock", "R&D"), some.stream().map(WorkbookWorksheet::getName).toList());
    assertTrue(some.stream().allMatch(sheet -> sheet.getPosition() == null));
    var filtered =
        book.worksheets()
            .get(request -> request.queryParameters.filter = "name eq 'It''s'")
            .getValue();
    assertEquals(List.of("It's"), filtered.stream().map(WorkbookWorksheet::getName).toList());
  }

  @ParameterizedTest
  @MethodSource("oddNames")
  void oddNamesWorkAsKeysInPaths(String name) {
    var sheet = book.worksheets().byWorkbookWorksheetId(name);
    assertEquals(name, sheet.get().getName());
    assertEquals(
        List.of(List.of(name)), Grids.rows(sheet.rangeWithAddress("A1").get().getValues()));
  }

  @ParameterizedTest
  @MethodSource("oddNames")
  void oddNamesWorkInsideAddresses(String name) {
    var sheet = book.worksheets().byWorkbookWorksheetId(name);
    String address = sheet.rangeWithAddress("A1:B2").get().getAddress();
    assertEquals(address, sheet.rangeWithAddress(address).get().getAddress());
  }

  /// No worksheet can have such a name, but asking for one must not lead to another resource.
  @Test
  void slashInAKeyIsPartOfTheKey() {
    var error =
        refused(404, () -> book.worksheets().byWorkbookWorksheetId("Sheet1/tables?#").get());
    assertTrue(error.getMessage().contains("Sheet1/tables?#"), error.getMessage());
  }

  @Test
  void idLeadsToTheWorksheetAfterItWasRenamed() {
    String id = book.worksheets().byWorkbookWorksheetId("Sheet1").get().getId();
    var change = new WorkbookWorksheet();
    change.setName("It's & new");
    var renamed = book.worksheets().byWorkbookWorksheetId(id).patch(change);
    assertEquals("It's & new", renamed.getName());
    assertEquals(id, renamed.getId());
    assertEquals(
        "'It''s & new'!A1:C2",
        book.worksheets().byWorkbookWorksheetId(id).usedRange().get().getAddress());
    refused(404, () -> book.worksheets().byWorkbookWorksheetId("Sheet1").get());
  }

  @Test
  void addedWorksheetIsTheLast() {
    var body = new AddPostRequestBody();
    body.setName("Added");
    var added = book.worksheets().add().post(body);
    assertEquals("Added", added.getName());
    assertEquals(9, added.getPosition());
    assertEquals("Added", names().getLast());
  }

  @Test
  void nameThatIsTakenIsRefused() {
    var body = new AddPostRequestBody();
    body.setName("sheet1");
    assertEquals(
        "ItemAlreadyExists",
        refused(400, () -> book.worksheets().add().post(body)).getError().getCode());
  }

  @Test
  void deletedWorksheetIsGone() {
    book.worksheets().byWorkbookWorksheetId("Stock").delete();
    assertEquals(8, book.worksheets().count().get());
    refused(404, () -> book.worksheets().byWorkbookWorksheetId("Stock").get());
  }

  private List<String> names() {
    return book.worksheets().get().getValue().stream().map(WorkbookWorksheet::getName).toList();
  }
}
