package dev.quire.app.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.LocalDate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The two small books; `SalesBookTest` has the long one.
class DemoBooksTest {
  static Stream<DemoBook> books() {
    return Stream.of(LoanBook.book(), PricesBook.book());
  }

  @Test
  void everyValueOfTheLoanIsWhatPoiCalculates() throws IOException {
    try (var book = Books.opened(LoanBook.book())) {
      var judge = new Judge(book);
      assertEquals(7, judge.judge(book.getSheet("Loan")));
      assertEquals(8 * LoanBook.MOST_PAYMENTS - 1, judge.judge(book.getSheet("Schedule")));
      assertEquals(4 * 9 + 6, judge.judge(book.getSheet("What-if")));
    }
  }

  @Test
  void everyPriceIsWhatPoiCalculates() throws IOException {
    try (var book = Books.opened(PricesBook.book())) {
      var judge = new Judge(book);
      assertEquals(24, judge.judge(book.getSheet("Products")));
      assertEquals(12 * 5 + 2 + 4 * 3 + 3, judge.judge(book.getSheet("Quote")));
    }
  }

  private static double number(Row row, int column) {
    return row.getCell(column).getNumericCellValue();
  }

  @Test
  void namesOfTheLoanPointAtItsNumbers() throws IOException {
    try (var book = Books.opened(LoanBook.book())) {
      assertEquals(250_000, named(book, "Amount"));
      assertEquals(0.0425, named(book, "Rate"));
      assertEquals(30, named(book, "Years"));
      assertEquals(12, named(book, "PaymentsPerYear"));
      assertEquals(1229.85, named(book, "Payment"), 0.005);
      assertEquals(1_350, named(book, "Budget"));
      var names = book.getAllNames().stream().map(Name::getNameName).toList();
      assertEquals(names.stream().sorted(String.CASE_INSENSITIVE_ORDER).toList(), names);
    }
  }

  private static double named(XSSFWorkbook book, String name) {
    var target = new CellReference(book.getName(name).getRefersToFormula());
    var row = book.getSheet(target.getSheetName()).getRow(target.getRow());
    return row.getCell(target.getCol()).getNumericCellValue();
  }

  @Test
  void theLoanIsPaidOffOnItsLastDate() throws IOException {
    try (var book = Books.opened(LoanBook.book())) {
      var last = book.getSheet("Schedule").getRow(LoanBook.MOST_PAYMENTS);
      assertEquals(
          LocalDate.of(2056, 8, 1), last.getCell(1).getLocalDateTimeCellValue().toLocalDate());
      assertEquals(0, number(last, 6), 0.005);
    }
  }

  @Test
  void tablesOfThePricesCoverTheirRows() throws IOException {
    try (var book = Books.opened(PricesBook.book())) {
      assertEquals("A1:F25", book.getTable("Products").getArea().formatAsString());
      assertEquals("A1:B6", book.getTable("Discounts").getArea().formatAsString());
    }
  }

  @Test
  void theChartShowsRevenueByCategory() throws IOException {
    try (var book = Books.opened(PricesBook.book())) {
      var charts = book.getSheet("Quote").getDrawingPatriarch().getCharts();
      assertEquals(1, charts.size());
      assertEquals("Revenue by category", charts.getFirst().getTitleText().getString());
      var series = charts.getFirst().getChartSeries().getFirst().getSeries(0);
      var values = series.getValuesData();
      assertEquals("Quote!$J$5:$J$8", values.getDataRangeReference());
      var shown = IntStream.range(0, 4).mapToObj(i -> values.getPointAt(i).doubleValue()).toList();
      var cells = IntStream.range(4, 8).mapToObj(i -> number(book.getSheet("Quote").getRow(i), 9));
      assertEquals(cells.toList(), shown);
    }
  }

  @ParameterizedTest
  @MethodSource("books")
  void headersAreAsTheyShouldBe(DemoBook demo) throws IOException {
    try (var book = Books.opened(demo)) {
      Headers.check(book);
    }
  }
}
