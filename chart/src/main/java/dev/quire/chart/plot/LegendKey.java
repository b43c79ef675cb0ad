package dev.quire.chart.plot;

import dev.quire.chart.canvas.Box;
import dev.quire.chart.canvas.Pen;
import dev.quire.workbook.chart.Analysis;
import dev.quire.workbook.chart.Marker;
import dev.quire.workbook.chart.Marker.Symbol;
import dev.quire.workbook.chart.Plot.Kind;
import dev.quire.workbook.chart.ShapeFormat;
import dev.quire.workbook.chart.Trendline;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a legend shows beside a name.
public sealed interface LegendKey {
  /// Width of the little square.
  double SQUARE = 7;

  /// Length of the little line.
  double LINE = 24;

  /// The text of the entry.
  String text();

  /// The picture before it.
  double width();

  /// Draws the picture around a middle.
  void draw(Sketch sketch, double x, double y);

  /// A square: columns, areas, slices.
  record Square(String text, ShapeFormat format, int color) implements LegendKey {
    @Override
    public double width() {
      return SQUARE;
    }

    @Override
    public void draw(Sketch sketch, double x, double y) {
      Box box = sketch.sharp(new Box(x - SQUARE / 2, y - SQUARE / 2, SQUARE, SQUARE));
      sketch.box(box, format, Optional.of(color), Optional.empty());
    }
  }

  /// A line with a mark: lines, scatter charts, radars.
  ///
  /// @param lines whether there is a line
  /// @param points usual width of the line
  record Stroke(
      String text, ShapeFormat format, Marker marker, int color, boolean lines, double points)
      implements LegendKey {
    private boolean hasLine(Sketch sketch) {
      return lines && sketch.look().roundPen(format.line(), Optional.of(color), points).isPresent();
    }

    @Override
    public double width() {
      return lines ? LINE : SQUARE;
    }

    @Override
    public void draw(Sketch sketch, double x, double y) {
      if (hasLine(sketch)) {
        sketch
            .look()
            .roundPen(format.line(), Optional.of(color), points)
            .ifPresent(pen -> stroke(sketch, x, y, pen));
      }
      new Markers(sketch).draw(marker, color, x, y);
    }
  }

  /// A trendline.
  record Trendstroke(String text, Trendline line) implements LegendKey {
    @Override
    public double width() {
      return LINE;
    }

    @Override
    public void draw(Sketch sketch, double x, double y) {
      Extras.pen(sketch.look(), line).ifPresent(pen -> stroke(sketch, x, y, pen));
    }
  }

  private static void stroke(Sketch sketch, double x, double y, Pen pen) {
    double half = LINE / 2 - pen.width() / 2;
    double level = sketch.canvas().snap(y, pen.width());
    sketch
        .canvas()
        .stroke(new Path2D.Double(new Line2D.Double(x - half, level, x + half, level)), pen);
  }

  /// The entries of a chart in the order of its series, without those that are left out.
  ///
  /// @param hidden by number of the entry
  /// @param most no more than these are needed
  static List<LegendKey> of(Sketch sketch, List<Row> rows, Set<Integer> hidden, int most) {
    var keys = new ArrayList<LegendKey>();
    if (!rows.isEmpty() && rows.getFirst().plot().analysis().isPresent()) {
      return analyzed(sketch, rows, rows.getFirst().plot().analysis().get(), most);
    }
    boolean byPoint = rows.size() == 1 && isByPoint(rows.getFirst()) || isRound(rows);
    if (byPoint) {
      Row first = rows.getFirst();
      for (int i = 0; i < Math.min(first.count(), most); i++) {
        keys.add(new Square(first.category(i), first.format(i), sketch.look().accent(i)));
      }
    } else if (!rows.isEmpty() && rows.getFirst().plot().kind() == Kind.SURFACE) {
      keys.addAll(
          Bands.of(new Group(rows, sketch.space().axes(), false)).keys(sketch, rows.getFirst()));
    } else {
      rows.stream().limit(most).forEach(row -> keys.add(key(sketch, row)));
      rows.forEach(row ->
          row.series().trendlines().stream()
              .limit(Math.max(0, most - keys.size()))
              .forEach(line -> keys.add(trend(row, line))));
    }
    for (int i = keys.size() - 1; i >= 0; i--) {
      if (hidden.contains(i)) {
        keys.remove(i);
      }
    }
    return Collections.unmodifiableList(keys);
  }

  /// The entries of kinds that came in 2016: what colours mean in them.
  private static List<LegendKey> analyzed(
      Sketch sketch, List<Row> rows, Analysis analysis, int most) {
    Row first = rows.getFirst();
    return switch (analysis) {
      case Analysis.Waterfall waterfall ->
          Arrays.stream(WaterfallPainter.Change.values())
              .filter(change ->
                  change != WaterfallPainter.Change.TOTAL || !waterfall.totals().isEmpty())
              .map(change -> square(sketch, change.text(), change.ordinal()))
              .toList();
      case Analysis.Treemap _, Analysis.Sunburst _ ->
          Branch.of(first).parts().stream()
              .sorted(Comparator.comparingInt(Branch::top))
              .limit(most)
              .map(part -> square(sketch, part.name(), part.top()))
              .toList();
      case Analysis.Funnel _, Analysis.Histogram _, Analysis.Boxes _ ->
          rows.stream()
              .limit(most)
              .<LegendKey>map(row ->
                  new Square(
                      row.name(),
                      row.series().format(),
                      sketch.look().accent(row.series().index())))
              .toList();
    };
  }

  private static LegendKey square(Sketch sketch, String text, int color) {
    return new Square(text, ShapeFormat.AUTOMATIC, sketch.look().accent(color));
  }

  private static LegendKey trend(Row row, Trendline line) {
    return new Trendstroke(TrendText.name(line, row.name()), line);
  }

  private static boolean isRound(List<Row> rows) {
    return !rows.isEmpty()
        && switch (rows.getFirst().plot().kind()) {
          case PIE, DOUGHNUT, PIE_OF_PIE, BAR_OF_PIE -> true;
          default -> false;
        };
  }

  private static boolean isByPoint(Row row) {
    return row.plot().variesColors()
        && (row.plot().kind() == Kind.COLUMN || row.plot().kind() == Kind.BAR);
  }

  private static LegendKey key(Sketch sketch, Row row) {
    ShapeFormat format = row.series().format();
    int color = sketch.look().accent(row.series().index());
    Marker marker = Markers.seen(row.series());
    return switch (row.plot().kind()) {
      case LINE ->
          row.plot().options().threeD()
              ? new Square(row.name(), format, color)
              : new Stroke(row.name(), format, marker, color, true, 2.25);
      case SCATTER ->
          new Stroke(
              row.name(),
              format,
              marker,
              color,
              row.plot().options().lines()
                  && sketch.look().pen(format.line(), Optional.of(color), 1).isPresent(),
              2.25);
      case RADAR ->
          row.plot().options().filled()
              ? new Square(row.name(), format, color)
              : new Stroke(row.name(), format, marker, color, true, 2.25);
      case STOCK ->
          new Stroke(
              row.name(),
              format,
              row.series().marker().symbol() == Symbol.AUTOMATIC ? Marker.NONE : marker,
              color,
              sketch.look().pen(format.line(), Optional.empty(), 1).isPresent(),
              2.25);
      case BUBBLE, COLUMN, BAR, AREA, PIE, DOUGHNUT, PIE_OF_PIE, BAR_OF_PIE, SURFACE ->
          new Square(row.name(), format, color);
    };
  }
}
