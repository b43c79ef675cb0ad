package dev.quire.workbook;

import dev.quire.engine.cells.ArrayArea;
import dev.quire.engine.cells.SheetCells;
import dev.quire.engine.formula.FormulaSite;
import dev.quire.engine.formula.FormulaSyntaxException;
import dev.quire.engine.formula.Notation;
import dev.quire.engine.recalc.CalculationEnvironment;
import dev.quire.engine.recalc.ModelEditor;
import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import dev.quire.engine.value.BlankValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Shows cells as one, and takes that back. Of what merged cells hold the first content, row by
/// row, comes to the first cell; the others are emptied. All cells get the look of the first one
/// and keep their lines (O).
final class Merging {
  private static final long MOST_CELLS = 5_000_000;

  /// More areas of one worksheet make a file that Excel takes minutes to open.
  private static final int MOST_AREAS = 100_000;

  private final Workbook base;
  private final Worksheet sheet;
  private final Contents contents;
  private final ModelEditor editor;
  private final Styles.Growth styles;

  /// @param contents what is in the workbook afterwards, which tells where arrays may spill
  private Merging(
      Workbook base, Worksheet sheet, Contents contents, CalculationEnvironment environment) {
    this.base = base;
    this.sheet = sheet;
    this.contents = contents;
    this.editor = base.model().edit(contents, environment);
    this.styles = base.styleTable().grow();
  }

  static Outcome apply(Workbook base, Edit.MergeCells merge, CalculationEnvironment environment) {
    Worksheet sheet = CellFormatting.existing(base, merge.sheet());
    Area area = grown(merge.area(), sheet.regions().merged());
    check(base, sheet, area);
    List<Area> wanted =
        (merge.across() ? rows(area) : List.of(area))
            .stream().filter(each -> !each.isCell()).toList();
    var merged = new ArrayList<>(sheet.regions().merged());
    merged.removeIf(area::contains);
    merged.addAll(wanted);
    if (merged.size() > MOST_AREAS) {
      throw new WorkbookFault.TooLarge(
          "The worksheet would have %,d merged areas; at most %,d can be."
              .formatted(merged.size(), MOST_AREAS));
    }
    return new Merging(base, sheet, merged(base, sheet, merged), environment).merge(area, wanted);
  }

  /// Arrays that the merged cells kept from spilling are calculated again.
  static Outcome apply(
      Workbook base, Edit.UnmergeCells unmerge, CalculationEnvironment environment) {
    Worksheet sheet = CellFormatting.existing(base, unmerge.sheet());
    List<Area> left = new ArrayList<>(sheet.regions().merged());
    left.removeIf(unmerge.area()::intersects);
    Workbook shown = base.with(merged(base, sheet, left), base.model());
    if (base.calculationMode() == CalculationMode.MANUAL) {
      return new Outcome(shown, List.of());
    }
    ModelEditor editor = shown.model().edit(shown.contents(), environment);
    for (ArrayArea array : shown.cells(sheet.key()).arrays()) {
      if (array.dynamic() && !array.wanted().equals(array.area())) {
        editor.invalidate(sheet.key(), array.anchor());
      }
    }
    return Change.outcome(shown, editor.finish(), shown.styleTable());
  }

  private static Contents merged(Workbook base, Worksheet sheet, List<Area> areas) {
    return base.contents()
        .replacing(sheet.laidOut(sheet.layout(), sheet.regions().withMerged(areas)));
  }

  /// The area with all merged cells that it cuts.
  private static Area grown(Area area, List<Area> merged) {
    Area grown = area;
    boolean again = true;
    while (again) {
      Area before = grown;
      for (Area each : merged) {
        grown = each.intersects(grown) ? grown.boundingBox(each) : grown;
      }
      again = !grown.equals(before);
    }
    return grown;
  }

  private static void check(Workbook base, Worksheet sheet, Area area) {
    base.tables().stream()
        .filter(each -> each.sheet() == sheet.key() && each.area().intersects(area))
        .findFirst()
        .ifPresent(each -> refuse(base, sheet, area, "table " + each.name()));
    sheet.regions().locked().stream()
        .filter(each -> each.intersects(area))
        .findFirst()
        .ifPresent(
            each -> refuse(base, sheet, area, "pivot table or data table in " + A1.print(each)));
    base.cells(sheet.key()).arrays().stream()
        .filter(each -> !each.dynamic() && each.area().intersects(area))
        .findFirst()
        .ifPresent(each -> {
          throw new WorkbookFault.PartOfArray(A1.print(each.area()));
        });
  }

