package dev.quire.engine.function.grouping;

import dev.quire.engine.formula.Matrix;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import dev.quire.engine.value.Value;
import java.util.List;

/// Lays out what `GROUPBY` yields: a line for each group with its labels and results, below names
/// where they are shown.
final class GroupTable {
  private final Summary summary;
  private final Records records;
  private final Matrix fields;
  private final List<Line> lines;
  private final int[] all;
  private final boolean namesFunctions;
  private final int headers;
  private final int labels;

  GroupTable(Summary summary, Axis axis) {
    this.summary = summary;
    this.records = summary.records();
    this.fields = axis.fields();
    this.lines = axis.lines();
    this.all = axis.all();
    this.namesFunctions = summary.isList() && summary.sideBySide();
    this.headers = (records.showsHeaders() ? 1 : 0) + (namesFunctions ? 1 : 0);
    // Functions one below the other need a column for their names.
    this.labels = fields.columns() + (summary.isList() && !summary.sideBySide() ? 1 : 0);
  }

  Value value() {
    return summary
        .arguments()
        .array(
            headers + lines.size() * summary.height(),
            labels + summary.width(),
            (row, column) -> row < headers ? header(row, column) : body(row - headers, column));
  }

  private Scalar header(int row, int column) {
    if (row == 0 && records.showsHeaders()) {
      return column < fields.columns()
          ? records.header(fields, column, "Row Field")
          : column < labels ? TextValue.EMPTY : summary.valueName(column - labels);
    }
    return column < labels ? TextValue.EMPTY : summary.functionName(column - labels);
  }

  private Scalar body(int row, int column) {
    Line line = lines.get(row / summary.height());
    int part = row % summary.height();
    if (column < fields.columns()) {
      return line.labels().get(column);
    }
    return column < labels
        ? summary.functionName(part)
        : summary.at(part, column - labels, line.rows(), all);
  }
}
