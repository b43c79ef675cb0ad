package dev.quire.ooxml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import dev.quire.workbook.DeleteShift;
import dev.quire.workbook.Edit;
import dev.quire.workbook.Entry;
import dev.quire.workbook.Workbook;
import dev.quire.workbook.WorkbookFault;
import dev.quire.workbook.pivot.PivotTable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Pivot tables of fields that are put into groups are refreshed: by hand, ranges of numbers, parts
/// of dates. The workbook is that of [GroupedPivots].
final class GroupedPivotsTest {
  private static final String YEARS =
      "<item x=\"0\"/><item x=\"1\"/><item x=\"2\"/><item x=\"3\"/>"
          + "<item t=\"default\"/></items></pivotField></pivotFields>";
  private XlsxFile file = Books.open(GroupedPivots.bytes());
  private Workbook book = file.workbook();

  private void open(String... changes) {
    file = Books.open(GroupedPivots.bytes(changes));
    book = file.workbook();
  }

  private int sheet(int at) {
    return book.worksheets().get(at).key();
  }

  private void edit(String address, double number) {
    book = Books.number(book, sheet(0), address, number);
  }

  private void refresh() {
    book = refreshed(book, sheet(1));
  }

  private static Workbook refreshed(Workbook book, int sheet) {
    return Books.apply(book, new Edit.RefreshPivots(sheet, Optional.empty(), Books.NOW));
  }

  private static String report(Workbook of, String name) {
    return GroupedPivots.report(of, name);
  }

  /// What other programs find, and what a second refresh gives.
  private byte[] saved() throws IOException {
    byte[] saved = file.save(book, Books.NOW).bytes();
    assertEquals(List.of(), Lint.introduced(file.bytes(), saved));
    Workbook again = Books.open(saved).workbook();
    Workbook second = refreshed(again, again.worksheets().get(1).key());
    for (String each : List.of("Months", "Sizes", "Kinds")) {
      assertEquals(report(book, each), report(again, each));
      assertEquals(report(book, each), report(second, each));
      assertEquals(
          GroupedPivots.pivot(again, each).fields(), GroupedPivots.pivot(second, each).fields());
    }
    try (var poi = new XSSFWorkbook(new ByteArrayInputStream(saved))) {
      assertEquals(3, poi.getPivotTables().size());
    }
    return saved;
  }

  private void cacheHolds(String xml) throws IOException {
    String cache = Parts.text(saved(), GroupedPivots.CACHE);
    assertTrue(cache.contains(xml), cache);
  }

