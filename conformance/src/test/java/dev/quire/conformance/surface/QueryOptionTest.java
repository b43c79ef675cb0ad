package dev.quire.conformance.surface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.Escapes;
import dev.quire.conformance.fixture.Reply;
import dev.quire.conformance.fixture.RichBook;
import dev.quire.conformance.fixture.User;
import dev.quire.conformance.fixture.WorkbookServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Query options (semantics §3.1) and how much an answer says about itself.
final class QueryOptionTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.owner();
  private final User ann = SERVER.user("ann");
  private final BookFile book = SERVER.book("Rich.xlsx", RichBook.bytes());

  private Reply get(String path) {
    int query = path.indexOf('?');
    String escaped =
        query < 0
            ? path
            : path.substring(0, query + 1)
                + Escapes.segment(path.substring(query + 1))
                    .replace("%24", "$")
                    .replace("%3D", "=")
                    .replace("%26", "&");
    return ann.send(Ask.get(book.workbook() + escaped));
  }

  /// The names or indexes of a collection, with blanks between.
  private static String said(JsonObject answer) {
    return StreamSupport.stream(answer.getAsJsonArray("value").spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .map(each -> each.has("name") ? each.get("name") : each.get("index"))
        .map(JsonElement::getAsString)
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "/tables/Sales/rows?$top=2 | 0 1",
        "/tables/Sales/rows?$top=2&$skip=1 | 1 2",
        "/tables/Sales/rows?$skip=9 | ''",
        "/tables/Sales/rows?$top=0 | ''",
        "/tables/Sales/rows?$filter=index ge 1 and index lt 3 | 1 2",
        "/tables/Sales/rows?$filter=not (index eq 1)&$top=2 | 0 2",
        "/tables/Sales/rows?$filter=index ne 0&$orderby=index desc&$skip=1 | 2 1",
        "/tables/Sales/columns?$filter=startswith(name,'A') or endswith(name,'e') | Amount Price",
        "/tables/Sales/columns?$filter=contains(name,'tem') | Item",
        "/tables/Sales/columns?$orderby=name desc | Price Item Amount",
        "/worksheets?$filter=visibility eq 'Visible' and position gt 0 | Other",
        "/worksheets?$filter=name eq 'It''s' | It's",
        "/names?$filter=visible | Everything Rate",
        "/names?$filter=visible eq false | ''",
        "/names?$filter=type eq 'Range' | Everything",
        "/names?$orderby=type desc,name | Everything Rate"
      })
  void collectionShowsWhatWasAskedFor(String path, String expected) {
    assertEquals(expected.replace("''", ""), said(get(path).is(200).json()));
  }

  @Test
  void countTellsHowManyMeetTheFilter() {
    JsonObject rows = get("/tables/Sales/rows?$filter=index gt 0&$top=1&$count=true").json();
    assertEquals(3, rows.get("@odata.count").getAsInt());
    assertEquals("1", said(rows));
    assertEquals(
        4, get("/tables/Sales/rows?$count=true&$top=1").json().get("@odata.count").getAsInt());
    assertEquals("1", get("/tables/Sales/rows/$count?$filter=index lt 1").is(200).text());
  }

  @Test
  void selectShowsTheseMembersOnly() {
    JsonObject sheet = get("/worksheets/Other?$select=name,id").is(200).json();
    assertEquals(List.of("@odata.context", "@odata.id", "id", "name"), List.copyOf(sheet.keySet()));
  }

  @Test
  void expandShowsWhatAPropertyLeadsTo() {
    JsonObject table = get("/tables/Sales?$expand=worksheet($select=name),columns").is(200).json();
    assertEquals("It's", table.getAsJsonObject("worksheet").get("name").getAsString());
    assertFalse(table.getAsJsonObject("worksheet").has("visibility"));
    assertEquals(3, table.getAsJsonArray("columns").size());
    JsonObject names = get("/names?$expand=worksheet&$top=1").is(200).json();
    JsonObject first = names.getAsJsonArray("value").get(0).getAsJsonObject();
    assertTrue(first.get("worksheet").isJsonNull(), "a name of the workbook has no worksheet");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "/tables?$search=x | '$search'",
        "/tables?$apply=x | '$apply'",
        "/tables?$select=name&$select=id | '$select' was specified more than once",
        "/tables?$SELECT=name&$select=id | '$select' was specified more than once",
        "/tables?$select=colour | 'colour'",
        "/tables?$top=-1 | '-1'",
        "/tables?$top=x | 'x'",
        "/tables?$count=maybe | 'maybe'",
        "/tables?$filter=name eq | Syntax error at position 7",
        "/tables?$filter=name eq 5 | incompatible types",
        "/tables?$filter=name | incompatible types",
        "/tables?$filter=contains(showTotals,'x') | incompatible types",
        "/tables/Sales/rows?$filter=values eq 1 | 'values'",
        "/tables/Sales/rows?$orderby=values | 'values'",
        "/tables?$orderby=name up | Syntax error",
        "/tables?$expand=worksheet($top=1) | '$top in $expand'",
        "/tables?$expand=worksheet(name) | Syntax error",
        "/worksheets/Other/name/$value?$select=x | '$select'",
        "/tables?$expand=colour | 'colour'",
        "/tables/Sales?$top=1 | only on collections",
        "/worksheets/Other/range(address='A1')?$filter=rowCount eq 1 | only on collections",
        "/tables/Sales/name?$select=x | '$select'",
        "/tables/count()?$top=1 | only on collections",
        "/tables/$count?$top=1 | '$top'"
      })
  void optionThatCannotBeMetIsNamed(String path, String named) {
    Reply reply = get(path).is(400);
    assertEquals("BadRequest", reply.code());
    assertTrue(reply.message().contains(named), reply::message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/worksheets/It%27s/name/$value | It's",
        "/worksheets/It%27s/position/$value | 0",
        "/tables/Sales/showHeaders/$value | true",
        "/worksheets/It%27s/range(address='A1')/format/columnWidth/$value | 48",
        "/worksheets/It%27s/range(address='B2:C3')/cellCount/$value | 4"
      })
  void valueAloneIsPlainText(String path, String expected) {
    Reply reply = ann.send(Ask.get(book.workbook() + path)).is(200);
    assertEquals(expected, reply.text());
    assertTrue(reply.header("content-type").orElse("").startsWith("text/plain"), reply::text);
  }

  @Test
  void whatIsNoSingleValueHasNoValueAlone() {
    String range = book.workbook() + "/worksheets/It%27s/range(address='A1:B2')";
    ann.send(Ask.patch(range + "/format/font", "{\"bold\":true}")).is(200);
    ann.send(
            Ask.patch(
                book.workbook() + "/worksheets/It%27s/range(address='A1')/format/font",
                "{\"bold\":false}"))
        .is(200);
    assertEquals("", ann.send(Ask.get(range + "/format/font/bold/$value")).is(204).text());
    Reply refused = ann.send(Ask.get(range + "/values/$value")).is(400);
    assertTrue(refused.message().contains("'values'"), refused::text);
  }

  @Test
  void optionsAreForReadingOnly() {
    Reply reply =
        ann.send(
            Ask.patch(book.workbook() + "/worksheets/Other?$select=name", "{\"name\":\"Else\"}"));
    assertTrue(reply.is(400).message().contains("'$select'"), reply::message);
    get("/worksheets/Else").is(404);
  }

  @ParameterizedTest
  @CsvSource({
    "application/json;odata.metadata=none, none",
    "application/json; metadata=minimal, minimal",
    "application/json;odata.metadata=full, full",
    "application/json, minimal",
    "*/*, minimal"
  })
  void answerSaysAsMuchAboutItselfAsIsAccepted(String accept, String detail) {
    String path = book.workbook() + "/tables?$expand=worksheet";
    Reply reply = ann.send(Ask.get(path).with("Accept", accept)).is(200);
    assertTrue(
        reply.header("content-type").orElse("").contains("odata.metadata=" + detail + ";"),
        reply.headers()::toString);
    JsonObject table = reply.json().getAsJsonArray("value").get(0).getAsJsonObject();
    assertEquals(!detail.equals("none"), reply.json().has("@odata.context"));
    assertEquals(!detail.equals("none"), table.has("@odata.id"));
    assertEquals(detail.equals("full"), table.has("@odata.type"));
    assertEquals(detail.equals("full"), table.has("worksheet@odata.navigationLink"));
    assertEquals("Sales", table.get("name").getAsString());
  }

  @Test
  void formatCountsBeforeAccept() {
    String path = "/tables?$format=application/json;odata.metadata=none&$count=true";
    JsonObject answer = get(path).is(200).json();
    assertEquals(List.of("@odata.count", "value"), List.copyOf(answer.keySet()));
  }

  /// A ratio within one run: one row of a table costs a small part of all of them, and no more than
  /// one row of a small one.
  @Test
  void oneRowOfALargeTableIsReadAlone() throws IOException {
    BookFile large = SERVER.book("Large.xlsx", large(150_000));
    String rows = large.workbook() + "/tables/Large/rows";
    long all = nanos(rows, 1);
    long one = nanos(rows + "?$top=1", 50);
    assertTrue(one < all / 20, "one row took " + one + " ns, all took " + all + " ns");
  }

  /// The quickest of some reads.
  private long nanos(String path, int times) {
    long best = Long.MAX_VALUE;
    for (int time = 0; time < times; time++) {
      long from = System.nanoTime();
      ann.send(Ask.get(path)).is(200);
      best = Math.min(best, System.nanoTime() - from);
    }
    return best;
  }

  private static byte[] large(int rows) throws IOException {
    try (var book = new SXSSFWorkbook(100)) {
      var sheet = book.createSheet("Sheet1");
      var header = sheet.createRow(0);
      header.createCell(0).setCellValue("Id");
      header.createCell(1).setCellValue("Half");
      var table =
          book.getXSSFWorkbook()
              .getSheetAt(0)
              .createTable(
                  new AreaReference(new CellReference(0, 0), new CellReference(rows, 1), null));
      table.setName("Large");
      table.setDisplayName("Large");
      table.getCTTable().getTableColumns().getTableColumnArray(0).setName("Id");
      table.getCTTable().getTableColumns().getTableColumnArray(1).setName("Half");
      for (int row = 1; row <= rows; row++) {
        var line = sheet.createRow(row);
        line.createCell(0).setCellValue(row);
        line.createCell(1).setCellValue(row / 2.0);
      }
      var out = new ByteArrayOutputStream();
      book.write(out);
      return out.toByteArray();
    }
  }
}
