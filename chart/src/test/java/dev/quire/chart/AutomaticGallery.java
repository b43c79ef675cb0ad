package dev.quire.chart;

import static dev.quire.chart.Sample.category;
import static dev.quire.chart.Sample.options;
import static dev.quire.chart.Sample.plot;
import static dev.quire.chart.Sample.series;
import static dev.quire.chart.Sample.texts;
import static dev.quire.chart.Sample.value;

import dev.quire.workbook.chart.Axis;
import dev.quire.workbook.chart.Axis.Ticks;
import dev.quire.workbook.chart.ChartData.Points;
import dev.quire.workbook.chart.Legend;
import dev.quire.workbook.chart.Marker;
import dev.quire.workbook.chart.Plot;
import dev.quire.workbook.chart.Plot.Grouping;
import dev.quire.workbook.chart.Plot.Kind;
import dev.quire.workbook.chart.Series;
import java.util.List;
import java.util.Map;

/// Charts whose formats are all left open, as Excel 2007 and most libraries write them.
final class AutomaticGallery {
  private static final List<Points> CITIES = texts("Oslo", "Lisbon", "Vienna", "Athens");

  private AutomaticGallery() {}

  static void addTo(Map<String, Sample> all) {
    all.put("automatic-column", cities(Kind.COLUMN, "Columns, all automatic"));
    all.put("automatic-bar", cities(Kind.BAR, "Bars, all automatic"));
    all.put("automatic-line", marks(plot(Kind.LINE, Grouping.STANDARD, options(150, 0), nine())));
    all.put("automatic-scatter", scatter());
    all.put(
        "automatic-pie",
        written(
                Sample.varied(
                    plot(
                        Kind.PIE,
                        Grouping.STANDARD,
                        options(150, 0),
                        series(0, Marker.AUTOMATIC, false))))
            .titled("Pie, all automatic")
            .values("Share", CITIES, "General", 4.3, 2.5, 3.5, 4.5));
  }

  private static Series[] nine() {
    return series(9, Marker.AUTOMATIC);
  }

  private static Axis outside(Axis axis, String title, double degrees) {
    return new Axis(
            axis.kind(),
            axis.visible(),
            axis.scale(),
            axis.place(),
            axis.crossing(),
            axis.crossesBetween(),
            axis.title(),
            axis.majorGridlines(),
            axis.minorGridlines(),
            Ticks.OUTSIDE,
            axis.minorTicks(),
            axis.labels(),
            axis.labelInterval(),
            axis.labelDegrees(),
            axis.numberFormat(),
            axis.line(),
            axis.text())
        .withTitle(title.isEmpty() ? axis.title() : Sample.title(title, degrees));
  }

  private static Sample written(Plot plot) {
    return Sample.of(plot)
        .legend(true, Legend.Position.RIGHT)
        .axes(outside(category(), "", 0), outside(value(), "", 0));
  }

  private static Sample cities(Kind kind, String title) {
    boolean bars = kind == Kind.BAR;
    return written(plot(kind, Grouping.CLUSTERED, options(150, 0), series(3, Marker.AUTOMATIC)))
        .axes(
            outside(category(), "City", bars ? -90 : 0),
            outside(value(), "Million", bars ? 0 : -90))
        .titled(title)
        .values("2023", CITIES, "General", 4.3, 2.5, 3.5, 4.5)
        .values("2024", CITIES, "General", 2.4, 4.4, 1.8, 2.8)
        .values("2025", CITIES, "General", 2, 2, 3, 5);
  }

  private static Sample marks(Plot plot) {
    Sample sample = written(plot).titled("Lines, all automatic");
    for (int i = 0; i < plot.series().size(); i++) {
      sample = sample.values("S" + (i + 1), CITIES, "General", i, i + 1, i + 0.5, i + 2);
    }
    return sample;
  }

  private static Sample scatter() {
    List<Points> x = List.of(Sample.numbers("General", 1, 2, 3, 5, 8));
    return written(
            plot(
                Kind.SCATTER, Grouping.STANDARD, options(true, false), series(2, Marker.AUTOMATIC)))
        .titled("Points, all automatic")
        .values("First", x, "General", 2, 4, 3, 6, 5)
        .values("Second", x, "General", 1, 2, 4, 4, 7);
  }
}
