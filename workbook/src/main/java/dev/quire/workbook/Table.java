package dev.quire.workbook;

import dev.quire.engine.formula.TableShape;
import dev.quire.engine.ref.Area;
import java.util.List;

/// A table on a worksheet.
///
/// @param id a GUID in braces that stays the same as long as the table
/// @param legacyId number of the table in the file, unique in the workbook
/// @param name the name that formulas use, unique in the workbook without regard to case
/// @param sheet key of its worksheet
/// @param area header and totals included
/// @param showHeaders whether the first row holds the column names
/// @param showTotals whether the last row holds totals
/// @param showFilterButton whether the header has filter buttons
/// @param style how it is striped
/// @param columns from left to right, as many as the area is wide
public record Table(
    String id,
    int legacyId,
    String name,
    int sheet,
    Area area,
    boolean showHeaders,
    boolean showTotals,
    boolean showFilterButton,
    TableStyle style,
    List<TableColumn> columns) {
  /// Copies the columns.
  public Table {
    columns = List.copyOf(columns);
  }

  /// A column of a table.
  ///
  /// @param id number of the column, unique in its table, kept when columns move
  /// @param name text of its header cell
  public record TableColumn(int id, String name) {}

  /// How a table is striped.
  ///
  /// @param name name of the table style (`TableStyleMedium2`), empty for none
  /// @param firstColumn whether the first column stands out
  /// @param lastColumn whether the last column stands out
  /// @param bandedRows whether every other row is shaded
  /// @param bandedColumns whether every other column is shaded
  public record TableStyle(
      String name,
      boolean firstColumn,
      boolean lastColumn,
      boolean bandedRows,
      boolean bandedColumns) {}

  Table over(Area newArea, boolean totals, List<TableColumn> newColumns) {
    return new Table(
        id,
        legacyId,
        name,
        sheet,
        newArea,
        showHeaders,
        totals,
        showFilterButton,
        style,
        newColumns);
  }

  /// What structured references need to know.
  public TableShape shape() {
    return new TableShape(
        name,
        sheet,
        area,
        showHeaders,
        showTotals,
        columns.stream().map(TableColumn::name).toList());
  }

  /// Number of rows between header and totals; 0 for a table whose body is empty.
  public int bodyRows() {
    return area.rows() - (showHeaders ? 1 : 0) - (showTotals ? 1 : 0);
  }
}
