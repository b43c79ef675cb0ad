package dev.quire.graph.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.quire.graph.edm.EdmModel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathParserTest {
  private static final PathParser PARSER = new PathParser(EdmModel.bundled());
  private static final String BOOK = "/v1.0/me/drive/items/1/workbook";

  @ParameterizedTest
  @CsvFileSource(
      resources = "spellings.tsv",
      delimiter = '\t',
      quoteCharacter = '"',
      ignoreLeadingAndTrailingWhitespace = false)
  void spellingMeansTheSameAsTheCanonicalPath(String method, String spelling, String canonical) {
    assertEquals(canonical, PathPrinter.path(PARSER.parse(method, spelling)));
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = "faults.tsv",
      delimiter = '\t',
      quoteCharacter = '"',
      ignoreLeadingAndTrailingWhitespace = false)
  void faultSaysWhatAndWhere(String path, int position, String message) {
    var fault = assertThrows(PathFault.class, () -> PARSER.parse("GET", path));
    assertEquals(message, fault.getMessage());
    assertEquals(position, fault.position());
  }

  @Test
  void worksheetMayBeCalledLikeAnOperation() {
    assertEquals(BOOK_KEY + "/charts/add", canonical("POST", BOOK + "/worksheets/add/charts/add"));
    assertEquals(BOOK_KEY, canonical("PATCH", BOOK + "/worksheets/add"));
  }

  private static final String BOOK_KEY = "/v1.0/me/drive/items('1')/workbook/worksheets('add')";

  @Test
  void bareFunctionNameTellsWhatIsMissing() {
    var route = PARSER.parse("GET", BOOK + "/worksheets/S/range/cell");
    var call = (Segment.FunctionCall) route.last();
    assertEquals(List.of("row", "column"), call.missing().stream().map(p -> p.name()).toList());
  }

  @Test
  void overlongPathIsRefused() {
    var path = BOOK + "/worksheets/" + "a".repeat(PathParser.MAX_CHARS);
    assertThrows(PathFault.TooLong.class, () -> PARSER.parse("GET", path));
  }

  @Test
  void functionsComposeWithoutLimit() {
    var path = BOOK + "/worksheets/S/usedRange" + "/lastRow()".repeat(1000);
    assertEquals("workbookRange", PARSER.parse("GET", path).type().orElseThrow().name());
  }

  @Test
  void routeIsPartedAtTheWorkbook() {
    var route = PARSER.parse("GET", "/v1.0/me/drive/root:/a%20b/x.xlsx:/workbook/worksheets/S");
    assertEquals(4, route.itemPart().size());
    assertEquals(2, route.workbookPart().size());
    assertEquals(
        "/v1.0/me/drive/items('01%21A')/workbook/worksheets('S')",
        PathPrinter.path(route.withItem("01!A")));
  }

  @ParameterizedTest
  @CsvSource({
    "/me/drive/root:/x.xlsx:/content, /me/drive/items('9')/content",
    "/drives/d/items/1/children, /drives('d')/items('9')/children",
    "/me/drive/root/children/x.xlsx, /me/drive/items('9')",
    "/me/drive/root/children, /me/drive/items('9')/children",
    "/me/drive, /me/drive",
    "/shares/s/driveItem/workbook, /shares('s')/driveItem/workbook"
  })
  void itemCanBeNamedByItsId(String path, String byId) {
    var route = PARSER.parse("GET", "/v1.0" + path).withItem("9");
    assertEquals("/v1.0" + byId, PathPrinter.path(route));
  }

  @Test
  void routeBesideTheWorkbookHasNoWorkbookPart() {
    var route = PARSER.parse("PUT", "/v1.0/me/drive/root:/x.xlsx:/content");
    assertEquals(List.of(), route.workbookPart());
    assertEquals(5, route.itemPart().size());
  }

  private static String canonical(String method, String path) {
    return PathPrinter.path(PARSER.parse(method, path));
  }

  @ParameterizedTest
  @ValueSource(strings = {"root:/::", "root:/a::", "root:/a::/workbook"})
  void itemNameCannotEndWithAColon(String item) {
    assertThrows(PathFault.BadItemPath.class, () -> PARSER.parse("GET", "/v1.0/me/drive/" + item));
  }
}
