package dev.quire.chart;

import dev.quire.workbook.chart.Axes;
import dev.quire.workbook.chart.ChartSpace;
import dev.quire.workbook.chart.ChartTheme;
import dev.quire.workbook.chart.Scene;
import java.util.Optional;

/// Charts that differ in what no edit changes but a file may say.
final class Spaces {
  private Spaces() {}

  static ChartSpace withAxes(ChartSpace space, Axes primary, Optional<Axes> secondary) {
    return with(space, primary, secondary, space.theme(), space.scene());
  }

  static ChartSpace withTheme(ChartSpace space, ChartTheme theme) {
    return with(space, space.axes(), space.secondary(), theme, space.scene());
  }

  static ChartSpace withScene(ChartSpace space, Scene scene) {
    return with(space, space.axes(), space.secondary(), space.theme(), Optional.of(scene));
  }

  private static ChartSpace with(
      ChartSpace space,
      Axes primary,
      Optional<Axes> secondary,
      ChartTheme theme,
      Optional<Scene> scene) {
    return new ChartSpace(
        space.plots(),
        primary,
        secondary,
        space.title(),
        space.legend(),
        space.labels(),
        space.area(),
        space.plotArea(),
        space.text(),
        space.blanks(),
        space.plotsHidden(),
        space.roundedCorners(),
        theme,
        scene);
  }
}
