package dev.quire.workbook.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Names, adds and removes the series of a chart, and gives them other data.
public final class SeriesEditor {
  private SeriesEditor() {}

  /// The chart with one series changed.
  ///
  /// @param at its place in [ChartSpace#series]
  static ChartSpace series(ChartSpace space, int at, UnaryOperator<Series> change) {
    Series series = existing(space, at);
    return space.withPlots(
        space.plots().stream()
            .map(plot ->
                plot.withSeries(
                    plot.series().stream()
                        .map(each -> each == series ? change.apply(each) : each)
                        .toList()))
            .toList());
  }

  private static Series existing(ChartSpace space, int at) {
    List<Series> all = space.series();
    if (at < 0 || at >= all.size()) {
      throw new ChartEditor.Missing("series", Integer.toString(at));
    }
    return all.get(at);
  }

  /// The chart with a series named.
  public static ChartSpace apply(ChartSpace space, ChartChange.NameSeries set) {
    return series(space, set.series(), each -> each.withName(ChartEditor.literal(set.name())));
  }

  /// The chart with a series more, in its last plot.
  public static ChartSpace apply(ChartSpace space, ChartChange.AddSeries add) {
    List<Series> all = space.series();
    int index = all.stream().mapToInt(Series::index).max().orElse(-1) + 1;
    int order = all.stream().mapToInt(Series::order).max().orElse(-1) + 1;
    var added =
        new Series(
            index,
            order,
            add.name().map(ChartEditor::literal).orElse(SeriesData.NONE),
            SeriesData.NONE,
            SeriesData.NONE,
            SeriesData.NONE,
            ShapeFormat.AUTOMATIC,
            Marker.AUTOMATIC,
            false,
            Map.of(),
            Optional.empty(),
            List.of(),
            List.of(),
            0);
    var plots = new ArrayList<>(space.plots());
    Plot last = plots.removeLast();
    var series = new ArrayList<>(last.series());
    series.add(added);
    plots.add(last.withSeries(series));
    return space.withPlots(plots);
  }

  /// The chart with a series less.
  public static ChartSpace apply(ChartSpace space, ChartChange.DeleteSeries delete) {
    Series gone = existing(space, delete.series());
    return space.withPlots(
        space.plots().stream()
            .map(plot ->
                plot.withSeries(plot.series().stream().filter(each -> each != gone).toList()))
            .toList());
  }

  /// The chart with other data in the series that it has, with more of them or fewer.
  public static ChartSpace fed(ChartSpace space, List<NewChart.SeriesSource> sources) {
    List<Series> old = space.series();
    ChartSpace fed = space;
    for (int at = old.size() - 1; at >= sources.size(); at--) {
      fed = apply(fed, new ChartChange.DeleteSeries(at));
    }
    for (int at = old.size(); at < sources.size(); at++) {
      fed = apply(fed, new ChartChange.AddSeries(Optional.empty()));
      NewSeriesLook look = NewSeriesLook.after(old, at, space.theme());
      fed = series(fed, at, look::dressed);
    }
    for (int at = 0; at < sources.size(); at++) {
      NewChart.SeriesSource source = sources.get(at);
      fed =
          series(
              fed,
              at,
              each ->
                  each.reading(
                      source.name(), source.categories(), source.values(), source.sizes()));
    }
    return fed;
  }

  /// The look of a series that joins others: that of the last of them in the next colour.
  private record NewSeriesLook(Optional<Series> model, int at, ChartTheme theme) {
    static NewSeriesLook after(List<Series> old, int at, ChartTheme theme) {
      return new NewSeriesLook(
          old.isEmpty() ? Optional.empty() : Optional.of(old.getLast()), at, theme);
    }

    Series dressed(Series series) {
      if (model.isEmpty()) {
        return series;
      }
      Series like = model.get();
      Fill accent = new Fill.Solid(theme.accents().get(at % theme.accents().size()), 1);
      return series
          .withFormat(recoloured(like.format(), accent))
          .withMarker(
              new Marker(
                  like.marker().symbol(),
                  like.marker().sizePoints(),
                  recoloured(like.marker().format(), accent)));
    }

    private static ShapeFormat recoloured(ShapeFormat format, Fill accent) {
      return new ShapeFormat(
          format.fill() instanceof Fill.Solid ? accent : format.fill(),
          format.line().fill() instanceof Fill.Solid
              ? format.line().withFill(accent)
              : format.line());
    }
  }
}
