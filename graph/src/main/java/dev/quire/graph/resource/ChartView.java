package dev.quire.graph.resource;

import dev.quire.graph.path.PathPrinter;
import dev.quire.workbook.ChartFrames;
import dev.quire.workbook.Edit;
import dev.quire.workbook.Workbook;
import dev.quire.workbook.chart.Chart;
import dev.quire.workbook.chart.ChartChange;
import dev.quire.workbook.chart.ChartSpace;

/// A chart.
record ChartView(SheetView sheet, Chart chart) implements View {
  /// What the chart shows.
  ///
  /// @throws NotServed when the chart is of a kind that is not known
  ChartSpace space() {
    if (chart.space().plots().isEmpty()) {
      throw new NotServed("charts of the kind of '" + chart.name() + "'");
    }
    return chart.space();
  }

  ChartFrames.Box box() {
    return ChartFrames.box(sheet.worksheet().layout(), chart.frame());
  }

  Edit changing(ChartChange change) {
    return new Edit.ChangeChart(sheet.key(), chart.id(), change);
  }

  @Override
  public Workbook book() {
    return sheet.book();
  }

  @Override
  public ChartView in(Workbook later) {
    SheetView there = sheet.in(later);
    return there.worksheet().charts().all().stream()
        .filter(each -> each.id().equals(chart.id()))
        .findFirst()
        .map(found -> new ChartView(there, found))
        .orElseThrow(() -> new NoSuchEntity("chart", chart.name()));
  }

  @Override
  public String type() {
    return "workbookChart";
  }

  @Override
  public String path() {
    return sheet.path() + "/charts(%27" + PathPrinter.key(chart.id()) + "%27)";
  }
}
