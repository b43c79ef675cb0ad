package dev.quire.workbook.chart;

import dev.quire.workbook.style.Color;
import java.util.Optional;
import java.util.OptionalDouble;

/// How a text of a chart is written. What is empty comes from the text around it, at last from the
/// chart's style.
///
/// @param name font family
/// @param sizePoints size
public record ChartText(
    Optional<String> name,
    OptionalDouble sizePoints,
    Optional<Boolean> bold,
    Optional<Boolean> italic,
    Optional<Boolean> underlined,
    Optional<Color> color) {
  /// As usual.
  public static final ChartText AUTOMATIC =
      new ChartText(
          Optional.empty(),
          OptionalDouble.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
}
