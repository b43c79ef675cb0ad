package dev.quire.workbook.chart;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One row of values in a chart.
///
/// @param index which automatic colour it has
/// @param order where it stands among all series of the chart
/// @param name one cell or a text
/// @param categories texts or numbers below the values; the x values of scatter and bubble charts
/// @param values what is drawn
/// @param sizes the sizes of bubbles
/// @param format fill of its shapes, and their outline or its line
/// @param marker at each of its points
/// @param smooth whether its line is bent
/// @param points by zero-based index, those that look different from the rest
/// @param labels at its points, if it says something about them
/// @param trendlines through its points
/// @param errorBars at its points
/// @param explosionPercent how far slices of a pie are pulled out, of the radius
public record Series(
    int index,
    int order,
    SeriesData name,
    SeriesData categories,
    SeriesData values,
    SeriesData sizes,
    ShapeFormat format,
    Marker marker,
    boolean smooth,
    Map<Integer, PointFormat> points,
    Optional<DataLabels> labels,
    List<Trendline> trendlines,
    List<ErrorBars> errorBars,
    int explosionPercent) {
  /// Copies the collections.
  public Series {
    points = Map.copyOf(points);
    trendlines = List.copyOf(trendlines);
    errorBars = List.copyOf(errorBars);
  }

  /// A point that looks different from its series.
  ///
  /// @param format its shape
  /// @param marker its mark
  /// @param explosionPercent how far its slice is pulled out; empty as far as the series says
  public record PointFormat(
      ShapeFormat format, Marker marker, Optional<Integer> explosionPercent) {}

  /// The same with another name.
  public Series withName(SeriesData other) {
    return new Series(
        index,
        order,
        other,
        categories,
        values,
        sizes,
        format,
        marker,
        smooth,
        points,
        labels,
        trendlines,
        errorBars,
        explosionPercent);
  }

  /// The same with another format.
  public Series withFormat(ShapeFormat other) {
    return new Series(
        index,
        order,
        name,
        categories,
        values,
        sizes,
        other,
        marker,
        smooth,
        points,
        labels,
        trendlines,
        errorBars,
        explosionPercent);
  }

  /// The same with other points that look different.
  public Series withPoints(Map<Integer, PointFormat> other) {
    return new Series(
        index,
        order,
        name,
        categories,
        values,
        sizes,
        format,
        marker,
        smooth,
        other,
        labels,
        trendlines,
        errorBars,
        explosionPercent);
  }

  /// The same with other labels.
  public Series withLabels(Optional<DataLabels> other) {
    return new Series(
        index,
        order,
        name,
        categories,
        values,
        sizes,
        format,
        marker,
        smooth,
        points,
        other,
        trendlines,
        errorBars,
        explosionPercent);
  }

  /// The same with another marker.
  public Series withMarker(Marker other) {
    return new Series(
        index,
        order,
        name,
        categories,
        values,
        sizes,
        format,
        other,
        smooth,
        points,
        labels,
        trendlines,
        errorBars,
        explosionPercent);
  }

  /// The same with other data, looking as before.
  public Series reading(
      SeriesData newName, SeriesData newCategories, SeriesData newValues, SeriesData newSizes) {
    return new Series(
        index,
        order,
        newName,
        newCategories,
        newValues,
        newSizes,
        format,
        marker,
        smooth,
        points,
        labels,
        trendlines,
        errorBars,
        explosionPercent);
  }
}
