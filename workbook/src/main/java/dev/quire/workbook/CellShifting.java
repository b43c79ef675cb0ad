package dev.quire.workbook;

import dev.quire.engine.cells.ArrayArea;
import dev.quire.engine.cells.SheetCells;
import dev.quire.engine.formula.EvaluationMode;
import dev.quire.engine.formula.Expression;
import dev.quire.engine.formula.FormulaShift;
import dev.quire.engine.formula.FormulaSite;
import dev.quire.engine.formula.Template;
import dev.quire.engine.recalc.Calculated.ChangedArea;
import dev.quire.engine.recalc.CalculationEnvironment;
import dev.quire.engine.recalc.Model;
import dev.quire.engine.recalc.ModelEditor;
import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.CellAddress;
import dev.quire.engine.ref.Shift;
import dev.quire.engine.value.TextValue;
import dev.quire.workbook.chart.SheetCharts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Inserts and deletes cells: moves the others, and lets everything follow that refers to them.
final class CellShifting {
  /// As many cells get the look of their neighbour at most.
  private static final long MOST_STYLED = 5_000_000;

  private final Workbook base;
  private final Worksheet sheet;
  private final Shift shift;
  private final TableShift tables;
  private final FormulaShift formulas;
  private final List<NamedItem> names;

  private CellShifting(Workbook base, Worksheet sheet, Shift shift) {
    this.base = base;
    this.sheet = sheet;
    this.shift = shift;
    this.tables = new TableShift(base.tables(), sheet.key(), shift);
    var plain = formulas(false);
    this.names = base.names().stream().map(each -> followed(each, plain)).toList();
    this.formulas = formulas(base.names().stream().anyMatch(each -> isOther(each, plain)));
  }

  private FormulaShift formulas(boolean otherNames) {
    return new FormulaShift(
        sheet.key(),
        shift,
        base.shared().formulas(),
        new FormulaShift.Circumstances(tables::isLost, otherNames, tables.hasOtherCells()));
  }

  private static boolean isOther(NamedItem name, FormulaShift formulas) {
    return name.formula()
        .filter(each -> !formulas.preservesName(each.expression()) || each.dependsOnPlace())
        .isPresent();
  }

  private NamedItem followed(NamedItem name, FormulaShift following) {
    if (name.formula().isEmpty()) {
      return name;
    }
    Expression before = name.formula().get().expression();
    Expression after = following.followName(before);
    return after == before
        ? name
        : name.meaning(base.shared().formulas().of(after, EvaluationMode.DYNAMIC));
  }

  static Outcome apply(Workbook base, int key, Shift shift, CalculationEnvironment environment) {
    Worksheet sheet =
        base.worksheet(key)
            .orElseThrow(() -> new WorkbookFault.NotFound("worksheet", Integer.toString(key)));
    ShiftChecks.check(base, sheet, shift);
    return new CellShifting(base, sheet, shift).apply(environment);
  }

  /// Moves cells and nothing else: what a torn array has filled stays, as values.
  static Workbook replay(Workbook base, SheetShift move) {
    Optional<Worksheet> sheet = base.worksheet(move.sheet());
    return sheet.isEmpty()
        ? base
        : new CellShifting(base, sheet.get(), move.shift())
            .moved(base.model(), List.of())
            .workbook();
  }

  /// A workbook after a move.
  ///
  /// @param stale formulas to calculate
  private record Moved(Workbook workbook, List<ChangedArea> stale) {}

  /// @param model the cells before, without arrays that would be torn
  /// @param torn those arrays
  private Moved moved(Model model, List<ArrayArea> torn) {
    Model.Shifted shifted = model.shift(formulas);
    Contents contents =
        base.contents()
            .shifted(
                sheet
                    .laidOut(sheet.layout().shifted(shift), sheet.regions().shifted(shift))
                    .drawn(sheet.charts()),
                names,
                tables.after(),
                new SheetShift(sheet.key(), shift));
    contents =
        contents.withWorksheets(
            ChartMoves.shifted(contents.worksheets(), sheet.key(), shift).stream()
                .map(this::calculated)
                .toList());
    var stale = new ArrayList<>(shifted.stale());
    for (ArrayArea each : shifted.model().cells(sheet.key()).orElse(SheetCells.EMPTY).arrays()) {
      boolean again =
          base.cells(sheet.key()).arrays().stream()
              .filter(old -> torn.contains(old) || !old.wanted().equals(old.area()))
              .anyMatch(old -> isNow(old, each));
      if (again) {
        stale.add(new ChangedArea(sheet.key(), each.anchor()));
      }
    }
    return new Moved(base.with(contents, shifted.model(), awaiting()), stale);
  }

  /// Thresholds of conditional formats are formulas, of whatever sheet.
  private Worksheet calculated(Worksheet each) {
    List<ConditionalRule> rules = each.regions().conditions();
    List<ConditionalRule> now =
        rules.stream()
            .map(rule -> rule.calculatedBy(formula -> followed(formula, each.key())))
            .toList();
    return now.equals(rules)
        ? each
        : each.laidOut(each.layout(), each.regions().withConditions(now));
  }

  private Template followed(Template formula, int home) {
    Expression before = formula.expression();
    Expression after = formulas.followText(before, new FormulaSite(home, 0, 0), 0, 0);
    return after == before ? formula : base.shared().formulas().of(after, EvaluationMode.LEGACY);
  }

