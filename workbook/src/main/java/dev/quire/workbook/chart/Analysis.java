package dev.quire.workbook.chart;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/// What a chart of a kind that came in 2016 makes of its values before it draws them ([MS-ODRAWXML]
/// 2.24.3, `CT_SeriesLayout` and `CT_SeriesLayoutProperties`).
public sealed interface Analysis {
  /// Columns each of which begins where the one before ends.
  ///
  /// @param totals zero-based points that begin at 0, not where the one before ends
  /// @param connectors whether lines join the columns
  record Waterfall(Set<Integer> totals, boolean connectors) implements Analysis {
    /// Copies the set.
    public Waterfall {
      totals = Set.copyOf(totals);
    }
  }

  /// Bars below one another, all around the same middle.
  record Funnel() implements Analysis {}

  /// Rectangles as large as their values.
  record Treemap(Branches branches) implements Analysis {}

  /// Rings of slices, each inside the one it belongs to.
  record Sunburst() implements Analysis {}

  /// How many values lie in each of some intervals.
  ///
  /// @param bins the intervals; empty when values of one category are added up instead
  /// @param pareto whether the columns fall and a line shows their part of the whole so far
  record Histogram(Optional<Bins> bins, boolean pareto) implements Analysis {}

  /// Quartiles as boxes, and whiskers up to the farthest value within one and a half of a box.
  ///
  /// @param meanLine whether a line joins the means of a series
  /// @param meanMarker whether a cross stands at the mean
  /// @param innerPoints whether values between the whiskers have marks
  /// @param outliers whether values beyond them have marks
  /// @param exclusive whether quartiles leave the median out, as `QUARTILE.EXC` does
  record Boxes(
      boolean meanLine,
      boolean meanMarker,
      boolean innerPoints,
      boolean outliers,
      boolean exclusive)
      implements Analysis {}

  /// The intervals of a histogram. What is empty is found from the values.
  ///
  /// @param width of each
  /// @param count of all
  /// @param leftClosed whether a value on the edge of two belongs to the right one
  /// @param underflow values up to this one are in an interval of their own
  /// @param overflow values beyond this one are
  record Bins(
      OptionalDouble width,
      OptionalInt count,
      boolean leftClosed,
      OptionalDouble underflow,
      OptionalDouble overflow) {}

  /// Where a treemap names what its rectangles belong to.
  enum Branches {
    NONE,
    /// In a strip above them.
    BANNER,
    /// In the first of them.
    OVERLAPPING
  }
}
