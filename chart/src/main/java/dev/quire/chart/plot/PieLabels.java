package dev.quire.chart.plot;

import dev.quire.chart.canvas.Box;
import dev.quire.chart.look.Part;
import dev.quire.chart.look.TextBlock;
import dev.quire.chart.plot.Slices.Slice;
import dev.quire.workbook.chart.DataLabels;
import dev.quire.workbook.chart.DataLabels.Position;
import dev.quire.workbook.chart.Line;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Texts in and around pies.
final class PieLabels {
  private static final double LABEL_RADIUS = 0.65;
  private static final double LABEL_GAP = 6;
  private static final double APART = 3;

  private final Sketch sketch;
  private final Row row;
  private final Labels labels;

  PieLabels(Sketch sketch, Row row) {
    this.sketch = sketch;
    this.row = row;
    this.labels = new Labels(sketch);
  }

  /// Labels outside need room around the pie.
  Box without(Box room) {
    Optional<DataLabels> shown = labels.of(row);
    boolean outside =
        shown.flatMap(DataLabels::position).filter(p -> p == Position.OUTSIDE_END).isPresent();
    if (!outside) {
      boolean someOut =
          shown.isPresent()
              && shown.get().position().orElse(Position.BEST_FIT) == Position.BEST_FIT;
      double margin = someOut ? outside(shown.get(), Math.min(room.width(), room.height()) / 2) : 0;
      return room.inset(margin, margin, margin, margin);
    }
    double wide = 0;
    double high = 0;
    for (int i = 0; i < Math.min(row.count(), 200); i++) {
      Optional<TextBlock> block =
          labels.block(shown.get(), row, i, OptionalDouble.of(0.5), OptionalDouble.empty());
      wide = Math.max(wide, block.map(TextBlock::width).orElse(0.0));
      high = Math.max(high, block.map(TextBlock::height).orElse(0.0));
    }
    double sides = Math.min(wide + LABEL_GAP, room.width() * 0.3);
    double ends = Math.min(high + LABEL_GAP, room.height() * 0.25);
    return room.inset(sides, ends, sides, ends);
  }

  /// Room for labels of slices that are too small for them.
  private double outside(DataLabels shown, double radius) {
    double most = 0;
    for (Slice slice : Slices.of(0, row.values(), 0, Slices.sum(row.values()))) {
      Optional<TextBlock> block =
          labels.block(
              shown, row, slice.point(), OptionalDouble.of(slice.part()), OptionalDouble.empty());
      if (block.isPresent() && !fits(slice, block.get(), radius)) {
        most = Math.max(most, block.get().height() + LABEL_GAP);
      }
    }
    return Math.min(most, radius / 2);
  }

  /// Writes the labels of a pie.
  void texts(List<Slice> slices, PiePlace place, Box room) {
    Optional<DataLabels> shown = labels.of(row);
    if (shown.isEmpty()) {
      return;
    }
    var taken = new ArrayList<Box>();
    for (Slice slice : slices) {
      labels
          .block(
              shown.get(),
              row,
              slice.point(),
              OptionalDouble.of(slice.part()),
              OptionalDouble.empty())
          .ifPresent(block -> text(shown.get(), slice, block, place, room, taken));
    }
  }

  private void text(
      DataLabels shown, Slice slice, TextBlock block, PiePlace place, Box room, List<Box> taken) {
    double out = row.explosion(slice.point()) * place.radius();
    Position position = shown.position().orElse(Position.BEST_FIT);
    boolean fits = fits(slice, block, place.radius() * (1 + place.squash()) / 2);
    boolean outside = position == Position.OUTSIDE_END || position == Position.BEST_FIT && !fits;
    if (!outside) {
      double at =
          switch (position) {
            case INSIDE_END -> place.radius() - reach(slice, block) - 3;
            case CENTER -> place.radius() / 2;
            default -> place.radius() * LABEL_RADIUS;
          };
      double distance = out + at;
      labels.write(
          shown,
          row,
          slice.point(),
          block,
          place.x(slice, distance),
          place.y(slice, distance),
          true);
      return;
    }
    Box box = free(slice, block, place, out, room, taken);
    taken.add(box.inset(-APART, 0, -APART, 0));
    double near = out + place.radius() + LABEL_GAP + reach(slice, block);
    boolean moved =
        Math.hypot(
                box.centerX() - place.x(slice, near), box.centerY() - place.outsideY(slice, near))
            > block.height() * 0.75;
    if (moved && shown.leaderLines()) {
      leader(slice, place, out, box);
    }
    labels.write(shown, row, slice.point(), block, box.centerX(), box.centerY(), false);
  }

  private void leader(Slice slice, PiePlace place, double out, Box box) {
    double from = out + place.radius();
    double x = place.x(slice, from);
    double y = place.outsideY(slice, from);
    double toX = Math.clamp(x, box.x() - 1, box.right() + 1);
    double toY = Math.clamp(y, box.y(), box.bottom());
    var line = new Line2D.Double(x, y, toX, toY);
    sketch
        .thin(Line.AUTOMATIC, Part.LEADER_LINE)
        .ifPresent(pen -> sketch.canvas().stroke(new Path2D.Double(line), pen));
  }

  /// The nearest place around the pie where nothing stands yet: further along its edge, then
  /// further out.
  private static Box free(
      Slice slice, TextBlock block, PiePlace place, double out, Box room, List<Box> taken) {
    Box first = null;
    for (int ring = 0; ring < 3; ring++) {
      for (int step = 0; step < 24; step++) {
        double turn = (step + 1) / 2 * 3.0 * (step % 2 == 0 ? -1 : 1);
        var at = new Slice(slice.point(), slice.start() + turn, slice.sweep(), slice.part());
        double distance =
            out + place.radius() + LABEL_GAP + reach(at, block) + ring * block.height() / 2;
        Box box = block.around(place.x(at, distance), place.outsideY(at, distance));
        first = first == null ? box : first;
        boolean inside =
            box.x() >= room.x() - 4
                && box.right() <= room.right() + 4
                && box.y() >= room.y() - 4
                && box.bottom() <= room.bottom() + 4;
        if (inside && taken.stream().noneMatch(box::meets)) {
          return box;
        }
      }
    }
    return first == null ? block.around(place.centerX(), place.centerY()) : first;
  }

  /// How far a text reaches from its middle towards the middle of the pie.
  private static double reach(Slice slice, TextBlock block) {
    return Math.abs(slice.dx(1)) * block.width() / 2 + Math.abs(slice.dy(1)) * block.height() / 2;
  }

  private static boolean fits(Slice slice, TextBlock block, double radius) {
    double chord =
        2 * radius * LABEL_RADIUS * Math.sin(Math.toRadians(Math.min(slice.sweep(), 180) / 2));
    double across = Math.abs(slice.dy(1)) * block.width() + Math.abs(slice.dx(1)) * block.height();
    return chord > across * 1.15 && reach(slice, block) < radius * (1 - LABEL_RADIUS);
  }
}
