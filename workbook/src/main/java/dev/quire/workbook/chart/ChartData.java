package dev.quire.workbook.chart;

import dev.quire.engine.value.Scalar;
import java.util.List;

/// What the series of a chart hold at one moment, for those who draw it.
///
/// @param series by place in [ChartSpace#series]
public record ChartData(List<SeriesValues> series) {
  /// Copies the list.
  public ChartData {
    series = List.copyOf(series);
  }

  /// What one series holds.
  ///
  /// @param name as displayed; empty when it has none, and `Series1` is shown
  /// @param categories levels of labels from the innermost outwards; empty for 1, 2, 3…
  /// @param values numbers and blanks; errors and texts stand as they are
  /// @param sizes of bubbles
  public record SeriesValues(String name, List<Points> categories, Points values, Points sizes) {
    /// Copies the list.
    public SeriesValues {
      categories = List.copyOf(categories);
    }
  }

  /// Values in order.
  ///
  /// @param values one for each cell
  /// @param texts the same as displayed, as many
  /// @param numberFormat of the first of them, `General` when there is none
  public record Points(List<Scalar> values, List<String> texts, String numberFormat) {
    /// No values.
    public static final Points NONE = new Points(List.of(), List.of(), "General");

    /// Copies the lists.
    public Points {
      values = List.copyOf(values);
      texts = List.copyOf(texts);
    }
  }
}
