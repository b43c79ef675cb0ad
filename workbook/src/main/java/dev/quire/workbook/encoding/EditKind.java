package dev.quire.workbook.encoding;

import dev.quire.workbook.Edit;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The kinds of change that a journal can hold, each with a number that no other kind ever gets.
enum EditKind {
  WRITE_CELLS(1, Edit.WriteCells.class, EditForms.WRITE_CELLS),
  CLEAR_CELLS(2, Edit.ClearCells.class, EditForms.CLEAR_CELLS),
  ADD_WORKSHEET(3, Edit.AddWorksheet.class, EditForms.ADD_WORKSHEET),
  UPDATE_WORKSHEET(4, Edit.UpdateWorksheet.class, EditForms.UPDATE_WORKSHEET),
  DELETE_WORKSHEET(5, Edit.DeleteWorksheet.class, EditForms.DELETE_WORKSHEET),
  SET_CALCULATION_MODE(6, Edit.SetCalculationMode.class, EditForms.SET_CALCULATION_MODE),
  CALCULATE(7, Edit.Calculate.class, EditForms.CALCULATE),
  FORMAT_CELLS(8, Edit.FormatCells.class, EditForms.FORMAT_CELLS),
  DRAW_BORDERS(9, Edit.DrawBorders.class, EditForms.DRAW_BORDERS),
  SET_COLUMNS(10, Edit.SetColumns.class, EditForms.SET_COLUMNS),
  SET_ROWS(11, Edit.SetRows.class, EditForms.SET_ROWS),
  SEVERAL(12, Edit.Several.class, EditForms.SEVERAL),
  INSERT_CELLS(13, Edit.InsertCells.class, EditForms.INSERT_CELLS),
  DELETE_CELLS(14, Edit.DeleteCells.class, EditForms.DELETE_CELLS),
  ADD_NAME(15, Edit.AddName.class, EditForms.ADD_NAME),
  UPDATE_NAME(16, Edit.UpdateName.class, EditForms.UPDATE_NAME),
  DELETE_NAME(17, Edit.DeleteName.class, EditForms.DELETE_NAME),
  ADD_TABLE(18, Edit.AddTable.class, TableForms.ADD_TABLE),
  UPDATE_TABLE(19, Edit.UpdateTable.class, TableForms.UPDATE_TABLE),
  DELETE_TABLE(20, Edit.DeleteTable.class, TableForms.DELETE_TABLE),
  ADD_TABLE_ROWS(21, Edit.AddTableRows.class, TableForms.ADD_TABLE_ROWS),
  DELETE_TABLE_ROW(22, Edit.DeleteTableRow.class, TableForms.DELETE_TABLE_ROW),
  ADD_TABLE_COLUMN(23, Edit.AddTableColumn.class, TableForms.ADD_TABLE_COLUMN),
  RENAME_TABLE_COLUMN(24, Edit.RenameTableColumn.class, TableForms.RENAME_TABLE_COLUMN),
  DELETE_TABLE_COLUMN(25, Edit.DeleteTableColumn.class, TableForms.DELETE_TABLE_COLUMN),
  FILTER_TABLE(26, Edit.FilterTable.class, TableForms.FILTER_TABLE),
  SORT_TABLE(27, Edit.SortTable.class, TableForms.SORT_TABLE),
  MERGE_CELLS(30, Edit.MergeCells.class, RangeForms.MERGE_CELLS),
  UNMERGE_CELLS(31, Edit.UnmergeCells.class, RangeForms.UNMERGE_CELLS),
  SORT_RANGE(32, Edit.SortRange.class, RangeForms.SORT_RANGE),
  PROTECT_SHEET(33, Edit.ProtectSheet.class, RangeForms.PROTECT_SHEET),
  UNPROTECT_SHEET(34, Edit.UnprotectSheet.class, RangeForms.UNPROTECT_SHEET),
  FIT_COLUMNS(35, Edit.FitColumns.class, RangeForms.FIT_COLUMNS),
  FIT_ROWS(36, Edit.FitRows.class, RangeForms.FIT_ROWS),
  ADD_REPLY(40, Edit.AddReply.class, CommentForms.ADD_REPLY),
  CHANGE_COMMENT(41, Edit.ChangeComment.class, CommentForms.CHANGE_COMMENT),
  DELETE_COMMENT(42, Edit.DeleteComment.class, CommentForms.DELETE_COMMENT),
  CHANGE_TASK(43, Edit.ChangeTask.class, TaskForms.CHANGE_TASK),
  ADD_COMMENT(44, Edit.AddComment.class, CommentForms.ADD_COMMENT),
  REFRESH_PIVOTS(50, Edit.RefreshPivots.class, EditForms.REFRESH_PIVOTS),
  DELETE_PIVOT(51, Edit.DeletePivot.class, EditForms.DELETE_PIVOT),
  RENAME_PIVOT(52, Edit.RenamePivot.class, EditForms.RENAME_PIVOT),
  ADD_CHART(60, Edit.AddChart.class, ChartForms.ADD_CHART),
  CHANGE_CHART(61, Edit.ChangeChart.class, ChartForms.CHANGE_CHART),
  DELETE_CHART(62, Edit.DeleteChart.class, ChartForms.DELETE_CHART);

