package dev.quire.workbook;

import dev.quire.engine.cells.SheetCells;
import dev.quire.engine.formula.EvaluationMode;
import dev.quire.engine.formula.Expression;
import dev.quire.engine.formula.FormulaPrinter;
import dev.quire.engine.formula.FormulaSite;
import dev.quire.engine.formula.FormulaSyntaxException;
import dev.quire.engine.formula.Notation;
import dev.quire.engine.formula.Template;
import dev.quire.engine.numfmt.FormatContext;
import dev.quire.engine.numfmt.NumberFormats;
import dev.quire.engine.recalc.CalculationAborted;
import dev.quire.engine.recalc.CalculationEnvironment;
import dev.quire.engine.recalc.Model;
import dev.quire.engine.recalc.ModelEditor;
import dev.quire.engine.ref.Area;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.ReferenceValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import dev.quire.engine.value.Value;
import dev.quire.workbook.chart.Chart;
import dev.quire.workbook.chart.ChartData;
import dev.quire.workbook.chart.SeriesData;
import dev.quire.workbook.style.Border;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A workbook at one moment: worksheets with their cells, names, tables, formats. Immutable, so
/// that keeping one is a snapshot and costs nothing; a changed workbook shares all it did not
/// change.
///
/// Rows and columns are zero-based. Worksheets are known by their key, which survives renaming and
/// moving. Where a key, row or column is asked for, it must exist.
public final class Workbook {
  private final Contents contents;
  private final Model model;
  private final Styles styles;
  private final CalculationMode mode;
  private final Shared shared;
  private final List<WrittenArea> awaiting;
  private final int nextKey;

  /// Present while `contents` and `model` lack what the sheets of the file hold.
  private final @Nullable UnreadSheets unread;

  /// What a workbook and everything derived from it have in common.
  record Shared(NumberFormats formats, FormulaReader formulas) {}

  /// An area changed in manual mode, whose dependents have not been calculated.
  ///
  /// @param formulas whether the formulas in it have not been calculated either
  record WrittenArea(int sheet, Area area, boolean formulas) {
    WrittenArea(int sheet, Area area) {
      this(sheet, area, false);
    }

    void tell(ModelEditor editor) {
      editor.touch(sheet, area);
      if (formulas) {
        editor.invalidate(sheet, area);
      }
    }
  }

  Workbook(
      Contents contents,
      Model model,
      Styles styles,
      CalculationMode mode,
      Shared shared,
      List<WrittenArea> awaiting,
      int nextKey) {
    this(contents, model, styles, mode, shared, awaiting, nextKey, null);
  }

  private Workbook(
      Contents contents,
      Model model,
      Styles styles,
      CalculationMode mode,
      Shared shared,
      List<WrittenArea> awaiting,
      int nextKey,
      @Nullable UnreadSheets unread) {
    this.contents = contents.shownIn(styles, mode);
    this.model = model;
    this.styles = styles;
    this.mode = mode;
    this.shared = shared;
    this.awaiting = List.copyOf(awaiting);
    this.nextKey = nextKey;
    this.unread = unread;
  }

  /// The same workbook, whose sheets are still in the file.
  Workbook unread(UnreadSheets sheets) {
    return new Workbook(contents, model, styles, mode, shared, awaiting, nextKey, sheets);
  }

  /// This workbook as far as a sheet shows it: itself, or one that has read that sheet and those
  /// that its values come from.
  private Workbook seenFrom(int sheet) {
    return unread == null ? this : unread.seenFrom(sheet);
  }

  /// Applies a change.
  ///
  /// @throws WorkbookFault when the workbook refuses it; this workbook is as it was in any case
  public Outcome apply(Edit edit, CalculationEnvironment environment) {
    return new Change(this, environment).apply(edit);
  }

  /// All worksheets in tab order, hidden ones included.
  public List<Worksheet> worksheets() {
    return contents().worksheets();
  }

  /// The tabs of all worksheets in their order, hidden ones included. Reads no sheet.
  public List<Tab> tabs() {
    return contents.worksheets().stream().map(Worksheet::tab).toList();
  }

