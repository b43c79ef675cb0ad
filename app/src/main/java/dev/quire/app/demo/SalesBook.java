package dev.quire.app.demo;

import static dev.quire.app.demo.DemoCell.formula;
import static dev.quire.app.demo.DemoCell.text;

import dev.quire.app.demo.DemoCell.FillDown;
import dev.quire.app.demo.DemoTable.Column;
import java.util.List;

/// `Log 2026.xlsx`: a long table, and sums over it.
final class SalesBook {
  /// Rows of the table.
  static final int SALES = 50_000;

  private static final List<String> HEADER =
      List.of("Date", "Region", "Product", "Seller", "Units", "Unit price", "Amount", "Paid");

  private static final int FIRST_REGION = 4;
  private static final int REGIONS = SalesLog.REGIONS.size();
  private static final int PRODUCTS = SalesLog.PRODUCTS.size();

  private final SalesLog log = new SalesLog(SALES);
  private final SalesTotals totals = new SalesTotals(log);

  private SalesBook() {}

  static DemoBook book() {
    var it = new SalesBook();
    return new DemoBook("Sales log 2026", List.of(it.sales(), it.summary()), List.of());
  }

  private DemoSheet sales() {
    var area = A1.area(0, 0, SALES, HEADER.size() - 1);
    var columns = HEADER.stream().map(Column::of).toList();
    var table = new DemoTable("Sales", area, columns, "TableStyleLight9");
    // Cells rather than column names: those cannot be shared, and 50,000 copies take their time.
    var amounts = new FillDown(0, A1.area(1, 6, SALES, 6), "E2*F2");
    var rows = new SalesRows(log, HEADER, amounts);
    return DemoSheet.of("Sales", 1, List.of(12, 10, 14, 10, 8, 12, 14, 8), rows).with(table);
  }

  private DemoSheet summary() {
    var grid = new Grid();
    grid.put("A1", text("Sales by region and product", Style.TITLE));
    grid.put("A2", text("Sums over the table on the first sheet.", Style.NOTE));
    grid.line(3, 0, Style.HEADER, "Region");
    grid.line(3, 1, Style.HEADER, SalesLog.PRODUCTS.toArray(String[]::new));
    grid.line(3, 1 + PRODUCTS, Style.HEADER, "Total", "Unpaid", "Sales");
    for (var region = 0; region < REGIONS; region++) {
      region(grid, region, FIRST_REGION + region);
    }
    byProduct(grid, FIRST_REGION + REGIONS);
    figures(grid);
    var widths = List.of(18, 15, 15, 15, 15, 15, 15, 17, 15, 10);
    return DemoSheet.of("Summary", FIRST_REGION, widths, grid);
  }

  private void region(Grid grid, int region, int row) {
    var cell = "$A" + (row + 1);
    grid.line(row, 0, Style.GENERAL, SalesLog.REGIONS.get(region));
    for (var product = 0; product < PRODUCTS; product++) {
      var sum =
          "SUMIFS(Sales[Amount],Sales[Region],%s,Sales[Product],%s$4)"
              .formatted(cell, A1.letter(1 + product));
      grid.put(row, 1 + product, formula(sum, totals.amount(region, product), Style.MONEY));
    }
    var total = "SUMIF(Sales[Region]," + cell + ",Sales[Amount])";
    grid.put(row, 7, formula(total, totals.regionAmount(region), Style.MONEY));
    var unpaid = "SUMIFS(Sales[Amount],Sales[Region]," + cell + ",Sales[Paid],FALSE)";
    grid.put(row, 8, formula(unpaid, totals.unpaid(region), Style.MONEY));
    var sales = "COUNTIFS(Sales[Region]," + cell + ")";
    grid.put(row, 9, formula(sales, totals.regionSales(region), Style.COUNT));
  }

  private void byProduct(Grid grid, int row) {
    grid.line(row, 0, Style.TOTAL, "Total");
    grid.line(row + 1, 0, Style.GENERAL, "Sales");
    for (var product = 0; product < PRODUCTS; product++) {
      var column = 1 + product;
      grid.put(row, column, sum(column, totals.productAmount(product), Style.TOTAL_MONEY));
      var sales = "COUNTIF(Sales[Product]," + A1.letter(column) + "$4)";
      grid.put(row + 1, column, formula(sales, totals.productSales(product), Style.COUNT));
    }
    grid.put(row, 7, sum(7, totals.amount(), Style.TOTAL_MONEY));
    grid.put(row, 8, sum(8, totals.allUnpaid(), Style.TOTAL_MONEY));
    grid.put(row, 9, sum(9, SALES, Style.TOTAL_COUNT));
  }

  private static DemoCell sum(int column, double value, Style style) {
    var area = A1.area(FIRST_REGION, column, FIRST_REGION + REGIONS - 1, column);
    return formula("SUM(" + area + ")", value, style);
  }

  private void figures(Grid grid) {
    grid.line(12, 0, Style.HEADER, "Figure", "Value");
    grid.line(13, 0, Style.GENERAL, "Average sale");
    grid.put(13, 1, formula("AVERAGE(Sales[Amount])", totals.amount() / SALES, Style.MONEY));
    grid.line(14, 0, Style.GENERAL, "Largest sale");
    grid.put(14, 1, formula("MAX(Sales[Amount])", totals.largest(), Style.MONEY));
    grid.line(15, 0, Style.GENERAL, "Paid sales");
    var paid = "COUNTIFS(Sales[Paid],TRUE)/COUNT(Sales[Date])";
    grid.put(15, 1, formula(paid, (double) totals.paidSales() / SALES, Style.PERCENT));
    grid.line(16, 0, Style.GENERAL, "Best product");
    var best = SalesLog.PRODUCTS.get(totals.bestProduct());
    var bestFormula = "INDEX(B4:G4,MATCH(MAX(B10:G10),B10:G10,0))";
    grid.put(16, 1, formula(bestFormula, best, Style.GENERAL));
  }
}
