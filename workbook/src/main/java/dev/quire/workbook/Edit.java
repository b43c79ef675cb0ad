package dev.quire.workbook;

import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.Shift;
import dev.quire.workbook.Table.TableStyle;
import dev.quire.workbook.chart.ChartChange;
import dev.quire.workbook.chart.ChartType;
import dev.quire.workbook.chart.SeriesBy;
import dev.quire.workbook.chart.SeriesData;
import dev.quire.workbook.style.Border;
import dev.quire.workbook.style.LookChange;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// A change to a workbook, as a value: everything random or taken from a clock is fixed in it, so
/// that applying it twice to the same workbook gives the same result.
public sealed interface Edit {
  /// Writes cells of one area. Number formats are set first, so that a format of `@` makes texts of
  /// what is typed.
  ///
  /// @param sheet key of the worksheet
  /// @param area the cells; both grids fit it or hold one thing for all
  /// @param formats number formats, if any are to change
  /// @param entries contents, if any are to change
  record WriteCells(
      int sheet,
      Area area,
      Optional<CellGrid<FormatEntry>> formats,
      Optional<CellGrid<Entry>> entries)
      implements Edit {}

  /// Empties cells, or gives them the look of cells that nobody has touched.
  ///
  /// @param sheet key of the worksheet
  record ClearCells(int sheet, Area area, ClearScope scope) implements Edit {}

  /// Changes how cells look, whole rows and columns included.
  ///
  /// @param sheet key of the worksheet
  /// @param changes in the order in which they are made
  record FormatCells(int sheet, Area area, List<LookChange> changes) implements Edit {
    /// Copies the changes.
    public FormatCells {
      changes = List.copyOf(changes);
    }
  }

  /// Draws or removes lines of cells.
  ///
  /// @param sheet key of the worksheet
  /// @param place which lines of the area
  record DrawBorders(int sheet, Area area, BorderPlace place, Border line) implements Edit {}

  /// Sets what is set of whole columns. What is empty stays as it is.
  ///
  /// @param sheet key of the worksheet
  /// @param last included
  record SetColumns(
      int sheet, int first, int last, Optional<Double> widthPoints, Optional<Boolean> hidden)
      implements Edit {}

  /// Sets what is set of whole rows. What is empty stays as it is.
  ///
  /// @param sheet key of the worksheet
  /// @param last included
  record SetRows(
      int sheet, int first, int last, Optional<Double> heightPoints, Optional<Boolean> hidden)
      implements Edit {}

  /// Several changes, all or none of them.
  record Several(List<Edit> edits) implements Edit {
    /// Copies the edits.
    public Several {
      edits = List.copyOf(edits);
    }
  }

  /// Inserts empty cells, which look like those above or to the left, and moves others away. Whole
  /// rows always go down, whole columns to the right.
  ///
  /// @param sheet key of the worksheet
  /// @param area where the new cells are
  /// @param shift where the cells go that are there now
  record InsertCells(int sheet, Area area, InsertShift shift) implements Edit {
    /// The move of cells that this means.
    public Shift move() {
      boolean down = area.isWholeRows() || shift == InsertShift.DOWN && !area.isWholeColumns();
      return new Shift(down ? Shift.Kind.INSERT_DOWN : Shift.Kind.INSERT_RIGHT, area);
    }
  }

  /// Deletes cells and moves others to their place. Of whole rows those below go up, of whole
  /// columns those to the right go left.
  ///
  /// @param sheet key of the worksheet
  /// @param area the cells that go
  /// @param shift where others go
  record DeleteCells(int sheet, Area area, DeleteShift shift) implements Edit {
    /// The move of cells that this means.
    public Shift move() {
      boolean up = area.isWholeRows() || shift == DeleteShift.UP && !area.isWholeColumns();
      return new Shift(up ? Shift.Kind.DELETE_UP : Shift.Kind.DELETE_LEFT, area);
    }
  }

  /// Adds a worksheet behind the last one.
  ///
  /// @param name the name; nothing for the next free `SheetN`
  /// @param id a fresh GUID in braces
  record AddWorksheet(Optional<String> name, String id) implements Edit {}

  /// Renames, moves or hides a worksheet. What is empty stays as it is.
  ///
  /// @param sheet key of the worksheet
  /// @param position zero-based place among all worksheets after the move
  record UpdateWorksheet(
      int sheet, Optional<String> name, Optional<Integer> position, Optional<Visibility> visibility)
      implements Edit {}

