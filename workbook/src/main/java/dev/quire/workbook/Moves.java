package dev.quire.workbook;

import dev.quire.engine.formula.Expression;
import dev.quire.engine.formula.FormulaParser;
import dev.quire.engine.formula.FormulaPrinter;
import dev.quire.engine.formula.FormulaShift;
import dev.quire.engine.formula.FormulaSite;
import dev.quire.engine.formula.FormulaSyntaxException;
import dev.quire.engine.formula.Notation;
import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.Shift;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;

/// Moves of cells that lie between two states of a workbook, applied to references that the
/// workbook does not know, since they stand in parts of the file that it does not read.
public final class Moves {
  private static final int NO_SHEET = -1;

  private final Workbook before;
  private final List<SheetShift> shifts;
  private final List<FormulaShift> formulas;

  /// @param before the workbook before the moves
  /// @param shifts the moves in their order
  public Moves(Workbook before, List<SheetShift> shifts) {
    this.before = before;
    this.shifts = List.copyOf(shifts);
    this.formulas =
        shifts.stream()
            .map(each ->
                new FormulaShift(
                    each.sheet(),
                    each.shift(),
                    before.shared().formulas(),
                    FormulaShift.Circumstances.NONE))
            .toList();
  }

  /// Whether nothing moves.
  public boolean isEmpty() {
    return shifts.isEmpty();
  }

  /// The moves on one worksheet.
  public List<Shift> on(int sheet) {
    return shifts.stream().filter(each -> each.sheet() == sheet).map(SheetShift::shift).toList();
  }

  /// The key that a worksheet with this name had before.
  public OptionalInt sheet(String name) {
    return before.contents().sheetKey(name);
  }

  /// What a reference to an area of a sheet is afterwards, empty when it is gone.
  public Optional<Area> reference(int sheet, Area area) {
    return after(sheet, area, Shift::reference);
  }

  /// What a reference to an area below a header is afterwards; see [Shift#headed].
  public Optional<Area> headed(int sheet, Area area) {
    return after(sheet, area, Shift::headed);
  }

  private Optional<Area> after(
      int sheet, Area area, BiFunction<Shift, Area, Optional<Area>> moved) {
    Optional<Area> now = Optional.of(area);
    for (Shift each : on(sheet)) {
      now = now.flatMap(there -> moved.apply(each, there));
    }
    return now;
  }

  /// Where a cell of a sheet is afterwards, empty when it is gone.
  public Optional<Area> cell(int sheet, Area cell) {
    Area now = cell;
    for (Shift each : on(sheet)) {
      int row = each.row(now.firstRow(), now.firstColumn());
      int column = each.column(now.firstRow(), now.firstColumn());
      if (row == Shift.GONE || column == Shift.GONE) {
        return Optional.empty();
      }
      now = Area.cell(row, column);
    }
    return Optional.of(now);
  }

  /// The cells of some areas of a sheet afterwards.
  public List<Area> pieces(int sheet, List<Area> areas) {
    List<Area> now = areas;
    for (Shift each : on(sheet)) {
      now = pieces(each, now);
    }
    return now;
  }

  private static List<Area> pieces(Shift shift, List<Area> areas) {
    return areas.stream().flatMap(area -> shift.pieces(area).stream()).toList();
  }

  /// A formula that is kept as text, afterwards. The very text that was given when it stays, also
  /// when it is no formula.
  ///
  /// @param text the formula without `=`, or as some programs write it with one
  /// @param sheet key of the sheet that references without a sheet mean, if there is one
  /// @param home areas whose top left cell relative references are told from; nothing when they
  ///   mean the cells they spell, as in charts
  public String formula(String text, OptionalInt sheet, List<Area> home) {
    if (isEmpty() || text.isEmpty()) {
      return text;
    }
    if (text.startsWith("=")) {
      return "=" + formula(text.substring(1), sheet, home);
    }
    int host = sheet.orElse(NO_SHEET);
    FormulaSite site = site(host, home);
    try {
      Expression read = FormulaParser.parse(text, site, Notation.A1, before.contents());
      return followed(text, read, site, home);
    } catch (FormulaSyntaxException noFormula) {
      return text;
    }
  }

  private String followed(String text, Expression read, FormulaSite first, List<Area> home) {
    Expression expression = read;
    FormulaSite site = first;
    List<Area> areas = home;
    for (FormulaShift each : formulas) {
      boolean moves = each.sheet() == site.sheet() && !areas.isEmpty();
      areas = moves ? pieces(each.shift(), areas) : areas;
      FormulaSite next = moves && !areas.isEmpty() ? site(site.sheet(), areas) : site;
      expression = each.followText(expression, site, next.row(), next.column());
      site = next;
    }
    return expression.equals(read) && site.equals(first)
        ? text
        : changed(
            text, FormulaPrinter.printForFile(expression, site, before.contents()), read, first);
  }

  /// The text given, when only its spelling would change.
  private String changed(String text, String now, Expression read, FormulaSite site) {
    return FormulaPrinter.printForFile(read, site, before.contents()).equals(now) ? text : now;
  }

  private static FormulaSite site(int sheet, List<Area> home) {
    int row = home.stream().mapToInt(Area::firstRow).min().orElse(0);
    int column = home.stream().mapToInt(Area::firstColumn).min().orElse(0);
    return new FormulaSite(sheet, row, column);
  }
}