  /// The tab of the worksheet with this key. Reads no sheet.
  public Optional<Tab> tab(int key) {
    return contents.worksheet(key).map(Worksheet::tab);
  }

  /// What the worksheets are known by, for whoever opens this workbook's file again.
  public WorksheetKeys keys() {
    return new WorksheetKeys(
        tabs().stream().map(tab -> new WorksheetKeys.Known(tab.key(), tab.id())).toList(), nextKey);
  }

  /// The worksheet with this key.
  public Optional<Worksheet> worksheet(int key) {
    return seenFrom(key).contents.worksheet(key);
  }

  /// The worksheet with this id, or with this name; names are compared without case.
  public Optional<Worksheet> findWorksheet(String idOrName) {
    return contents.worksheets().stream()
        .filter(sheet -> sheet.id().equalsIgnoreCase(idOrName))
        .findFirst()
        .or(() -> contents.worksheetNamed(idOrName))
        .flatMap(found -> worksheet(found.key()));
  }

  /// Zero-based place of a worksheet among all of them.
  public int position(int sheet) {
    return contents.position(sheet);
  }

  /// The cells of a worksheet. Calculates what was left to be.
  ///
  /// @throws WorkbookFault.CalculationTooLong when that takes too long
  public SheetCells cells(int sheet) {
    return calculating(() -> seenFrom(sheet).model.cells(sheet).orElse(SheetCells.EMPTY));
  }

  /// Reads something that may have been left to be calculated.
  private static <T> T calculating(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (CalculationAborted aborted) {
      throw new WorkbookFault.CalculationTooLong(String.valueOf(aborted.getMessage()));
    }
  }

  /// What a cell holds.
  ///
  /// @throws WorkbookFault.CalculationTooLong when it was left to be calculated and that takes too
  ///   long
  public Scalar value(int sheet, int row, int column) {
    return calculating(() -> seenFrom(sheet).model.value(sheet, row, column));
  }

  /// The formula of a cell without `=`, as a person types it; empty for a constant.
  public Optional<String> formula(int sheet, int row, int column, Notation notation) {
    return seenFrom(sheet)
        .model
        .layout(sheet)
        .formula(row, column)
        .map(template ->
            FormulaPrinter.print(
                template.expression(), new FormulaSite(sheet, row, column), notation, contents));
  }

  /// The formula of a cell without `=`, as files spell it (`_xlfn.` before newer functions).
  public Optional<String> formulaForFile(int sheet, int row, int column) {
    return seenFrom(sheet)
        .model
        .layout(sheet)
        .formula(row, column)
        .map(template ->
            FormulaPrinter.printForFile(
                template.expression(), new FormulaSite(sheet, row, column), contents));
  }

  /// What a defined name stands for, without `=`, as people see it, spelt with the present names of
  /// sheets.
  public String nameFormula(NamedItem name) {
    return name.formula()
        .map(template ->
            FormulaPrinter.print(
                template.expression(), nameSite(name.sheet()), Notation.A1, contents))
        .orElse(name.text());
  }

  /// The same as files spell it (`_xlfn.` before newer functions).
  public String nameFormulaForFile(NamedItem name) {
    return name.formula()
        .map(template ->
            FormulaPrinter.printForFile(template.expression(), nameSite(name.sheet()), contents))
        .orElse(name.text());
  }

  /// The cell from which the relative references of a name are told: A1 of its sheet, or of the
  /// first one.
  private FormulaSite nameSite(OptionalInt sheet) {
    return new FormulaSite(sheet.orElse(tabs().getFirst().key()), 0, 0);
  }

  /// How a cell is shown: its own style, or its row's, or its column's.
  public CellStyle style(int sheet, int row, int column) {
    int own = seenFrom(sheet).model.layout(sheet).style(row, column);
    return styles.at(own != SheetCells.NO_STYLE ? own : layout(sheet).style(row, column));
  }

  /// All styles that cells of an area have, whether the cells exist or not; at least one.
  public Set<CellStyle> stylesIn(int sheet, Area area) {
    return LooksIn.of(this, sheet, area);
  }

