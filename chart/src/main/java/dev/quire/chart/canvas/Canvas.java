package dev.quire.chart.canvas;

import java.awt.geom.Path2D;

/// A surface to draw on. One unit is 1/96 inch; y goes downwards. Coordinates far outside are cut
/// off.
public interface Canvas {
  /// Fills a shape by the non-zero rule.
  void fill(Path2D shape, Paint paint);

  /// Draws along a path.
  void stroke(Path2D path, Pen pen);

  /// Draws letters.
  ///
  /// @param outline of the letters
  /// @param words that they spell
  void letters(Path2D outline, int argb, String words);

  /// From now on only what lies inside the box is drawn, until [#unclip].
  void clip(Box box);

  /// Ends the last [#clip].
  void unclip();

  /// The nearest place at which a line of this width, or with 0 an edge, lies sharply on the
  /// pixels.
  double snap(double at, double width);
}
