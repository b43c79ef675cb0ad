package dev.quire.chart;

import dev.quire.chart.canvas.Box;
import dev.quire.chart.canvas.Canvas;
import dev.quire.chart.font.Fonts;
import dev.quire.chart.look.Look;
import dev.quire.chart.look.Part;
import dev.quire.chart.plot.LegendView;
import dev.quire.chart.plot.PlotPainter;
import dev.quire.chart.plot.Row;
import dev.quire.chart.plot.Sketch;
import dev.quire.chart.plot.TitleText;
import dev.quire.workbook.chart.ChartData;
import dev.quire.workbook.chart.ChartSpace;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import java.util.Optional;

/// The whole of a chart: background, title, legend, and the plot in what room is left.
final class ChartPage {
  private static final double EDGE = 7;
  private static final double SIDE = 13;
  private static final double TITLE_TOP = 6;
  private static final double TITLE_GAP = 8;
  private static final double UNTITLED_TOP = 14;
  private static final double ROUND = 16;
  private static final double TITLE_WIDTH = 0.9;

  private final Sketch sketch;
  private final List<Row> rows;

  ChartPage(ChartSpace space, ChartData data, Fonts fonts, Canvas canvas) {
    this.sketch = new Sketch(canvas, new Look(space, fonts), space);
    this.rows = Row.of(space, data.series());
  }

  void draw(double width, double height) {
    background(width, height);
    double top = UNTITLED_TOP;
    Optional<TitleText> title = title(width);
    if (title.isPresent()) {
      TitleText text = title.get();
      if (!text.title().overlay()) {
        top = TITLE_TOP + text.height() + TITLE_GAP;
      }
    }
    Box below = new Box(EDGE, top - TITLE_GAP, width - 2 * EDGE, height - top + TITLE_GAP - EDGE);
    Optional<LegendView> legend = LegendView.of(sketch, rows, below);
    Box plot = legend.map(view -> view.beside(below)).orElse(below);
    new PlotPainter(sketch, rows)
        .draw(plot.inset(SIDE - EDGE, TITLE_GAP, SIDE - EDGE, legend.isPresent() ? 0 : 4));
    legend.ifPresent(view -> view.draw(sketch, below));
    title.ifPresent(text -> text.write(sketch, width / 2, TITLE_TOP + text.height() / 2));
  }

  private void background(double width, double height) {
    double half = Look.POINT * Look.THIN / 2;
    double round = sketch.space().roundedCorners() ? ROUND : 0;
    var shape =
        new Path2D.Double(
            new RoundRectangle2D.Double(
                half, half, width - 2 * half, height - 2 * half, round, round));
    sketch.shape(
        shape,
        sketch.space().area(),
        sketch.look().automatic(Part.AREA),
        sketch.look().automatic(Part.FRAME),
        Look.THIN);
  }

  private Optional<TitleText> title(double width) {
    return TitleText.of(
        sketch, sketch.space().title(), title(), Look.Kind.TITLE, width * TITLE_WIDTH);
  }

  /// What the chart is called when nobody gave it a title: after its only series, if that has a
  /// name.
  String title() {
    boolean named = rows.size() == 1 && !rows.getFirst().data().name().isEmpty();
    return named ? rows.getFirst().name() : "Chart Title";
  }
}
