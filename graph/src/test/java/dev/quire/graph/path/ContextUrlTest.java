package dev.quire.graph.path;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quire.graph.edm.EdmModel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContextUrlTest {
  private static final PathParser PARSER = new PathParser(EdmModel.bundled());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "/me/drive/items/40!1/workbook/tables('food')/rows |"
            + " users('u')/drive/items('40%211')/workbook/tables('food')/rows",
        "/drives/b!n/items/01/workbook/worksheets/%7BA%7D |"
            + " drives('b%21n')/items('01')/workbook/worksheets/$entity",
        "/me/drive/root:/a/b.xlsx:/workbook/worksheets |"
            + " users('u')/drive/root/workbook/worksheets",
        "/me/drive/items/1/workbook/names/N/range | microsoft.graph.workbookRange",
        "/me/drive/items/1/workbook/createSession | microsoft.graph.workbookSessionInfo",
        "/me/drive/items/1/workbook/tables/count() | Edm.Int32",
        "/me/drive/items/1/workbook/application |"
            + " users('u')/drive/items('1')/workbook/application/$entity",
        "/me/drive/items/1/workbook/worksheets/S/range(address='S!A1')/format |"
            + " users('u')/drive/items('1')/workbook/worksheets('S')/range(address='S!A1')/format/$entity",
        "/me/drive/items/1/workbook/worksheets/S/name |"
            + " users('u')/drive/items('1')/workbook/worksheets('S')/name",
        "/me | users/$entity",
        "/me/drive | users('u')/drive/$entity",
        "/users/x | users/$entity"
      })
  void contextIsWhatTheServiceSays(String path, String fragment) {
    var route = PARSER.parse("GET", "/v1.0" + path);
    assertEquals(fragment, ContextUrl.fragment(route, "u", List.of()));
  }

  @Test
  void selectedPropertiesStandBehindTheCollection() {
    var select = List.of("id", "position");
    var many = PARSER.parse("GET", "/v1.0/drives/d/items/i/workbook/worksheets");
    assertEquals(
        "drives('d')/items('i')/workbook/worksheets(id,position)",
        ContextUrl.fragment(many, "u", select));
    var one = PARSER.parse("GET", "/v1.0/drives/d/items/i/workbook/worksheets/S");
    assertEquals(
        "drives('d')/items('i')/workbook/worksheets(id,position)/$entity",
        ContextUrl.fragment(one, "u", select));
  }

  @Test
  void workbookIsNamedByTheIdOfItsFile() {
    var route = PARSER.parse("GET", "/v1.0/me/drive/root:/a.xlsx:/workbook/worksheets");
    assertEquals(
        "/users('u')/drive/items('01%21A')/workbook",
        ContextUrl.workbook(route.withItem("01!A"), "u"));
  }
}
