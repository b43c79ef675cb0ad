package dev.quire.engine.function.grouping;

import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import dev.quire.engine.value.Value;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/// Lays out what `PIVOTBY` yields: groups of rows below one another, groups of columns side by
/// side, and a result where they meet.
final class PivotTable {
  private static final int ROW_TOTAL = 1;
  private static final int GRAND_TOTAL = 2;
  private static final int PARENT_COLUMN = 3;
  private static final int PARENT_ROW = 4;

  private final Summary summary;
  private final Records records;
  private final Axis down;
  private final Axis across;
  private final List<Line> rows;
  private final List<Line> columns;
  private final List<BitSet> members = new ArrayList<>();
  private final int relativeTo;
  private final int labels;
  private final int levels;
  private final int top;
  private final int headers;

  /// @param relativeTo what a function of two arguments sets its results against: 0 the column, 1
  ///   the row, 2 everything, 3 and 4 the groups around the column and the row
  PivotTable(Summary summary, Axis down, Axis across, int relativeTo) {
    this.summary = summary;
    this.records = summary.records();
    this.down = down;
    this.across = across;
    this.rows = down.lines();
    this.columns = across.lines();
    this.relativeTo = relativeTo;
    this.labels = down.fields().columns() + (summary.isList() && !summary.sideBySide() ? 1 : 0);
    this.levels = across.fields().columns();
    this.top = records.showsHeaders() ? 1 : 0;
    boolean namesFunctions = summary.isList() && summary.sideBySide();
    this.headers = top + levels + top + (namesFunctions ? 1 : 0);
    for (Line column : columns) {
      var set = new BitSet();
      IntStream.of(column.rows()).forEach(set::set);
      members.add(set);
    }
  }

  Value value() {
    return summary
        .arguments()
        .array(
            headers + rows.size() * summary.height(),
            labels + columns.size() * summary.width(),
            (row, column) -> row < headers ? header(row, column) : body(row - headers, column));
  }

  /// From above: the names of the fields of the columns, where names are shown; a row for each of
  /// these fields; the names of the fields of the rows and of the values; the names of functions.
  private Scalar header(int row, int column) {
    int level = row - top;
    if (level < 0) {
      return columnFieldName(column - labels);
    }
    int place = column - labels;
    if (level < levels) {
      return place < 0 ? TextValue.EMPTY : columns.get(place / summary.width()).labels().get(level);
    }
    boolean names = records.showsHeaders() && level == levels;
    if (place < 0) {
      return names && column < down.fields().columns()
          ? records.header(down.fields(), column, "Row Field")
          : TextValue.EMPTY;
    }
    return names
        ? summary.valueName(place % summary.width())
        : summary.functionName(place % summary.width());
  }

  /// Names of several fields stand beside one another, as far as there is room (?).
  private Scalar columnFieldName(int place) {
    return place < 0 || place >= levels
        ? TextValue.EMPTY
        : records.header(across.fields(), place, "Column Field");
  }

  private Scalar body(int row, int column) {
    Line line = rows.get(row / summary.height());
    int part = row % summary.height();
    if (column < labels) {
      return column < down.fields().columns()
          ? line.labels().get(column)
          : summary.functionName(part);
    }
    int place = (column - labels) / summary.width();
    if (leavesBlank(columns.get(place))) {
      return TextValue.EMPTY;
    }
    summary.arguments().spend(line.rows().length);
    int[] both = IntStream.of(line.rows()).filter(members.get(place)::get).toArray();
    return both.length == 0
        ? TextValue.EMPTY
        : summary.at(
            part, (column - labels) % summary.width(), both, whole(line, columns.get(place)));
  }

  /// Under the total of all there are no results when several values are summarized (O).
  private boolean leavesBlank(Line column) {
    return column.isTotal() && records.values().columns() > 1;
  }

  private int[] whole(Line row, Line column) {
    return switch (relativeTo) {
      case ROW_TOTAL -> row.rows();
      case GRAND_TOTAL -> down.all();
      case PARENT_COLUMN -> common(column.parent(), row.rows());
      case PARENT_ROW -> common(row.parent(), column.rows());
      default -> column.rows();
    };
  }

  private static int[] common(int[] some, int[] others) {
    var set = new BitSet();
    IntStream.of(others).forEach(set::set);
    return IntStream.of(some).filter(set::get).toArray();
  }
}
