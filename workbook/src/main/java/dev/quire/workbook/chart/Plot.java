package dev.quire.workbook.chart;

import java.util.List;
import java.util.Optional;

/// Series drawn in the same way.
///
/// @param kind how; those of 2016 count as the older ones that they look like
/// @param grouping how the series of one category stand to one another
/// @param onSecondary whether it belongs to the secondary axes
/// @param series at least one in a chart that shows something
/// @param variesColors whether each point has its own automatic colour
/// @param options numbers and switches of single kinds
/// @param labels of its series that say nothing else
public record Plot(
    Kind kind,
    Grouping grouping,
    boolean onSecondary,
    List<Series> series,
    boolean variesColors,
    Options options,
    Optional<DataLabels> labels) {
  /// Copies the list.
  public Plot {
    series = List.copyOf(series);
  }

  /// The ways to draw series. Those with depth count as the flat ones that they are made of.
  public enum Kind {
    COLUMN,
    BAR,
    LINE,
    AREA,
    PIE,
    DOUGHNUT,
    /// A pie whose small slices are drawn as a second pie.
    PIE_OF_PIE,
    /// A pie whose small slices are drawn as a stacked bar.
    BAR_OF_PIE,
    SCATTER,
    BUBBLE,
    RADAR,
    /// Three or four series: (open,) high, low, close.
    STOCK,
    SURFACE
  }

  /// How the series of one category stand to one another.
  public enum Grouping {
    /// In front of one another.
    STANDARD,
    /// Side by side.
    CLUSTERED,
    /// On top of one another.
    STACKED,
    /// On top of one another, as parts of 100 %.
    PERCENT_STACKED
  }

  /// Numbers and switches of single kinds; others ignore them.
  ///
  /// @param gapPercent blank between clusters of columns or bars, in widths of one
  /// @param overlapPercent how far columns of a cluster cover one another, -100 to 100
  /// @param holePercent width of the hole of a doughnut, 1 to 90
  /// @param firstSliceDegrees where the first slice begins, clockwise from the top
  /// @param bubblePercent size of bubbles, 100 is the usual one
  /// @param bubblesByWidth whether sizes stand for widths, not areas
  /// @param lines whether the points of a scatter chart are joined
  /// @param filled whether a radar chart is filled
  /// @param threeD whether it is drawn with depth
  /// @param hiLowLines the lines from the highest to the lowest value of a category
  /// @param dropLines the lines from a value down to the axis
  /// @param upBars the bars from the first up to the last series of a line or stock chart
  /// @param downBars the bars from the first down to the last series
  /// @param upDownGapPercent blank between such bars
  /// @param shape of columns and bars with depth
  /// @param gapDepthPercent blank before and behind things with depth, in depths of one
  /// @param analysis what a kind that came in 2016 makes of its values first
  public record Options(
      int gapPercent,
      int overlapPercent,
      int holePercent,
      int firstSliceDegrees,
      int bubblePercent,
      boolean bubblesByWidth,
      boolean lines,
      boolean filled,
      boolean threeD,
      Optional<Line> hiLowLines,
      Optional<Line> dropLines,
      Optional<ShapeFormat> upBars,
      Optional<ShapeFormat> downBars,
      int upDownGapPercent,
      BarShape shape,
      int gapDepthPercent,
      Optional<Analysis> analysis) {
    /// What a file means that says nothing (ECMA-376 Part 1, 21.2.2, defaults of the elements).
    public static final Options USUAL =
        new Options(
            150,
            0,
            75,
            0,
            100,
            false,
            true,
            false,
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            150,
            BarShape.BOX,
            150,
            Optional.empty());
  }

  /// What is made of its values before they are drawn, if it is of a kind that came in 2016: such
  /// charts have a part of another kind in files.
  public Optional<Analysis> analysis() {
    return options.analysis();
  }

  /// The same with other series.
  public Plot withSeries(List<Series> other) {
    return new Plot(kind, grouping, onSecondary, other, variesColors, options, labels);
  }

  /// The same with other labels.
  public Plot withLabels(Optional<DataLabels> other) {
    return new Plot(kind, grouping, onSecondary, series, variesColors, options, other);
  }
}
