package dev.quire.workbook.chart;

import java.util.Optional;
import java.util.function.UnaryOperator;

/// Changes where all values and texts of a chart come from.
public final class SeriesDataMap {
  private final UnaryOperator<SeriesData> change;

  /// @param change of each
  public SeriesDataMap(UnaryOperator<SeriesData> change) {
    this.change = change;
  }

  /// The chart with everything changed.
  public ChartSpace apply(ChartSpace space) {
    return new ChartSpace(
        space.plots().stream()
            .map(each -> each.withSeries(each.series().stream().map(this::series).toList()))
            .toList(),
        axes(space.axes()),
        space.secondary().map(this::axes),
        title(space.title()),
        space.legend(),
        space.labels(),
        space.area(),
        space.plotArea(),
        space.text(),
        space.blanks(),
        space.plotsHidden(),
        space.roundedCorners(),
        space.theme(),
        space.scene());
  }

  private ChartTitle title(ChartTitle title) {
    return title.withText(change.apply(title.text()));
  }

  private Axes axes(Axes axes) {
    return new Axes(axis(axes.category()), axis(axes.value()), axis(axes.series()));
  }

  private Optional<Axis> axis(Optional<Axis> axis) {
    return axis.map(each -> each.withTitle(title(each.title())));
  }

  private Series series(Series series) {
    return new Series(
        series.index(),
        series.order(),
        change.apply(series.name()),
        change.apply(series.categories()),
        change.apply(series.values()),
        change.apply(series.sizes()),
        series.format(),
        series.marker(),
        series.smooth(),
        series.points(),
        series.labels(),
        series.trendlines(),
        series.errorBars().stream().map(this::bars).toList(),
        series.explosionPercent());
  }

  private ErrorBars bars(ErrorBars bars) {
    return bars.amount() instanceof ErrorBars.Amount.Custom(SeriesData plus, SeriesData minus)
        ? new ErrorBars(
            bars.alongX(),
            bars.plus(),
            bars.minus(),
            bars.caps(),
            new ErrorBars.Amount.Custom(change.apply(plus), change.apply(minus)),
            bars.line())
        : bars;
  }
}
