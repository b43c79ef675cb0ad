package dev.quire.chart.plot;

import dev.quire.chart.canvas.Box;
import dev.quire.chart.canvas.Pen;
import dev.quire.chart.look.Look;
import dev.quire.chart.look.Part;
import dev.quire.chart.look.TextBlock;
import dev.quire.workbook.chart.Axis;
import dev.quire.workbook.chart.ChartText;
import dev.quire.workbook.chart.ErrorBars;
import dev.quire.workbook.chart.Plot;
import dev.quire.workbook.chart.Plot.Grouping;
import dev.quire.workbook.chart.Plot.Kind;
import dev.quire.workbook.chart.Trendline;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Trendlines and error bars.
final class Extras {
  private static final int SAMPLES = 160;
  private static final double CAP = 3;
  private static final int MOST_BARS = 20_000;

  private final Sketch sketch;
  private final Group group;
  private final Ground ground;

  Extras(Sketch sketch, Group group, Ground ground) {
    this.sketch = sketch;
    this.group = group;
    this.ground = ground;
  }

  void draw() {
    for (Plot plot : group.plots()) {
      List<Stack> stacks = group.stacks(plot);
      for (int i = 0; i < stacks.size(); i++) {
        Row row = stacks.get(i).row();
        double shift = shift(plot, i, stacks.size());
        for (ErrorBars bars : row.series().errorBars()) {
          errors(stacks.get(i), bars, shift);
        }
        if (plot.grouping() != Grouping.STACKED && plot.grouping() != Grouping.PERCENT_STACKED) {
          row.series().trendlines().forEach(line -> trend(row, line));
        }
      }
    }
  }

  private static double shift(Plot plot, int order, int count) {
    boolean columns = plot.kind() == Kind.COLUMN || plot.kind() == Kind.BAR;
    return columns ? ColumnPainter.middle(plot, order, count) : 0;
  }

  /// Place of an x value, or of a number of a category counted from 1.
  private double along(double x) {
    return group.isScatter() ? ground.along().at(x) : ground.along().at(x - 1);
  }

  private void errors(Stack stack, ErrorBars bars, double shift) {
    Optional<Pen> pen = sketch.thin(bars.line(), Part.ERROR_BAR);
    if (pen.isEmpty()) {
      return;
    }
    Row row = stack.row();
    double[] x = group.isScatter() ? row.places() : new double[0];
    var reach = new ErrorReach(bars, bars.alongX() && group.isScatter() ? x : row.values());
    for (int point = 0; point < Math.min(row.count(), MOST_BARS); point++) {
      double value = stack.high()[point];
      if (Double.isNaN(value)) {
        continue;
      }
      double slot = group.isScatter() ? x[point] : group.slot(point) + shift;
      double place = ground.along().at(slot);
      if (bars.alongX() && group.isScatter()) {
        bar(
            ground.along().at(reach.low(point, x[point])),
            ground.across().at(value),
            ground.along().at(reach.high(point, x[point])),
            ground.across().at(value),
            bars,
            pen.get());
      } else if (!Double.isNaN(place)) {
        bar(
            place,
            ground.across().at(reach.low(point, value)),
            place,
            ground.across().at(reach.high(point, value)),
            bars,
            pen.get());
      }
    }
  }

  private void bar(double a0, double c0, double a1, double c1, ErrorBars bars, Pen pen) {
    if (Double.isNaN(a0 + c0 + a1 + c1)) {
      return;
    }
    double x0 = ground.x(a0, c0);
    double y0 = ground.y(a0, c0);
    double x1 = ground.x(a1, c1);
    double y1 = ground.y(a1, c1);
    sketch.line(x0, y0, x1, y1, pen);
    if (bars.caps()) {
      boolean level = Math.abs(y0 - y1) < 1e-9 && Math.abs(x0 - x1) > 1e-9;
      if (bars.minus()) {
        cap(x0, y0, level, pen);
      }
      if (bars.plus()) {
        cap(x1, y1, level, pen);
      }
    }
  }

  private void cap(double x, double y, boolean level, Pen pen) {
    if (level) {
      sketch.line(x, y - CAP, x, y + CAP, pen);
    } else {
      sketch.line(x - CAP, y, x + CAP, y, pen);
    }
  }

