package dev.quire.workbook.chart;

import dev.quire.workbook.chart.Plot.Grouping;
import dev.quire.workbook.chart.Plot.Kind;
import java.util.Set;

/// The kinds of chart that people choose from, as Excel lists them, and how each is drawn.
public enum ChartType {
  COLUMN_CLUSTERED(Kind.COLUMN, Grouping.CLUSTERED),
  COLUMN_STACKED(Kind.COLUMN, Grouping.STACKED),
  COLUMN_STACKED_100(Kind.COLUMN, Grouping.PERCENT_STACKED),
  COLUMN_CLUSTERED_3D(Kind.COLUMN, Grouping.CLUSTERED, Trait.DEEP),
  COLUMN_STACKED_3D(Kind.COLUMN, Grouping.STACKED, Trait.DEEP),
  COLUMN_STACKED_100_3D(Kind.COLUMN, Grouping.PERCENT_STACKED, Trait.DEEP),
  COLUMN_3D(Kind.COLUMN, Grouping.STANDARD, Trait.DEEP),
  BAR_CLUSTERED(Kind.BAR, Grouping.CLUSTERED),
  BAR_STACKED(Kind.BAR, Grouping.STACKED),
  BAR_STACKED_100(Kind.BAR, Grouping.PERCENT_STACKED),
  BAR_CLUSTERED_3D(Kind.BAR, Grouping.CLUSTERED, Trait.DEEP),
  BAR_STACKED_3D(Kind.BAR, Grouping.STACKED, Trait.DEEP),
  BAR_STACKED_100_3D(Kind.BAR, Grouping.PERCENT_STACKED, Trait.DEEP),
  LINE(Kind.LINE, Grouping.STANDARD),
  LINE_STACKED(Kind.LINE, Grouping.STACKED),
  LINE_STACKED_100(Kind.LINE, Grouping.PERCENT_STACKED),
  LINE_MARKERS(Kind.LINE, Grouping.STANDARD, Trait.MARKED),
  LINE_MARKERS_STACKED(Kind.LINE, Grouping.STACKED, Trait.MARKED),
  LINE_MARKERS_STACKED_100(Kind.LINE, Grouping.PERCENT_STACKED, Trait.MARKED),
  LINE_3D(Kind.LINE, Grouping.STANDARD, Trait.DEEP),
  AREA(Kind.AREA, Grouping.STANDARD),
  AREA_STACKED(Kind.AREA, Grouping.STACKED),
  AREA_STACKED_100(Kind.AREA, Grouping.PERCENT_STACKED),
  AREA_3D(Kind.AREA, Grouping.STANDARD, Trait.DEEP),
  AREA_STACKED_3D(Kind.AREA, Grouping.STACKED, Trait.DEEP),
  AREA_STACKED_100_3D(Kind.AREA, Grouping.PERCENT_STACKED, Trait.DEEP),
  PIE(Kind.PIE, Grouping.STANDARD),
  PIE_EXPLODED(Kind.PIE, Grouping.STANDARD, Trait.EXPLODED),
  PIE_3D(Kind.PIE, Grouping.STANDARD, Trait.DEEP),
  PIE_EXPLODED_3D(Kind.PIE, Grouping.STANDARD, Trait.DEEP, Trait.EXPLODED),
  PIE_OF_PIE(Kind.PIE_OF_PIE, Grouping.STANDARD),
  BAR_OF_PIE(Kind.BAR_OF_PIE, Grouping.STANDARD),
  DOUGHNUT(Kind.DOUGHNUT, Grouping.STANDARD),
  DOUGHNUT_EXPLODED(Kind.DOUGHNUT, Grouping.STANDARD, Trait.EXPLODED),
  SCATTER(Kind.SCATTER, Grouping.STANDARD, Trait.MARKED),
  SCATTER_SMOOTH(Kind.SCATTER, Grouping.STANDARD, Trait.JOINED, Trait.SMOOTH, Trait.MARKED),
  SCATTER_SMOOTH_NO_MARKERS(Kind.SCATTER, Grouping.STANDARD, Trait.JOINED, Trait.SMOOTH),
  SCATTER_LINES(Kind.SCATTER, Grouping.STANDARD, Trait.JOINED, Trait.MARKED),
  SCATTER_LINES_NO_MARKERS(Kind.SCATTER, Grouping.STANDARD, Trait.JOINED),
  BUBBLE(Kind.BUBBLE, Grouping.STANDARD),
  BUBBLE_3D(Kind.BUBBLE, Grouping.STANDARD, Trait.DEEP),
  RADAR(Kind.RADAR, Grouping.STANDARD),
  RADAR_MARKERS(Kind.RADAR, Grouping.STANDARD, Trait.MARKED),
  RADAR_FILLED(Kind.RADAR, Grouping.STANDARD, Trait.FILLED),
  STOCK_HLC(Kind.STOCK, Grouping.STANDARD),
  STOCK_OHLC(Kind.STOCK, Grouping.STANDARD, Trait.OPENING),
  STOCK_VHLC(Kind.STOCK, Grouping.STANDARD, Trait.VOLUME),
  STOCK_VOHLC(Kind.STOCK, Grouping.STANDARD, Trait.VOLUME, Trait.OPENING),
  SURFACE(Kind.SURFACE, Grouping.STANDARD, Trait.DEEP, Trait.FILLED),
  SURFACE_WIREFRAME(Kind.SURFACE, Grouping.STANDARD, Trait.DEEP),
  SURFACE_TOP_VIEW(Kind.SURFACE, Grouping.STANDARD, Trait.FILLED),
  SURFACE_TOP_VIEW_WIREFRAME(Kind.SURFACE, Grouping.STANDARD),
  CYLINDER_COL_CLUSTERED(Kind.COLUMN, Grouping.CLUSTERED, BarShape.CYLINDER),
  CYLINDER_COL_STACKED(Kind.COLUMN, Grouping.STACKED, BarShape.CYLINDER),
  CYLINDER_COL_STACKED_100(Kind.COLUMN, Grouping.PERCENT_STACKED, BarShape.CYLINDER),
  CYLINDER_BAR_CLUSTERED(Kind.BAR, Grouping.CLUSTERED, BarShape.CYLINDER),
  CYLINDER_BAR_STACKED(Kind.BAR, Grouping.STACKED, BarShape.CYLINDER),
  CYLINDER_BAR_STACKED_100(Kind.BAR, Grouping.PERCENT_STACKED, BarShape.CYLINDER),
  CYLINDER_COL(Kind.COLUMN, Grouping.STANDARD, BarShape.CYLINDER),
  CONE_COL_CLUSTERED(Kind.COLUMN, Grouping.CLUSTERED, BarShape.CONE),
  CONE_COL_STACKED(Kind.COLUMN, Grouping.STACKED, BarShape.CONE),
  CONE_COL_STACKED_100(Kind.COLUMN, Grouping.PERCENT_STACKED, BarShape.CONE),
  CONE_BAR_CLUSTERED(Kind.BAR, Grouping.CLUSTERED, BarShape.CONE),
  CONE_BAR_STACKED(Kind.BAR, Grouping.STACKED, BarShape.CONE),
  CONE_BAR_STACKED_100(Kind.BAR, Grouping.PERCENT_STACKED, BarShape.CONE),
  CONE_COL(Kind.COLUMN, Grouping.STANDARD, BarShape.CONE),
  PYRAMID_COL_CLUSTERED(Kind.COLUMN, Grouping.CLUSTERED, BarShape.PYRAMID),
  PYRAMID_COL_STACKED(Kind.COLUMN, Grouping.STACKED, BarShape.PYRAMID),
  PYRAMID_COL_STACKED_100(Kind.COLUMN, Grouping.PERCENT_STACKED, BarShape.PYRAMID),
  PYRAMID_BAR_CLUSTERED(Kind.BAR, Grouping.CLUSTERED, BarShape.PYRAMID),
  PYRAMID_BAR_STACKED(Kind.BAR, Grouping.STACKED, BarShape.PYRAMID),
  PYRAMID_BAR_STACKED_100(Kind.BAR, Grouping.PERCENT_STACKED, BarShape.PYRAMID),
  PYRAMID_COL(Kind.COLUMN, Grouping.STANDARD, BarShape.PYRAMID);