  private static final Map<Integer, EditKind> BY_NUMBER =
      Arrays.stream(values()).collect(Collectors.toMap(kind -> kind.number, Function.identity()));

  private final int number;
  private final Form<Edit> form;

  <T extends Edit> EditKind(int number, Class<T> type, Form<T> form) {
    this.number = number;
    this.form = form.as(type::cast, edit -> edit);
  }

  /// The kind that is written for an edit.
  static EditKind of(Edit edit) {
    return switch (edit) {
      case Edit.WriteCells _ -> WRITE_CELLS;
      case Edit.ClearCells _ -> CLEAR_CELLS;
      case Edit.AddWorksheet _ -> ADD_WORKSHEET;
      case Edit.UpdateWorksheet _ -> UPDATE_WORKSHEET;
      case Edit.DeleteWorksheet _ -> DELETE_WORKSHEET;
      case Edit.SetCalculationMode _ -> SET_CALCULATION_MODE;
      case Edit.Calculate _ -> CALCULATE;
      case Edit.FormatCells _ -> FORMAT_CELLS;
      case Edit.DrawBorders _ -> DRAW_BORDERS;
      case Edit.SetColumns _ -> SET_COLUMNS;
      case Edit.SetRows _ -> SET_ROWS;
      case Edit.Several _ -> SEVERAL;
      case Edit.InsertCells _ -> INSERT_CELLS;
      case Edit.DeleteCells _ -> DELETE_CELLS;
      case Edit.AddName _ -> ADD_NAME;
      case Edit.UpdateName _ -> UPDATE_NAME;
      case Edit.DeleteName _ -> DELETE_NAME;
      case Edit.AddTable _ -> ADD_TABLE;
      case Edit.UpdateTable _ -> UPDATE_TABLE;
      case Edit.DeleteTable _ -> DELETE_TABLE;
      case Edit.AddTableRows _ -> ADD_TABLE_ROWS;
      case Edit.DeleteTableRow _ -> DELETE_TABLE_ROW;
      case Edit.AddTableColumn _ -> ADD_TABLE_COLUMN;
      case Edit.RenameTableColumn _ -> RENAME_TABLE_COLUMN;
      case Edit.DeleteTableColumn _ -> DELETE_TABLE_COLUMN;
      case Edit.FilterTable _ -> FILTER_TABLE;
      case Edit.SortTable _ -> SORT_TABLE;
      case Edit.MergeCells _ -> MERGE_CELLS;
      case Edit.UnmergeCells _ -> UNMERGE_CELLS;
      case Edit.SortRange _ -> SORT_RANGE;
      case Edit.ProtectSheet _ -> PROTECT_SHEET;
      case Edit.UnprotectSheet _ -> UNPROTECT_SHEET;
      case Edit.FitColumns _ -> FIT_COLUMNS;
      case Edit.FitRows _ -> FIT_ROWS;
      case Edit.AddComment _ -> ADD_COMMENT;
      case Edit.AddReply _ -> ADD_REPLY;
      case Edit.ChangeComment _ -> CHANGE_COMMENT;
      case Edit.DeleteComment _ -> DELETE_COMMENT;
      case Edit.ChangeTask _ -> CHANGE_TASK;
      case Edit.RefreshPivots _ -> REFRESH_PIVOTS;
      case Edit.DeletePivot _ -> DELETE_PIVOT;
      case Edit.RenamePivot _ -> RENAME_PIVOT;
      case Edit.AddChart _ -> ADD_CHART;
      case Edit.ChangeChart _ -> CHANGE_CHART;
      case Edit.DeleteChart _ -> DELETE_CHART;
    };
  }

  static Optional<EditKind> numbered(int number) {
    return Optional.ofNullable(BY_NUMBER.get(number));
  }

  int number() {
    return number;
  }

  Form<Edit> form() {
    return form;
  }
}
