package dev.quire.workbook;

import dev.quire.engine.formula.TableShape;
import dev.quire.engine.ref.Area;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
/// @param filters what is let through, by the id of the column; none for a table that is not
///   filtered
/// @param sort how it was sorted, if it was
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
    List<TableColumn> columns,
    Map<Integer, FilterCriteria> filters,
    Optional<TableSort> sort) {
  /// Copies the columns and filters.
  public Table {
    columns = List.copyOf(columns);
    filters = Map.copyOf(filters);
  }

  /// A table that is neither filtered nor sorted.
  public Table(
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
    this(
        id,
        legacyId,
        name,
        sheet,
        area,
        showHeaders,
        showTotals,
        showFilterButton,
        style,
        columns,
        Map.of(),
        Optional.empty());
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
    return with(name, newArea, showHeaders, totals, newColumns);
  }

  Table named(String newName) {
    return with(newName, area, showHeaders, showTotals, columns);
  }

  /// Filters of columns that are gone are gone as well.
  Table with(
      String newName, Area newArea, boolean headers, boolean totals, List<TableColumn> newColumns) {
    var kept = new HashMap<>(filters);
    kept.keySet().removeIf(id -> newColumns.stream().noneMatch(each -> each.id() == id));
    return new Table(
        id,
        legacyId,
        newName,
        sheet,
        newArea,
        headers,
        totals,
        showFilterButton,
        style,
        newColumns,
        kept,
        sort);
  }

  Table styled(TableStyle newStyle, boolean filterButton) {
    return new Table(
        id,
        legacyId,
        name,
        sheet,
        area,
        showHeaders,
        showTotals,
        filterButton,
        newStyle,
        columns,
        filters,
        sort);
  }

  Table filtered(Map<Integer, FilterCriteria> newFilters) {
    return new Table(
        id,
        legacyId,
        name,
        sheet,
        area,
        showHeaders,
        showTotals,
        showFilterButton,
        style,
        columns,
        newFilters,
        sort);
  }

  Table sorted(Optional<TableSort> newSort) {
    return new Table(
        id,
        legacyId,
        name,
        sheet,
        area,
        showHeaders,
        showTotals,
        showFilterButton,
        style,
        columns,
        filters,
        newSort);
  }

  /// The rows between header and totals; empty when there are none.
  public Optional<Area> body() {
    int first = area.firstRow() + (showHeaders ? 1 : 0);
    int last = area.lastRow() - (showTotals ? 1 : 0);
    return first > last
        ? Optional.empty()
        : Optional.of(new Area(first, area.firstColumn(), last, area.lastColumn()));
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
