package dev.quire.workbook;

import dev.quire.engine.recalc.Calculated;
import dev.quire.engine.recalc.Calculated.LostFormula;
import dev.quire.engine.recalc.CalculationAborted;
import dev.quire.engine.recalc.CalculationEnvironment;
import dev.quire.engine.recalc.CellPosition;
import dev.quire.engine.recalc.ModelEditor;
import dev.quire.engine.ref.A1;
import java.util.ArrayList;
import java.util.List;

/// Applies one edit to a workbook.
final class Change {
  private final Workbook base;
  private final CalculationEnvironment environment;

  Change(Workbook base, CalculationEnvironment environment) {
    this.base = base;
    this.environment = environment;
  }

  Outcome apply(Edit edit) {
    ProtectionGuard.check(base, edit);
    try {
      Outcome outcome = applied(edit);
      return calculatesTables(edit, outcome)
          ? new Outcome(WhatIf.calculated(outcome.workbook(), environment), outcome.notices())
          : outcome;
    } catch (CalculationAborted aborted) {
      throw new WorkbookFault.CalculationTooLong(String.valueOf(aborted.getMessage()));
    }
  }

  /// Data tables follow every change of a value, unless they are left out until asked for.
  private boolean calculatesTables(Edit edit, Outcome outcome) {
    Workbook after = outcome.workbook();
    return edit instanceof Edit.Calculate
        || after.calculationMode() == CalculationMode.AUTOMATIC && after.model() != base.model();
  }

  private Outcome applied(Edit edit) {
    return switch (edit) {
      case Edit.WriteCells write ->
          TableHeaders.follow(
              CellWriting.apply(base, write, environment),
              write.sheet(),
              write.area(),
              environment);
      case Edit.ClearCells clear ->
          TableHeaders.follow(
              CellWriting.apply(base, clear, environment),
              clear.sheet(),
              clear.area(),
              environment);
      case Edit.FormatCells format -> CellFormatting.apply(base, format);
      case Edit.DrawBorders draw -> CellFormatting.apply(base, draw);
      case Edit.SetColumns set -> Sizing.apply(base, set);
      case Edit.SetRows set -> Sizing.apply(base, set, environment);
      case Edit.Several several -> inOrder(several.edits());
      case Edit.InsertCells insert ->
          CellShifting.apply(base, insert.sheet(), insert.move(), environment);
      case Edit.DeleteCells delete ->
          CellShifting.apply(base, delete.sheet(), delete.move(), environment);
      case Edit.AddWorksheet add -> SheetChanges.add(base, add);
      case Edit.UpdateWorksheet update -> SheetChanges.update(base, update, environment);
      case Edit.DeleteWorksheet delete -> SheetChanges.delete(base, delete, environment);
      case Edit.AddName add -> Names.apply(base, add, environment);
      case Edit.UpdateName update -> Names.apply(base, update, environment);
      case Edit.DeleteName delete -> Names.apply(base, delete, environment);
      case Edit.AddTable add -> TableChanges.add(base, add, environment);
      case Edit.UpdateTable update -> TableChanges.update(base, update, environment);
      case Edit.DeleteTable delete -> TableChanges.delete(base, delete, environment);
      case Edit.AddTableRows add -> TableRows.add(base, add, environment);
      case Edit.DeleteTableRow delete -> TableRows.delete(base, delete, environment);
      case Edit.AddTableColumn add -> TableColumns.add(base, add, environment);
      case Edit.RenameTableColumn rename -> TableColumns.rename(base, rename, environment);
      case Edit.DeleteTableColumn delete -> TableColumns.delete(base, delete, environment);
      case Edit.FilterTable filter -> TableFiltering.apply(base, filter, environment);
      case Edit.SortTable sort -> TableSorting.apply(base, sort, environment);
      case Edit.RefreshPivots refresh -> PivotRefreshing.apply(base, refresh, environment);
      case Edit.DeletePivot delete -> PivotChanges.delete(base, delete, environment);
      case Edit.RenamePivot rename -> PivotChanges.rename(base, rename);
      case Edit.AddChart add -> ChartChanges.add(base, add);
      case Edit.ChangeChart change -> ChartChanges.change(base, change);
      case Edit.DeleteChart delete -> ChartChanges.delete(base, delete);
      case Edit.AddComment add -> CommentChanges.add(base, add);
      case Edit.AddReply add -> CommentChanges.reply(base, add);
      case Edit.ChangeComment change -> CommentChanges.change(base, change);
      case Edit.DeleteComment delete -> CommentChanges.delete(base, delete);
      case Edit.ChangeTask change -> TaskChanges.apply(base, change);
      case Edit.MergeCells merge -> Merging.apply(base, merge, environment);
      case Edit.UnmergeCells unmerge -> Merging.apply(base, unmerge, environment);
      case Edit.SortRange sort -> RangeSorting.apply(base, sort, environment);
      case Edit.ProtectSheet protect -> SheetChanges.protect(base, protect);
      case Edit.UnprotectSheet unprotect -> SheetChanges.unprotect(base, unprotect);
      case Edit.FitColumns fit -> Fitting.apply(base, fit);
      case Edit.FitRows fit -> Fitting.apply(base, fit);
      case Edit.SetCalculationMode set -> setMode(set.mode());
      case Edit.Calculate calculate -> calculate(base, calculate.scope(), environment);
    };
  }

