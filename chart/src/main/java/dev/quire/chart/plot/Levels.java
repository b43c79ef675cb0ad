package dev.quire.chart.plot;

import dev.quire.chart.canvas.Box;
import dev.quire.chart.canvas.Pen;
import dev.quire.chart.look.Lettering;
import dev.quire.chart.look.Part;
import dev.quire.chart.look.TextBlock;
import dev.quire.chart.scale.SlotScale;
import dev.quire.workbook.chart.ChartData.Points;
import dev.quire.workbook.chart.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The outer levels of categories: groups of them, with a name and lines between them.
///
/// @param levels from the innermost one outwards
/// @param lettering of the names
/// @param line of the axis, and between the groups
record Levels(List<List<Span>> levels, Lettering lettering, Line line) {
  private static final double PADDING = 3;
  private static final int MOST_LEVELS = 5;
  private static final int MOST_SPANS = 2_000;

  /// Categories with a common name.
  ///
  /// @param from its first slot
  /// @param to the slot after its last one
  record Span(int from, int to, String text) {}

  static Levels of(List<Points> categories, int count, Lettering lettering, Line line) {
    var levels = new ArrayList<List<Span>>();
    for (Points points : categories.stream().skip(1).limit(MOST_LEVELS).toList()) {
      levels.add(spans(points.texts(), count));
    }
    return new Levels(levels, lettering, line);
  }

  /// A name goes on until the next one.
  private static List<Span> spans(List<String> texts, int count) {
    var spans = new ArrayList<Span>();
    int begin = 0;
    for (int i = 1; i <= count && spans.size() < MOST_SPANS; i++) {
      if (i == count || i < texts.size() && !texts.get(i).isEmpty()) {
        spans.add(new Span(begin, i, begin < texts.size() ? texts.get(begin) : ""));
        begin = i;
      }
    }
    return spans;
  }

  /// What they need beside the innermost labels.
  double thickness() {
    return levels.size() * (lettering.lineHeight() + 2 * PADDING);
  }

  /// Draws them below a level axis, or left of an upright one with their names turned.
  ///
  /// @param strip from the axis to the end of the outermost level
  /// @param inner thickness of the innermost labels
  void draw(Sketch sketch, Box strip, SlotScale slots, double inner, boolean level) {
    Optional<Pen> pen = sketch.thin(line, Part.AXIS);
    double band = lettering.lineHeight() + 2 * PADDING;
    for (int depth = 0; depth < levels.size(); depth++) {
      double near = inner + depth * band;
      for (Span span : levels.get(depth)) {
        double from = edge(slots, span.from());
        double to = edge(slots, span.to());
        pen.ifPresent(with -> {
          separator(sketch, strip, from, near + band, level, with);
          separator(sketch, strip, to, near + band, level, with);
        });
        double length = Math.abs(to - from) * (level ? strip.width() : strip.height());
        TextBlock text = TextBlock.of(TextBlock.cut(span.text(), lettering, length - 2), lettering);
        double middle = (from + to) / 2;
        double away = near + band / 2;
        if (level) {
          text.write(sketch.canvas(), strip.x() + middle * strip.width(), strip.y() + away);
        } else {
          text.write(
              sketch.canvas(), strip.right() - away, strip.bottom() - middle * strip.height(), -90);
        }
      }
    }
  }

  private static double edge(SlotScale slots, int slot) {
    return slots.between() ? slots.at(slot - 0.5) : Math.clamp(slots.at(slot - 0.5), 0, 1);
  }

  private static void separator(
      Sketch sketch, Box strip, double at, double reach, boolean level, Pen pen) {
    if (level) {
      double x = strip.x() + at * strip.width();
      sketch.line(x, strip.y(), x, strip.y() + reach, pen);
    } else {
      double y = strip.bottom() - at * strip.height();
      sketch.line(strip.right(), y, strip.right() - reach, y, pen);
    }
  }
}