  private boolean isNow(ArrayArea old, ArrayArea now) {
    return shift.reference(old.anchor()).filter(now.anchor()::equals).isPresent();
  }

  private boolean isTorn(ArrayArea array) {
    return !shift.preserves(array.area()) && !shift.area().contains(array.area());
  }

  /// The cells as they are to be moved: without arrays that would be torn, and those with the look
  /// of a row or column that they leave have it as their own.
  private Model ready(List<ArrayArea> torn, CalculationEnvironment environment) {
    List<CellAddress> leaving = leaving();
    if (torn.isEmpty() && leaving.isEmpty()) {
      return base.model();
    }
    ModelEditor editor = base.model().edit(base.contents(), environment);
    torn.forEach(each -> editor.release(sheet.key(), each.area()));
    leaving.forEach(each ->
        editor.setStyle(
            sheet.key(), each.row(), each.column(), Math.max(look(each.row(), each.column()), 0)));
    return editor.leave().model();
  }

  /// Cells that look like their row or column and come where others look differently.
  private List<CellAddress> leaving() {
    SheetLayout layout = sheet.layout();
    boolean isPlain = shift.isVertical() ? !layout.stylesRows() : !layout.stylesColumns();
    if (isPlain || shift.isWholeRows() || shift.isWholeColumns()) {
      return List.of();
    }
    SheetCells cells = base.cells(sheet.key());
    var leaving = new ArrayList<CellAddress>();
    shift
        .moving()
        .ifPresent(area ->
            cells.visit(
                area,
                (row, column, _) -> {
                  if (cells.style(row, column) == SheetCells.NO_STYLE
                      && look(row, column)
                          != look(shift.row(row, column), shift.column(row, column))) {
                    leaving.add(new CellAddress(row, column));
                  }
                  return true;
                }));
    return leaving;
  }

  private int look(int row, int column) {
    return sheet.layout().style(row, column);
  }

  private List<Workbook.WrittenArea> awaiting() {
    return base.awaiting().stream()
        .flatMap(each ->
            each.sheet() == sheet.key()
                ? shift.reference(each.area()).stream()
                    .map(area -> new Workbook.WrittenArea(each.sheet(), area, each.formulas()))
                : Stream.of(each))
        .toList();
  }

  private Outcome apply(CalculationEnvironment environment) {
    List<ArrayArea> torn = base.cells(sheet.key()).arrays().stream().filter(this::isTorn).toList();
    Moved moved = moved(ready(torn, environment), torn);
    Workbook workbook = sized(moved.workbook());
    ModelEditor editor = workbook.model().edit(workbook.contents(), environment);
    dress(editor);
    tables.newHeaders(
        (row, column, text) -> editor.setConstant(sheet.key(), row, column, new TextValue(text)));
    if (workbook.calculationMode() == CalculationMode.MANUAL) {
      var awaiting = new ArrayList<>(workbook.awaiting());
      moved
          .stale()
          .forEach(each -> awaiting.add(new Workbook.WrittenArea(each.sheet(), each.area(), true)));
      return new Outcome(
          workbook.with(editor.leave().model(), workbook.styleTable(), awaiting), List.of());
    }
    workbook.awaiting().forEach(written -> written.tell(editor));
    moved.stale().forEach(each -> editor.invalidate(each.sheet(), each.area()));
    return Change.outcome(workbook, editor.finish(), workbook.styleTable());
  }

  /// Lets charts that only move, or stay, be as large as they were among other rows and columns. A
  /// replay leaves them as their anchors say, which have followed the cells.
  private Workbook sized(Workbook workbook) {
    Worksheet now = workbook.worksheet(sheet.key()).orElseThrow();
    SheetCharts charts =
        now.charts()
            .map(chart ->
                sheet
                    .charts()
                    .find(chart.id())
                    .map(old ->
                        chart.withFrame(
                            ChartFrames.kept(
                                old.frame(), sheet.layout(), chart.frame(), now.layout())))
                    .orElse(chart));
    return charts == now.charts()
        ? workbook
        : workbook.with(workbook.contents().replacing(now.drawn(charts)), workbook.model());
  }

  /// Gives new cells the look of those above or to the left (O).
  private void dress(ModelEditor editor) {
    if (!shift.inserts() || shift.first() == 0) {
      return;
    }
    Area area = shift.area();
    Area neighbours =
        shift.isVertical()
            ? new Area(
                area.firstRow() - 1, area.firstColumn(), area.firstRow() - 1, area.lastColumn())
            : new Area(
                area.firstRow(), area.firstColumn() - 1, area.lastRow(), area.firstColumn() - 1);
    Optional<Area> used = editor.cells(sheet.key()).usedWithin(neighbours, false);
    if (used.isEmpty()) {
      return;
    }
    if (used.get().cells() * shift.count() > MOST_STYLED) {
      throw new WorkbookFault.TooLarge(
          "More than %d formatted cells would be inserted.".formatted(MOST_STYLED));
    }
    for (int row = used.get().firstRow(); row <= used.get().lastRow(); row++) {
      for (int column = used.get().firstColumn(); column <= used.get().lastColumn(); column++) {
        dress(editor, row, column);
      }
    }
  }

  private void dress(ModelEditor editor, int row, int column) {
    int style = editor.style(sheet.key(), row, column);
    for (int by = 1; style != SheetCells.NO_STYLE && by <= shift.count(); by++) {
      boolean down = shift.isVertical();
      editor.setStyle(sheet.key(), down ? row + by : row, down ? column : column + by, style);
    }
  }
}