  private Outcome inOrder(List<Edit> edits) {
    Workbook workbook = base;
    var notices = new ArrayList<String>();
    for (Edit edit : edits) {
      Outcome outcome = new Change(workbook, environment).apply(edit);
      workbook = outcome.workbook();
      notices.addAll(outcome.notices());
    }
    return new Outcome(workbook, notices);
  }

  /// Leaving manual mode calculates what was left undone, as in Excel.
  private Outcome setMode(CalculationMode mode) {
    Workbook changed = base.with(mode);
    return mode == CalculationMode.MANUAL
        ? new Outcome(changed, List.of())
        : calculate(changed, CalculationScope.RECALCULATE, environment);
  }

  static Outcome calculate(
      Workbook workbook, CalculationScope scope, CalculationEnvironment environment) {
    var model =
        scope == CalculationScope.FULL_REBUILD ? workbook.model().rebuilt() : workbook.model();
    ModelEditor editor = model.edit(workbook.contents(), environment);
    workbook.awaiting().forEach(written -> written.tell(editor));
    if (scope != CalculationScope.RECALCULATE) {
      editor.invalidateAll();
    }
    return outcome(workbook, editor.finish(), workbook.styleTable());
  }

  /// The workbook after a calculation, with a notice for each formula that lost its value by it.
  static Outcome outcome(Workbook workbook, Calculated calculated, Styles styles) {
    var after = workbook.with(calculated.model(), styles, List.of());
    var notices = new ArrayList<String>();
    if (!calculated.lost().isEmpty()) {
      notices.add(lost(after, calculated.lost()));
    }
    if (!calculated.circular().isEmpty()) {
      notices.add(
          "%s is part of a circular reference, whose cells show 0."
              .formatted(where(after, calculated.circular().getFirst())));
    }
    return new Outcome(after, notices);
  }

  private static String lost(Workbook workbook, List<LostFormula> formulas) {
    String where = where(workbook, formulas.getFirst().cell());
    String missing = String.join(", ", formulas.getFirst().missing());
    return formulas.size() == 1
        ? "%s now shows #NAME? because %s is not available.".formatted(where, missing)
        : "%s and %d more formulas now show #NAME? because %s is not available."
            .formatted(where, formulas.size() - 1, missing);
  }

  private static String where(Workbook workbook, CellPosition cell) {
    return workbook.worksheet(cell.sheet()).map(Worksheet::name).orElse("?")
        + "!"
        + A1.cell(cell.row(), cell.column());
  }
}
