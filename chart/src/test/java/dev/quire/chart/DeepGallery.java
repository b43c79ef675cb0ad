package dev.quire.chart;

import static dev.quire.chart.Sample.texts;

import dev.quire.workbook.chart.ChartData;
import dev.quire.workbook.chart.ChartData.Points;
import dev.quire.workbook.chart.ChartTheme;
import dev.quire.workbook.chart.ChartType;
import dev.quire.workbook.chart.NewChart;
import dev.quire.workbook.chart.NewChart.SeriesSource;
import dev.quire.workbook.chart.SeriesData;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/// The charts with depth of docs/charts.md, as `add` makes them.
final class DeepGallery {
  private static final List<Points> CITIES = texts("Oslo", "Lisbon", "Vienna", "Athens");
  private static final List<Points> MONTHS = texts("Jan", "Feb", "Mar", "Apr", "May", "Jun");

  private DeepGallery() {}

  static void addTo(Map<String, Sample> all) {
    quarters(all, "column-clustered-3d", ChartType.COLUMN_CLUSTERED_3D, "Clustered columns, 3-D");
    quarters(all, "column-stacked-3d", ChartType.COLUMN_STACKED_3D, "Stacked columns, 3-D");
    quarters(
        all,
        "column-stacked-100-3d",
        ChartType.COLUMN_STACKED_100_3D,
        "Columns stacked to 100 %, 3-D");
    quarters(all, "column-3d", ChartType.COLUMN_3D, "Columns behind one another");
    quarters(all, "bar-clustered-3d", ChartType.BAR_CLUSTERED_3D, "Clustered bars, 3-D");
    quarters(all, "bar-stacked-3d", ChartType.BAR_STACKED_3D, "Stacked bars, 3-D");
    quarters(all, "bar-stacked-100-3d", ChartType.BAR_STACKED_100_3D, "Bars to 100 %, 3-D");
    quarters(all, "cylinder-clustered", ChartType.CYLINDER_COL_CLUSTERED, "Cylinders");
    quarters(all, "cylinder-bar-stacked", ChartType.CYLINDER_BAR_STACKED, "Lying cylinders");
    quarters(all, "cone-clustered", ChartType.CONE_COL_CLUSTERED, "Cones");
    quarters(all, "cone-stacked", ChartType.CONE_COL_STACKED, "Stacked cones");
    quarters(all, "cone-bar-clustered", ChartType.CONE_BAR_CLUSTERED, "Lying cones");
    quarters(all, "pyramid-clustered", ChartType.PYRAMID_COL_CLUSTERED, "Pyramids");
    quarters(all, "pyramid-stacked-100", ChartType.PYRAMID_COL_STACKED_100, "Pyramids to 100 %");
    quarters(all, "pyramid-3d", ChartType.PYRAMID_COL, "Pyramids behind one another");
    energy(all, "line-3d", ChartType.LINE_3D, "Lines, 3-D");
    energy(all, "area-3d", ChartType.AREA_3D, "Areas, 3-D");
    energy(all, "area-stacked-3d", ChartType.AREA_STACKED_3D, "Stacked areas, 3-D");
    energy(all, "area-stacked-100-3d", ChartType.AREA_STACKED_100_3D, "Areas to 100 %, 3-D");
    shares(all, "pie-3d", ChartType.PIE_3D, "Pie, 3-D");
    shares(all, "pie-exploded", ChartType.PIE_EXPLODED, "Exploded pie");
    shares(all, "pie-exploded-3d", ChartType.PIE_EXPLODED_3D, "Exploded pie, 3-D");
    all.put(
        "bubble-3d",
        of(ChartType.BUBBLE_3D, 2, "Bubbles, 3-D")
            .bubbles(
                "Towns",
                new double[] {1, 2.5, 4, 5.5, 7},
                new double[] {12, 30, 18, 40, 26},
                new double[] {4, 9, 2, 16, 7})
            .bubbles(
                "Villages",
                new double[] {1.5, 3.2, 6.1, 7.6},
                new double[] {35, 8, 12, 36},
                new double[] {3, 1, 2, 4}));
    waves(all, "surface", ChartType.SURFACE, "Surface");
    waves(all, "surface-wireframe", ChartType.SURFACE_WIREFRAME, "Surface, wireframe");
    waves(all, "surface-top-view", ChartType.SURFACE_TOP_VIEW, "Contours");
    waves(
        all,
        "surface-top-view-wireframe",
        ChartType.SURFACE_TOP_VIEW_WIREFRAME,
        "Contours, wireframe");
  }

  private static Sample of(ChartType type, int series, String title) {
    var source =
        new SeriesSource(SeriesData.NONE, SeriesData.NONE, SeriesData.NONE, SeriesData.NONE);
    return new Sample(
            NewChart.of(type, Collections.nCopies(series, source), ChartTheme.OFFICE),
            new ChartData(List.of()))
        .titled(title);
  }

  private static void quarters(Map<String, Sample> all, String name, ChartType type, String title) {
    all.put(
        name,
        of(type, 3, title)
            .values("2023", CITIES, "General", 4.3, 2.5, 3.5, 4.5)
            .values("2024", CITIES, "General", 2.4, 4.4, 1.8, 2.8)
            .values("2025", CITIES, "General", 2, 2, 3, 5));
  }

  private static void energy(Map<String, Sample> all, String name, ChartType type, String title) {
    all.put(
        name,
        of(type, 3, title)
            .values("Sun", MONTHS, "General", 5, 9, 14, 20, 26, 30)
            .values("Wind", MONTHS, "General", 34, 31, 26, 29, 20, 15)
            .values("Water", MONTHS, "General", 40, 42, 49, 47, 52, 50));
  }

  private static void shares(Map<String, Sample> all, String name, ChartType type, String title) {
    all.put(
        name,
        of(type, 1, title)
            .values(
                "Sales",
                texts("North", "South", "East", "West", "Islands"),
                "General",
                8.2,
                3.2,
                2.9,
                1.8,
                1.2));
  }

  private static void waves(Map<String, Sample> all, String name, ChartType type, String title) {
    int rows = 9;
    Sample sample = of(type, rows, title);
    List<Points> columns = texts("0", "10", "20", "30", "40", "50", "60", "70", "80", "90");
    for (int r = 0; r < rows; r++) {
      var values = new double[10];
      for (int c = 0; c < values.length; c++) {
        values[c] = 50 + 40 * Math.sin(r / 2.2) * Math.cos(c / 2.5);
      }
      sample = sample.values("S" + (r + 1), columns, "0", values);
    }
    all.put(name, sample);
  }
}
