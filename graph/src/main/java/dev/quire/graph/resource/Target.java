package dev.quire.graph.resource;

import dev.quire.graph.gate.ChartPicture;
import dev.quire.graph.gate.ChartPicture.Fitting;
import java.util.Base64;

/// What a path inside a workbook leads to.
public sealed interface Target {
  /// One entity.
  record One(View view) implements Target {}

  /// A collection of entities.
  ///
  /// @param owner the entity that has it
  /// @param property the navigation property that holds it
  record Many(View owner, String property, Listing listing) implements Target {}

  /// A picture of a chart, which somebody has to draw.
  ///
  /// @param width in pixels, 0 for that of the chart
  /// @param height in pixels, 0 for that of the chart
  record Picture(ChartView chart, int width, int height, Fitting fitting) implements Target {
    /// The PNG in base 64.
    public String drawn(ChartPicture painter) {
      var box = chart.box();
      return Base64.getEncoder()
          .encodeToString(
              painter.png(
                  chart.space(),
                  chart.book().chartData(chart.sheet().key(), chart.chart()),
                  box.width(),
                  box.height(),
                  width,
                  height,
                  fitting));
    }
  }

  /// A number that is not a property: the result of `count()`.
  record Number(int value) implements Target {}
}
