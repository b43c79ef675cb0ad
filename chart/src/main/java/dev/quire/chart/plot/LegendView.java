package dev.quire.chart.plot;

import dev.quire.chart.canvas.Box;
import dev.quire.chart.look.Lettering;
import dev.quire.chart.look.Look;
import dev.quire.chart.look.TextBlock;
import dev.quire.workbook.chart.Legend;
import dev.quire.workbook.chart.Legend.Position;
import dev.quire.workbook.chart.Plot.Grouping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A legend laid out: in rows above or below the plot, in a column beside it.
public final class LegendView {
  private static final double KEY_GAP = 4;
  private static final double ENTRY_GAP = 13;
  private static final double PADDING = 4;
  private static final double LINE_GAP = 4;
  private static final double MOST_WIDTH = 0.4;
  private static final double MOST_HEIGHT = 0.35;
  private static final int MOST_ENTRIES = 400;

  private final Legend legend;
  private final Lettering lettering;
  private final List<LegendKey> keys;
  private final boolean level;
  private final int columns;
  private final double cell;
  private final double textWidth;

  private LegendView(
      Legend legend, Lettering lettering, List<LegendKey> keys, int columns, double textWidth) {
    this.legend = legend;
    this.lettering = lettering;
    this.keys = keys;
    this.level = isLevel(legend);
    this.columns = columns;
    this.textWidth = textWidth;
    double widest =
        keys.stream()
            .mapToDouble(
                key -> key.width() + KEY_GAP + Math.min(textWidth, lettering.width(key.text())))
            .max()
            .orElse(0);
    this.cell = widest + ENTRY_GAP;
  }

  private static boolean isLevel(Legend legend) {
    return legend.position() == Position.BOTTOM || legend.position() == Position.TOP;
  }

  /// Lays the legend of a chart out; empty when there is none or nothing to list.
  ///
  /// @param room all the room of the chart below its title
  public static Optional<LegendView> of(Sketch sketch, List<Row> rows, Box room) {
    Legend legend = sketch.space().legend();
    if (!legend.visible()) {
      return Optional.empty();
    }
    Lettering lettering = sketch.look().letters(legend.text(), Look.Kind.LABEL);
    List<LegendKey> keys = LegendKey.of(sketch, rows, legend.hidden(), MOST_ENTRIES);
    if (isReversed(legend, rows)) {
      keys = keys.reversed();
    }
    return keys.isEmpty()
        ? Optional.empty()
        : Optional.of(
            isLevel(legend)
                ? rows(legend, lettering, keys, room)
                : column(legend, lettering, keys, room));
  }

  /// In a column the order is that in which series lie above one another.
  private static boolean isReversed(Legend legend, List<Row> rows) {
    if (isLevel(legend) || rows.isEmpty()) {
      return false;
    }
    return rows.stream()
        .allMatch(row -> {
          Grouping grouping = row.plot().grouping();
          boolean stacked = grouping == Grouping.STACKED || grouping == Grouping.PERCENT_STACKED;
          return switch (row.plot().kind()) {
            case BAR -> !stacked;
            case SURFACE -> true;
            default -> stacked;
          };
        });
  }

  private static LegendView rows(
      Legend legend, Lettering lettering, List<LegendKey> keys, Box room) {
    double most = room.width() - 2 * PADDING;
    double total = keys.stream().mapToDouble(key -> natural(key, lettering)).sum() - ENTRY_GAP;
    if (total <= most) {
      return new LegendView(legend, lettering, keys, keys.size(), Double.MAX_VALUE);
    }
    double widest = keys.stream().mapToDouble(key -> natural(key, lettering)).max().orElse(1);
    int columns = (int) Math.clamp((most + ENTRY_GAP) / widest, 1, keys.size());
    double text = most / columns - ENTRY_GAP - KEY_GAP - LegendKey.LINE;
    int lines =
        (int) Math.max(1, room.height() * MOST_HEIGHT / (lettering.lineHeight() + LINE_GAP));
    return new LegendView(
        legend,
        lettering,
        keys.subList(0, Math.min(keys.size(), columns * lines)),
        columns,
        columns > 1 ? Double.MAX_VALUE : Math.max(10, text));
  }