  /// The line that is seen at a place of an area; empty where it differs from cell to cell.
  public Optional<Border> border(int sheet, Area area, BorderPlace place) {
    return BordersIn.of(this, sheet, area, place);
  }

  /// A cell as displayed, whatever the width of its column.
  public String text(int sheet, int row, int column) {
    Scalar value = value(sheet, row, column);
    return value == BlankValue.BLANK
        ? ""
        : shared
            .formats()
            .format(style(sheet, row, column).numberFormat())
            .format(value, contents.date1904() ? FormatContext.EN_US_1904 : FormatContext.EN_US);
  }

  /// The smallest area with everything used on a sheet, or the top left cell of an unused one.
  ///
  /// @param valuesOnly whether cells that only have a format count as unused
  public Area usedArea(int sheet, boolean valuesOnly) {
    SheetCells cells = seenFrom(sheet).model.layout(sheet);
    return (valuesOnly ? cells.valuesArea() : cells.usedArea()).orElse(Area.cell(0, 0));
  }

  /// The used part of an area, or the area's first cell when nothing of it is used.
  ///
  /// @param valuesOnly whether cells that only have a format count as unused
  public Area usedPart(int sheet, Area area, boolean valuesOnly) {
    return seenFrom(sheet)
        .model
        .layout(sheet)
        .usedWithin(area, valuesOnly)
        .orElse(Area.cell(area.firstRow(), area.firstColumn()));
  }

  /// All styles by number; those of the file first.
  public List<CellStyle> styles() {
    return styles.all();
  }

  /// All defined names, in the order of the file, those of sheets included.
  public List<NamedItem> names() {
    return contents.names();
  }

  /// All tables, in the order of worksheets and of the file.
  public List<Table> tables() {
    return contents.tables();
  }

  /// The table with this id or legacy id, or with this name; names are compared without case.
  public Optional<Table> findTable(String idOrName) {
    return tables().stream()
        .filter(table ->
            table.id().equalsIgnoreCase(idOrName)
                || Integer.toString(table.legacyId()).equals(idOrName))
        .findFirst()
        .or(() -> contents.tableNamed(idOrName));
  }

  /// The name as seen from a sheet, or, without one, from the workbook; compared without case.
  public Optional<NamedItem> findName(OptionalInt sheet, String name) {
    return contents.nameSeenFrom(sheet, name);
  }

  /// What a defined name stands for at this moment: a reference, or the value of a formula. A text
  /// that is no formula is `#NAME?`.
  public Value meaning(NamedItem name) {
    FormulaSite site = nameSite(name.sheet());
    return name.formula()
        .map(template -> {
          // Cells by their position are the same whatever they hold.
          boolean isPlace = template.expression().bare() instanceof Expression.CellReference;
          Workbook seen = isPlace || unread == null ? this : unread.whole();
          return seen.model.evaluate(template, site, seen.contents);
        })
        .orElse(ErrorValue.NAME);
  }

  /// What a formula of the sheet that stands in no cell comes to; relative references are told from
  /// cell A1.
  Value evaluate(Template formula, int sheet) {
    return model().evaluate(formula, nameSite(OptionalInt.of(sheet)), contents());
  }

  /// What a worksheet function yields for these arguments, called from no cell in particular.
  ///
  /// @param function its name in upper case, one of the catalogue
  /// @param arguments in order; nothing for one that is left empty
  /// @return possibly an array or a reference
  public Value call(
      String function, List<Optional<Value>> arguments, CalculationEnvironment environment) {
    Template call =
        shared.formulas().call(function, arguments.stream().map(Literals::expression).toList());
    return model().evaluate(call, nameSite(OptionalInt.empty()), contents(), environment);
  }

  /// An area of a worksheet.
  ///
  /// @param sheet key of the worksheet
  public record Place(int sheet, Area area) {}

  /// The range that a defined name stands for; empty when it is something else, or several ranges.
  public Optional<Place> place(NamedItem name) {
    return meaning(name) instanceof ReferenceValue reference
            && reference.isSingle()
            && tab(reference.first().sheet()).isPresent()
        ? Optional.of(new Place(reference.first().sheet(), reference.first().area()))
        : Optional.empty();
  }