  private final Kind kind;
  private final Grouping grouping;
  private final Set<Trait> traits;
  private final BarShape shape;

  /// What sets a chart apart from others drawn in the same way.
  enum Trait {
    /// It is drawn with depth.
    DEEP,
    /// Its points have marks.
    MARKED,
    /// Its points are joined, where others of its kind are not.
    JOINED,
    SMOOTH,
    FILLED,
    EXPLODED,
    /// The first of its prices is the opening one.
    OPENING,
    /// Its first series is a volume, drawn as columns.
    VOLUME
  }

  ChartType(Kind kind, Grouping grouping, Trait... traits) {
    this.kind = kind;
    this.grouping = grouping;
    this.traits = Set.of(traits);
    this.shape = BarShape.BOX;
  }

  /// Columns and bars in other shapes have depth.
  ChartType(Kind kind, Grouping grouping, BarShape shape) {
    this.kind = kind;
    this.grouping = grouping;
    this.traits = Set.of(Trait.DEEP);
    this.shape = shape;
  }

  /// How its series are drawn, but for the volume of a stock chart.
  public Kind kind() {
    return kind;
  }

  Grouping grouping() {
    return grouping;
  }

  BarShape shape() {
    return shape;
  }

  boolean isDeep() {
    return traits.contains(Trait.DEEP);
  }

  boolean has(Trait trait) {
    return traits.contains(trait);
  }

  /// How many series a stock chart needs; 0 where any number will do.
  public int seriesNeeded() {
    return kind == Kind.STOCK ? 3 + (has(Trait.OPENING) ? 1 : 0) + (has(Trait.VOLUME) ? 1 : 0) : 0;
  }
}
