package dev.quire.chart;

import dev.quire.chart.canvas.Box;
import dev.quire.chart.canvas.Canvas;
import dev.quire.chart.canvas.Paint;
import dev.quire.chart.canvas.Pen;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;

/// Remembers what is drawn on it.
final class RecordingCanvas implements Canvas {
  private final List<Mark> marks = new ArrayList<>();

  /// A shape that was filled, or letters.
  ///
  /// @param words of letters; empty for other shapes
  record Mark(Box box, int argb, String words) {}

  List<Mark> letters() {
    return marks.stream().filter(mark -> !mark.words().isEmpty()).toList();
  }

  /// The shapes that were filled with a colour.
  List<Box> filled(int argb) {
    return marks.stream()
        .filter(mark -> mark.argb() == argb && mark.words().isEmpty())
        .map(Mark::box)
        .toList();
  }

  private static Box box(Path2D path) {
    var bounds = path.getBounds2D();
    return new Box(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
  }

  @Override
  public void fill(Path2D shape, Paint paint) {
    marks.add(new Mark(box(shape), paint instanceof Paint.Solid(int argb) ? argb : 0, ""));
  }

  @Override
  public void stroke(Path2D path, Pen pen) {}

  @Override
  public void letters(Path2D outline, int argb, String words) {
    marks.add(new Mark(box(outline), argb, words));
  }

  @Override
  public void clip(Box box) {}

  @Override
  public void unclip() {}

  @Override
  public double snap(double at, double width) {
    return at;
  }
}
