package dev.quire.workbook.chart;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What a chart shows and how it looks (ECMA-376 Part 1, 21.2).
///
/// @param plots from back to front; more than one for a combined chart, at least one
/// @param axes of the plots drawn on the primary axes
/// @param secondary of the plots drawn on the secondary axes, if there are such
/// @param title above the plot
/// @param legend beside the plot
/// @param labels what `dataLabels` of the whole chart says; those of a series win
/// @param area the background and its frame
/// @param plotArea the background between the axes
/// @param text how texts look that say nothing else
/// @param blanks how a blank cell is drawn
/// @param plotsHidden whether values in hidden rows and columns are drawn
/// @param roundedCorners whether the frame is rounded
/// @param theme what automatic colours and fonts are
public record ChartSpace(
    List<Plot> plots,
    Axes axes,
    Optional<Axes> secondary,
    ChartTitle title,
    Legend legend,
    DataLabels labels,
    ShapeFormat area,
    ShapeFormat plotArea,
    ChartText text,
    Blanks blanks,
    boolean plotsHidden,
    boolean roundedCorners,
    ChartTheme theme) {
  /// Copies the list.
  public ChartSpace {
    plots = List.copyOf(plots);
  }

  /// All series in the order in which `series` lists them: by [Series#order].
  public List<Series> series() {
    return plots.stream()
        .flatMap(plot -> plot.series().stream())
        .sorted(Comparator.comparingInt(Series::order))
        .toList();
  }

  /// How a blank cell is drawn.
  public enum Blanks {
    /// Not at all.
    GAP,
    /// As zero.
    ZERO,
    /// A line goes from the value before to the value after.
    SPAN
  }
}
