package dev.quire.workbook;

import dev.quire.engine.cells.SheetCells;
import dev.quire.engine.recalc.CalculationEnvironment;
import dev.quire.engine.recalc.ModelEditor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Adds, renames, moves, hides and removes worksheets.
final class SheetChanges {
  private static final int MOST_SHEETS = 10_000;

  private SheetChanges() {}

  static Outcome add(Workbook base, Edit.AddWorksheet add) {
    List<Worksheet> sheets = base.worksheets();
    if (sheets.size() >= MOST_SHEETS) {
      throw new WorkbookFault.TooLarge("A workbook has at most 10000 worksheets.");
    }
    String name = add.name().orElseGet(() -> SheetNames.next(sheets));
    checkFree(base, name, -1);
    int key = base.nextKey();
    var all = new ArrayList<>(sheets);
    all.add(
        new Worksheet(
            key, add.id(), name, Visibility.VISIBLE, SheetLayout.PLAIN, SheetRegions.NONE));
    return new Outcome(
        base.with(
                base.contents().withWorksheets(all), base.model().withSheet(key, SheetCells.EMPTY))
            .withNextKey(key + 1),
        List.of());
  }

  static Outcome protect(Workbook base, Edit.ProtectSheet protect) {
    return guarded(
        base, protect.sheet(), Optional.of(new SheetProtection(protect.allowed(), false)));
  }

  static Outcome unprotect(Workbook base, Edit.UnprotectSheet unprotect) {
    return guarded(base, unprotect.sheet(), Optional.empty());
  }

  private static Outcome guarded(Workbook base, int sheet, Optional<SheetProtection> protection) {
    Worksheet guarded = CellFormatting.existing(base, sheet).guarded(protection);
    return new Outcome(base.with(base.contents().replacing(guarded), base.model()), List.of());
  }

  static Outcome update(
      Workbook base, Edit.UpdateWorksheet update, CalculationEnvironment environment) {
    Worksheet sheet = CellFormatting.existing(base, update.sheet());
    Contents contents = base.contents();
    if (update.name().isPresent()) {
      checkFree(base, update.name().get(), sheet.key());
      sheet = sheet.renamed(update.name().get());
    }
    if (update.visibility().isPresent()) {
      sheet = sheet.shown(update.visibility().get());
    }
    contents = contents.replacing(sheet);
    if (update.name().isPresent()) {
      contents = contents.withWorksheets(ChartMoves.renamed(base.contents(), contents));
    }
    if (contents.worksheets().stream().noneMatch(each -> each.visibility() == Visibility.VISIBLE)) {
      throw new WorkbookFault.LastVisibleSheet(sheet.name());
    }
    if (update.position().isEmpty() || update.position().get() == base.position(sheet.key())) {
      return new Outcome(base.with(contents, base.model()), List.of());
    }
    int position = Math.clamp(update.position().get(), 0, contents.worksheets().size() - 1);
    return redefined(base, contents.moved(sheet.key(), position), environment);
  }

  static Outcome delete(
      Workbook base, Edit.DeleteWorksheet delete, CalculationEnvironment environment) {
    Worksheet sheet = CellFormatting.existing(base, delete.sheet());
    Contents contents = base.contents().without(sheet.key());
    contents = contents.withWorksheets(ChartMoves.without(contents.worksheets(), sheet.key()));
    if (contents.worksheets().stream().noneMatch(each -> each.visibility() == Visibility.VISIBLE)) {
      throw new WorkbookFault.LastVisibleSheet(sheet.name());
    }
    var ends = new SpanEnds(base, sheet.key());
    contents = contents.withNames(ends.names(contents.names()));
    Workbook without = base.with(contents, base.model().withoutSheet(sheet.key()));
    ModelEditor editor = without.model().edit(contents, environment);
    ends.follow(editor);
    if (base.calculationMode() == CalculationMode.MANUAL) {
      return new Outcome(without.with(contents, editor.leave().model()), List.of());
    }
    return calculated(without, editor, sheet.key());
  }

  /// Moving a tab changes what a 3-D reference spans.
  private static Outcome redefined(
      Workbook base, Contents contents, CalculationEnvironment environment) {
    Workbook moved = base.with(contents, base.model().redefined());
    return recalculateMentioning(moved, -1, environment);
  }

  /// Calculates the formulas that may have read a sheet, directly, by a span of sheets or by a
  /// name.
  static Outcome recalculateMentioning(
      Workbook workbook, int sheet, CalculationEnvironment environment) {
    if (workbook.calculationMode() == CalculationMode.MANUAL) {
      return new Outcome(workbook, List.of());
    }
    return calculated(workbook, workbook.model().edit(workbook.contents(), environment), sheet);
  }

  private static Outcome calculated(Workbook workbook, ModelEditor editor, int sheet) {
    editor.invalidate((_, _, _, template) ->
        template.mentionsSpan()
            || template.mentionsNames()
            || template.mentionsTables()
            || sheet >= 0 && template.mentionsSheet(sheet));
    return Change.outcome(workbook, editor.finish(), workbook.styleTable());
  }

  private static void checkFree(Workbook workbook, String name, int except) {
    SheetNames.check(name);
    boolean taken =
        workbook.worksheets().stream()
            .anyMatch(each -> each.key() != except && SheetNames.same(each.name(), name));
    if (taken) {
      throw new WorkbookFault.NameTaken("worksheet", name);
    }
  }
}
