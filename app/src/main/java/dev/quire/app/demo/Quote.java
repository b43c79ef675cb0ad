package dev.quire.app.demo;

import dev.quire.app.demo.PriceList.Product;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/// What somebody asked the price of.
record Quote(List<Line> lines) {
  private static final String ORDER =
      """
      P-101 120
      P-104 40
      P-106 12
      P-103 300
      P-201 60
      P-202 25
      P-203 4
      P-206 10
      P-301 48
      P-303 9
      P-401 75
      P-404 2
      """;

  static Quote standard(PriceList prices) {
    return new Quote(ORDER.lines().map(line -> Line.parse(line, prices)).toList());
  }

  double quantity() {
    return lines.stream().mapToInt(Line::quantity).sum();
  }

  double total() {
    return sum(lines);
  }

  /// Revenue of each category.
  List<Double> revenues(List<String> categories) {
    return categories.stream().map(category -> sum(of(category))).toList();
  }

  /// Number of lines of a category.
  int lines(String category) {
    return of(category).size();
  }

  private List<Line> of(String category) {
    return lines.stream().filter(line -> line.product().category().equals(category)).toList();
  }

  private static double sum(List<Line> lines) {
    var sum = 0.0;
    for (var line : lines) {
      sum += line.amount();
    }
    return sum;
  }

  /// @param discount part of the price that is saved
  record Line(Product product, int quantity, double discount) {
    /// Excel decides about halves by the 15 digits that it shows.
    private static final MathContext SHOWN = new MathContext(15);

    private static Line parse(String text, PriceList prices) {
      var field = text.split(" ");
      var quantity = Integer.parseInt(field[1]);
      return new Line(prices.product(field[0]), quantity, prices.discount(quantity));
    }

    double amount() {
      var exact = new BigDecimal(quantity * product.price() * (1 - discount));
      return exact.round(SHOWN).setScale(2, RoundingMode.HALF_UP).doubleValue();
    }
  }
}
