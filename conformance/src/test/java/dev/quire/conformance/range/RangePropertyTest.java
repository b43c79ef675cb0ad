package dev.quire.conformance.range;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import dev.quire.conformance.fixture.WorkbookServer;
import dev.quire.conformance.surface.Covers;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What ranges and the look of their cells tell, each property as part of its entity and alone.
final class RangePropertyTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();
  private static final String RANGE = "/range(address='H1:I2')";

  private final SheetOne sheet = new SheetOne(SERVER);

  @BeforeEach
  void fill() {
    sheet.holds("H1:I2", "[[1.5,`x`],[`=H1*2`,false]]");
    sheet.patchAt("H1", "", "{`numberFormat`:`0.00`}").is(200);
  }

  private void tells(String below, String property, String expected) {
    sheet.shows(below, property, expected);
    JsonElement alone = sheet.get(below + "/" + property).is(200).json().get("value");
    assertEquals(JsonParser.parseString(expected.replace('`', '"')), alone, property);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "address | `Sheet1!H1:I2`",
        "addressLocal | `Sheet1!H1:I2`",
        "cellCount | 4",
        "columnCount | 2",
        "columnHidden | false",
        "columnIndex | 7",
        "formulas | [[1.5,`x`],[`=H1*2`,false]]",
        "formulasLocal | [[1.5,`x`],[`=H1*2`,false]]",
        "formulasR1C1 | [[1.5,`x`],[`=R[-1]C*2`,false]]",
        "hidden | false",
        "numberFormat | [[`0.00`,`General`],[`General`,`General`]]",
        "rowCount | 2",
        "rowHidden | false",
        "rowIndex | 0",
        "text | [[`1.50`,`x`],[`3`,`FALSE`]]",
        "values | [[1.5,`x`],[3,false]]",
        "valueTypes | [[`Double`,`String`],[`Double`,`Boolean`]]"
      })
  @Covers("workbookRange get-property *")
  void rangeTells(String property, String expected) {
    tells(RANGE, property, expected);
  }

  @Test
  @Covers({
    "workbookRange update (function result)",
    "workbookRange get-property hidden",
    "workbookRange get-property rowHidden",
    "workbookRange get-property columnHidden"
  })
  void hiddenIsNullWhereOnlySomeOfItIsHidden() {
    sheet.patchAt("H2", "", "{`rowHidden`:true}").is(200);
    tells(RANGE, "rowHidden", "null");
    tells(RANGE, "hidden", "null");
    tells("/range(address='H2:I2')", "hidden", "true");
    sheet.patchAt("H1:I1", "", "{`columnHidden`:true}").is(200);
    tells(RANGE, "columnHidden", "true");
    tells(RANGE, "hidden", "true");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{`applyTo`:`Contents`} | `` | `0.00`",
        "{`applyTo`:`Formats`} | 1.5 | `General`",
        "{`applyTo`:`All`} | `` | `General`",
        "{} | `` | `General`"
      })
  @Covers("workbookRange action clear(applyTo)")
  void clearTakesContentsOrFormatsOrBoth(String body, String value, String format) {
    sheet.postAt("H1", "/clear", body).is(204);
    sheet.showsAt("H1", "values", "[[" + value + "]]");
    sheet.showsAt("H1", "numberFormat", "[[" + format + "]]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/format | columnWidth | 135",
        "/format | rowHeight | 49.5",
        "/format | horizontalAlignment | `Center`",
        "/format | verticalAlignment | `Top`",
        "/format | wrapText | true",
        "/format/font | bold | true",
        "/format/font | italic | true",
        "/format/font | color | `#4B180E`",
        "/format/font | name | `Arial`",
        "/format/font | size | 26",
        "/format/font | underline | `Double`",
        "/format/fill | color | `#00FF00`",
        "/format/protection | locked | false",
        "/format/protection | formulaHidden | true",
        "/format/borders/EdgeTop | sideIndex | `EdgeTop`",
        "/format/borders/EdgeTop | style | `Dash`",
        "/format/borders/EdgeTop | weight | `Medium`",
        "/format/borders/EdgeTop | color | `#112233`"
      })
  @Covers({
    "workbookRangeFormat get-property *",
    "workbookRangeFormat get font",
    "workbookRangeFormat get fill",
    "workbookRangeFormat get protection",
    "workbookRangeFormat get borders/{id}",
    "workbookRangeFormat update font",
    "workbookRangeFormat update fill",
    "workbookRangeFormat update protection",
    "workbookRangeFormat update borders/{id}",
    "workbookRange get format",
    "workbookRange update format",
    "workbookRangeFont get-property *",
    "workbookRangeFill get-property *",
    "workbookFormatProtection get-property *",
    "workbookRangeBorder get-property *"
  })
  void lookIsToldAsItWasSetAndSurvives(String below, String property, String expected) {
    String path = "/range(address='H1')" + below;
    sheet.patch(path, "{`" + changed(below, property, expected) + "}").is(200);
    tells(path, property, expected);
    SheetOne again = sheet.reopened(SERVER);
    again.shows(path, property, expected);
  }

  /// A body that sets a property; the side of a border is given by its address, and a line that is
  /// not drawn has neither weight nor colour.
  private static String changed(String below, String property, String expected) {
    if (!below.contains("borders")) {
      return property + "`:" + expected;
    }
    return "style`:`Dash`,`weight`:`Medium`,`color`:`#112233`";
  }

  @Test
  @Covers({
    "workbookRangeFormat collection-list borders",
    "workbookRangeFormat collection-count borders/$count",
  })
  void bordersAreEight() {
    String borders = "/range(address='H1:I2')/format/borders";
    JsonArray all = sheet.get(borders).is(200).json().getAsJsonArray("value");
    assertEquals(8, all.size());
    assertEquals("8", sheet.get(borders + "/$count").is(200).text());
    sheet.shows(borders + "/count()", "value", "8");
    for (int at = 0; at < 8; at++) {
      sheet.shows(
          borders + "/itemAt(index=" + at + ")",
          "sideIndex",
          all.get(at).getAsJsonObject().get("sideIndex").toString());
    }
  }

  @Test
  @Covers("workbookRangeFill action clear()")
  void clearedFillIsNone() {
    String fill = "/range(address='H1')/format/fill";
    sheet.patch(fill, "{`color`:`#00FF00`}").is(200);
    sheet.post(fill + "/clear", "").is(204);
    sheet.shows(fill, "color", "`#FFFFFF`");
    sheet.saved(saved ->
        assertEquals(
            FillPatternType.NO_FILL, saved.getRow(0).getCell(7).getCellStyle().getFillPattern()));
  }
}
