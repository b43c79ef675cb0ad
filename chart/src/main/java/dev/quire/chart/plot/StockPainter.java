package dev.quire.chart.plot;

import dev.quire.chart.look.Part;
import dev.quire.workbook.chart.Line;
import dev.quire.workbook.chart.Marker;
import dev.quire.workbook.chart.Marker.Symbol;
import dev.quire.workbook.chart.Plot;
import dev.quire.workbook.chart.ShapeFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Stock charts: a line from the highest to the lowest price, with a bar from the first to the last
/// one, or a dash at the last one.
final class StockPainter {
  private static final int PRICES_WITH_OPEN = 4;
  private static final int DASH_SIZE = 5;
  private static final int MOST_DASHES = 20_000;

  private final Sketch sketch;
  private final Group group;
  private final Ground ground;

  StockPainter(Sketch sketch, Group group, Ground ground) {
    this.sketch = sketch;
    this.group = group;
    this.ground = ground;
  }

  void draw(Plot plot) {
    List<Stack> stacks = group.stacks(plot);
    var lines = new LinePainter(sketch, group, ground);
    Plot.Options options = usual(plot.options(), stacks.size());
    lines.extras(options, stacks);
    for (Stack stack : stacks) {
      lines.line(stack);
    }
    if (options.upBars().isEmpty() && !stacks.isEmpty()) {
      dashes(stacks.getLast());
    }
    for (Stack stack : stacks) {
      if (stack.row().series().marker().symbol() != Symbol.AUTOMATIC) {
        lines.markers(stack);
      }
    }
  }

  /// Draws what makes it a stock chart even when the chart does not say so.
  private static Plot.Options usual(Plot.Options given, int series) {
    boolean bars =
        series >= PRICES_WITH_OPEN && given.upBars().isEmpty() && given.downBars().isEmpty();
    Optional<ShapeFormat> automatic = Optional.of(ShapeFormat.AUTOMATIC);
    return new Plot.Options(
        given.gapPercent(),
        given.overlapPercent(),
        given.holePercent(),
        given.firstSliceDegrees(),
        given.bubblePercent(),
        given.bubblesByWidth(),
        given.lines(),
        given.filled(),
        given.threeD(),
        given.hiLowLines().or(() -> Optional.of(Line.AUTOMATIC)),
        given.dropLines(),
        bars ? automatic : given.upBars(),
        bars ? automatic : given.downBars(),
        given.upDownGapPercent(),
        given.shape(),
        given.gapDepthPercent(),
        given.analysis());
  }

  private void dashes(Stack last) {
    if (last.row().series().marker().symbol() != Symbol.AUTOMATIC) {
      return;
    }
    var dash =
        new Marker(Symbol.DOT, OptionalInt.of(DASH_SIZE), last.row().series().marker().format());
    int color = sketch.look().automatic(Part.RANGE_LINE).orElseThrow();
    var markers = new Markers(sketch);
    for (int point = 0; point < Math.min(last.high().length, MOST_DASHES); point++) {
      if (!Double.isNaN(last.high()[point])) {
        double along = ground.along().at(group.slot(point));
        double across = ground.across().at(last.high()[point]);
        markers.draw(dash, color, ground.x(along, across), ground.y(along, across));
      }
    }
  }
}
