package dev.quire.conformance.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import dev.quire.conformance.fixture.WorkbookServer;
import dev.quire.conformance.surface.Covers;
import java.util.List;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a workbook, its worksheets and its names tell, and how worksheets come, change and go.
final class WorkbookPropertyTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();
  private final Rich book = new Rich(SERVER);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/worksheets/It%27s | name | `It's`",
        "/worksheets/It%27s | position | 0",
        "/worksheets/Other | position | 1",
        "/worksheets/Other | visibility | `Visible`",
        "/names/Rate | name | `Rate`",
        "/names/Rate | scope | `Workbook`",
        "/names/Rate | visible | true",
        "/names/Everything | type | `Range`",
        "/names/Everything | value | `'It''s'!$A$1:$C$5`",
        "/application | calculationMode | `Automatic`"
      },
      quoteCharacter = '"')
  @Covers({
    "workbookWorksheet get-property name",
    "workbookWorksheet get-property position",
    "workbookWorksheet get-property visibility",
    "workbookNamedItem get-property name",
    "workbookNamedItem get-property scope",
    "workbookNamedItem get-property type",
    "workbookNamedItem get-property value",
    "workbookNamedItem get-property visible",
    "workbookApplication get-property calculationMode",
    "workbook get application",
    "workbook get worksheets/{id}",
    "workbook get names/{id}"
  })
  void thingTellsItsProperties(String below, String property, String expected) {
    book.tells(below, property, expected);
  }

  @Test
  @Covers({
    "workbook collection-list worksheets",
    "workbook collection-count worksheets/$count",
    "workbook collection-list names",
    "workbook collection-count names/$count"
  })
  void worksheetsAndNamesAreListed() {
    assertEquals("It's Other", book.listed("/worksheets", "name"));
    assertEquals("2", book.get("/worksheets/$count").is(200).text());
    assertEquals("Everything Rate", book.listed("/names", "name"));
    assertEquals("2", book.get("/names/$count").is(200).text());
  }

  @Test
  @Covers({
    "workbookWorksheet collection-list names",
    "workbookWorksheet collection-count names/$count",
    "workbookWorksheet get names/{id}",
    "workbookNamedItem get-property comment"
  })
  void worksheetListsItsOwnNamesOnly() {
    assertEquals("", book.listed("/worksheets/Other/names", "name"));
    book.post(
            "/worksheets/Other/names/add",
            "{`name`:`Local`,`reference`:`=Other!$B$2`,`comment`:`why`}")
        .is(201);
    assertEquals("Local", book.listed("/worksheets/Other/names", "name"));
    assertEquals("1", book.get("/worksheets/Other/names/$count").is(200).text());
    book.tells("/worksheets/Other/names/Local", "comment", "`why`");
    book.tells("/worksheets/Other/names/Local", "scope", "`Worksheet`");
    assertEquals("Everything Rate", book.listed("/names", "name"));
  }

  @Test
  @Covers("workbookNamedItem function range()")
  void nameLeadsToItsRange() {
    assertEquals("'It''s'!A1:C5", book.get("/names/Everything/range()").is(200).member("address"));
  }

  @Test
  @Covers({
    "workbook create worksheets",
    "workbook update worksheets/{id}",
    "workbook delete worksheets/{id}",
  })
  void worksheetsComeChangeAndGo() {
    book.post("/worksheets", "{`name`:`Third`}").is(201);
    book.post("/worksheets/add", "{`name`:`Fourth`}").is(201);
    book.patch("/worksheets/Third", "{`name`:`First`,`position`:0,`visibility`:`Hidden`}").is(200);
    book.delete("/worksheets/Other").is(204);
    assertEquals("First It's Fourth", book.listed("/worksheets", "name"));
    book.saved(file -> {
      assertEquals(3, file.getNumberOfSheets());
      assertEquals("First", file.getSheetName(0));
      assertEquals(SheetVisibility.HIDDEN, file.getSheetVisibility(0));
      assertEquals("Fourth", file.getSheetName(2));
    });
  }

  /// Excel leaves out the values on a deleted sheet at the end of a 3-D reference.
  @ParameterizedTest
  @CsvSource({"May,Jun:Jul,6", "Jul,May:Jun,3"})
  void spanOfSheetsOutlivesTheSheetAtItsEnd(String end, String left, int sum) {
    for (int month = 0; month < 3; month++) {
      String name = List.of("May", "Jun", "Jul").get(month);
      book.post("/worksheets/add", "{`name`:`" + name + "`}").is(201);
      String one = "/worksheets/" + name + "/range(address='A1')";
      book.patch(one, "{`values`:[[" + (1 << month) + "]]}").is(200);
    }
    String three = "/worksheets/Other/range(address='A1:A3')";
    book.post("/names/add", "{`name`:`Months`,`reference`:`=SUM(May:Jul!$A$1)`}").is(201);
    book.patch(three, "{`formulas`:[[`=SUM(May:Jul!A1)`],[`=SUM(Jul:May!A1)`],[`=Months`]]}")
        .is(200);
    book.delete("/worksheets/" + end).is(204);
    JsonObject cells = book.get(three).json();
    assertEquals("[[%d],[%d],[%d]]".formatted(sum, sum, sum), cells.get("values").toString());
    String formula = cells.getAsJsonArray("formulas").get(0).getAsJsonArray().get(0).getAsString();
    assertEquals("=SUM(" + left + "!A1)", formula);
    book.saved(opened -> {
      assertEquals(
          "SUM(" + left + "!A1)", opened.getSheet("Other").getRow(0).getCell(0).getCellFormula());
      assertEquals("SUM(" + left + "!$A$1)", opened.getName("Months").getRefersToFormula());
    });
  }

  @Test
  @Covers({"workbook update application", "workbookApplication action calculate(calculationType)"})
  void manualWorkbookIsCalculatedWhenAsked() {
    book.patch("/application", "{`calculationMode`:`Manual`}").is(200);
    book.patch("/worksheets/It%27s/range(address='B2')", "{`values`:[[100]]}").is(200);
    book.shows("B7", "[[21]]");
    book.post("/application/calculate", "{`calculationType`:`Recalculate`}").is(204);
    book.shows("B7", "[[118]]");
  }
}
