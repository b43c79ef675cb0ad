package dev.quire.conformance.range;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonParser;
import dev.quire.conformance.fixture.WorkbookServer;
import dev.quire.conformance.surface.Covers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What of a range is shown (semantics §6.1): row 2 and column I are hidden.
final class VisibleViewTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();
  private static final String VIEW = "/range(address='H1:J3')/visibleView()";

  private final SheetOne sheet = new SheetOne(SERVER);

  @BeforeEach
  void fill() {
    sheet.holds("H1:J3", "[[1,2,`x`],[4,5,6],[`=H1+1`,8,true]]");
    sheet.patchAt("H3", "", "{`numberFormat`:`0.0`}").is(200);
    sheet.patchAt("2:2", "", "{`rowHidden`:true}").is(200);
    sheet.patchAt("I:I", "", "{`columnHidden`:true}").is(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cellAddresses | [[`Sheet1!H1`,`Sheet1!J1`],[`Sheet1!H3`,`Sheet1!J3`]]",
        "columnCount | 2",
        "rowCount | 2",
        "index | 0",
        "values | [[1,`x`],[2,true]]",
        "text | [[`1`,`x`],[`2.0`,`TRUE`]]",
        "valueTypes | [[`Double`,`String`],[`Double`,`Boolean`]]",
        "numberFormat | [[`General`,`General`],[`0.0`,`General`]]",
        "formulas | [[1,`x`],[`=H1+1`,true]]",
        "formulasLocal | [[1,`x`],[`=H1+1`,true]]",
        "formulasR1C1 | [[1,`x`],[`=R[-2]C+1`,true]]"
      })
  @Covers({"workbookRange function visibleView()", "workbookRangeView get-property *"})
  void onlyWhatIsShownIsThere(String property, String expected) {
    sheet.shows(VIEW, property, expected);
    assertEquals(
        JsonParser.parseString(expected.replace('`', '"')).toString(),
        sheet.get(VIEW + "/" + property).is(200).json().get("value").toString());
  }

  @Test
  @Covers({
    "workbookRangeView collection-list rows",
    "workbookRangeView collection-count rows/$count",
    "workbookRangeView get rows/{id}",
  })
  void rowsAreCountedAsTheyAreShown() {
    assertEquals(2, sheet.get(VIEW + "/rows").is(200).json().getAsJsonArray("value").size());
    assertEquals("2", sheet.get(VIEW + "/rows/$count").is(200).text());
    for (String row : new String[] {VIEW + "/rows/itemAt(index=1)", VIEW + "/rows/1"}) {
      sheet.shows(row, "values", "[[2,true]]");
      sheet.shows(row, "index", "1");
      sheet.shows(row, "rowCount", "1");
    }
    sheet.get(VIEW + "/rows/itemAt(index=2)").is(404);
  }

  @Test
  @Covers("workbookRangeView function range()")
  void viewLeadsBackToItsRange() {
    sheet.shows(VIEW + "/range()", "address", "`Sheet1!H1:J3`");
    sheet.shows(VIEW + "/rows/itemAt(index=1)/range()", "address", "`Sheet1!H3:J3`");
  }

  @Test
  @Covers({
    "workbookRangeView create rows",
    "workbookRangeView update rows/{id}",
    "workbookRangeView delete rows/{id}"
  })
  void viewIsOnlyLookedAt() {
    sheet.post(VIEW + "/rows", "{`values`:[[9,9]]}").is(405);
    sheet.patch(VIEW + "/rows/1", "{`values`:[[9,9]]}").is(405);
    sheet.delete(VIEW + "/rows/1").is(405);
    sheet.showsAt("H1:J3", "values", "[[1,2,`x`],[4,5,6],[2,8,true]]");
  }

  @Test
  void unboundedRangesShowNoCells() {
    sheet.shows("/range(address='H:J')/visibleView()", "values", "null");
    sheet.shows("/range(address='H:J')/visibleView()", "rowCount", "1048575");
  }
}
