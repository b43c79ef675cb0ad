package dev.quire.app.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// The long book, opened once: that takes POI seconds.
@TestInstance(Lifecycle.PER_CLASS)
class SalesBookTest {
  private static final int FIRST_REGION = 4;
  private static final int REGIONS = 5;
  private static final int PRODUCTS = 6;

  private final XSSFWorkbook book;

  SalesBookTest() throws IOException {
    book = Books.opened(SalesBook.book());
  }

  @AfterAll
  void close() throws IOException {
    book.close();
  }

  @Test
  void theTableCoversItsRows() {
    assertEquals("A1:H50001", book.getTable("Sales").getArea().formatAsString());
    assertEquals(SalesBook.SALES, book.getSheet("Sales").getLastRowNum());
  }

  @Test
  void headersAreAsTheyShouldBe() {
    Headers.check(book);
  }

  @Test
  void everyAmountIsUnitsTimesUnitPrice() {
    for (var i = 1; i <= SalesBook.SALES; i++) {
      var sale = book.getSheet("Sales").getRow(i);
      assertEquals(number(sale, 4) * number(sale, 5), number(sale, 6), "row " + i);
    }
  }

  @Test
  void everyRowsFormulaIsItsOwn() {
    var last = book.getSheet("Sales").getRow(SalesBook.SALES).getCell(6);
    assertEquals("E50001*F50001", last.getCellFormula());
  }

  @Test
  void datesAscendWithinTheYear() {
    var before = LocalDate.of(2026, 1, 1);
    for (var i = 1; i <= SalesBook.SALES; i++) {
      var date = date(book.getSheet("Sales").getRow(i));
      assertFalse(date.isBefore(before), "row " + i);
      before = date;
    }
    assertEquals(LocalDate.of(2026, 9, 30), before);
  }

  private static LocalDate date(Row sale) {
    return sale.getCell(0).getLocalDateTimeCellValue().toLocalDate();
  }

  @Test
  void everySumIsThatOfTheRows() {
    var sums = sums();
    var summary = book.getSheet("Summary");
    var header = summary.getRow(FIRST_REGION - 1);
    for (var i = FIRST_REGION; i < FIRST_REGION + REGIONS; i++) {
      var row = summary.getRow(i);
      var region = text(row, 0);
      for (var column = 1; column <= PRODUCTS; column++) {
        same(sums, region + "/" + text(header, column), number(row, column));
      }
      same(sums, region, number(row, 7));
      same(sums, region + "/unpaid", number(row, 8));
      same(sums, region + "/sales", number(row, 9));
    }
  }

  private static void same(Map<String, Double> sums, String what, double written) {
    assertEquals(sums.getOrDefault(what, Double.NaN), written, 1e-6, what);
  }

  private Map<String, Double> sums() {
    var sums = new HashMap<String, Double>();
    for (var i = 1; i <= SalesBook.SALES; i++) {
      var sale = book.getSheet("Sales").getRow(i);
      var region = text(sale, 1);
      var amount = number(sale, 6);
      sums.merge(region + "/" + text(sale, 2), amount, Double::sum);
      sums.merge(region, amount, Double::sum);
      sums.merge(region + "/sales", 1.0, Double::sum);
      sums.merge(
          region + "/unpaid", sale.getCell(7).getBooleanCellValue() ? 0 : amount, Double::sum);
    }
    return sums;
  }

  /// POI takes long to add 50,000 rows up; one formula of each kind stands for its like.
  @Test
  void eachKindOfFormulaComesToWhatPoiCalculates() {
    var judge = new Judge(book);
    var summary = book.getSheet("Summary");
    var region = summary.getRow(FIRST_REGION + 1);
    for (var column : new int[] {2, 7, 8, 9}) {
      judge.judge(region.getCell(column));
    }
    judge.judge(summary.getRow(FIRST_REGION + REGIONS + 1).getCell(3));
    for (var row = 13; row <= 15; row++) {
      judge.judge(summary.getRow(row).getCell(1));
    }
  }

  @Test
  void totalsAddUpWhatIsAboveThem() {
    var summary = book.getSheet("Summary");
    for (var column = 1; column <= 9; column++) {
      var sum = 0.0;
      for (var row = FIRST_REGION; row < FIRST_REGION + REGIONS; row++) {
        sum += number(summary.getRow(row), column);
      }
      assertEquals(sum, number(summary.getRow(FIRST_REGION + REGIONS), column), 1e-6);
    }
  }

  @Test
  void theBestProductHasTheGreatestTotal() {
    var summary = book.getSheet("Summary");
    var totals = summary.getRow(FIRST_REGION + REGIONS);
    var best = 1;
    for (var column = 2; column <= PRODUCTS; column++) {
      best = number(totals, column) > number(totals, best) ? column : best;
    }
    assertEquals(text(summary.getRow(FIRST_REGION - 1), best), text(summary.getRow(16), 1));
  }

  private static double number(Row row, int column) {
    return row.getCell(column).getNumericCellValue();
  }

  private static String text(Row row, int column) {
    return row.getCell(column).getStringCellValue();
  }
}
