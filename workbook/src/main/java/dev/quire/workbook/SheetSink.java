package dev.quire.workbook;

import dev.quire.engine.formula.Template;
import dev.quire.engine.ref.Area;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.Scalar;
import dev.quire.workbook.pivot.PivotTable;
import java.util.Optional;

/// Takes the content of one worksheet from a reader. Cells come in any order; the last one at a
/// position wins. Used by one thread; different sheets may be filled at the same time.
///
/// `style` is always an index into the styles given to [WorkbookBuilder#styles], or
/// [dev.quire.engine.cells.SheetCells#NO_STYLE] where the file names none. Formulas come without
/// `=`, as the file spells them. `cached` is the result that the file holds, empty when it holds
/// none: the cell is then calculated when the workbook is built.
public interface SheetSink {
  /// A number.
  void number(int row, int column, int style, double value);

  /// A text.
  void text(int row, int column, int style, String value);

  /// TRUE or FALSE.
  void logical(int row, int column, int style, boolean value);

  /// An error typed as a constant.
  void error(int row, int column, int style, ErrorValue value);

  /// A cell with a style and nothing in it.
  void blank(int row, int column, int style);

  /// A formula of one cell.
  void formula(int row, int column, int style, String formula, Optional<Scalar> cached);

  /// The cell of a shared formula that carries the text; the others may come before or after it.
  void sharedFormula(
      int row, int column, int style, int group, String formula, Optional<Scalar> cached);

  /// Another cell of a shared formula.
  void sharedFormula(int row, int column, int style, int group, Optional<Scalar> cached);

  /// A formula whose result fills an area: typed with Ctrl+Shift+Enter, or dynamic (spilled). The
  /// other cells of the area come as constants, before or after.
  void arrayFormula(
      int row,
      int column,
      int style,
      Area area,
      String formula,
      boolean dynamic,
      Optional<Scalar> cached);

  /// Sizes of rows and columns of which none is set.
  ///
  /// @param widthChars in characters of the standard font
  void sizes(double widthChars, double heightPoints);

  /// The rows that an active filter chooses from, its header left out.
  void filtered(Area rows);

  /// Settings of columns.
  void columns(ColumnSpan columns);

  /// Settings of a row.
  void row(RowSetting row);

  /// What keeps people from changing the worksheet.
  void protection(SheetProtection protection);

  /// A remark on a cell.
  void comment(Comment comment);

  /// A task that hangs on a comment.
  void task(DocumentTask task);

  /// A rule of conditional formatting that colours cells or puts icons into them, as far as the
  /// effects of [ConditionalRule.Effect.Colors] and icons of [ConditionalRule.Effect.Icons] say.
  void condition(ConditionalRule rule);

  /// A formula of this sheet that stands in no cell, as the file spells it; relative references are
  /// told from cell A1. Empty when it is none.
  Optional<Template> formula(String formula);

  /// Cells shown as one.
  void merged(Area area);

  /// A what-if data table, whose results come as constants.
  void whatIf(WhatIfTable table);

  /// A pivot table; its cells move as a whole only.
  void pivot(PivotTable table);

  /// Cells that move as a whole only: the report of a pivot table, a what-if data table.
  void locked(Area area);
}
