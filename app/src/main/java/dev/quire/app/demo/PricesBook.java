package dev.quire.app.demo;

import static dev.quire.app.demo.DemoCell.formula;
import static dev.quire.app.demo.DemoCell.number;
import static dev.quire.app.demo.DemoCell.text;

import dev.quire.app.demo.DemoChart.Anchor;
import dev.quire.app.demo.DemoTable.Column;
import dev.quire.app.demo.Quote.Line;
import java.util.List;

/// `Prices.xlsx`: a bookbinder's price list, discounts, and a quote made from both.
final class PricesBook {
  private static final String PRICE =
      "Products[[#This Row],[Unit cost]]*(1+Products[[#This Row],[Margin]])";

  private static final int FIRST_LINE = 4;

  private final PriceList prices = PriceList.standard();
  private final Quote quote = Quote.standard(prices);

  private PricesBook() {}

  static DemoBook book() {
    var it = new PricesBook();
    return new DemoBook("Prices", List.of(it.quote(), it.products(), it.discounts()), List.of());
  }

  private DemoSheet products() {
    var products = prices.products();
    var columns =
        List.of(
            Column.of("Id"),
            Column.of("Name"),
            Column.of("Category"),
            Column.of("Unit cost"),
            Column.of("Margin"),
            new Column("Price", PRICE));
    var area = A1.area(0, 0, products.size(), columns.size() - 1);
    var table = new DemoTable("Products", area, columns, "TableStyleMedium2");
    var grid = new Grid().line(0, 0, Style.GENERAL, table.header());
    for (var i = 0; i < products.size(); i++) {
      var product = products.get(i);
      var texts = new String[] {product.id(), product.name(), product.category()};
      grid.line(i + 1, 0, Style.GENERAL, texts);
      grid.put(i + 1, 3, number(product.unitCost(), Style.MONEY));
      grid.put(i + 1, 4, number(product.margin(), Style.PERCENT));
      grid.put(i + 1, 5, formula(PRICE, product.price(), Style.MONEY));
    }
    return DemoSheet.of("Products", 1, List.of(10, 34, 14, 12, 12, 12), grid).with(table);
  }

  private DemoSheet discounts() {
    var tiers = prices.tiers();
    var columns = List.of(Column.of("From quantity"), Column.of("Discount"));
    var area = A1.area(0, 0, tiers.size(), columns.size() - 1);
    var table = new DemoTable("Discounts", area, columns, "TableStyleMedium4");
    var grid = new Grid().line(0, 0, Style.GENERAL, table.header());
    for (var i = 0; i < tiers.size(); i++) {
      grid.put(i + 1, 0, number(tiers.get(i).fromQuantity(), Style.COUNT));
      grid.put(i + 1, 1, number(tiers.get(i).discount(), Style.PERCENT));
    }
    return DemoSheet.of("Discounts", 1, List.of(16, 12), grid).with(table);
  }

  private DemoSheet quote() {
    var grid = new Grid();
    grid.put("A1", text("Quote", Style.TITLE));
    grid.put("A2", text("Choose products and quantities in the shaded cells.", Style.NOTE));
    var header = "Product id|Product|Category|Quantity|Price|Discount|Amount";
    grid.line(FIRST_LINE - 1, 0, Style.HEADER, header.split("\\|"));
    lines(grid);
    grid.line(FIRST_LINE - 1, 8, Style.HEADER, "Category", "Revenue", "Lines", "Share");
    categories(grid);
    var widths = List.of(12, 34, 12, 10, 12, 11, 14, 4, 14, 14, 8, 10);
    return DemoSheet.of("Quote", FIRST_LINE, widths, grid).with(chart());
  }

  private void lines(Grid grid) {
    var lines = quote.lines();
    for (var i = 0; i < lines.size(); i++) {
      line(grid, FIRST_LINE + i, lines.get(i));
    }
    var last = FIRST_LINE + lines.size();
    grid.fill(
        FIRST_LINE,
        6,
        lines.size(),
        "ROUND(D5*E5*(1-F5),2)",
        Style.MONEY,
        i -> lines.get(i).amount());
    for (var column = 0; column < 6; column++) {
      grid.put(last, column, DemoCell.blank(Style.TOTAL));
    }
    grid.line(last, 0, Style.TOTAL, "Total");
    grid.put(last, 3, formula("SUM(D5:D" + last + ")", quote.quantity(), Style.TOTAL_COUNT));
    grid.put(last, 6, formula("SUM(G5:G" + last + ")", quote.total(), Style.TOTAL_MONEY));
  }

  private static void line(Grid grid, int row, Line line) {
    var product = line.product();
    var id = A1.cell(row, 0);
    var found = "IFERROR(INDEX(Products[%s],MATCH(" + id + ",Products[Id],0)),\"unknown\")";
    var discount = "IFERROR(VLOOKUP(" + A1.cell(row, 3) + ",Discounts[],2,TRUE),0)";
    grid.put(row, 0, text(product.id(), Style.INPUT));
    grid.put(row, 1, formula(found.formatted("Name"), product.name(), Style.GENERAL));
    grid.put(row, 2, formula(found.formatted("Category"), product.category(), Style.GENERAL));
    grid.put(row, 3, number(line.quantity(), Style.INPUT_COUNT));
    var price = "IFERROR(VLOOKUP(" + id + ",Products[],6,FALSE),0)";
    grid.put(row, 4, formula(price, product.price(), Style.MONEY));
    grid.put(row, 5, formula(discount, line.discount(), Style.PERCENT));
  }

  private void categories(Grid grid) {
    var categories = prices.categories();
    var n = categories.size();
    for (var i = 0; i < n; i++) {
      grid.put(FIRST_LINE + i, 8, text(categories.get(i), Style.GENERAL));
    }
    var revenues = quote.revenues(categories);
    var revenue = "SUMIFS($G$5:$G$16,$C$5:$C$16,I5)";
    grid.fill(FIRST_LINE, 9, n, revenue, Style.MONEY, revenues::get);
    var lines = "COUNTIFS($C$5:$C$16,I5,$D$5:$D$16,\">0\")";
    grid.fill(FIRST_LINE, 10, n, lines, Style.COUNT, i -> quote.lines(categories.get(i)));
    var share = "IFERROR(J5/$J$9,0)";
    var total = revenues.stream().mapToDouble(Double::doubleValue).sum();
    grid.fill(FIRST_LINE, 11, n, share, Style.PERCENT, i -> revenues.get(i) / total);
    grid.put("I9", text("Total", Style.TOTAL));
    grid.put("J9", formula("SUM(J5:J8)", total, Style.TOTAL_MONEY));
    grid.put("K9", formula("SUM(K5:K8)", quote.lines().size(), Style.TOTAL_COUNT));
    grid.put("L9", formula("SUM(L5:L8)", 1, Style.TOTAL_PERCENT));
  }

  private DemoChart chart() {
    var categories = prices.categories();
    return new DemoChart(
        "Revenue by category",
        "Quote!$J$4",
        "Revenue",
        "Quote!$I$5:$I$8",
        categories,
        "Quote!$J$5:$J$8",
        quote.revenues(categories),
        Style.MONEY.format().code(),
        new Anchor(10, 8, 26, 14));
  }
}
