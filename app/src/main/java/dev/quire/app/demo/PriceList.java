package dev.quire.app.demo;

import java.util.List;

/// What is sold, and what a large order saves.
///
/// @param tiers lowest quantity first, from one on
record PriceList(List<Product> products, List<Tier> tiers) {
  private static final String PRODUCTS =
      """
      P-101|Laid paper A4, 100 sheets|Paper|12.40|0.35
      P-102|Laid paper A3, 100 sheets|Paper|23.90|0.35
      P-103|Wove paper A4, 250 sheets|Paper|18.25|0.32
      P-104|Marbled endpapers, 10 sheets|Paper|9.80|0.60
      P-105|Blotting paper, 50 sheets|Paper|6.15|0.40
      P-106|Japanese tissue, 25 sheets|Paper|15.70|0.55
      P-201|Linen thread, 100 m|Binding|4.60|0.65
      P-202|Book cloth, per metre|Binding|11.30|0.45
      P-203|Goatskin, half|Binding|58.00|0.38
      P-204|Grey board 2 mm, 20 sheets|Binding|21.50|0.30
      P-205|Headbands, 5 m|Binding|3.85|0.70
      P-206|Wheat starch paste, 1 kg|Binding|7.20|0.50
      P-301|Iron gall ink, 100 ml|Ink|5.40|0.80
      P-302|Lampblack ink, 100 ml|Ink|4.95|0.80
      P-303|Printing ink black, 1 kg|Ink|27.60|0.42
      P-304|Printing ink red, 1 kg|Ink|31.10|0.42
      P-305|Gold size, 50 ml|Ink|8.75|0.58
      P-306|Shell gold, 2 g|Ink|46.00|0.36
      P-401|Bone folder|Tools|2.90|1.10
      P-402|Awl, beech handle|Tools|6.80|0.75
      P-403|Sewing frame|Tools|64.50|0.40
      P-404|Finishing press|Tools|118.00|0.33
      P-405|Paring knife|Tools|14.20|0.62
      P-406|Agate burnisher|Tools|19.60|0.54
      """;

  private static final List<Tier> TIERS =
      List.of(
          new Tier(1, 0),
          new Tier(10, 0.05),
          new Tier(50, 0.1),
          new Tier(100, 0.15),
          new Tier(250, 0.2));

  static PriceList standard() {
    return new PriceList(PRODUCTS.lines().map(Product::parse).toList(), TIERS);
  }

  Product product(String id) {
    return products.stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
  }

  /// Categories in the order of the products.
  List<String> categories() {
    return products.stream().map(Product::category).distinct().toList();
  }

  /// What a quantity saves, as a part of the price.
  double discount(int quantity) {
    return tiers.stream()
        .filter(tier -> tier.fromQuantity() <= quantity)
        .reduce((_, higher) -> higher)
        .map(Tier::discount)
        .orElse(0.0);
  }

  /// @param margin part of the cost that is added to it
  record Product(String id, String name, String category, double unitCost, double margin) {
    private static Product parse(String line) {
      var field = line.split("\\|");
      var cost = Double.parseDouble(field[3]);
      return new Product(field[0], field[1], field[2], cost, Double.parseDouble(field[4]));
    }

    double price() {
      return unitCost * (1 + margin);
    }
  }

  /// @param discount part of the price that is saved
  record Tier(int fromQuantity, double discount) {}
}
