package dev.quire.chart.plot;

import dev.quire.chart.canvas.Box;
import dev.quire.chart.canvas.Paint;
import dev.quire.chart.canvas.Pen;
import dev.quire.chart.look.Part;
import dev.quire.workbook.chart.Analysis;
import dev.quire.workbook.chart.ChartData.Points;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/// Quartiles as boxes with whiskers: for each category, and in it for each series.
final class BoxPainter {
  private static final double REACH = 1.5;
  private static final double MARK = 3;
  private static final double LINE = 1;
  private static final int MOST_BOXES = 2_000;
  private static final int MOST_DOTS = 20_000;

  private final Sketch sketch;
  private final List<Row> rows;
  private final Analysis.Boxes boxes;
  private final List<String> categories;

  /// For each series, by number of the category.
  private final List<Map<Integer, Figures>> figures;

  BoxPainter(Sketch sketch, List<Row> rows, Analysis.Boxes boxes) {
    this.sketch = sketch;
    this.rows = rows;
    this.boxes = boxes;
    Map<String, Integer> slots = new LinkedHashMap<>();
    this.figures = rows.stream().map(row -> figures(row, slots)).toList();
    this.categories = List.copyOf(slots.keySet());
  }

  /// @param slots numbers of the categories, to which those of the series are added
  private Map<Integer, Figures> figures(Row row, Map<String, Integer> slots) {
    Map<Integer, DoubleStream.Builder> values = new TreeMap<>();
    for (int point = 0; point < row.count(); point++) {
      String category = category(row, point);
      if (slots.size() < MOST_BOXES) {
        slots.putIfAbsent(category, slots.size());
      }
      Integer slot = slots.get(category);
      if (slot != null && Double.isFinite(row.value(point))) {
        values.computeIfAbsent(slot, _ -> DoubleStream.builder()).add(row.value(point));
      }
    }
    Map<Integer, Figures> found = new TreeMap<>();
    values.forEach(
        (slot, all) -> found.put(slot, Figures.of(all.build().toArray(), boxes.exclusive())));
    return found;
  }

  /// Values without categories are all of one.
  private static String category(Row row, int point) {
    return row.data().categories().isEmpty() ? "1" : row.category(point);
  }

  /// What is shown of some values.
  ///
  /// @param sorted all of them, ascending; at least one
  record Figures(double[] sorted, double q1, double median, double q3, double mean) {
    static Figures of(double[] values, boolean exclusive) {
      double[] sorted = Arrays.stream(values).sorted().toArray();
      return new Figures(
          sorted,
          quantile(sorted, 0.25, exclusive),
          quantile(sorted, 0.5, exclusive),
          quantile(sorted, 0.75, exclusive),
          Arrays.stream(sorted).average().orElse(Double.NaN));
    }

    /// As `QUARTILE.EXC` or `QUARTILE.INC`; the ends where the former has no answer.
    private static double quantile(double[] sorted, double part, boolean exclusive) {
      double place = exclusive ? part * (sorted.length + 1) - 1 : part * (sorted.length - 1);
      double within = Math.clamp(place, 0, sorted.length - 1);
      int low = (int) within;
      int high = Math.min(low + 1, sorted.length - 1);
      return sorted[low] + (within - low) * (sorted[high] - sorted[low]);
    }

    double least() {
      return sorted[0];
    }

    double most() {
      return sorted[sorted.length - 1];
    }

    boolean isOutlier(double value) {
      double reach = REACH * (q3 - q1);
      return value < q1 - reach || value > q3 + reach;
    }

    /// The farthest value that is no outlier.
    double whisker(boolean upper) {
      double[] inner = Arrays.stream(sorted).filter(value -> !isOutlier(value)).toArray();
      return inner.length == 0 ? median : upper ? inner[inner.length - 1] : inner[0];
    }
  }

