package dev.quire.chart.plot;

import dev.quire.chart.canvas.Box;
import dev.quire.chart.look.Lettering;
import dev.quire.chart.look.Look;
import dev.quire.chart.look.TextBlock;
import dev.quire.workbook.chart.Analysis.Branches;
import dev.quire.workbook.chart.ChartText;
import dev.quire.workbook.chart.DataLabels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Rectangles as large as their values, those of a branch beside one another and as square as can
/// be (Bruls, Huizing, van Wijk, "Squarified Treemaps", 2000). Only the first series is drawn.
final class TreemapPainter {
  private static final double GAP = 1.5;
  private static final double PADDING = 4;
  private static final double LEAST = 1;

  private final Sketch sketch;
  private final Row row;
  private final Branches branches;
  private final Optional<DataLabels> shown;
  private final Lettering lettering;

  TreemapPainter(Sketch sketch, Row row, Branches branches) {
    this.sketch = sketch;
    this.row = row;
    this.branches = branches;
    this.shown = new Labels(sketch).of(row);
    this.lettering =
        sketch
            .look()
            .letters(shown.map(DataLabels::text).orElse(ChartText.AUTOMATIC), Look.Kind.LABEL)
            .in(Look.WHITE);
  }

  void draw(Box room) {
    sketch.box(room, sketch.space().plotArea(), Optional.empty(), Optional.empty());
    parts(Branch.of(row), room, 0, "");
  }

  /// @param heading stands above the name of the first part
  private void parts(Branch whole, Box room, int level, String heading) {
    List<Box> places = squarified(whole.parts(), whole.size(), room);
    for (int at = 0; at < places.size(); at++) {
      Branch part = whole.parts().get(at);
      Box place = places.get(at);
      String above = at == 0 ? heading : "";
      if (place.width() < LEAST || place.height() < LEAST) {
        continue;
      }
      if (part.parts().isEmpty()) {
        leaf(part, place, above);
      } else {
        branch(part, place, level, above);
      }
    }
  }

  private void branch(Branch part, Box place, int level, String heading) {
    boolean named = level == 0 && shown.isPresent();
    double strip = lettering.lineHeight() + PADDING;
    if (named && branches == Branches.BANNER && place.height() > 2 * strip) {
      var banner = new Box(place.x(), place.y(), place.width() - GAP, strip - GAP);
      sketch.box(banner, row.series().format(), color(part), Optional.empty());
      write(part.name(), banner);
      parts(part, place.inset(0, strip, 0, 0), level + 1, heading);
    } else {
      boolean above = named && branches == Branches.OVERLAPPING;
      parts(part, place, level + 1, above ? part.name() + "\n" : heading);
    }
  }

  private void leaf(Branch part, Box place, String heading) {
    Box seen = sketch.sharp(place.inset(0, 0, GAP, GAP));
    sketch.box(seen, row.format(part.point()), color(part), Optional.empty());
    shown.ifPresent(says -> write(heading + part.text(says, row, sketch.look()), seen));
  }

  private Optional<Integer> color(Branch part) {
    return Optional.of(sketch.look().accent(part.top()));
  }

  /// Writes a text into the upper left corner of a box, as far as it fits.
  private void write(String text, Box box) {
    double width = box.width() - 2 * PADDING;
    double line = lettering.lineHeight();
    double baseline = box.y() + PADDING / 2 + lettering.font().ascent();
    for (String each : TextBlock.wrapped(text, lettering, width, 4).lines()) {
      if (lettering.width(each) > width
          || baseline - lettering.font().ascent() + line > box.bottom()) {
        return;
      }
      lettering.write(sketch.canvas(), each, box.x() + PADDING, baseline);
      baseline += line;
    }
  }

  /// A place for each part, the largest first. Rows along the shorter side take parts as long as
  /// that makes the worst of them squarer.
  static List<Box> squarified(List<Branch> parts, double whole, Box room) {
    var places = new ArrayList<Box>();
    Box left = room;
    double leftSize = whole;
    int from = 0;
    while (from < parts.size() && !left.isEmpty() && leftSize > 0) {
      double scale = left.width() / leftSize * left.height();
      double side = Math.min(left.width(), left.height());
      double sum = 0;
      double worst = Double.POSITIVE_INFINITY;
      int to = from;
      while (to < parts.size()) {
        double grown = sum + parts.get(to).size();
        double next =
            worst(
                parts.get(from).size() * scale, parts.get(to).size() * scale, grown * scale, side);
        if (next > worst) {
          break;
        }
        sum = grown;
        worst = next;
        to++;
      }
      boolean upright = left.width() >= left.height();
      double thickness = sum * scale / side;
      double at = 0;
      for (int part = from; part < to; part++) {
        double length = parts.get(part).size() / sum * side;
        places.add(
            upright
                ? new Box(left.x(), left.y() + at, thickness, length)
                : new Box(left.x() + at, left.y(), length, thickness));
        at += length;
      }
      left = upright ? left.inset(thickness, 0, 0, 0) : left.inset(0, thickness, 0, 0);
      leftSize -= sum;
      from = to;
    }
    return places;
  }

  /// How far from a square the worst rectangle of a row is.
  private static double worst(double largest, double smallest, double sum, double side) {
    double square = side * side;
    double area = sum * sum;
    return Math.max(square * largest / area, area / (square * smallest));
  }
}
