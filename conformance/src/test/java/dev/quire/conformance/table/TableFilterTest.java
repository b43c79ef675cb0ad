package dev.quire.conformance.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.quire.conformance.fixture.WorkbookServer;
import dev.quire.conformance.surface.Covers;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Filters and sorting of tables (semantics §8). The amounts are 3, 10, 7, 1, the prices 1.5, 0.25,
/// 2, 0.5.
final class TableFilterTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();
  private static final String AMOUNT = "/tables/Sales/columns/Amount/filter/";
  private final Rich book = new Rich(SERVER);

  /// The items whose rows are shown, through the API and in the saved file.
  private void assertShown(String items) {
    var ours = new ArrayList<String>();
    for (int row = 2; row <= 5; row++) {
      JsonObject cell = book.get("/worksheets/It%27s/range(address='A" + row + "')").json();
      if (!cell.get("rowHidden").getAsBoolean()) {
        ours.add(cell.getAsJsonArray("values").get(0).getAsJsonArray().get(0).getAsString());
      }
    }
    assertEquals(items, String.join(" ", ours));
    book.saved(opened -> {
      var theirs = new ArrayList<String>();
      for (int row = 1; row <= 4; row++) {
        if (!opened.getSheetAt(0).getRow(row).getZeroHeight()) {
          theirs.add(opened.getSheetAt(0).getRow(row).getCell(0).getStringCellValue());
        }
      }
      assertEquals(items, String.join(" ", theirs));
    });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "applyValuesFilter | {`values`:[`3`,`7`]} | pear apple",
        "applyCustomFilter | {`criteria1`:`>3`} | fig apple",
        "applyCustomFilter | {`criteria1`:`>=3`,`criteria2`:`<10`,`oper`:`And`} | pear apple",
        "applyCustomFilter | {`criteria1`:`=1`,`criteria2`:`>8`,`oper`:`or`} | fig kiwi",
        "applyTopItemsFilter | {`count`:2} | fig apple",
        "applyBottomItemsFilter | {`count`:1} | kiwi",
        "applyTopPercentFilter | {`percent`:50} | fig apple",
        "applyBottomPercentFilter | {`percent`:25} | kiwi",
        "applyDynamicFilter | {`criteria`:`AboveAverage`} | fig apple",
        "applyDynamicFilter | {`criteria`:`belowaverage`} | pear kiwi",
        "apply | {`criteria`:{`filterOn`:`Custom`,`criterion1`:`<>3`,`operator`:`And`}} | fig apple kiwi",
        "apply | {`criteria`:{`filterOn`:`Values`,`values`:[`10`]}} | fig",
        "apply | {`criteria`:{`filterOn`:`TopItems`,`criterion1`:`1`}} | fig",
        "apply | {`criteria`:{`filterOn`:`bottompercent`,`criterion1`:`50`}} | pear kiwi",
        "apply | {`criteria`:{`filterOn`:`Dynamic`,`dynamicCriteria`:`AboveAverage`}} | fig apple"
      })
  @Covers({
    "workbookFilter action apply(criteria)",
    "workbookFilter action applyBottomItemsFilter(count)",
    "workbookFilter action applyBottomPercentFilter(percent)",
    "workbookFilter action applyTopItemsFilter(count)",
    "workbookFilter action applyTopPercentFilter(percent)",
    "workbookFilter action applyCustomFilter(criteria1, criteria2, oper)",
    "workbookFilter action applyDynamicFilter(criteria)",
    "workbookFilter action applyValuesFilter(values)"
  })
  void filterHidesRows(String action, String body, String shown) {
    book.post(AMOUNT + action, body).is(204);
    assertShown(shown);
  }

  @Test
  @Covers({
    "workbookTable action clearFilters()",
    "workbookFilter action clear()",
    "workbookTableColumn get filter",
    "workbookTableColumn update filter",
    "workbookFilter get-property criteria"
  })
  void filtersOfSeveralColumnsHoldTogetherAndAreCleared() {
    book.post(AMOUNT + "applyCustomFilter", "{`criteria1`:`>2`}").is(204);
    book.patch(
            "/tables/Sales/columns/Price/filter",
            "{`criteria`:{`filterOn`:`Custom`,`criterion1`:`>1`}}")
        .is(200);
    assertShown("pear apple");
    JsonObject criteria =
        book.get("/tables/Sales/columns/Price/filter").is(200).json().getAsJsonObject("criteria");
    assertEquals("Custom", criteria.get("filterOn").getAsString());
    assertEquals(">1", criteria.get("criterion1").getAsString());
    assertEquals(
        ">2",
        book.get(AMOUNT + "criteria")
            .is(200)
            .json()
            .getAsJsonObject("value")
            .get("criterion1")
            .getAsString());
    book.post("/tables/Sales/columns/Price/filter/clear", "").is(204);
    assertShown("pear fig apple");
    book.post("/tables/Sales/clearFilters", "").is(204);
    assertShown("pear fig apple kiwi");
    assertTrue(book.get("/tables/Sales/columns/Amount/filter").json().get("criteria").isJsonNull());
  }

  @Test
  @Covers("workbookTable action reapplyFilters()")
  void filterIsAppliedAnewToChangedCells() {
    book.post(AMOUNT + "applyCustomFilter", "{`criteria1`:`>5`}").is(204);
    book.patch("/worksheets/It%27s/range(address='B2')", "{`values`:[[50]]}").is(200);
    assertShown("fig apple");
    book.post("/tables/Sales/reapplyFilters", "").is(204);
    assertShown("pear fig apple");
  }

  /// What the file says can be applied anew after another program has read it.
  @Test
  void filterIsInTheFile() {
    book.post(AMOUNT + "applyCustomFilter", "{`criteria1`:`>=3`,`criteria2`:`<10`,`oper`:`And`}")
        .is(204);
    book.savedTable(
        "Sales",
        saved -> {
          String xml = saved.getCTTable().xmlText();
          assertTrue(xml.contains("colId=\"1\""), xml);
          assertTrue(xml.contains("and=\"1\""), xml);
          assertTrue(xml.contains("operator=\"greaterThanOrEqual\" val=\"3\""), xml);
          assertTrue(xml.contains("operator=\"lessThan\" val=\"10\""), xml);
        });
  }

  @Test
  void subtotalsLeaveFilteredRowsOut() {
    book.patch(
            "/worksheets/Other/range(address='A1')",
            "{`formulas`:[[`=SUBTOTAL(9,Sales[Amount])`]]}")
        .is(200);
    book.post(AMOUNT + "applyTopItemsFilter", "{`count`:1}").is(204);
    assertEquals(
        "[[10]]",
        book.get("/worksheets/Other/range(address='A1')").json().get("values").toString());
  }

  @Test
  void rowsOfAFilteredTableDoNotMove() {
    book.post(AMOUNT + "applyTopItemsFilter", "{`count`:1}").is(204);
    String before = book.digest();
    book.post("/tables/Sales/rows/add", "{`values`:[[1,2,3]]}")
        .refuses(409, "FilteredRangeConflict", "filteredRangeConflict");
    book.delete("/tables/Sales/rows/0").is(409);
    assertEquals(before, book.digest());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "applyTopItemsFilter | {} | count",
        "applyTopItemsFilter | {`count`:0} | count",
        "applyTopItemsFilter | {`count`:501} | count",
        "applyTopItemsFilter | {`count`:`2`} | count",
        "applyTopPercentFilter | {`percent`:101} | percent",
        "applyCustomFilter | {} | criteria1",
        "applyCustomFilter | {`criteria1`:`>3`,`criteria2`:`<5`,`oper`:`Xor`} | oper",
        "applyValuesFilter | {`values`:`3`} | values",
        "applyValuesFilter | {} | values",
        "applyDynamicFilter | {} | criteria",
        "applyDynamicFilter | {`criteria`:`ThisDecade`} | criteria",
        "apply | {`criteria`:{`filterOn`:`Dynamic`,`dynamicCriteria`:`Soon`}} | dynamicCriteria",
        "apply | {} | criteria",
        "apply | {`criteria`:{}} | filterOn",
        "apply | {`criteria`:{`filterOn`:`Nonsense`}} | filterOn",
        "apply | {`criteria`:{`filterOn`:`TopItems`,`criterion1`:`x`}} | criterion1",
        "apply | {`criteria`:{`filterOn`:`Values`,`colour`:1}} | colour"
      })
  void badCriteriaAreRefused(String action, String body, String named) {
    String message =
        book.post(AMOUNT + action, body)
            .refuses(400, "InvalidArgument", "invalidArgument")
            .message();
    assertTrue(message.contains(named), message);
    assertShown("pear fig apple kiwi");
  }

  /// The days of the amounts, seen from now: yesterday, today, a month ago, a year from now.
  private LocalDate datedAmounts() {
    LocalDate today = LocalDate.ofInstant(SERVER.now(), ZoneOffset.UTC);
    String days =
        Stream.of(today.minusDays(1), today, today.minusMonths(1), today.plusYears(1))
            .map(day -> "[`" + day + "`]")
            .collect(Collectors.joining(","));
    book.patch("/worksheets/It%27s/range(address='B2:B5')", "{`values`:[" + days + "]}").is(200);
    return today;
  }

  @ParameterizedTest
  @CsvSource({
    "Today, fig",
    "Yesterday, pear",
    "Tomorrow, ''",
    "LastMonth, apple",
    "NextYear, kiwi",
    "YearToDate, pear fig apple"
  })
  void datesOfAPeriodAreLetThrough(String period, String shown) {
    LocalDate today = datedAmounts();
    assertTheMonthHasBegunBefore(today);
    book.post(AMOUNT + "applyDynamicFilter", "{`criteria`:`" + period + "`}").is(204);
    assertShown(shown);
    JsonObject criteria =
        book.get("/tables/Sales/columns/Amount/filter").json().getAsJsonObject("criteria");
    assertEquals("Dynamic", criteria.get("filterOn").getAsString());
    assertEquals(period, criteria.get("dynamicCriteria").getAsString());
  }

  /// Otherwise the days of the test are in other months and years than they are to be in.
  private static void assertTheMonthHasBegunBefore(LocalDate today) {
    assertTrue(today.getDayOfMonth() > 1 && today.getMonthValue() > 1, today::toString);
  }

  @Test
  void monthsAndQuartersOfEveryYearAreLetThrough() {
    LocalDate today = datedAmounts();
    int quarter = (today.getMonthValue() + 2) / 3;
    book.post(
            AMOUNT + "applyDynamicFilter", "{`criteria`:`allDatesInPeriodQuarter" + quarter + "`}")
        .is(204);
    boolean sameQuarter = (today.minusMonths(1).getMonthValue() + 2) / 3 == quarter;
    assertShown(sameQuarter ? "pear fig apple kiwi" : "pear fig kiwi");
    String month = today.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    book.post(AMOUNT + "applyDynamicFilter", "{`criteria`:`AllDatesInPeriod" + month + "`}")
        .is(204);
    assertShown("pear fig kiwi");
    book.savedTable(
        "Sales",
        saved ->
            assertTrue(
                saved.getCTTable().xmlText().contains("type=\"M" + today.getMonthValue() + "\"")));
  }

  /// What is today is told when a filter is applied, and told anew when it is applied anew.
  @Test
  void periodsMoveOnWhenTheyAreAppliedAnew() {
    LocalDate today = datedAmounts();
    book.post(AMOUNT + "applyDynamicFilter", "{`criteria`:`Yesterday`}").is(204);
    assertShown("pear");
    long serial = today.toEpochDay() + 25_569;
    book.savedTable(
        "Sales",
        saved -> {
          String xml = saved.getCTTable().xmlText();
          assertTrue(xml.contains("type=\"yesterday\""), xml);
          assertTrue(xml.contains("val=\"" + (serial - 1) + "\""), xml);
          assertTrue(xml.contains("maxVal=\"" + serial + "\""), xml);
        });
    SERVER.wait(Duration.ofDays(1));
    book.post("/tables/Sales/columns/Price/filter/applyTopItemsFilter", "{`count`:4}").is(204);
    assertShown("pear");
    book.post("/tables/Sales/reapplyFilters", "").is(204);
    assertShown("fig");
  }

  @Test
  void datesAreComparedAsDates() {
    LocalDate today = datedAmounts();
    book.post(AMOUNT + "applyCustomFilter", "{`criteria1`:`>=" + today + "`}").is(204);
    assertShown("fig kiwi");
  }

  /// Rows that are hidden do not take part, so that a filter still shows what it lets through.
  @Test
  void sortingLeavesFilteredRowsWhereTheyAre() {
    book.post(AMOUNT + "applyCustomFilter", "{`criteria1`:`<10`}").is(204);
    assertShown("pear apple kiwi");
    book.post("/tables/Sales/sort/apply", "{`fields`:[{`key`:1,`ascending`:true}]}").is(204);
    assertEquals("kiwi fig pear apple", items());
    assertShown("kiwi pear apple");
    book.post("/tables/Sales/sort/reapply", "").is(204);
    assertEquals("kiwi fig pear apple", items());
  }

  private String items() {
    var items = new ArrayList<String>();
    book.get("/tables/Sales/columns/Item/dataBodyRange")
        .json()
        .getAsJsonArray("values")
        .forEach(row -> items.add(row.getAsJsonArray().get(0).getAsString()));
    return String.join(" ", items);
  }

  @Test
  @Covers({
    "workbookTableSort action apply(fields, matchCase, method)",
    "workbookTableSort action reapply()",
    "workbookTableSort action clear()",
    "workbookTableSort get-property *",
    "workbookTable get sort"
  })
  void tableIsSorted() {
    String sort = "{`fields`:[{`key`:1,`ascending`:false}],`matchCase`:false,`method`:`PinYin`}";
    book.post("/tables/Sales/sort/apply", sort).is(204);
    assertEquals("fig apple pear kiwi", items());
    book.shows("A2:C2", "[[`fig`,10,0.25]]");
    JsonObject state = book.get("/tables/Sales/sort").is(200).json();
    JsonObject field = state.getAsJsonArray("fields").get(0).getAsJsonObject();
    assertEquals(1, field.get("key").getAsInt());
    assertEquals(false, field.get("ascending").getAsBoolean());
    assertEquals("PinYin", state.get("method").getAsString());
    assertEquals("false", book.get("/tables/Sales/sort/matchCase").json().get("value").toString());
    book.savedTable(
        "Sales",
        saved -> {
          String xml = saved.getCTTable().xmlText();
          assertTrue(xml.contains("sortCondition descending=\"1\" ref=\"B2:B5\""), xml);
        });
    book.patch("/worksheets/It%27s/range(address='B5')", "{`values`:[[99]]}").is(200);
    book.post("/tables/Sales/sort/reapply", "").is(204);
    assertEquals("kiwi fig apple pear", items());
    book.post("/tables/Sales/sort/clear", "").is(204);
    assertEquals(0, book.get("/tables/Sales/sort").json().getAsJsonArray("fields").size());
    assertEquals("kiwi fig apple pear", items());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | fields",
        "{`fields`:[]} | fields",
        "{`fields`:[{}]} | key",
        "{`fields`:[{`key`:3}]} | key",
        "{`fields`:[{`key`:`1`}]} | key",
        "{`fields`:[{`key`:1,`ascending`:1}]} | ascending",
        "{`fields`:[{`key`:1,`sortOn`:`Taste`}]} | sortOn",
        "{`fields`:[{`key`:1}],`method`:`Guess`} | method",
        "{`fields`:[{`key`:1}],`matchCase`:`yes`} | matchCase"
      })
  void badSortIsRefused(String body, String named) {
    String message =
        book.post("/tables/Sales/sort/apply", body)
            .refuses(400, "InvalidArgument", "invalidArgument")
            .message();
    assertTrue(message.contains(named), message);
    assertEquals("pear fig apple kiwi", items());
  }
}
