package dev.quire.workbook;

/// The sets of icons that conditional formatting puts into cells (ECMA-376 part 1, 18.18.42, and
/// the three that MS-XLSX adds). Icons are counted from the one for the least values.
public enum IconSet {
  /// Red down, yellow sideways, green up.
  THREE_ARROWS(3),
  /// The same in grey.
  THREE_ARROWS_GRAY(3),
  /// Flags.
  THREE_FLAGS(3),
  /// Lights without a frame.
  THREE_TRAFFIC_LIGHTS1(3),
  /// Lights in a frame.
  THREE_TRAFFIC_LIGHTS2(3),
  /// A diamond, a triangle, a circle.
  THREE_SIGNS(3),
  /// A cross, an exclamation mark, a tick, each in a circle.
  THREE_SYMBOLS(3),
  /// The same without circles.
  THREE_SYMBOLS2(3),
  /// Arrows.
  FOUR_ARROWS(4),
  /// Grey arrows.
  FOUR_ARROWS_GRAY(4),
  /// Circles.
  FOUR_RED_TO_BLACK(4),
  /// Bars that grow.
  FOUR_RATING(4),
  /// Lights.
  FOUR_TRAFFIC_LIGHTS(4),
  /// Arrows.
  FIVE_ARROWS(5),
  /// Grey arrows.
  FIVE_ARROWS_GRAY(5),
  /// Bars that grow.
  FIVE_RATING(5),
  /// Circles that fill.
  FIVE_QUARTERS(5),
  /// Stars; new in Excel 2010.
  THREE_STARS(3),
  /// Triangles; new in Excel 2010.
  THREE_TRIANGLES(3),
  /// Boxes; new in Excel 2010.
  FIVE_BOXES(5);

  private final int icons;

  IconSet(int icons) {
    this.icons = icons;
  }

  /// Number of icons.
  public int icons() {
    return icons;
  }

  /// Whether Excel 2007 knew it: only then the main part of a file can name it.
  public boolean isOfOld() {
    return compareTo(THREE_STARS) < 0;
  }
}
