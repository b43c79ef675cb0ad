package dev.quire.conformance.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import dev.quire.conformance.fixture.WorkbookServer;
import dev.quire.conformance.surface.Covers;
import java.util.ArrayList;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a workbook, its worksheets and its names tell, and how worksheets come, change and go.
final class WorkbookPropertyTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();
  private final Rich book = new Rich(SERVER);

  private void tells(String below, String property, String expected) {
    JsonElement wanted = JsonParser.parseString(expected.replace('`', '"'));
    assertEquals(wanted, book.get(below).is(200).json().get(property), property);
    assertEquals(
        wanted, book.get(below + "/" + property).is(200).json().get("value"), property + " alone");
  }

  private String names(String below) {
    JsonArray all = book.get(below).is(200).json().getAsJsonArray("value");
    var names = new ArrayList<String>();
    all.forEach(each -> names.add(each.getAsJsonObject().get("name").getAsString()));
    return String.join(" ", names);
  }

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
    tells(below, property, expected);
  }

  @Test
  @Covers({
    "workbook collection-list worksheets",
    "workbook collection-count worksheets/$count",
    "workbook collection-list names",
    "workbook collection-count names/$count"
  })
  void worksheetsAndNamesAreListed() {
    assertEquals("It's Other", names("/worksheets"));
    assertEquals("2", book.get("/worksheets/$count").is(200).text());
    assertEquals("Everything Rate", names("/names"));
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
    assertEquals("", names("/worksheets/Other/names"));
    book.post(
            "/worksheets/Other/names/add",
            "{`name`:`Local`,`reference`:`=Other!$B$2`,`comment`:`why`}")
        .is(201);
    assertEquals("Local", names("/worksheets/Other/names"));
    assertEquals("1", book.get("/worksheets/Other/names/$count").is(200).text());
    tells("/worksheets/Other/names/Local", "comment", "`why`");
    tells("/worksheets/Other/names/Local", "scope", "`Worksheet`");
    assertEquals("Everything Rate", names("/names"));
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
    assertEquals("First It's Fourth", names("/worksheets"));
    book.saved(file -> {
      assertEquals(3, file.getNumberOfSheets());
      assertEquals("First", file.getSheetName(0));
      assertEquals(SheetVisibility.HIDDEN, file.getSheetVisibility(0));
      assertEquals("Fourth", file.getSheetName(2));
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
