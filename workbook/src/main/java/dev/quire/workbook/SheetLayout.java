package dev.quire.workbook;

import dev.quire.engine.cells.SheetCells;
import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.Shift;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Settings of whole rows and columns of a worksheet.
public final class SheetLayout {
  /// A sheet on which nothing is set.
  public static final SheetLayout PLAIN =
      new SheetLayout(List.of(), Map.of(), Sizes.COLUMN_CHARS, Sizes.ROW_POINTS);

  private final List<ColumnSpan> columns;
  private final Map<Integer, RowSetting> rows;
  private final double columnChars;
  private final double rowPoints;

  private SheetLayout(
      List<ColumnSpan> columns,
      Map<Integer, RowSetting> rows,
      double columnChars,
      double rowPoints) {
    this.columns = columns;
    this.rows = rows;
    this.columnChars = columnChars;
    this.rowPoints = rowPoints;
  }

  /// The layout with these settings; of two settings of a row the later one wins.
  public static SheetLayout of(List<ColumnSpan> columns, List<RowSetting> rows) {
    var byRow = new HashMap<Integer, RowSetting>();
    rows.forEach(row -> byRow.put(row.row(), row));
    return new SheetLayout(
        List.copyOf(columns), Map.copyOf(byRow), Sizes.COLUMN_CHARS, Sizes.ROW_POINTS);
  }

  /// The same layout with other sizes for rows and columns of which none is set.
  ///
  /// @param widthChars in characters of the standard font
  public SheetLayout withDefaults(double widthChars, double heightPoints) {
    return new SheetLayout(columns, rows, widthChars, heightPoints);
  }

  /// The layout after a change to each of some columns.
  ///
  /// @param last included
  SheetLayout withColumns(int first, int last, UnaryOperator<ColumnSpan> change) {
    var after = new ArrayList<ColumnSpan>();
    int next = first;
    for (ColumnSpan span : columns) {
      if (span.last() < first || span.first() > last) {
        after.add(span);
        continue;
      }
      int from = Math.max(span.first(), first);
      int to = Math.min(span.last(), last);
      if (next < from) {
        after.add(change.apply(ColumnSpan.plain(next, from - 1)));
      }
      if (span.first() < from) {
        after.add(span.over(span.first(), from - 1));
      }
      after.add(change.apply(span.over(from, to)));
      if (span.last() > to) {
        after.add(span.over(to + 1, span.last()));
      }
      next = to + 1;
    }
    if (next <= last) {
      after.add(change.apply(ColumnSpan.plain(next, last)));
    }
    after.sort(Comparator.comparingInt(ColumnSpan::first));
    return new SheetLayout(List.copyOf(after), rows, columnChars, rowPoints);
  }

  /// The layout after a change to each of some rows.
  ///
  /// @param last included
  SheetLayout withRows(int first, int last, UnaryOperator<RowSetting> change) {
    var after = new HashMap<>(rows);
    for (int row = first; row <= last; row++) {
      RowSetting changed = change.apply(rows.getOrDefault(row, RowSetting.plain(row)));
      if (changed.isPlain()) {
        after.remove(row);
      } else {
        after.put(row, changed);
      }
    }
    return new SheetLayout(columns, Map.copyOf(after), columnChars, rowPoints);
  }

  /// The height of a row of which none is set, in points.
  double usualRowPoints() {
    return rowPoints;
  }

  /// The width of a column in points, 0 when it is hidden.
  public double columnPoints(int column) {
    for (ColumnSpan span : columns) {
      if (column >= span.first() && column <= span.last()) {
        return span.hidden() ? 0 : Sizes.points(span.widthChars().orElse(columnChars));
      }
    }
    return Sizes.points(columnChars);
  }

  /// Whether a width of its own was set for a column.
  boolean hasOwnWidth(int column) {
    for (ColumnSpan span : columns) {
      if (column >= span.first() && column <= span.last()) {
        return span.widthChars().isPresent();
      }
    }
    return false;
  }

  /// The height of a row in points, 0 when it is hidden.
  public double rowPoints(int row) {
    RowSetting setting = rows.get(row);
    if (setting == null) {
      return rowPoints;
    }
    return setting.hidden() ? 0 : setting.heightPoints().orElse(rowPoints);
  }

  /// How far below the upper edge of the sheet a row begins, in points.
  public double topPoints(int row) {
    double top = rowPoints * row;
    for (RowSetting each : rows.values()) {
      top += each.row() < row ? rowPoints(each.row()) - rowPoints : 0;
    }
    return top;
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
        ? of(columns, shiftedRows(shift)).withDefaults(columnChars, rowPoints)
        : shift.isWholeColumns()
            ? new SheetLayout(List.copyOf(shiftedColumns(shift)), rows, columnChars, rowPoints)
            : this;
  }

  private List<RowSetting> shiftedRows(Shift shift) {
    var shifted = new ArrayList<RowSetting>();
    for (RowSetting each : rows.values()) {
      int row = shift.moved(each.row());
      if (row != Shift.GONE) {
        shifted.add(each.at(row));
      }
    }
    RowSetting above = shift.inserts() ? rows.get(shift.first() - 1) : null;
    if (above != null && !above.withHidden(false).isPlain()) {
      for (int row = shift.first(); row <= shift.last(); row++) {
        shifted.add(above.withHidden(false).at(row));
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
    parts.add(span.over(shift.first(), shift.last()).withHidden(false));
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
    int ofRow = rowStyle(row);
    return ofRow != SheetCells.NO_STYLE ? ofRow : columnStyle(column);
  }

  /// The style of a row, or [SheetCells#NO_STYLE].
  public int rowStyle(int row) {
    RowSetting setting = rows.get(row);
    return setting == null ? SheetCells.NO_STYLE : setting.style();
  }

  /// The style of a column, or [SheetCells#NO_STYLE].
  public int columnStyle(int column) {
    for (ColumnSpan span : columns) {
      if (column >= span.first() && column <= span.last()) {
        return span.style();
      }
    }
    return SheetCells.NO_STYLE;
  }

  /// Whether some row has a style.
  boolean stylesRows() {
    return rows.values().stream().anyMatch(each -> each.style() != SheetCells.NO_STYLE);
  }

  /// Whether some column has a style.
  boolean stylesColumns() {
    return columns.stream().anyMatch(each -> each.style() != SheetCells.NO_STYLE);
  }

  /// Whether no row and no column of the sheet is hidden.
  public boolean showsEverything() {
    return columns.stream().noneMatch(ColumnSpan::hidden)
        && rows.values().stream().noneMatch(RowSetting::hidden);
  }
}
