package dev.quire.graph.resource;

import dev.quire.workbook.Edit;
import dev.quire.workbook.Workbook;
import dev.quire.workbook.chart.Axis;
import dev.quire.workbook.chart.AxisRole;
import dev.quire.workbook.chart.ChartChange;
import dev.quire.workbook.chart.ChartElement;
import dev.quire.workbook.chart.ChartSpace;
import dev.quire.workbook.chart.Series;

/// Something of a chart: its title, an axis, a series, or the format of one of these.
///
/// @param type the type of the entity in the entity model
/// @param step where it is, below the chart: `/axes/valueAxis`
/// @param element what of the chart it is, or is the format of
record ChartPartView(ChartView chart, String type, String step, ChartElement element)
    implements View {
  /// Something of the same element one step further.
  ChartPartView further(String name, String otherType) {
    return further(name, otherType, element);
  }

  ChartPartView further(String name, String otherType, ChartElement other) {
    return new ChartPartView(chart, otherType, step + "/" + name, other);
  }

  ChartSpace space() {
    return chart.space();
  }

  Edit changing(ChartChange change) {
    return chart.changing(change);
  }

  /// Which axis this is about.
  AxisRole role() {
    return element instanceof ChartElement.OfAxis(AxisRole role, ChartElement.Part _)
        ? role
        : AxisRole.VALUE;
  }

  Axis axis() {
    return role()
        .of(space().axes())
        .orElseThrow(() -> new NoSuchEntity("axis of chart", chart.chart().name()));
  }

  /// Which series this is about, zero-based.
  int seriesIndex() {
    return switch (element) {
      case ChartElement.OfSeries(int series) -> series;
      case ChartElement.OfPoint(int series, int _) -> series;
      case ChartElement.Whole _,
          ChartElement.Title _,
          ChartElement.LegendBox _,
          ChartElement.Labels _,
          ChartElement.OfAxis _ ->
          -1;
    };
  }

  Series series() {
    var all = space().series();
    int at = seriesIndex();
    if (at < 0 || at >= all.size()) {
      throw new NoSuchEntity("series", Integer.toString(at));
    }
    return all.get(at);
  }

  @Override
  public Workbook book() {
    return chart.book();
  }

  @Override
  public ChartPartView in(Workbook later) {
    return new ChartPartView(chart.in(later), type, step, element);
  }

  @Override
  public String path() {
    return chart.path() + step;
  }
}
