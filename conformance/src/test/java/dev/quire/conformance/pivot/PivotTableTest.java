package dev.quire.conformance.pivot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.Parts;
import dev.quire.conformance.fixture.Reply;
import dev.quire.conformance.fixture.User;
import dev.quire.conformance.fixture.WorkbookServer;
import dev.quire.conformance.surface.Covers;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Pivot tables are listed, and a refresh adds up their source again (semantics §11).
final class PivotTableTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();
  private static final AtomicInteger FILES = new AtomicInteger();
  private static final String PIVOTS = "/worksheets/Report/pivotTables";

  private final User ann = SERVER.user("ann");
  private BookFile book = stored(PivotBook.bytes());

  private static BookFile stored(byte[] bytes) {
    return SERVER.book("pivot" + FILES.incrementAndGet() + ".xlsx", bytes);
  }

  private Reply get(String below) {
    return ann.send(Ask.get(book.workbook() + below));
  }

  private Reply post(String below) {
    return ann.send(Ask.post(book.workbook() + below, "{}"));
  }

  private void write(String address, String values) {
    ann.send(
            Ask.patch(
                book.workbook() + "/worksheets/Sales/range(address='" + address + "')",
                "{\"values\":" + values.replace('\'', '"') + "}"))
        .is(200);
  }

  private void shows(String address, String values) {
    assertEquals(
        JsonParser.parseString(values.replace('\'', '"')),
        get("/worksheets/Report/range(address='" + address + "')?$select=values")
            .is(200)
            .json()
            .get("values"));
  }

  @Test
  @Covers({
    "workbookWorksheet collection-list pivotTables",
    "workbookWorksheet collection-count pivotTables/$count",
    "workbookWorksheet get pivotTables/{id}",
    "workbookPivotTable get-property name",
    "workbookPivotTable get worksheet"
  })
  void pivotTablesAreListedCountedAndFoundByNameAndId() {
    var listed = get(PIVOTS).is(200).json().getAsJsonArray("value");
    assertEquals(2, listed.size());
    var first = listed.get(0).getAsJsonObject();
    assertEquals("By region", first.get("name").getAsString());
    assertEquals("2", get(PIVOTS + "/$count").is(200).text());
    String id = first.get("id").getAsString();
    assertEquals(id, get(PIVOTS + "/By%20region").is(200).member("id"));
    assertEquals(
        "By region",
        get(PIVOTS + "/" + id.replace("{", "%7B").replace("}", "%7D")).is(200).member("name"));
    assertEquals("By product", get(PIVOTS + "/By%20product/name").is(200).member("value"));
    assertEquals("Report", get(PIVOTS + "/By%20product/worksheet").is(200).member("name"));
    assertEquals(
        "Report",
        get(PIVOTS + "/By%20product?$expand=worksheet")
            .is(200)
            .json()
            .getAsJsonObject("worksheet")
            .get("name")
            .getAsString());
    get(PIVOTS + "/None").refuses(404, "ItemNotFound", "itemNotFound");
  }

  @Test
  @Covers("workbookPivotTable action refresh()")
  void refreshAddsUpTheSourceAsItIsNow() throws Exception {
    post(PIVOTS + "/By%20region/refresh").is(204);
    shows("A3:B6", "[['Row Labels','Units sold'],['North',9],['South',12],['Grand Total',21]]");
    write("A7:D7", "[['East','Tea',100,2]]");
    write("A3:C3", "[['East','Tea',6]]");
    post(PIVOTS + "/By%20region/refresh").is(204);
    shows(
        "A3:B7",
        "[['Row Labels','Units sold'],['North',9],['South',7],['East',6],['Grand Total',22]]");
    try (var saved =
        new XSSFWorkbook(
            new ByteArrayInputStream(ann.send(Ask.get(book.item() + "/content")).is(200).body()))) {
      var table = saved.getSheet("Report").getPivotTables().getFirst();
      assertEquals("A3:B7", table.getCTPivotTableDefinition().getLocation().getRef());
      var cache = table.getPivotCacheDefinition().getCTPivotCacheDefinition();
      assertTrue(cache.getRefreshedDate() > 40_000);
      assertEquals(3, cache.getCacheFields().getCacheFieldArray(0).getSharedItems().getCount());
      assertFalse(saved.getSheet("Report").getRow(2) == null);
    }
  }

  @Test
  void errorIsAnItemWhoseNameIsAText() {
    write("A3", "[['=1/0']]");
    post(PIVOTS + "/By%20region/refresh").is(204);
    shows(
        "A3:B7",
        "[['Row Labels','Units sold'],['North',9],['#DIV/0!',5],['South',7],['Grand Total',21]]");
    assertEquals(
        "String",
        get("/worksheets/Report/range(address='A5')?$select=valueTypes")
            .is(200)
            .json()
            .getAsJsonArray("valueTypes")
            .get(0)
            .getAsJsonArray()
            .get(0)
            .getAsString());
  }

  @Test
  @Covers("Collection(workbookPivotTable) action refreshAll()")
  void refreshAllWorksOutEveryPivotTableOfTheWorksheet() {
    post(PIVOTS + "/refreshAll").is(204);
    shows("A3:B6", "[['Row Labels','Units sold'],['North',9],['South',12],['Grand Total',21]]");
    shows(
        "F3:H11",
        """
        [['Row Labels','Units sold','Average price'],
         ['Tea',12,1.5],['North',7,1.625],['South',5,1.25],
         ['Coffee',2,4],['North',2,4],
         ['Milk',7,0.5],['South',7,0.5],
         ['Grand Total',21,1.8]]\
        """);
  }

  @Test
  void formulasThatAskThePivotTableFollow() {
    post(PIVOTS + "/By%20region/refresh").is(204);
    ann.send(
            Ask.patch(
                book.workbook() + "/worksheets/Sales/range(address='H1')",
                "{\"formulas\":[[\"=GETPIVOTDATA(\\\"Units sold\\\",Report!A3,\\\"Region\\\",\\\"South\\\")\"]]}"))
        .is(200);
    write("C3", "[[50]]");
    post(PIVOTS + "/By%20region/refresh").is(204);
    assertEquals(
        "57.0",
        get("/worksheets/Sales/range(address='H1')?$select=values")
                .json()
                .getAsJsonArray("values")
                .get(0)
                .getAsJsonArray()
                .get(0)
                .getAsDouble()
            + "");
  }

  @Test
  void reportThatWouldGrowOverSomethingIsRefusedAndNothingChanges() {
    post(PIVOTS + "/By%20region/refresh").is(204);
    ann.send(
            Ask.patch(
                book.workbook() + "/worksheets/Report/range(address='B7')", "{\"values\":[[1]]}"))
        .is(200);
    write("A3", "[['East']]");
    Reply refused = post(PIVOTS + "/By%20region/refresh").is(409);
    assertTrue(refused.message().contains("B7 is not empty"), refused::text);
    shows("A3:B6", "[['Row Labels','Units sold'],['North',9],['South',12],['Grand Total',21]]");
  }

  @Test
  void valuesArePutIntoGroupsThatFollowThem() {
    book = stored(PivotBook.grouped("groupInterval=\"3\""));
    post(PIVOTS + "/By%20units/refresh").is(204);
    shows("K4:L6", "[['2-4',7.25],['5-7',1.75],['Grand Total',9]]");
    write("C4", "[[9]]");
    post(PIVOTS + "/By%20units/refresh").is(204);
    shows("K4:L7", "[['3-5',4.5],['6-8',0.5],['9-11',4],['Grand Total',9]]");
    String cache =
        Parts.text(
            ann.send(Ask.get(book.item() + "/content")).is(200).body(),
            "xl/pivotCache/pivotCacheDefinition3.xml");
    assertTrue(cache.contains("startNum=\"3\" endNum=\"9\""), cache);
    assertTrue(cache.contains("<s v=\"6-8\"/><s v=\"9-11\"/><s v=\"&gt;12\"/>"), cache);
  }

  @Test
  void groupsThatAreNotUnderstoodAreRefusedAsUnsupported() {
    book = stored(PivotBook.grouped("groupBy=\"days\" groupInterval=\"7\""));
    Reply refused = post(PIVOTS + "/By%20units/refresh").is(501);
    assertEquals("unsupportedOperation", refused.innerCode());
    assertTrue(refused.message().contains("'Units' is put into groups"), refused::text);
  }

  @Test
  void sourceWithoutItsColumnIsRefusedAsUnsupported() {
    post(PIVOTS + "/By%20region/refresh").is(204);
    write("C1", "[['Pieces']]");
    Reply refused = post(PIVOTS + "/By%20region/refresh").is(501);
    assertEquals("unsupportedOperation", refused.innerCode());
    assertTrue(refused.message().contains("no column 'Units'"), refused::text);
    shows("A4:B4", "[['North',9]]");
  }

  @Test
  void sourceFollowsItsCellsAndItsSheet() {
    ann.send(
            Ask.post(
                book.workbook() + "/worksheets/Sales/range(address='A1:D2')/insert",
                "{\"shift\":\"Down\"}"))
        .is(200);
    ann.send(Ask.patch(book.workbook() + "/worksheets/Sales", "{\"name\":\"Sold\"}")).is(200);
    post(PIVOTS + "/By%20region/refresh").is(204);
    shows("A3:B6", "[['Row Labels','Units sold'],['North',9],['South',12],['Grand Total',21]]");
  }

  private XSSFWorkbook saved() throws java.io.IOException {
    return new XSSFWorkbook(
        new ByteArrayInputStream(ann.send(Ask.get(book.item() + "/content")).is(200).body()));
  }

  private static List<String> parts(XSSFWorkbook file) throws Exception {
    return file.getPackage().getParts().stream()
        .map(part -> part.getPartName().getName())
        .filter(name -> name.contains("pivot") && !name.contains("_rels"))
        .sorted()
        .toList();
  }

  /// A pivot table goes with its cells, its part and its cache, which only it had here.
  @Test
  @Covers("workbookWorksheet delete pivotTables/{id}")
  void deletedPivotTableLeavesNothingBehind() throws Exception {
    post(PIVOTS + "/refreshAll").is(204);
    write("F1", "[['kept']]");
    ann.send(
            Ask.patch(
                book.workbook() + "/worksheets/Sales/range(address='F2')",
                "{\"formulas\":[[\"=GETPIVOTDATA(\\\"Units sold\\\",Report!A3)\"]]}"))
        .is(200);
    int before;
    try (XSSFWorkbook file = saved()) {
      before = parts(file).size();
      assertEquals(2, file.getSheet("Report").getPivotTables().size());
    }
    ann.send(Ask.of("DELETE", book.workbook() + PIVOTS + "/By%20region")).is(204);
    get(PIVOTS + "/By%20region").is(404);
    shows("A3:B6", "[['',''],['',''],['',''],['','']]");
    shows("F3:F4", "[['Row Labels'],['Tea']]");
    assertEquals(
        "[[\"#REF!\"]]",
        get("/worksheets/Sales/range(address='F2')?$select=values")
            .json()
            .get("values")
            .toString());
    try (XSSFWorkbook file = saved()) {
      assertEquals(1, file.getSheet("Report").getPivotTables().size());
      assertEquals(
          "By product",
          file.getSheet("Report")
              .getPivotTables()
              .getFirst()
              .getCTPivotTableDefinition()
              .getName());
      assertEquals(before - 3, parts(file).size(), () -> "definition, cache and records are gone");
      assertEquals(1, file.getCTWorkbook().getPivotCaches().sizeOfPivotCacheArray());
    }
    ann.send(Ask.of("DELETE", book.workbook() + PIVOTS + "/By%20product")).is(204);
    try (XSSFWorkbook file = saved()) {
      assertEquals(List.of(), parts(file));
      assertFalse(file.getCTWorkbook().isSetPivotCaches());
    }
    post(PIVOTS + "/refreshAll").is(204);
    assertEquals("0", get(PIVOTS + "/$count").is(200).text());
  }

  @Test
  @Covers("workbookWorksheet update pivotTables/{id}")
  void pivotTableIsRenamed() throws Exception {
    Ask rename =
        Ask.patch(book.workbook() + PIVOTS + "/By%20region", "{\"name\":\"Regions & more\"}");
    assertEquals("Regions & more", ann.send(rename).is(200).member("name"));
    get(PIVOTS + "/By%20region").is(404);
    get(PIVOTS + "/Regions%20%26%20more").is(200);
    try (XSSFWorkbook file = saved()) {
      assertEquals(
          List.of("By product", "Regions & more"),
          file.getSheet("Report").getPivotTables().stream()
              .map(each -> each.getCTPivotTableDefinition().getName())
              .sorted()
              .toList());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{`name`:``} | 400 | name",
        "{`name`:7} | 400 | name",
        "{`name`:null} | 400 | name",
        "{`name`:` `} | 400 | name",
        "{`name`:`by PRODUCT`} | 400 | by PRODUCT",
        "{`source`:`A1`} | 400 | source"
      })
  void badNamesAreRefused(String body, int status, String named) {
    Reply reply =
        ann.send(Ask.patch(book.workbook() + PIVOTS + "/By%20region", body.replace('`', '"')))
            .is(status);
    assertTrue(reply.message().contains(named), reply::text);
    get(PIVOTS + "/By%20region").is(200);
  }

  /// The entity says nothing of a source, so there is nothing to make a pivot table from.
  @Test
  @Covers("workbookWorksheet create pivotTables")
  void pivotTablesAreNotMadeFromAName() {
    Reply reply = ann.send(Ask.post(book.workbook() + PIVOTS, "{\"name\":\"New\"}")).is(405);
    assertEquals("GET, HEAD, OPTIONS", reply.header("allow").orElse(""));
    assertEquals("2", get(PIVOTS + "/$count").is(200).text());
  }
}
