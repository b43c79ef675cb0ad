package dev.quire.app.demo;

/// What the log comes to, by region and by product, added up from its top.
final class SalesTotals {
  private final double[][] amounts = new double[SalesLog.REGIONS.size()][SalesLog.PRODUCTS.size()];
  private final double[] regionAmounts = new double[SalesLog.REGIONS.size()];
  private final double[] unpaid = new double[SalesLog.REGIONS.size()];
  private final int[] regionSales = new int[SalesLog.REGIONS.size()];
  private final int[] productSales = new int[SalesLog.PRODUCTS.size()];
  private double amount;
  private double largest;
  private int paidSales;

  SalesTotals(SalesLog log) {
    for (var i = 0; i < log.count(); i++) {
      add(log.region(i), log.product(i), log.amount(i), log.paid(i));
    }
  }

  private void add(int region, int product, double sale, boolean paid) {
    amounts[region][product] += sale;
    regionAmounts[region] += sale;
    regionSales[region]++;
    productSales[product]++;
    amount += sale;
    largest = Math.max(largest, sale);
    if (paid) {
      paidSales++;
    } else {
      unpaid[region] += sale;
    }
  }

  double amount(int region, int product) {
    return amounts[region][product];
  }

  double regionAmount(int region) {
    return regionAmounts[region];
  }

  double unpaid(int region) {
    return unpaid[region];
  }

  int regionSales(int region) {
    return regionSales[region];
  }

  int productSales(int product) {
    return productSales[product];
  }

  double productAmount(int product) {
    var sum = 0.0;
    for (var ofRegion : amounts) {
      sum += ofRegion[product];
    }
    return sum;
  }

  /// The product with the greatest amount.
  int bestProduct() {
    var best = 0;
    for (var product = 1; product < productSales.length; product++) {
      best = productAmount(product) > productAmount(best) ? product : best;
    }
    return best;
  }

  double amount() {
    return amount;
  }

  double allUnpaid() {
    var sum = 0.0;
    for (var ofRegion : unpaid) {
      sum += ofRegion;
    }
    return sum;
  }

  double largest() {
    return largest;
  }

  int paidSales() {
    return paidSales;
  }
}
