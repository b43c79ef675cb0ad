package dev.quire.engine.recalc;

import dev.quire.engine.formula.Bindings;
import dev.quire.engine.formula.CellLook;
import dev.quire.engine.formula.PivotReport;
import dev.quire.engine.formula.Template;
import dev.quire.engine.ref.Area;
import java.util.List;
import java.util.Optional;

/// What the workbook around the cells defines: sheets and their hidden rows, tables, names and
/// settings.
public interface Definitions extends Bindings {
  /// What a defined name stands for as seen from a sheet: the sheet's own name first, then the
  /// workbook's; compared without case.
  Optional<Template> name(int sheet, String name);

  /// The keys of all worksheets in tab order.
  List<Integer> sheets();

  /// What a name of another workbook stands for.
  ///
  /// @param text all before the `!`, without quotes
  Optional<Template> externalName(String text, String name);

  /// How a cell is shown.
  ///
  /// @param style the number of its own style, or [dev.quire.engine.cells.SheetCells#NO_STYLE]
  CellLook look(int sheet, int row, int column, int style);

  /// The report of a pivot table that holds a cell.
  Optional<PivotReport> pivotAt(int sheet, int row, int column);

  /// Whether a row is hidden, by hand or by a filter.
  boolean isRowHidden(int sheet, int row);

  /// Whether a filter hides a row.
  boolean isRowFiltered(int sheet, int row);

  /// Whether something lies in an area over which no array may spill: a table, or merged cells.
  boolean barsSpill(int sheet, Area area);

  /// Whether cells keep of numbers only what their formats show ("precision as displayed").
  boolean keepsAsDisplayed();

  /// How circular references are worked out; empty when they are a mistake.
  Optional<Iteration> iteration();

  /// Whether days are counted from 1904.
  boolean date1904();

  /// How a text is pronounced, where its file notes it; known by the object, since another text of
  /// the same letters may be read otherwise.
  Optional<String> reading(String text);

  /// Whether formulas are calculated only when somebody asks for it.
  boolean calculatesWhenAsked();
}
