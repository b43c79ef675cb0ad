package dev.quire.chart.plot;

import dev.quire.chart.canvas.Box;
import dev.quire.chart.look.Look;
import dev.quire.chart.look.TextBlock;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import dev.quire.workbook.chart.ChartTitle;
import dev.quire.workbook.chart.SeriesData;
import java.util.List;
import java.util.Optional;

/// A title, broken into lines.
///
/// @param title its formats
/// @param block its lines
public record TitleText(ChartTitle title, TextBlock block) {
  private static final int MOST_LINES = 6;
  private static final double PADDING = 4.8;

  /// The title as it is written; empty when it is not shown.
  ///
  /// @param automatic what it says when nobody said anything
  /// @param width most that a line may have
  public static Optional<TitleText> of(
      Sketch sketch, ChartTitle title, String automatic, Look.Kind kind, double width) {
    if (!title.visible()) {
      return Optional.empty();
    }
    var lettering = sketch.look().letters(title.font(), kind);
    return Optional.of(
        new TitleText(
            title,
            TextBlock.wrapped(
                words(sketch, title.text()).orElse(automatic), lettering, width, MOST_LINES)));
  }

  private static Optional<String> words(Sketch sketch, SeriesData data) {
    List<Scalar> values =
        switch (data) {
          case SeriesData.Literals literals -> literals.values();
          case SeriesData.Formula formula -> formula.cached();
          case SeriesData.Cells cells -> List.of();
        };
    return values.stream()
        .findFirst()
        .map(value ->
            switch (value) {
              case TextValue text -> text.text();
              case NumberValue(double number) -> sketch.look().number(number, "General");
              default -> "";
            });
  }

  private boolean isUpright() {
    double turn = Math.abs(title.degrees() % 180);
    return turn > 45 && turn < 135;
  }

  /// With its margins, turned.
  public double width() {
    return (isUpright() ? block.height() : block.width()) + 2 * PADDING;
  }

  /// With its margins, turned.
  public double height() {
    return (isUpright() ? block.width() : block.height()) + 2 * PADDING;
  }

  /// Writes it around a middle.
  public void write(Sketch sketch, double x, double y) {
    var box = new Box(x - width() / 2, y - height() / 2, width(), height());
    sketch.box(box, title.format(), Optional.empty(), Optional.empty());
    block.write(sketch.canvas(), x, y, title.degrees());
  }
}
