package dev.quire.workbook;

import dev.quire.engine.cells.SheetCells;
import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.Shift;
import java.util.ArrayList;
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

  /// The layout after rows or columns have moved. New ones look like their neighbour above or to
  /// the left, but are not hidden.
  SheetLayout shifted(Shift shift) {
    return shift.isWholeRows()
        ? of(columns, shiftedRows(shift))
        : shift.isWholeColumns() ? of(shiftedColumns(shift), List.copyOf(rows.values())) : this;
  }

  private List<RowSetting> shiftedRows(Shift shift) {
    var shifted = new ArrayList<RowSetting>();
    for (RowSetting each : rows.values()) {
      int row = shift.moved(each.row());
      if (row != Shift.GONE) {
        shifted.add(new RowSetting(row, each.style(), each.hidden()));
      }
    }
    RowSetting above = shift.inserts() ? rows.get(shift.first() - 1) : null;
    if (above != null && above.style() != SheetCells.NO_STYLE) {
      for (int row = shift.first(); row <= shift.last(); row++) {
        shifted.add(new RowSetting(row, above.style(), false));
      }
    }
    return shifted;
  }

  private List<ColumnSpan> shiftedColumns(Shift shift) {
    var shifted = new ArrayList<ColumnSpan>();
    for (ColumnSpan each : columns) {
      boolean isLeft = each.first() < shift.first() && each.last() >= shift.first() - 1;
      if (shift.inserts() && isLeft) {
        shifted.addAll(parted(each, shift));
      } else {
        shift
            .reference(new Area(0, each.first(), 0, each.last()))
            .ifPresent(at -> shifted.add(each.over(at.firstColumn(), at.lastColumn())));
      }
    }
    return shifted;
  }

  /// A span into which columns come, or behind which they come.
  private static List<ColumnSpan> parted(ColumnSpan span, Shift shift) {
    int end = Math.min(span.last() + shift.count(), shift.limit() - 1);
    if (!span.hidden()) {
      return List.of(span.over(span.first(), end));
    }
    var parts = new ArrayList<ColumnSpan>();
    parts.add(span.over(span.first(), shift.first() - 1));
    parts.add(new ColumnSpan(shift.first(), shift.last(), span.style(), false));
    if (end > shift.last()) {
      parts.add(span.over(shift.last() + 1, end));
    }
    return parts;
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
