package dev.quire.chart.plot;

import dev.quire.chart.canvas.Box;
import dev.quire.chart.look.Lettering;
import dev.quire.chart.look.Look;
import dev.quire.chart.look.TextBlock;
import dev.quire.workbook.chart.ChartText;
import dev.quire.workbook.chart.DataLabels;
import dev.quire.workbook.chart.DataLabels.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Texts at points.
final class Labels {
  private static final int MOST = 1_000;
  private static final double GAP = 4;
  private static final double KEY = 6;
  private static final String OTHERS = "Other";
  private static final String USUAL_SEPARATOR = "; ";

  private final Sketch sketch;
  private int drawn;

  Labels(Sketch sketch) {
    this.sketch = sketch;
  }

  /// What the labels of a series say, from the series, its plot or the chart; empty for no labels.
  Optional<DataLabels> of(Row row) {
    return Optional.of(row.series().labels().or(row.plot()::labels).orElse(sketch.space().labels()))
        .filter(DataLabels::visible);
  }

  /// Where a label stands around its point.
  ///
  /// @param anchor the point, its mark or its bar
  /// @param rising whether the value points up or right
  /// @param sideways whether values run to the right
  record Spot(Box anchor, boolean rising, boolean sideways, Position usual) {
    /// Around a place where nothing is drawn.
    static Spot at(double x, double y) {
      return new Spot(new Box(x - 1, y - 1, 2, 2), true, false, Position.CENTER);
    }
  }

  /// Writes the label of a point, if it has one.
  ///
  /// @param part of the whole, for percentages
  void write(Row row, int point, OptionalDouble part, OptionalDouble size, Spot spot) {
    of(row)
        .ifPresent(labels ->
            block(labels, row, point, part, size)
                .ifPresent(block -> place(labels, row, point, block, spot)));
  }

  /// Writes the label of a point, if it has one, around a middle on the shape of the point.
  ///
  /// @param part of the whole, for percentages
  void writeOnShape(Row row, int point, double part, double x, double y) {
    of(row)
        .ifPresent(labels ->
            block(labels, row, point, OptionalDouble.of(part), OptionalDouble.empty())
                .ifPresent(block -> write(labels, row, point, block, x, y, true)));
  }

  /// The text of a label; empty when there is nothing to say. The point after the last one stands
  /// for all that are in the second pie.
  Optional<TextBlock> block(
      DataLabels labels, Row row, int point, OptionalDouble part, OptionalDouble size) {
    boolean others = point >= row.count();
    if (drawn > MOST || !others && Double.isNaN(row.value(point))) {
      return Optional.empty();
    }
    var texts = new ArrayList<String>();
    if (labels.series()) {
      texts.add(row.name());
    }
    if (labels.category() || others && labels.percentage()) {
      texts.add(others ? OTHERS : row.category(point));
    }
    if (labels.value() && !others) {
      texts.add(value(labels, row, point));
    }
    if (labels.percentage() && part.isPresent()) {
      String format = labels.numberFormat().filter(code -> code.contains("%")).orElse("0%");
      texts.add(sketch.look().number(part.getAsDouble(), format));
    }
    if (labels.bubbleSize() && size.isPresent()) {
      texts.add(sketch.look().number(size.getAsDouble(), row.data().sizes().numberFormat()));
    }
    String text = String.join(separator(labels), texts);
    return text.isBlank()
        ? Optional.empty()
        : Optional.of(
            TextBlock.wrapped(text, sketch.look().letters(labels.text(), Look.Kind.LABEL), 160, 4));
  }

  private static String separator(DataLabels labels) {
    boolean slice = labels.percentage() && labels.separator().isEmpty();
    return slice ? "\n" : labels.separator().orElse(USUAL_SEPARATOR);
  }

  private String value(DataLabels labels, Row row, int point) {
    List<String> texts = row.data().values().texts();
    if (labels.numberFormat().isEmpty() && point < texts.size() && !texts.get(point).isEmpty()) {
      return texts.get(point);
    }
    return sketch.look().number(row.value(point), labels.numberFormat().orElse(row.numberFormat()));
  }

  private void place(DataLabels labels, Row row, int point, TextBlock block, Spot spot) {
    Position position = labels.position().orElse(spot.usual());
    double[] center = center(position, block, spot);
    boolean inside =
        position == Position.CENTER
            || position == Position.INSIDE_END
            || position == Position.INSIDE_BASE;
    write(labels, row, point, block, center[0], center[1], inside && spot.anchor().width() > 0);
  }

  /// Writes a label around a middle.
  ///
  /// @param onShape whether it stands on the shape of its point
  void write(
      DataLabels labels, Row row, int point, TextBlock block, double x, double y, boolean onShape) {
    drawn++;
    double key = labels.legendKey() ? KEY + GAP : 0;
    Box around = block.around(x, y).inset(-2 - key, 0, -2, 0);
    sketch.box(around, labels.format(), Optional.empty(), Optional.empty());
    if (labels.legendKey()) {
      sketch.fill(
          new Box(around.x() + 2, y - KEY / 2, KEY, KEY),
          row.format(point).fill(),
          Optional.of(sketch.look().accent(row.accent(point))));
    }
    TextBlock seen =
        onShape
                && !sketch.look().isClassic()
                && labels.text().color().isEmpty()
                && sketch.space().text().color().isEmpty()
            ? new TextBlock(block.lines(), onShape(labels.text(), block.lettering(), row, point))
            : block;
    seen.write(sketch.canvas(), x, y);
  }

  /// Grey on dark shapes could not be read.
  private Lettering onShape(ChartText text, Lettering lettering, Row row, int point) {
    return sketch
        .look()
        .fill(
            row.format(point).fill(),
            new Box(0, 0, 1, 1),
            Optional.of(sketch.look().accent(row.accent(point))))
        .map(paint -> lettering.in(contrast(Look.color(paint))))
        .orElse(lettering);
  }

  private static int contrast(int argb) {
    int light = 299 * (argb >> 16 & 0xFF) + 587 * (argb >> 8 & 0xFF) + 114 * (argb & 0xFF);
    return light < 150_000 ? Look.WHITE : 0xFF404040;
  }

  private static double[] center(Position position, TextBlock block, Spot spot) {
    Box anchor = spot.anchor();
    double w = block.width() / 2 + GAP;
    double h = block.height() / 2 + 1;
    double x = anchor.centerX();
    double y = anchor.centerY();
    boolean up = spot.rising();
    return switch (position) {
      case CENTER -> new double[] {x, y};
      case LEFT -> new double[] {anchor.x() - w, y};
      case RIGHT -> new double[] {anchor.right() + w, y};
      case TOP -> new double[] {x, anchor.y() - h - 1};
      case BOTTOM -> new double[] {x, anchor.bottom() + h + 1};
      case OUTSIDE_END, BEST_FIT ->
          spot.sideways()
              ? new double[] {up ? anchor.right() + w : anchor.x() - w, y}
              : new double[] {x, up ? anchor.y() - h : anchor.bottom() + h};
      case INSIDE_END ->
          spot.sideways()
              ? new double[] {up ? anchor.right() - w : anchor.x() + w, y}
              : new double[] {x, up ? anchor.y() + h : anchor.bottom() - h};
      case INSIDE_BASE ->
          spot.sideways()
              ? new double[] {up ? anchor.x() + w : anchor.right() - w, y}
              : new double[] {x, up ? anchor.bottom() - h : anchor.y() + h};
    };
  }
}
