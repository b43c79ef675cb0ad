package dev.quire.chart.plot;

import dev.quire.chart.canvas.Canvas;
import dev.quire.chart.look.Lettering;
import dev.quire.chart.look.TextBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// The labels of an axis, arranged so that they do not run into one another: on one line, broken
/// between words, turned, or only some of them.
///
/// @param blocks that are written
/// @param degrees by which they are turned, clockwise
/// @param thickness of the strip that they need beside the axis
/// @param lettering of all of them
record AxisLabels(List<Block> blocks, double degrees, double thickness, Lettering lettering) {
  private static final double SLANT = -45;
  private static final double UPRIGHT = -90;
  private static final double SPACE = 4;
  private static final int MOST_LINES = 4;
  private static final int SAMPLE = 3_000;

  /// No labels.
  static AxisLabels none(Lettering lettering) {
    return new AxisLabels(List.of(), 0, 0, lettering);
  }

  /// A label as it is asked for.
  ///
  /// @param at its place along the axis, 0 to 1
  record Label(double at, String text) {}

  /// A label as it is written.
  record Block(double at, TextBlock text) {}

  /// Below or above a level axis.
  ///
  /// @param step distance of two labels
  /// @param room most that they may take of the height
  /// @param interval every how manieth is written; 0 for as many as fit
  /// @param fixed a turn that was asked for
  /// @param numeric whether labels are numbers or dates, which are left out sooner than turned
  static AxisLabels level(
      List<Label> labels,
      Lettering lettering,
      double step,
      double room,
      int interval,
      OptionalDouble fixed,
      boolean numeric) {
    if (labels.isEmpty()) {
      return none(lettering);
    }
    double line = lettering.lineHeight();
    double width = widest(labels, lettering);
    double wide = step * Math.max(1, interval);
    if (fixed.isPresent() && fixed.getAsDouble() % 180 != 0) {
      int every = interval > 0 ? interval : every(line, step);
      return turned(labels, lettering, fixed.getAsDouble(), every, room);
    }
    if (width + SPACE / 2 <= wide) {
      return wrapped(labels, lettering, wide, Math.max(1, interval));
    }
    if (fixed.isPresent() || numeric && width <= 3 * line) {
      int every = interval > 0 ? interval : every(width + 2 * SPACE, step);
      return wrapped(labels, lettering, step * every, every);
    }
    if (!numeric && longestWord(labels, lettering) + SPACE / 2 <= wide) {
      return wrapped(labels, lettering, wide - SPACE / 2, Math.max(1, interval));
    }
    if (wide >= line * 1.3) {
      return turned(labels, lettering, SLANT, Math.max(1, interval), room);
    }
    return turned(labels, lettering, UPRIGHT, interval > 0 ? interval : every(line, step), room);
  }

  /// Beside an upright axis.
  ///
  /// @param room most that they may take of the width
  static AxisLabels beside(
      List<Label> labels, Lettering lettering, double step, double room, int interval) {
    if (labels.isEmpty()) {
      return none(lettering);
    }
    int every = interval > 0 ? interval : every(lettering.lineHeight(), step);
    int lines = (int) Math.clamp(step * every / lettering.lineHeight(), 1, MOST_LINES);
    var blocks = new ArrayList<Block>();
    double width = 0;
    for (int i = 0; i < labels.size(); i += every) {
      TextBlock text = TextBlock.wrapped(labels.get(i).text(), lettering, room, lines);
      blocks.add(new Block(labels.get(i).at(), text));
      width = Math.max(width, text.width());
    }
    return new AxisLabels(blocks, 0, width, lettering);
  }

  private static int every(double needed, double step) {
    return (int) Math.clamp(Math.ceil(needed / Math.max(step, 1e-6)), 1, Integer.MAX_VALUE / 2);
  }

  private static double widest(List<Label> labels, Lettering lettering) {
    return labels.stream()
        .limit(SAMPLE)
        .mapToDouble(label -> lettering.width(label.text()))
        .max()
        .orElse(0);
  }

  private static double longestWord(List<Label> labels, Lettering lettering) {
    return labels.stream()
        .limit(SAMPLE)
        .flatMap(label -> List.of(label.text().split(" ", -1)).stream())
        .mapToDouble(lettering::width)
        .max()
        .orElse(0);
  }

  private static AxisLabels wrapped(
      List<Label> labels, Lettering lettering, double width, int every) {
    var blocks = new ArrayList<Block>();
    double height = 0;
    for (long i = 0; i < labels.size(); i += every) {
      Label label = labels.get((int) i);
      TextBlock text = TextBlock.wrapped(label.text(), lettering, width, MOST_LINES);
      blocks.add(new Block(label.at(), text));
      height = Math.max(height, text.height());
    }
    return new AxisLabels(blocks, 0, height, lettering);
  }

  private static AxisLabels turned(
      List<Label> labels, Lettering lettering, double degrees, int every, double room) {
    double sine = Math.abs(Math.sin(Math.toRadians(degrees)));
    double cosine = Math.abs(Math.cos(Math.toRadians(degrees)));
    double longest = Math.max(10, (room - cosine * lettering.lineHeight()) / Math.max(sine, 0.1));
    var blocks = new ArrayList<Block>();
    double height = 0;
    for (long i = 0; i < labels.size(); i += every) {
      Label label = labels.get((int) i);
      String text = TextBlock.cut(label.text().replace('\n', ' '), lettering, longest);
      blocks.add(new Block(label.at(), TextBlock.of(text, lettering)));
      height = Math.max(height, sine * lettering.width(text) + cosine * lettering.lineHeight());
    }
    return new AxisLabels(blocks, degrees, height, lettering);
  }

  /// Writes a label of a level axis.
  ///
  /// @param x its mark
  /// @param edge from which labels hang down, or on which they stand
  /// @param away distance from the edge
  /// @param above whether they stand on it
  void hang(Canvas canvas, Block block, double x, double edge, double away, boolean above) {
    double down = above ? -1 : 1;
    if (degrees % 180 == 0) {
      block.text().write(canvas, x, edge + down * (away + block.text().height() / 2), degrees);
      return;
    }
    // The end of the text that is nearest to the axis stands at the mark.
    double angle = Math.toRadians(degrees);
    double half = block.text().width() / 2;
    double side = degrees < 0 == above ? 1 : -1;
    double drop = Math.abs(Math.cos(angle)) * block.text().lettering().lineHeight() / 2;
    double dx = side * half * Math.cos(angle);
    double dy = Math.abs(half * Math.sin(angle)) + drop;
    block.text().write(canvas, x + dx, edge + down * (away - 2 + dy), degrees);
  }

  /// How far the first label reaches beyond the lower end of a level axis.
  double overhang(double length, boolean atEnd) {
    if (blocks.isEmpty()) {
      return 0;
    }
    double over = 0;
    for (Block block : blocks) {
      double at = (atEnd ? 1 - block.at() : block.at()) * length;
      over = Math.max(over, reach(block.text(), atEnd) - at);
    }
    return over;
  }

  /// How far a label reaches from its mark towards the lower or the upper end of a level axis.
  private double reach(TextBlock text, boolean towardsEnd) {
    if (degrees % 180 == 0) {
      return text.width() / 2;
    }
    double half = text.height() / 2;
    boolean falls = degrees > 0 == towardsEnd;
    return falls ? Math.abs(Math.cos(Math.toRadians(degrees))) * text.width() : half;
  }
}
