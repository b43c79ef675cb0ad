package dev.quire.workbook.pivot;

import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import java.util.Optional;

/// The words of a report that its file does not tell: they are in the language of the Excel that
/// made it, so they are read off its cells.
///
/// @param grandTotal what a grand total is called
/// @param total what stands behind the name of an item on the line that sums it up
record PivotWords(String grandTotal, String total) {
  private static final String GRAND_TOTAL = "Grand Total";
  private static final String TOTAL = " Total";

  /// @param shown what the cells of the report hold, counted from its corner
  static PivotWords of(PivotTable table, ReportLayout.Shown shown) {
    return new PivotWords(grandTotal(table, shown), total(table, shown));
  }

  private static String grandTotal(PivotTable table, ReportLayout.Shown shown) {
    int last = table.rows().lines().size() - 1;
    boolean isThere =
        last >= 0 && table.rows().lines().get(last).kind() == AxisLine.Kind.GRAND_TOTAL;
    return table
        .shape()
        .totalCaption()
        .or(() -> isThere ? text(shown.at(table.shape().top() + last, 0)) : Optional.empty())
        .or(() -> columnTotal(table, shown))
        .orElse(GRAND_TOTAL);
  }

  private static Optional<String> columnTotal(PivotTable table, ReportLayout.Shown shown) {
    int last = table.columns().lines().size() - 1;
    return last >= 0
            && table.columns().lines().get(last).kind() == AxisLine.Kind.GRAND_TOTAL
            && !table.columns().hasData()
        ? text(shown.at(table.shape().headerRow(), table.shape().left() + last))
        : Optional.empty();
  }

  private static String total(PivotTable table, ReportLayout.Shown shown) {
    var names = new ItemNames(table, false);
    for (int row = 0; row < table.rows().lines().size(); row++) {
      AxisLine line = table.rows().lines().get(row);
      if (line.kind() == AxisLine.Kind.SUBTOTAL && !line.items().isEmpty()) {
        int level = line.items().size() - 1;
        String name = names.text(table.rows().fields().get(level), line.items().getLast());
        Optional<String> label =
            text(shown.at(table.shape().top() + row, ReportLayout.column(table, level)))
                .filter(each -> each.startsWith(name) && each.length() > name.length());
        if (label.isPresent()) {
          return label.get().substring(name.length());
        }
      }
    }
    return TOTAL;
  }

  private static Optional<String> text(Scalar value) {
    return value instanceof TextValue(String text) && !text.isBlank()
        ? Optional.of(text)
        : Optional.empty();
  }
}
