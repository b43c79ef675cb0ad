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
/// @param scene from where it is seen, if it has depth or height lines
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
    ChartTheme theme,
    Optional<Scene> scene) {
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

  /// Whether it can only be shown: it is of a kind that is not known, or that came in 2016.
  public boolean isReadOnly() {
    return plots.isEmpty() || plots.stream().anyMatch(plot -> plot.analysis().isPresent());
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

  /// The same with other plots.
  public ChartSpace withPlots(List<Plot> other) {
    return new ChartSpace(
        other,
        axes,
        secondary,
        title,
        legend,
        labels,
        area,
        plotArea,
        text,
        blanks,
        plotsHidden,
        roundedCorners,
        theme,
        scene);
  }

  /// The same with other primary axes.
  public ChartSpace withAxes(Axes other) {
    return new ChartSpace(
        plots,
        other,
        secondary,
        title,
        legend,
        labels,
        area,
        plotArea,
        text,
        blanks,
        plotsHidden,
        roundedCorners,
        theme,
        scene);
  }

  /// The same with another title.
  public ChartSpace withTitle(ChartTitle other) {
    return new ChartSpace(
        plots,
        axes,
        secondary,
        other,
        legend,
        labels,
        area,
        plotArea,
        text,
        blanks,
        plotsHidden,
        roundedCorners,
        theme,
        scene);
  }

  /// The same with another legend.
  public ChartSpace withLegend(Legend other) {
    return new ChartSpace(
        plots,
        axes,
        secondary,
        title,
        other,
        labels,
        area,
        plotArea,
        text,
        blanks,
        plotsHidden,
        roundedCorners,
        theme,
        scene);
  }

  /// The same with other labels.
  public ChartSpace withLabels(DataLabels other) {
    return new ChartSpace(
        plots,
        axes,
        secondary,
        title,
        legend,
        other,
        area,
        plotArea,
        text,
        blanks,
        plotsHidden,
        roundedCorners,
        theme,
        scene);
  }

  /// The same with another background.
  public ChartSpace withArea(ShapeFormat other) {
    return new ChartSpace(
        plots,
        axes,
        secondary,
        title,
        legend,
        labels,
        other,
        plotArea,
        text,
        blanks,
        plotsHidden,
        roundedCorners,
        theme,
        scene);
  }

  /// The same with texts that look otherwise.
  public ChartSpace withText(ChartText other) {
    return new ChartSpace(
        plots,
        axes,
        secondary,
        title,
        legend,
        labels,
        area,
        plotArea,
        other,
        blanks,
        plotsHidden,
        roundedCorners,
        theme,
        scene);
  }
}
