package dev.quire.ooxml.part;

import dev.quire.workbook.pivot.AxisLine;
import dev.quire.workbook.pivot.Summary;

/// Words of pivot tables (ECMA-376 part 1, 18.18.17 and 18.18.43).
public final class PivotWording {
  private PivotWording() {}

  static Summary summary(String word) {
    return switch (word) {
      case "count" -> Summary.COUNT;
      case "countNums" -> Summary.COUNT_NUMBERS;
      case "average" -> Summary.AVERAGE;
      case "max" -> Summary.MAX;
      case "min" -> Summary.MIN;
      case "product" -> Summary.PRODUCT;
      case "stdDev" -> Summary.STANDARD_DEVIATION;
      case "stdDevp" -> Summary.STANDARD_DEVIATION_OF_ALL;
      case "var" -> Summary.VARIANCE;
      case "varp" -> Summary.VARIANCE_OF_ALL;
      default -> Summary.SUM;
    };
  }

  static AxisLine.Kind kind(String word) {
    return switch (word) {
      case "data" -> AxisLine.Kind.ITEMS;
      case "grand" -> AxisLine.Kind.GRAND_TOTAL;
      default -> AxisLine.Kind.SUBTOTAL;
    };
  }

  /// How a kind of line is written; empty for the usual one.
  public static String of(AxisLine.Kind kind) {
    return switch (kind) {
      case ITEMS -> "";
      case SUBTOTAL -> "default";
      case GRAND_TOTAL -> "grand";
    };
  }
}
