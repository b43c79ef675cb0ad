package dev.quire.workbook.pivot;

import java.util.ArrayList;
import java.util.List;

/// The rows or the columns of a report.
///
/// @param fields places of the fields, the outermost first; [#DATA] where the data fields stand
/// @param lines what the rows or columns stand for, in order
public record PivotAxis(List<Integer> fields, List<AxisLine> lines) {
  /// The place of the data fields among the fields of an axis.
  public static final int DATA = -2;

  /// Copies the lists.
  public PivotAxis {
    fields = List.copyOf(fields);
    lines = List.copyOf(lines);
  }

  boolean hasData() {
    return fields.contains(DATA);
  }

  /// Whether a field of the source is on the axis.
  boolean hasFields() {
    return fields.stream().anyMatch(each -> each != DATA);
  }

  /// The items of fields that a line is limited to, in the order of the fields.
  List<Integer> choice(AxisLine line) {
    if (line.kind() == AxisLine.Kind.GRAND_TOTAL) {
      return List.of();
    }
    var choice = new ArrayList<Integer>();
    for (int level = 0; level < Math.min(fields.size(), line.items().size()); level++) {
      if (fields.get(level) != DATA) {
        choice.add(line.items().get(level));
      }
    }
    return choice;
  }
}