  /// An A1 text with the name of a sheet in front, in quotes where formulas need them.
  public String addressOf(int sheet, String a1) {
    String name = tab(sheet).map(Tab::name).orElse("#REF");
    return dev.quire.engine.formula.SheetNames.quoted(name) + "!" + a1;
  }

  /// When formulas are calculated.
  public CalculationMode calculationMode() {
    return mode;
  }

  /// How the text of a cell is pronounced, as the file notes it. Texts are known by their objects.
  public Optional<Pronunciation> pronunciation(TextValue text) {
    return contents.pronunciation(text.text());
  }

  /// Whether days are counted from 1904.
  public boolean date1904() {
    return contents.date1904();
  }

  /// Whether something was written in manual mode and not calculated since, so that formulas may
  /// show old values.
  public boolean isStale() {
    return !awaiting.isEmpty();
  }

  /// The moves of cells that led from an earlier state to this one, in their order.
  public List<SheetShift> shiftsSince(Workbook earlier) {
    return contents.shifts().since(earlier.contents.shifts());
  }

  /// This workbook with cells moved as they were in a later state, and nothing else done: nothing
  /// is refused, calculated or filled in.
  public Workbook replay(List<SheetShift> shifts) {
    Workbook moved = this;
    for (SheetShift each : shifts) {
      moved = CellShifting.replay(moved, each);
    }
    return moved;
  }

  /// What the series of a chart hold at this moment.
  ///
  /// @param sheet key of the worksheet that has the chart
  public ChartData chartData(int sheet, Chart chart) {
    return ChartValues.of(this, sheet, chart);
  }

  /// What some data of a chart holds at this moment, cells of hidden rows and columns included.
  ///
  /// @param sheet key of the worksheet that has the chart
  public ChartData.Points chartPoints(int sheet, SeriesData data) {
    return ChartValues.points(this, sheet, data);
  }

  /// Settings of the rows and columns of a worksheet.
  public SheetLayout layout(int sheet) {
    return worksheet(sheet).map(Worksheet::layout).orElse(SheetLayout.PLAIN);
  }

  /// What is defined around all cells. Reads every sheet.
  Contents contents() {
    return unread == null ? contents : unread.whole().contents;
  }

  /// All cells. Reads every sheet.
  Model model() {
    return unread == null ? model : unread.whole().model;
  }

  Styles styleTable() {
    return styles;
  }

  Shared shared() {
    return shared;
  }

  List<WrittenArea> awaiting() {
    return awaiting;
  }

  int nextKey() {
    return nextKey;
  }

  Workbook with(Contents newContents, Model newModel) {
    return new Workbook(newContents, newModel, styles, mode, shared, awaiting, nextKey);
  }

  Workbook with(Model newModel, Styles newStyles, List<WrittenArea> newAwaiting) {
    return new Workbook(contents(), newModel, newStyles, mode, shared, newAwaiting, nextKey);
  }

  Workbook with(Contents newContents, Model newModel, List<WrittenArea> newAwaiting) {
    return new Workbook(newContents, newModel, styles, mode, shared, newAwaiting, nextKey);
  }

  Workbook with(CalculationMode newMode) {
    return new Workbook(contents(), model(), styles, newMode, shared, awaiting, nextKey);
  }

  Workbook with(Styles newStyles) {
    return new Workbook(contents(), model(), newStyles, mode, shared, awaiting, nextKey);
  }

  Workbook withNextKey(int key) {
    return new Workbook(contents(), model(), styles, mode, shared, awaiting, key);
  }

  /// A formula read as this workbook reads it.
  Template read(String text, FormulaSite site, Notation notation) throws FormulaSyntaxException {
    return shared.formulas().read(text, site, notation, EvaluationMode.DYNAMIC, contents);
  }

  /// The same for a formula that somebody enters, who is told what Excel would not take.
  Template entered(String text, FormulaSite site, Notation notation) throws FormulaSyntaxException {
    return shared.formulas().entered(text, site, notation, contents);
  }
}
