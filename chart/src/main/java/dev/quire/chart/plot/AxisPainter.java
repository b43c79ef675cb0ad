package dev.quire.chart.plot;

import dev.quire.chart.canvas.Box;
import dev.quire.chart.canvas.Pen;
import dev.quire.chart.look.Part;
import dev.quire.chart.scale.SlotScale;
import dev.quire.chart.scale.ValueScale;
import dev.quire.workbook.chart.Axis;
import dev.quire.workbook.chart.Axis.Labels;
import dev.quire.workbook.chart.Axis.Ticks;
import dev.quire.workbook.chart.Line;

/// Draws axes: grid, line, ticks, labels, title.
final class AxisPainter {
  /// Length of major ticks.
  static final double TICK = 4;

  private static final double MINOR_TICK = 2.5;

  private final Sketch sketch;
  private final Box plot;
  private final AxisView view;

  AxisPainter(Sketch sketch, Box plot, AxisView view) {
    this.sketch = sketch;
    this.plot = plot;
    this.view = view;
  }

  void grid() {
    view.axis().minorGridlines().ifPresent(line -> grid(line, view.minors(), Part.MINOR_GRID));
    view.axis().majorGridlines().ifPresent(line -> grid(line, view.majors(), Part.GRID));
  }

  private void grid(Line line, double[] places, Part part) {
    sketch
        .thin(line, part)
        .ifPresent(pen -> {
          for (double at : places) {
            if (view.level()) {
              double x = plot.x() + at * plot.width();
              sketch.line(x, plot.y(), x, plot.bottom(), pen);
            } else {
              double y = plot.bottom() - at * plot.height();
              sketch.line(plot.x(), y, plot.right(), y, pen);
            }
          }
        });
  }

  void axis() {
    if (view.axis().visible()) {
      line();
      labels();
    }
    title();
  }

  private Part part() {
    return view.axis().kind() == Axis.Kind.VALUE
        ? Part.VALUE_AXIS
        : view.scale() instanceof ValueScale ? Part.MEASURED_AXIS : Part.AXIS;
  }

  private void line() {
    sketch
        .thin(view.axis().line(), part())
        .ifPresent(pen -> {
          double at = view.position(plot);
          if (view.level()) {
            sketch.line(plot.x(), at, plot.right(), at, pen);
          } else {
            sketch.line(at, plot.y(), at, plot.bottom(), pen);
          }
          ticks(view.axis().minorTicks(), view.minors(), MINOR_TICK, pen);
          ticks(view.axis().majorTicks(), view.majors(), TICK, pen);
        });
  }

  private void ticks(Ticks ticks, double[] places, double length, Pen pen) {
    if (ticks == Ticks.NONE) {
      return;
    }
    boolean far = view.crossing() > 0.5;
    double outward = AxisView.outward(ticks) ? length : 0;
    double inward = ticks == Ticks.INSIDE || ticks == Ticks.CROSS ? length : 0;
    double at = view.position(plot);
    for (double place : places) {
      double towardsLow = far ? inward : outward;
      double towardsHigh = far ? outward : inward;
      if (view.level()) {
        double x = plot.x() + place * plot.width();
        sketch.line(x, at + towardsLow, x, at - towardsHigh, pen);
      } else {
        double y = plot.bottom() - place * plot.height();
        sketch.line(at - towardsLow, y, at + towardsHigh, y, pen);
      }
    }
  }

  private double labelEdge() {
    boolean far = view.isFar();
    if (view.isInside()) {
      return view.position(plot);
    }
    return view.level() ? far ? plot.y() : plot.bottom() : far ? plot.right() : plot.x();
  }

  private void labels() {
    AxisLabels labels = view.labels();
    boolean far = view.isFar();
    double tick =
        AxisView.outward(view.axis().majorTicks()) && view.axis().labels() != Labels.NONE
            ? TICK
            : 0;
    double away = view.gap() + tick;
    for (AxisLabels.Block block : labels.blocks()) {
      if (block.at() < -1e-6 || block.at() > 1 + 1e-6) {
        continue;
      }
      if (view.level()) {
        labels.hang(
            sketch.canvas(), block, plot.x() + block.at() * plot.width(), labelEdge(), away, far);
      } else {
        double half = block.text().width() / 2 + away;
        block
            .text()
            .write(
                sketch.canvas(),
                labelEdge() + (far ? half : -half),
                plot.bottom() - block.at() * plot.height());
      }
    }
    if (view.scale() instanceof SlotScale slots && !view.isInside()) {
      double thick = view.labelStrip();
      Box strip =
          view.level()
              ? new Box(plot.x(), plot.bottom(), plot.width(), thick)
              : new Box(plot.x() - thick, plot.y(), thick, plot.height());
      view.levels().draw(sketch, strip, slots, labels.thickness() + away, view.level());
    }
  }

  private void title() {
    view.title()
        .ifPresent(title -> {
          boolean far = view.isFar();
          double strip = view.labelStrip();
          if (view.level()) {
            double half = strip + title.height() / 2;
            title.write(sketch, plot.centerX(), far ? plot.y() - half : plot.bottom() + half);
          } else {
            double half = strip + title.width() / 2;
            title.write(sketch, far ? plot.right() + half : plot.x() - half, plot.centerY());
          }
        });
  }
}
