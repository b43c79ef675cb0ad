package dev.quire.workbook;

import dev.quire.engine.cells.SheetCells;
import dev.quire.engine.recalc.CalculationEnvironment;
import dev.quire.engine.recalc.ModelEditor;
import dev.quire.engine.ref.Area;
import dev.quire.engine.value.BlankValue;
import dev.quire.workbook.pivot.PivotTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Removes and renames pivot tables.
final class PivotChanges {
  private static final int LONGEST_NAME = 255;

  private PivotChanges() {}

  /// Removes a pivot table with the cells of its report and of the filters above it, as Excel does
  /// with a pivot table that is deleted (?).
  static Outcome delete(
      Workbook base, Edit.DeletePivot delete, CalculationEnvironment environment) {
    Worksheet sheet = CellFormatting.existing(base, delete.sheet());
    PivotTable pivot = existing(sheet, delete.pivot());
    if (!pivot.ties().isEmpty()) {
      throw new WorkbookFault.Conflict(
          "The pivot table '%s' cannot be deleted: %s would be left without it."
              .formatted(pivot.name(), pivot.ties().getFirst()));
    }
    SheetRegions regions = sheet.regions().without(pivot);
    Contents contents = base.contents().replacing(sheet.laidOut(sheet.layout(), regions));
    ModelEditor editor = base.model().edit(contents, environment);
    var cleared = new ArrayList<Area>(List.of(pivot.area()));
    pivot.pageArea().ifPresent(cleared::add);
    var awaiting = new ArrayList<>(base.awaiting());
    for (Area area : cleared) {
      clear(base.cells(sheet.key()), editor, sheet.key(), area);
      editor.touch(sheet.key(), area);
      awaiting.add(new Workbook.WrittenArea(sheet.key(), area));
    }
    return base.calculationMode() == CalculationMode.MANUAL
        ? new Outcome(base.with(contents, editor.leave().model(), awaiting), List.of())
        : Change.outcome(base.with(contents, base.model()), editor.finish(), base.styleTable());
  }

  private static void clear(SheetCells cells, ModelEditor editor, int sheet, Area area) {
    Optional<Area> used = cells.usedWithin(area, false);
    if (used.isEmpty()) {
      return;
    }
    ArrayAreas.release(editor, sheet, used.get());
    for (int row = used.get().firstRow(); row <= used.get().lastRow(); row++) {
      for (int column = used.get().firstColumn(); column <= used.get().lastColumn(); column++) {
        editor.setConstant(sheet, row, column, BlankValue.BLANK);
        editor.setStyle(sheet, row, column, SheetCells.NO_STYLE);
      }
    }
  }

  /// Names are told apart within a worksheet, without regard to case.
  static Outcome rename(Workbook base, Edit.RenamePivot rename) {
    Worksheet sheet = CellFormatting.existing(base, rename.sheet());
    PivotTable pivot = existing(sheet, rename.pivot());
    String name = rename.name();
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new WorkbookFault.BadName(name, "the name of a pivot table has 1 to 255 characters");
    }
    boolean taken =
        sheet.regions().pivots().stream()
            .filter(each -> !each.id().equals(pivot.id()))
            .anyMatch(each -> SheetNames.fold(each.name()).equals(SheetNames.fold(name)));
    if (taken) {
      throw new WorkbookFault.NameTaken("pivot table", name);
    }
    SheetRegions regions =
        sheet.regions().pivoted(each -> each.id().equals(pivot.id()) ? each.renamed(name) : each);
    return new Outcome(
        base.with(base.contents().replacing(sheet.laidOut(sheet.layout(), regions)), base.model()),
        List.of());
  }

  private static PivotTable existing(Worksheet sheet, String id) {
    return sheet.regions().pivots().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new WorkbookFault.NotFound("pivot table", id));
  }
}