  private static void refuse(Workbook base, Worksheet sheet, Area area, String what) {
    throw new WorkbookFault.Conflict(
        "%s cannot be merged: it has cells of the %s."
            .formatted(base.addressOf(sheet.key(), A1.print(area)), what));
  }

  private Outcome merge(Area area, List<Area> wanted) {
    for (Area each : wanted) {
      gather(each);
      dress(each);
    }
    Workbook shown = base.with(contents, base.model());
    if (base.calculationMode() != CalculationMode.MANUAL) {
      return Change.outcome(shown, editor.finish(), styles.finish());
    }
    var awaiting = new ArrayList<>(base.awaiting());
    awaiting.add(new Workbook.WrittenArea(sheet.key(), area));
    return new Outcome(shown.with(editor.leave().model(), styles.finish(), awaiting), List.of());
  }

  private static List<Area> rows(Area area) {
    if (area.rows() > MOST_AREAS) {
      throw new WorkbookFault.TooLarge(
          "%,d rows are to be merged; at most %,d can be.".formatted(area.rows(), MOST_AREAS));
    }
    var rows = new ArrayList<Area>();
    for (int row = area.firstRow(); row <= area.lastRow(); row++) {
      rows.add(new Area(row, area.firstColumn(), row, area.lastColumn()));
    }
    return rows;
  }

  /// Moves the first content to the first cell and empties the others.
  private void gather(Area area) {
    SheetCells cells = base.cells(sheet.key());
    Optional<Area> used = cells.usedWithin(area, true);
    if (used.isEmpty()) {
      return;
    }
    ArrayAreas.release(editor, sheet.key(), area);
    boolean found = false;
    for (int row = used.get().firstRow(); row <= used.get().lastRow(); row++) {
      for (int column = used.get().firstColumn(); column <= used.get().lastColumn(); column++) {
        boolean holds =
            cells.formula(row, column).isPresent() || cells.value(row, column) != BlankValue.BLANK;
        boolean isFirst = row == area.firstRow() && column == area.firstColumn();
        if (holds && !found && !isFirst) {
          take(row, column, area);
        }
        found |= holds;
        if (holds && !isFirst) {
          editor.setConstant(sheet.key(), row, column, BlankValue.BLANK);
        }
      }
    }
  }

  /// Brings a content to the first cell of an area; a formula goes on reading what it read.
  private void take(int row, int column, Area area) {
    Optional<String> formula = base.formula(sheet.key(), row, column, Notation.A1);
    if (formula.isEmpty()) {
      editor.setConstant(
          sheet.key(), area.firstRow(), area.firstColumn(), base.value(sheet.key(), row, column));
      return;
    }
    try {
      var site = new FormulaSite(sheet.key(), area.firstRow(), area.firstColumn());
      editor.setFormula(
          sheet.key(),
          area.firstRow(),
          area.firstColumn(),
          base.read(formula.get(), site, Notation.A1));
    } catch (FormulaSyntaxException wrong) {
      throw new WorkbookFault.BadFormula(
          row, column, "=" + formula.get(), String.valueOf(wrong.getMessage()));
    }
  }

  /// Whole rows and columns are dressed as far as they are used.
  private void dress(Area area) {
    boolean whole = area.isWholeRows() || area.isWholeColumns();
    Optional<Area> dressed =
        whole ? base.cells(sheet.key()).usedWithin(area, false) : Optional.of(area);
    if (dressed.isEmpty()) {
      return;
    }
    if (dressed.get().cells() > MOST_CELLS) {
      throw new WorkbookFault.TooLarge(
          "%,d cells are to be merged; at most %,d can be, or whole rows and columns."
              .formatted(area.cells(), MOST_CELLS));
    }
    CellStyle first = base.style(sheet.key(), area.firstRow(), area.firstColumn());
    for (int row = dressed.get().firstRow(); row <= dressed.get().lastRow(); row++) {
      for (int at = dressed.get().firstColumn(); at <= dressed.get().lastColumn(); at++) {
        CellStyle own = base.style(sheet.key(), row, at);
        CellStyle after = first.withLook(first.look().withBorders(own.look().borders()));
        if (!after.equals(own)) {
          editor.setStyle(sheet.key(), row, at, styles.numberOf(after));
        }
      }
    }
  }
}