  void draw(Box room) {
    var low = new double[categories.size()];
    var high = new double[low.length];
    Arrays.fill(low, Double.NaN);
    Arrays.fill(high, Double.NaN);
    for (Map<Integer, Figures> series : figures) {
      series.forEach((slot, each) -> {
        low[slot] = Double.isNaN(low[slot]) ? each.least() : Math.min(low[slot], each.least());
        high[slot] = Double.isNaN(high[slot]) ? each.most() : Math.max(high[slot], each.most());
      });
    }
    Row like = rows.getFirst();
    var names = List.of(new Points(List.of(), categories, "General"));
    var group =
        new Group(
            List.of(like.unseen(names, low), like.unseen(names, high)),
            sketch.space().axes(),
            false);
    Cartesian.below(sketch, group, this::boxes).draw(room);
  }

  private void boxes(Ground ground) {
    for (int order = 0; order < rows.size(); order++) {
      double lastX = Double.NaN;
      double lastY = Double.NaN;
      Row row = rows.get(order);
      for (var each : figures.get(order).entrySet()) {
        double middle = each.getKey() + ColumnPainter.middle(row.plot(), order, rows.size());
        double half = ColumnPainter.width(row.plot(), rows.size()) / 2;
        box(ground, row, each.getValue(), middle, half);
        double x = ground.x(ground.along().at(middle), 0);
        double y = y(ground, each.getValue().mean());
        if (boxes.meanLine() && !Double.isNaN(lastX)) {
          double fromX = lastX;
          double fromY = lastY;
          pen(row).ifPresent(pen -> sketch.line(fromX, fromY, x, y, pen));
        }
        lastX = x;
        lastY = y;
      }
    }
  }

  private void box(Ground ground, Row row, Figures shown, double middle, double half) {
    double left = ground.x(ground.along().at(middle - half), 0);
    double right = ground.x(ground.along().at(middle + half), 0);
    double x = (left + right) / 2;
    Optional<Pen> pen = pen(row);
    int color = sketch.look().accent(row.series().index());
    sketch.shape(
        Sketch.path(
            sketch.sharp(Box.between(left, y(ground, shown.q1()), right, y(ground, shown.q3())))),
        row.series().format(),
        Optional.of(color),
        sketch.look().automatic(Part.ERROR_BAR),
        LINE);
    pen.ifPresent(line -> {
      level(left, right, y(ground, shown.median()), line);
      for (boolean upper : new boolean[] {false, true}) {
        double end = y(ground, shown.whisker(upper));
        sketch.line(x, y(ground, upper ? shown.q3() : shown.q1()), x, end, line);
        level(x - (x - left) / 2, x + (x - left) / 2, end, line);
      }
      if (boxes.meanMarker()) {
        cross(x, y(ground, shown.mean()), line);
      }
    });
    if (row.count() > MOST_DOTS) {
      return; // They could not be told apart.
    }
    for (double value : shown.sorted()) {
      boolean outlier = shown.isOutlier(value);
      if (outlier ? boxes.outliers() : boxes.innerPoints()) {
        dot(x, y(ground, value), color);
      }
    }
  }

  private void level(double left, double right, double y, Pen pen) {
    sketch.line(left, y, right, y, pen);
  }

  private void cross(double x, double y, Pen pen) {
    sketch.line(x - MARK, y - MARK, x + MARK, y + MARK, pen);
    sketch.line(x - MARK, y + MARK, x + MARK, y - MARK, pen);
  }

  private void dot(double x, double y, int color) {
    var circle = new Ellipse2D.Double(x - MARK / 1.5, y - MARK / 1.5, MARK * 4 / 3, MARK * 4 / 3);
    sketch.canvas().fill(new Path2D.Double(circle), new Paint.Solid(color));
  }

  private Optional<Pen> pen(Row row) {
    return sketch
        .look()
        .pen(row.series().format().line(), sketch.look().automatic(Part.ERROR_BAR), LINE);
  }

  private static double y(Ground ground, double value) {
    return ground.y(0, Math.clamp(ground.across().at(value), 0, 1));
  }
}
