package dev.quire.chart.plot;

import dev.quire.chart.canvas.Pen;
import dev.quire.workbook.chart.ChartSpace.Blanks;
import java.util.ArrayList;
import java.util.List;

/// A line from point to point, straight or bent, that leaves out points without a place.
///
/// @param places of the points, x and y; empty for none
/// @param sideways whether points follow one another upwards
/// @param smooth whether it is bent
record Polyline(List<double[]> places, boolean sideways, boolean smooth) {
  private static final int MOST_BENT = 5_000;

  void draw(Sketch sketch, Pen pen) {
    List<List<double[]>> pieces = pieces(sketch.space().blanks() == Blanks.SPAN);
    if (smooth && places.size() <= MOST_BENT) {
      pieces.forEach(piece -> sketch.canvas().stroke(Smooth.through(piece, false), pen));
      return;
    }
    var trail = new Trail(sideways);
    for (List<double[]> piece : pieces) {
      piece.forEach(point -> trail.to(point[0], point[1]));
      trail.lift();
    }
    sketch.canvas().stroke(trail.path(), pen);
  }

  private List<List<double[]>> pieces(boolean span) {
    var pieces = new ArrayList<List<double[]>>();
    List<double[]> piece = new ArrayList<>();
    for (double[] place : places) {
      if (place.length > 0) {
        piece.add(place);
      } else if (!span) {
        pieces.add(piece);
        piece = new ArrayList<>();
      }
    }
    pieces.add(piece);
    pieces.removeIf(List::isEmpty);
    return pieces;
  }
}