  /// Removes a worksheet with all that is on it.
  ///
  /// @param sheet key of the worksheet
  record DeleteWorksheet(int sheet) implements Edit {}

  /// Adds a defined name.
  ///
  /// @param sheet key of the worksheet that alone sees it; nothing for the whole workbook
  /// @param formula what it stands for, without `=`; relative references are seen from cell A1
  record AddName(OptionalInt sheet, String name, String formula, Optional<String> comment)
      implements Edit {}

  /// Changes a defined name. What is empty stays as it is.
  ///
  /// @param sheet key of the worksheet that alone sees it; nothing for the whole workbook
  /// @param comment the remark; an empty text takes it away
  record UpdateName(
      OptionalInt sheet,
      String name,
      Optional<String> formula,
      Optional<String> comment,
      Optional<Boolean> visible)
      implements Edit {}

  /// Removes a defined name; formulas that use it show `#NAME?`.
  ///
  /// @param sheet key of the worksheet that alone sees it; nothing for the whole workbook
  record DeleteName(OptionalInt sheet, String name) implements Edit {}

  /// Makes a table of cells.
  ///
  /// @param sheet key of the worksheet
  /// @param area header included, if the cells have one
  /// @param hasHeaders whether the first row holds the names of columns; otherwise a row of names
  ///   is inserted above
  /// @param id a fresh GUID in braces
  record AddTable(int sheet, Area area, boolean hasHeaders, String id) implements Edit {}

  /// Changes settings of a table. What is empty stays as it is.
  ///
  /// @param table id of the table
  record UpdateTable(
      String table,
      Optional<String> name,
      Optional<Boolean> showHeaders,
      Optional<Boolean> showTotals,
      Optional<Boolean> showFilterButton,
      Optional<TableStyle> style)
      implements Edit {}

  /// Removes a table.
  ///
  /// @param table id of the table
  /// @param keepsCells whether its cells stay, and formulas go on reading them; otherwise they are
  ///   emptied
  record DeleteTable(String table, boolean keepsCells) implements Edit {}

  /// Adds rows to the body of a table.
  ///
  /// @param table id of the table
  /// @param index zero-based place of the first new row; nothing for the end
  /// @param values what the new rows hold, as many columns as the table has; what is kept is filled
  ///   from a calculated column
  record AddTableRows(String table, OptionalInt index, CellGrid<Entry> values) implements Edit {}

  /// Removes a row of the body of a table; the last one is only emptied.
  ///
  /// @param table id of the table
  /// @param index zero-based place of the row
  record DeleteTableRow(String table, int index) implements Edit {}

  /// Adds a column to a table.
  ///
  /// @param table id of the table
  /// @param index zero-based place of the new column; nothing for the end
  /// @param name its name; nothing for the next free `ColumnN`
  record AddTableColumn(String table, OptionalInt index, Optional<String> name) implements Edit {}

  /// Gives a column of a table another name.
  ///
  /// @param table id of the table
  /// @param column id of the column
  record RenameTableColumn(String table, int column, String name) implements Edit {}

  /// Removes a column of a table, with its cells; the last one goes with the table.
  ///
  /// @param table id of the table
  /// @param column id of the column
  record DeleteTableColumn(String table, int column) implements Edit {}

  /// Lets a filter choose the rows of a table that are shown, or shows them again.
  ///
  /// @param table id of the table
  /// @param filters what is let through, by the id of the column; none shows all rows
  record FilterTable(String table, Map<Integer, FilterCriteria> filters) implements Edit {
    /// Copies the filters.
    public FilterTable {
      filters = Map.copyOf(filters);
    }
  }

  /// Sorts the body of a table and remembers how, or forgets it.
  ///
  /// @param table id of the table
  /// @param sort how; nothing forgets it and leaves the rows where they are
  record SortTable(String table, Optional<TableSort> sort) implements Edit {}

  /// Works pivot tables out again from their sources, together with all others that share these.
  ///
  /// @param sheet key of the worksheet
  /// @param pivot id of the pivot table; nothing for all of the worksheet
  /// @param at when
  record RefreshPivots(int sheet, Optional<String> pivot, Instant at) implements Edit {}

  /// Removes a pivot table with its cells.
  ///
  /// @param sheet key of the worksheet that has it
  /// @param pivot id of the pivot table
  record DeletePivot(int sheet, String pivot) implements Edit {}

