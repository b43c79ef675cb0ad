package dev.quire.workbook;

import dev.quire.engine.cells.SheetCells;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Settings of whole rows and columns of a worksheet.
public final class SheetLayout {
  /// A sheet on which nothing is set.
  public static final SheetLayout PLAIN = new SheetLayout(List.of(), Map.of());

  private final List<ColumnSpan> columns;
  private final Map<Integer, RowSetting> rows;

  private SheetLayout(List<ColumnSpan> columns, Map<Integer, RowSetting> rows) {
    this.columns = columns;
    this.rows = rows;
  }

  /// The layout with these settings; of two settings of a row the later one wins.
  public static SheetLayout of(List<ColumnSpan> columns, List<RowSetting> rows) {
    var byRow = new HashMap<Integer, RowSetting>();
    rows.forEach(row -> byRow.put(row.row(), row));
    return new SheetLayout(List.copyOf(columns), Map.copyOf(byRow));
  }

  /// Settings of columns, from left to right as the file has them.
  public List<ColumnSpan> columns() {
    return columns;
  }

  /// Settings of rows by row.
  public Map<Integer, RowSetting> rows() {
    return rows;
  }

  /// Whether a row is hidden.
  public boolean isRowHidden(int row) {
    RowSetting setting = rows.get(row);
    return setting != null && setting.hidden();
  }

  /// Whether a column is hidden.
  public boolean isColumnHidden(int column) {
    for (ColumnSpan span : columns) {
      if (column >= span.first() && column <= span.last()) {
        return span.hidden();
      }
    }
    return false;
  }

  /// The style of a cell that has none of its own: the row's, then the column's, or
  /// [SheetCells#NO_STYLE].
  public int style(int row, int column) {
    RowSetting setting = rows.get(row);
    if (setting != null && setting.style() != SheetCells.NO_STYLE) {
      return setting.style();
    }
    for (ColumnSpan span : columns) {
      if (column >= span.first() && column <= span.last()) {
        return span.style();
      }
    }
    return SheetCells.NO_STYLE;
  }

  /// Whether no row and no column of the sheet is hidden.
  public boolean showsEverything() {
    return columns.stream().noneMatch(ColumnSpan::hidden)
        && rows.values().stream().noneMatch(RowSetting::hidden);
  }
}