  /// How trendlines are drawn.
  static Optional<Pen> pen(Look look, Trendline line) {
    return look.roundPen(line.line(), look.automatic(Part.TREND_LINE), Look.THIN);
  }

  private void trend(Row row, Trendline line) {
    Optional<Pen> pen = pen(sketch.look(), line);
    double[] x = new double[row.count()];
    Arrays.setAll(x, i -> i + 1);
    double[] places = group.isScatter() ? row.places() : x;
    if (line.kind() == Trendline.Kind.MOVING_AVERAGE) {
      double[] means = Trend.movingAverage(row.values(), line.order());
      pen.ifPresent(with -> curve(places, means, with));
      return;
    }
    Trend.of(line, places, row.values())
        .ifPresent(trend -> {
          double[][] curve = samples(trend, line, places);
          pen.ifPresent(with -> curve(curve[0], curve[1], with));
          text(row, line, trend, curve);
        });
  }

  private static double[][] samples(Trend trend, Trendline line, double[] places) {
    double from = Arrays.stream(places).filter(Double::isFinite).min().orElse(0) - line.backward();
    double to = Arrays.stream(places).filter(Double::isFinite).max().orElse(1) + line.forward();
    var x = new double[SAMPLES + 1];
    Arrays.setAll(x, i -> from + (to - from) * i / SAMPLES);
    double[] y = Arrays.stream(x).map(trend.curve()).toArray();
    return new double[][] {x, y};
  }

  private void curve(double[] x, double[] y, Pen pen) {
    var trail = new Trail(ground.sideways());
    for (int i = 0; i < x.length; i++) {
      double along = along(x[i]);
      double across = ground.across().at(y[i]);
      if (Double.isNaN(along) || Double.isNaN(across)) {
        trail.lift();
      } else {
        trail.to(ground.x(along, across), ground.y(along, across));
      }
    }
    sketch.canvas().stroke(trail.path(), pen);
  }

  private void text(Row row, Trendline line, Trend trend, double[][] curve) {
    List<String> lines = TrendText.lines(line, trend, sketch.look());
    if (lines.isEmpty()) {
      return;
    }
    // Its own format is not read; what nobody formats looks as the labels of the axis.
    ChartText like = group.value().map(Axis::text).orElse(ChartText.AUTOMATIC);
    var block = new TextBlock(lines, sketch.look().letters(like, Look.Kind.LABEL));
    place(row, block, curve)
        .ifPresent(box -> block.write(sketch.canvas(), box.centerX(), box.centerY()));
  }

  /// Near the end of the curve, where the fewest points lie below the text.
  private Optional<Box> place(Row row, TextBlock block, double[][] curve) {
    double[] places = group.isScatter() ? row.places() : new double[0];
    Box best = null;
    int fewest = Integer.MAX_VALUE;
    for (int sample = SAMPLES; sample >= SAMPLES / 4; sample -= SAMPLES / 8) {
      double along = along(curve[0][sample]);
      double across = ground.across().at(curve[1][sample]);
      if (Double.isNaN(along + across)) {
        continue;
      }
      for (int side : new int[] {-1, 1, -2, 2}) {
        Box box = beside(block, ground.x(along, across), ground.y(along, across), side);
        int covered = 0;
        for (int i = 0; i < row.count() && i < MOST_BARS && covered < fewest; i++) {
          double x = group.isScatter() ? along(places[i]) : ground.along().at(group.slot(i));
          double y = ground.across().at(row.value(i));
          covered += !Double.isNaN(x + y) && holds(box, ground.x(x, y), ground.y(x, y)) ? 1 : 0;
        }
        if (covered < fewest) {
          fewest = covered;
          best = box;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private static boolean holds(Box box, double x, double y) {
    return x > box.x() - 4 && x < box.right() + 4 && y > box.y() - 4 && y < box.bottom() + 4;
  }

  private Box beside(TextBlock block, double x, double y, int side) {
    double half = block.width() / 2 + 2;
    double high = block.height() / 2 + 2;
    return block.around(
        fitted(x - half, ground.box().x() + half, ground.box().right() - half),
        fitted(y + side * (high + 6), ground.box().y() + high, ground.box().bottom() - high));
  }

  private static double fitted(double at, double low, double high) {
    return low < high ? Math.clamp(at, low, high) : (low + high) / 2;
  }
}