  private static double natural(LegendKey key, Lettering lettering) {
    return key.width() + KEY_GAP + lettering.width(key.text()) + ENTRY_GAP;
  }

  private static LegendView column(
      Legend legend, Lettering lettering, List<LegendKey> keys, Box room) {
    int lines =
        (int) Math.max(1, (room.height() - 2 * PADDING) / (lettering.lineHeight() + LINE_GAP));
    double text = Math.max(10, room.width() * MOST_WIDTH - LegendKey.LINE - 4 * PADDING);
    return new LegendView(
        legend, lettering, keys.subList(0, Math.min(keys.size(), lines)), 1, text);
  }

  private boolean isOneRow() {
    return level && columns >= keys.size();
  }

  private double width() {
    if (isOneRow()) {
      return keys.stream().mapToDouble(key -> natural(key, lettering)).sum()
          - ENTRY_GAP
          + 2 * PADDING;
    }
    return columns * cell - ENTRY_GAP + 2 * PADDING;
  }

  private double height() {
    int lines = (keys.size() + columns - 1) / columns;
    double pitch = lettering.lineHeight() + (level ? LINE_GAP / 2 : LINE_GAP);
    return lines * pitch + 2 * PADDING - (level ? 0 : LINE_GAP);
  }

  /// Where it stands in the room of the chart below its title.
  public Box place(Box room) {
    double w = width();
    double h = height();
    return switch (legend.position()) {
      case BOTTOM -> new Box(room.centerX() - w / 2, room.bottom() - h, w, h);
      case TOP -> new Box(room.centerX() - w / 2, room.y(), w, h);
      case LEFT -> new Box(room.x(), room.centerY() - h / 2, w, h);
      case RIGHT -> new Box(room.right() - w, room.centerY() - h / 2, w, h);
      case CORNER -> new Box(room.right() - w, room.y(), w, h);
    };
  }

  /// What is left of the room for the plot.
  public Box beside(Box room) {
    if (legend.overlay()) {
      return room;
    }
    double gap = 6;
    return switch (legend.position()) {
      case BOTTOM -> room.inset(0, 0, 0, height() + gap);
      case TOP -> room.inset(0, height() + gap, 0, 0);
      case LEFT -> room.inset(width() + gap, 0, 0, 0);
      case RIGHT, CORNER -> room.inset(0, 0, width() + gap, 0);
    };
  }

  /// Draws it at its side of the room.
  public void draw(Sketch sketch, Box room) {
    Box box = place(room);
    sketch.box(box, legend.format(), Optional.empty(), Optional.empty());
    double pitch = lettering.lineHeight() + (level ? LINE_GAP / 2 : LINE_GAP);
    double x = box.x() + PADDING;
    var starts = new ArrayList<Double>();
    for (int i = 0; i < keys.size(); i++) {
      starts.add(isOneRow() ? x : box.x() + PADDING + i % columns * cell);
      x += natural(keys.get(i), lettering);
    }
    double keyWidth = keys.stream().mapToDouble(LegendKey::width).max().orElse(0);
    for (int i = 0; i < keys.size(); i++) {
      int line = isOneRow() ? 0 : i / columns;
      double middle = box.y() + PADDING + line * pitch + pitch / 2 - (level ? 0 : LINE_GAP / 2);
      double key = isOneRow() ? keys.get(i).width() : keyWidth;
      entry(sketch, keys.get(i), starts.get(i), key, middle);
    }
  }

  private void entry(Sketch sketch, LegendKey key, double x, double keyWidth, double middle) {
    key.draw(sketch, x + keyWidth / 2, middle);
    String text = TextBlock.cut(key.text().replace('\n', ' '), lettering, textWidth);
    double baseline = middle - lettering.lineHeight() / 2 + lettering.font().ascent();
    lettering.write(sketch.canvas(), text, x + keyWidth + KEY_GAP, baseline);
  }
}