  @Test
  void valuesAreAddedUpByTheirGroups() throws IOException {
    refresh();
    assertEquals("2024:7 Jan:1 Feb:2 May:4 2025:24 Feb:24 all:31", report(book, "Months"));
    assertEquals("1-5:3 6-10:12 11-15:16 all:31", report(book, "Sizes"));
    assertEquals("Group1:19 a:17 b:2 c:4 c:4 d:8 d:8 all:31", report(book, "Kinds"));
    String before = Parts.text(file.bytes(), GroupedPivots.CACHE);
    String after = Parts.text(saved(), GroupedPivots.CACHE);
    int groups = before.indexOf("<fieldGroup");
    assertEquals(before.substring(groups), after.substring(after.indexOf("<fieldGroup")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2023-12-05 | 45265 | 2023:1 Dec:1 2024:6 Feb:2 May:4 2025:24 Feb:24 all:31",
        "a new year behind | 46100 | 2024:6 Feb:2 May:4 2025:24 Feb:24 2026:1 Mar:1 all:31",
        "the last day of a year | 46022 | 2024:6 Feb:2 May:4 2025:25 Feb:24 Dec:1 all:31",
        "29 February | 45351 | 2024:7 Feb:3 May:4 2025:24 Feb:24 all:31"
      })
  void yearsFollowTheDates(String what, double day, String report) throws IOException {
    refresh();
    edit("A2", day);
    refresh();
    assertEquals(report, report(book, "Months"), what);
    saved();
  }

  @Test
  void newYearsAreWrittenAsExcelWritesThem() throws IOException {
    edit("A2", 45_265);
    edit("A6", 46_022);
    refresh();
    cacheHolds(
        """
        <rangePr groupBy="years" startDate="2023-12-05T00:00:00" endDate="2026-01-01T00:00:00"/>\
        <groupItems count="5"><s v="&lt;12/5/2023"/><s v="2023"/><s v="2024"/><s v="2025"/>\
        <s v="&gt;1/1/2026"/></groupItems>\
        """);
    cacheHolds(
        """
        <rangePr groupBy="months" startDate="2023-12-05T00:00:00" endDate="2026-01-01T00:00:00"/>\
        <groupItems count="14"><s v="&lt;12/5/2023"/><s v="Jan"/>\
        """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "B6 | 23 | 1-5:3 6-10:12 21-25:16 all:31",
        "B6 | 16 | 1-5:3 6-10:12 16-20:16 all:31",
        "B2 | -2 | -2-2:1 3-7:6 8-12:24 all:31",
        "B2 | 0.5 | 0.5-5.5:3 5.5-10.5:12 10.5-15.5:16 all:31"
      })
  void rangesFollowTheNumbers(String cell, double number, String report) throws IOException {
    refresh();
    edit(cell, number);
    refresh();
    assertEquals(report, report(book, "Sizes"));
    saved();
  }

  @Test
  void rangesThatDoNotFollowLeaveTheRestAtTheirEnds() throws IOException {
    open("<rangePr startNum=\"1\"", "<rangePr autoStart=\"0\" autoEnd=\"0\" startNum=\"1\"");
    edit("B2", 0);
    edit("B6", 16);
    refresh();
    assertEquals("<1:1 1-5:2 6-10:12 >16:16 all:31", report(book, "Sizes"));
    saved();
  }

  /// Cells move over where it was before the file is saved.
  @Test
  void deletedReportStaysAwayWhenItsCellsMove() {
    String sizes =
        book.worksheets().get(1).regions().pivots().stream()
            .filter(each -> each.name().equals("Sizes"))
            .findFirst()
            .orElseThrow()
            .id();
    book = Books.apply(book, new Edit.DeletePivot(sheet(1), sizes));
    Area moving = A1.parse("D2:E3").orElseThrow();
    book = Books.apply(book, new Edit.DeleteCells(sheet(1), moving, DeleteShift.LEFT));
    byte[] saved = file.save(book, Books.NOW).bytes();
    assertEquals(List.of(), Lint.introduced(file.bytes(), saved));
    assertEquals(
        List.of("Months", "Kinds"),
        Books.open(saved).workbook().worksheets().get(1).regions().pivots().stream()
            .map(PivotTable::name)
            .toList());
  }

  @Test
  void newKindIsAGroupOfItsOwn() throws IOException {
    refresh();
    book = Books.text(book, sheet(0), "C3", "z");
    refresh();
    assertEquals("Group1:17 a:17 c:4 c:4 d:8 d:8 z:2 z:2 all:31", report(book, "Kinds"));
    cacheHolds(
        """
        <discretePr count="5"><x v="0"/><x v="0"/><x v="1"/><x v="2"/><x v="3"/></discretePr>\
        <groupItems count="4"><s v="Group1"/><s v="c"/><s v="d"/><s v="z"/></groupItems>\
        """);
  }

  @Test
  void blanksAreInTheFirstGroup() throws IOException {
    refresh();
    book = Books.set(book, sheet(0), 1, 0, Entry.CLEAR);
    refresh();
    assertEquals(
        "<2/18/2024:1 (blank):1 2024:6 Feb:2 May:4 2025:24 Feb:24 all:31", report(book, "Months"));
    cacheHolds("<groupItems count=\"14\"><s v=\"(blank)\"/><s v=\"Jan\"/>");
    edit("A2", 45_292);
    refresh();
    cacheHolds("<groupItems count=\"14\"><s v=\"&lt;1/1/2024\"/><s v=\"Jan\"/>");
  }

  /// Numbers of years change when one comes before them.
  @Test
  void hiddenYearStaysHidden() throws IOException {
    open(YEARS, YEARS.replace("<item x=\"1\"/>", "<item h=\"1\" x=\"1\"/>"));
    refresh();
    assertEquals("2025:24 Feb:24 all:24", report(book, "Months"));
    edit("A2", 45_265);
    refresh();
    assertEquals("2025:24 Feb:24 all:24", report(book, "Months"));
    String table = Parts.text(saved(), "xl/pivotTables/pivotTable1.xml");
    assertTrue(
        table.contains(
            "<items count=\"6\"><item x=\"0\"/><item h=\"1\" x=\"1\"/><item h=\"1\" x=\"2\"/>"
                + "<item x=\"3\"/><item x=\"4\"/><item t=\"default\"/></items>"),
        table);
  }

  @Test
  void filterAboveTheReportStaysWithItsYear() throws IOException {
    open(
        "<pivotField axis=\"axisRow\" showAll=\"0\"><items count=\"5\"><item x=\"0\"/>"
            + YEARS.substring(13),
        "<pivotField axis=\"axisPage\" showAll=\"0\"><items count=\"5\"><item x=\"0\"/>"
            + YEARS.substring(13),
        "<rowFields count=\"2\"><field x=\"5\"/><field x=\"0\"/></rowFields>",
        "<rowFields count=\"1\"><field x=\"0\"/></rowFields>",
        "<item t=\"default\"/></items></pivotField></pivotFields><rowFields count=\"1\">"
            + "<field x=\"0\"/></rowFields><rowItems count=\"1\"><i/></rowItems>"
            + "<colItems count=\"1\"><i/></colItems>",
        "<item t=\"default\"/></items></pivotField></pivotFields><rowFields count=\"1\">"
            + "<field x=\"0\"/></rowFields><rowItems count=\"1\"><i/></rowItems>"
            + "<colItems count=\"1\"><i/></colItems>"
            + "<pageFields count=\"1\"><pageField fld=\"5\" item=\"2\" hier=\"-1\"/></pageFields>");
    refresh();
    assertEquals("Feb:24 all:24", report(book, "Months"));
    edit("A2", 45_265);
    refresh();
    assertEquals("Feb:24 all:24", report(book, "Months"));
    String table = Parts.text(saved(), "xl/pivotTables/pivotTable1.xml");
    assertTrue(table.contains("<pageField fld=\"5\" item=\"3\" hier=\"-1\"/>"), table);
  }

  @Test
  void namesOfAnotherLanguageStay() throws IOException {
    open("1/1/2024", "2024. 01. 01.", "2/14/2025", "2025. 02. 14.", "\"May\"", "\"máj\"");
    edit("A2", 45_265);
    refresh();
    assertEquals("2023:1 Dec:1 2024:6 Feb:2 máj:4 2025:24 Feb:24 all:31", report(book, "Months"));
    cacheHolds("<s v=\"&lt;2023. 12. 05.\"/><s v=\"2023\"/>");
  }

  @Test
  void moreRangesThanAnybodyWantsAreRefused() {
    refresh();
    edit("B6", 1e12);
    assertTrue(refusal().contains("more than 65536 groups"));
  }

  @ParameterizedTest
  @CsvSource({"A3, 'Day'", "B3, 'Size'"})
  void textAmongDatesOrNumbersIsRefused(String cell, String field) {
    refresh();
    book = Books.text(book, sheet(0), cell, "soon");
    assertTrue(refusal().contains("'" + field + "' is put into groups and has values"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "groupBy=\"months\" | groupBy=\"days\" groupInterval=\"7\" | 'Day' is put into groups",
        "groupBy=\"years\" | groupBy=\"months\" | 'Years' is put into groups",
        "groupInterval=\"5\" | groupInterval=\"0\" | 'Size' is put into groups",
        "<x v=\"2\"/></discretePr> | <x v=\"3\"/></discretePr> | 'Kind2' is put into groups",
        "<x v=\"2\"/></discretePr> | </discretePr> | 'Kind2' is put into groups"
      })
  void groupsThatAreNotUnderstoodAreRefused(String usual, String instead, String why) {
    open(usual, instead);
    assertTrue(refusal().contains(why), this::refusal);
  }

  private String refusal() {
    return String.valueOf(
        assertThrows(WorkbookFault.NotRefreshable.class, this::refresh).getMessage());
  }
}
