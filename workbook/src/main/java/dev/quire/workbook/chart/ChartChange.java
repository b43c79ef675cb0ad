package dev.quire.workbook.chart;

import dev.quire.engine.ref.Area;
import java.util.Optional;
import java.util.OptionalDouble;

/// A change to a chart, as a value. What is empty stays as it is.
public sealed interface ChartChange {
  /// Gives the chart another name.
  record Rename(String name) implements ChartChange {}

  /// Puts the chart somewhere else.
  record Place(ChartFrame frame) implements ChartChange {}

  /// Takes the series from other cells; the kind of chart and all looks stay.
  ///
  /// @param sheet key of the worksheet
  /// @param area the cells, headers included
  /// @param by what a series is
  record SetData(int sheet, Area area, SeriesBy by) implements ChartChange {}

  /// Changes the title of the chart, or of an axis.
  ///
  /// @param axis whose title; nothing for that of the chart
  /// @param text what it says
  /// @param visible whether there is one
  /// @param overlay whether the plot goes on below it
  record SetTitle(
      Optional<AxisRole> axis,
      Optional<String> text,
      Optional<Boolean> visible,
      Optional<Boolean> overlay)
      implements ChartChange {}

  /// Changes the legend.
  record SetLegend(
      Optional<Boolean> visible, Optional<Legend.Position> position, Optional<Boolean> overlay)
      implements ChartChange {}

  /// Changes what the texts at all points say. Those of single series go.
  ///
  /// @param shows what they say
  /// @param position where they stand; inside empty for the usual place
  /// @param separator between their parts
  record SetLabels(
      Shows shows, Optional<Optional<DataLabels.Position>> position, Optional<String> separator)
      implements ChartChange {}

  /// What labels say.
  record Shows(
      Optional<Boolean> value,
      Optional<Boolean> category,
      Optional<Boolean> series,
      Optional<Boolean> percentage,
      Optional<Boolean> bubbleSize,
      Optional<Boolean> legendKey) {}

  /// Fixes numbers of the scale of a primary axis, or lets them be found from the values again.
  ///
  /// @param minimum inside empty for automatic, as all
  record SetScale(
      AxisRole axis,
      Optional<OptionalDouble> minimum,
      Optional<OptionalDouble> maximum,
      Optional<OptionalDouble> majorUnit,
      Optional<OptionalDouble> minorUnit)
      implements ChartChange {}

  /// Shows or hides gridlines of a primary axis.
  record SetGridlines(AxisRole axis, boolean major, boolean visible) implements ChartChange {}

  /// Fills something.
  record SetFill(ChartElement element, Fill fill) implements ChartChange {}

  /// Colours the line of something, or takes it away.
  record SetLine(ChartElement element, Fill fill) implements ChartChange {}

  /// Changes how texts are written.
  ///
  /// @param font what is empty in it stays as it is
  record SetFont(ChartElement element, ChartText font) implements ChartChange {}

  /// Names a series.
  ///
  /// @param series its place in [ChartSpace#series]
  record NameSeries(int series, String name) implements ChartChange {}

  /// Adds a series without values behind the last one.
  record AddSeries(Optional<String> name) implements ChartChange {}

  /// Removes a series.
  ///
  /// @param series its place in [ChartSpace#series]
  record DeleteSeries(int series) implements ChartChange {}
}