  /// Gives a pivot table another name.
  ///
  /// @param sheet key of the worksheet that has it
  /// @param pivot id of the pivot table
  record RenamePivot(int sheet, String pivot, String name) implements Edit {}

  /// Adds a chart at the upper left corner of a worksheet.
  ///
  /// @param sheet key of the worksheet that gets it
  /// @param source the cells that it shows, headers included
  /// @param by what a series is
  /// @param id a fresh GUID in braces
  record AddChart(int sheet, ChartType type, SeriesData.SheetArea source, SeriesBy by, String id)
      implements Edit {}

  /// Changes a chart.
  ///
  /// @param sheet key of the worksheet that has it
  /// @param chart id of the chart
  record ChangeChart(int sheet, String chart, ChartChange change) implements Edit {}

  /// Removes a chart.
  ///
  /// @param sheet key of the worksheet that has it
  /// @param chart id of the chart
  record DeleteChart(int sheet, String chart) implements Edit {}

  /// Puts a comment that can be answered on a cell, or on the merged cells that it is one of.
  ///
  /// @param sheet key of the worksheet
  /// @param cell a single cell, on which there is no comment yet
  /// @param id a fresh GUID in braces
  record AddComment(int sheet, Area cell, String id, Comment.Said said, Comment.Origin origin)
      implements Edit {}

  /// Answers a comment.
  ///
  /// @param sheet key of the worksheet that has it
  /// @param comment id of the comment
  /// @param id a fresh GUID in braces
  record AddReply(int sheet, String comment, String id, Comment.Said said, Comment.Origin origin)
      implements Edit {}

  /// Changes what a comment or a reply says.
  ///
  /// @param sheet key of the worksheet that has it
  /// @param comment id of the comment
  /// @param reply id of the reply; nothing for the comment itself
  record ChangeComment(int sheet, String comment, Optional<String> reply, Comment.Said said)
      implements Edit {}

  /// Removes a reply, or a comment with all its replies.
  ///
  /// @param sheet key of the worksheet that has it
  /// @param comment id of the comment
  /// @param reply id of the reply; nothing for the comment itself
  record DeleteComment(int sheet, String comment, Optional<String> reply) implements Edit {}

  /// Adds to the history of a task.
  ///
  /// @param sheet key of the worksheet that has it
  /// @param task id of the task
  /// @param changes what is done to it, in order
  record ChangeTask(int sheet, String task, List<TaskChange> changes) implements Edit {
    /// Copies the changes.
    public ChangeTask {
      changes = List.copyOf(changes);
    }
  }

  /// Shows cells as one. Merged cells that the area cuts are taken in.
  ///
  /// @param sheet key of the worksheet
  /// @param across whether each row becomes a cell of its own
  record MergeCells(int sheet, Area area, boolean across) implements Edit {}

  /// Shows merged cells one by one again, all that have a cell in the area.
  ///
  /// @param sheet key of the worksheet
  record UnmergeCells(int sheet, Area area) implements Edit {}

  /// Puts the rows or columns of a range in order.
  ///
  /// @param sheet key of the worksheet
  /// @param area headers included, if the range has any
  record SortRange(int sheet, Area area, RangeSort sort) implements Edit {}

  /// Protects a worksheet, without a password.
  ///
  /// @param sheet key of the worksheet
  /// @param allowed what can be done nevertheless
  record ProtectSheet(int sheet, Set<SheetAction> allowed) implements Edit {
    /// Copies the set.
    public ProtectSheet {
      allowed = Set.copyOf(allowed);
    }
  }

  /// Takes the protection of a worksheet away, if it has one; not one with a password.
  ///
  /// @param sheet key of the worksheet
  record UnprotectSheet(int sheet) implements Edit {}

  /// Makes columns as wide as what is in them.
  ///
  /// @param sheet key of the worksheet
  /// @param last included
  record FitColumns(int sheet, int first, int last) implements Edit {}

  /// Makes rows as high as what is in them.
  ///
  /// @param sheet key of the worksheet
  /// @param last included
  record FitRows(int sheet, int first, int last) implements Edit {}

  /// Chooses when formulas are calculated.
  record SetCalculationMode(CalculationMode mode) implements Edit {}

  /// Calculates now.
  ///
  /// @param scope which formulas
  record Calculate(CalculationScope scope) implements Edit {}
}
