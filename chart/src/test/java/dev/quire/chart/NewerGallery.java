package dev.quire.chart;

import static dev.quire.chart.Sample.category;
import static dev.quire.chart.Sample.labelled;
import static dev.quire.chart.Sample.labels;
import static dev.quire.chart.Sample.options;
import static dev.quire.chart.Sample.points;
import static dev.quire.chart.Sample.series;
import static dev.quire.chart.Sample.texts;
import static dev.quire.chart.Sample.value;

import dev.quire.workbook.chart.Analysis;
import dev.quire.workbook.chart.Analysis.Bins;
import dev.quire.workbook.chart.Analysis.Branches;
import dev.quire.workbook.chart.Axes;
import dev.quire.workbook.chart.ChartData.Points;
import dev.quire.workbook.chart.DataLabels.Position;
import dev.quire.workbook.chart.Legend;
import dev.quire.workbook.chart.Marker;
import dev.quire.workbook.chart.Plot;
import dev.quire.workbook.chart.Plot.Grouping;
import dev.quire.workbook.chart.Plot.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;

/// The charts of docs/charts.md whose kinds came in 2016.
final class NewerGallery {
  private static final Bins AUTOMATIC =
      new Bins(
          OptionalDouble.empty(),
          OptionalInt.empty(),
          false,
          OptionalDouble.empty(),
          OptionalDouble.empty());

  private NewerGallery() {}

  static void addTo(Map<String, Sample> all) {
    all.put("waterfall", waterfall());
    all.put("funnel", funnel());
    all.put("treemap", books(plot(Kind.PIE, new Analysis.Treemap(Branches.OVERLAPPING), 100, 1)));
    all.put("sunburst", books(plot(Kind.DOUGHNUT, new Analysis.Sunburst(), 100, 1)));
    all.put("histogram", waits());
    all.put("pareto", complaints());
    all.put("box-and-whisker", marks());
  }

  private static Plot plot(Kind kind, Analysis analysis, int gap, int count) {
    return Sample.plot(
        kind, Grouping.CLUSTERED, options(gap, 0, analysis), series(count, Marker.NONE));
  }

  private static Sample waterfall() {
    return Sample.of(
            labelled(
                plot(Kind.COLUMN, new Analysis.Waterfall(Set.of(0, 4, 7), true), 50, 1),
                labels(true, false, false, Position.OUTSIDE_END)))
        .titled("From revenue to profit, k€")
        .values(
            "k€",
            texts("Revenue", "Material", "Staff", "Rent", "Margin", "Grants", "Taxes", "Profit"),
            "#,##0",
            920,
            -310,
            -275,
            -60,
            275,
            45,
            -82,
            238);
  }

  private static Sample funnel() {
    return Sample.of(
            labelled(
                plot(Kind.BAR, new Analysis.Funnel(), 6, 1),
                labels(true, false, false, Position.CENTER)))
        .titled("From visit to order")
        .legend(false, Legend.Position.BOTTOM)
        .values(
            "Visitors",
            texts("Visited", "Looked at a product", "Filled a cart", "Gave an address", "Ordered"),
            "#,##0",
            5400,
            3150,
            1480,
            1020,
            790);
  }

  private static Sample books(Plot plot) {
    Points branches =
        points("Novels", "", "", "Novels", "Travel", "Travel", "Cooking", "Cooking", "Children");
    Points titles =
        points("Crime", "Love", "Fantasy", "Classics", "Europe", "Asia", "Baking", "Soup", "");
    return Sample.of(labelled(plot, labels(false, true, false, Position.INSIDE_END)))
        .axes(Axes.NONE, Optional.empty())
        .titled("Books sold")
        .values(
            "Copies",
            List.of(titles, branches),
            "#,##0",
            620,
            410,
            380,
            150,
            360,
            240,
            300,
            90,
            280);
  }

  private static Sample waits() {
    var random = new Random(5);
    var values = new double[180];
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.round(12 + 5 * random.nextGaussian() + 4 * Math.abs(random.nextGaussian()));
    }
    return Sample.of(
            labelled(
                plot(Kind.COLUMN, new Analysis.Histogram(Optional.of(AUTOMATIC), false), 0, 1),
                labels(true, false, false, Position.OUTSIDE_END)))
        .titled("Minutes until the first answer")
        .legend(false, Legend.Position.BOTTOM)
        .values("Minutes", List.of(), "0", values);
  }

  private static Sample complaints() {
    return Sample.of(plot(Kind.COLUMN, new Analysis.Histogram(Optional.empty(), true), 10, 1))
        .titled("What customers complain about")
        .legend(false, Legend.Position.BOTTOM)
        .values(
            "Complaints",
            texts("Late", "Damaged", "Late", "Wrong item", "Price", "Damaged", "Late", "Invoice"),
            "0",
            34,
            12,
            21,
            17,
            6,
            11,
            9,
            4);
  }

  private static Sample marks() {
    var random = new Random(11);
    int each = 12;
    var schools = new String[3 * each];
    var english = new double[schools.length];
    var maths = new double[schools.length];
    for (int i = 0; i < schools.length; i++) {
      schools[i] = List.of("North", "Center", "South").get(i / each);
      english[i] = Math.round(60 + 8 * (i / each) + 9 * random.nextGaussian());
      maths[i] = Math.round(55 + 5 * (i / each) + 13 * random.nextGaussian());
    }
    maths[3] = 99;
    return Sample.of(plot(Kind.COLUMN, new Analysis.Boxes(false, true, false, true, true), 100, 2))
        .axes(category(), value())
        .titled("Points in two subjects")
        .values("English", texts(schools), "0", english)
        .values("Maths", texts(schools), "0", maths);
  }
}
