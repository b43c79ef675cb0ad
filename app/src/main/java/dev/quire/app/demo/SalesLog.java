package dev.quire.app.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/// Sales made up by chance, but the same every time; one array for each column.
final class SalesLog {
  static final List<String> REGIONS = List.of("North", "East", "South", "West", "Central");
  static final List<String> PRODUCTS =
      List.of("Notebook", "Planner", "Sketchbook", "Album", "Guest book", "Folio");

  static final List<String> SELLERS =
      List.of(
          "Adele", "Bruno", "Chidi", "Dana", "Emil", "Farah", "Goran", "Hana", "Iker", "Jun",
          "Kofi", "Lena");

  private static final int[] LIST_PRICE_CENTS = {1290, 1850, 2275, 3490, 2960, 7440};
  private static final int FIRST_DAY = Dates.serial(LocalDate.of(2026, 1, 1));

  /// Until the end of September.
  private static final int DAYS = 273;

  private static final int MOST_UNITS = 24;
  private static final int SEED = 2026;

  private final int[] region;
  private final int[] product;
  private final int[] seller;
  private final int[] units;
  private final int[] priceCents;
  private final boolean[] paid;

  SalesLog(int rows) {
    region = new int[rows];
    product = new int[rows];
    seller = new int[rows];
    units = new int[rows];
    priceCents = new int[rows];
    paid = new boolean[rows];
    var chance = new Random(SEED);
    for (var i = 0; i < rows; i++) {
      // The lower of two throws: some regions and products sell better.
      region[i] = Math.min(chance.nextInt(REGIONS.size()), chance.nextInt(REGIONS.size()));
      product[i] = Math.min(chance.nextInt(PRODUCTS.size()), chance.nextInt(PRODUCTS.size()));
      seller[i] = chance.nextInt(SELLERS.size());
      units[i] = 1 + chance.nextInt(MOST_UNITS);
      // Sold at the list price, or for 5, 10 or 15 % less.
      priceCents[i] = LIST_PRICE_CENTS[product[i]] * (100 - 5 * chance.nextInt(4)) / 100;
      paid[i] = chance.nextInt(8) > 0;
    }
  }

  int count() {
    return units.length;
  }

  int dateSerial(int i) {
    return FIRST_DAY + (int) ((long) i * DAYS / count());
  }

  int region(int i) {
    return region[i];
  }

  int product(int i) {
    return product[i];
  }

  int seller(int i) {
    return seller[i];
  }

  int units(int i) {
    return units[i];
  }

  double unitPrice(int i) {
    return priceCents[i] / 100.0;
  }

  double amount(int i) {
    return units[i] * unitPrice(i);
  }

  boolean paid(int i) {
    return paid[i];
  }
}
