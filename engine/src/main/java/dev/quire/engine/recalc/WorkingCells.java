package dev.quire.engine.recalc;

import dev.quire.engine.cells.ArrayArea;
import dev.quire.engine.cells.CellEditor;
import dev.quire.engine.cells.SheetCells;
import dev.quire.engine.formula.CellLook;
import dev.quire.engine.formula.CellScan;
import dev.quire.engine.formula.CellVisitor;
import dev.quire.engine.formula.ColumnIndex;
import dev.quire.engine.formula.PivotReport;
import dev.quire.engine.formula.TableShape;
import dev.quire.engine.formula.Template;
import dev.quire.engine.formula.Workspace;
import dev.quire.engine.numfmt.NumberFormats;
import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.Stretch;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The workbook as formulas see it during one change: earlier writes of the change included, and
/// with a signal instead of a value where a cell has to be calculated first.
final class WorkingCells implements Workspace {
  /// Says that cells have to be calculated first. One object for the whole change, without a stack
  /// trace, since it is thrown often and only steers; threads that calculate beside one another do
  /// not look into it.
  static final class Unready extends RuntimeException {
    private static final long serialVersionUID = 1;
    private transient int sheet;
    private transient Area area = Area.cell(0, 0);

    Unready() {
      super(null, null, false, false);
    }

    int sheet() {
      return sheet;
    }

    Area area() {
      return area;
    }
  }

  /// Fewer cells are looked through as quickly.
  private static final int WORTH_INDEXING = 32;

  /// Told apart from every number of writes.
  private static final int UNWRITTEN = -1;

  private final Definitions definitions;
  private final boolean keepsAsDisplayed;
  private final NumberFormats formats = new NumberFormats();
  private final CalculationEnvironment environment;
  private SheetTable base;
  private @Nullable CellEditor[] editors = new @Nullable CellEditor[4];
  private final Unready unready = new Unready();
  private final Instant now;
  private final CellSet dirty;
  private final RowIndexes rowIndexes = new RowIndexes();
  private Deadline deadline;

  WorkingCells(
      SheetTable base, Definitions definitions, CalculationEnvironment environment, CellSet dirty) {
    this.base = base;
    this.definitions = definitions;
    this.keepsAsDisplayed = definitions.keepsAsDisplayed();
    this.environment = environment;
    this.dirty = dirty;
    this.now = environment.clock().instant();
    this.deadline = Deadline.in(environment.budget());
  }

  /// The sheet's cells as something that can be written.
  CellEditor editor(int sheet) {
    CellEditor found = find(sheet);
    if (found != null) {
      return found;
    }
    if (sheet >= editors.length) {
      editors = Arrays.copyOf(editors, Math.max(sheet + 1, editors.length * 2));
    }
    CellEditor made = base.find(sheet).orElse(SheetCells.EMPTY).edit();
    editors[sheet] = made;
    return made;
  }

  private @Nullable CellEditor find(int sheet) {
    return sheet >= 0 && sheet < editors.length ? editors[sheet] : null;
  }

  /// The cells of a sheet as they stand.
  private SheetCells view(int sheet) {
    CellEditor editor = find(sheet);
    return editor != null ? editor.view() : base.cells(sheet);
  }

  /// All sheets after the writes so far. Writes that follow do not show in them.
  SheetTable restart() {
    base = seal();
    editors = new @Nullable CellEditor[editors.length];
    rowIndexes.clear();
    return base;
  }

  /// Gives what follows as much time as a calculation may take.
  void renewDeadline() {
    deadline = Deadline.in(environment.budget());
  }

  /// How many threads may calculate.
  int threads() {
    return environment.threads();
  }

  /// How long one thread calculates a column alone.
  long sharesAfterNanos() {
    return environment.sharesAfter().toNanos();
  }

  /// Work beyond which what nobody reads is left.
  long leavesMoreThan() {
    return environment.leavesMoreThan();
  }

  /// All sheets after the writes.
  SheetTable seal() {
    SheetTable sealed = base;
    for (int sheet = 0; sheet < editors.length; sheet++) {
      CellEditor editor = editors[sheet];
      if (editor != null) {
        sealed = sealed.with(sheet, Optional.of(editor.seal()));
      }
    }
    return sealed;
  }

  /// The value as it stands, calculated or not.
  Scalar standing(int sheet, int row, int column) {
    return view(sheet).value(row, column);
  }

  /// Whether a cell holds this very value, calculated or not.
  boolean holds(int sheet, int row, int column, Scalar value) {
    return view(sheet).holds(row, column, value);
  }

  @Override
  public double number(int sheet, int row, int column) {
    if (dirty.contains(sheet, row, column)) {
      throw unready(sheet, Area.cell(row, column));
    }
    return view(sheet).number(row, column);
  }

  @Override
  public void numbers(int sheet, Stretch cells, double[] into, double blank) {
    Area area = cells.area();
    if (dirty.meets(sheet, area)) {
      throw unready(sheet, area);
    }
    view(sheet).numbers(cells, into, blank);
  }

  /// Whether this very formula stands in a cell.
  boolean hasFormula(int sheet, int row, int column, Template formula) {
    return view(sheet).hasFormula(row, column, formula);
  }

  @Override
  public Scalar cell(int sheet, int row, int column) {
    if (dirty.contains(sheet, row, column)) {
      throw unready(sheet, Area.cell(row, column));
    }
    return standing(sheet, row, column);
  }

  @Override
  public void visit(int sheet, Area area, CellVisitor visitor) {
    if (dirty.meets(sheet, area)) {
      throw unready(sheet, area);
    }
    SheetCells cells = view(sheet);
    cells.visit(area, cells.isLost() ? Watched.visitor(visitor, deadline) : visitor);
  }

  @Override
  public void scan(int sheet, Area area, CellScan scan) {
    if (dirty.meets(sheet, area)) {
      throw unready(sheet, area);
    }
    SheetCells cells = view(sheet);
    cells.scan(area, cells.isLost() ? Watched.scan(scan, deadline) : scan);
  }

  @Override
  public long stored(int sheet, Area area) {
    if (dirty.meets(sheet, area)) {
      throw unready(sheet, area);
    }
    return view(sheet).count(area);
  }

  @Override
  public Optional<ColumnIndex> index(int sheet, Area area) {
    if (area.rows() < WORTH_INDEXING) {
      return Optional.empty();
    }
    if (dirty.meets(sheet, area)) {
      throw unready(sheet, area);
    }
    return view(sheet).index(area.firstColumn());
  }

  @Override
  public Optional<ColumnIndex> rowIndex(int sheet, Area area) {
    if (area.columns() < WORTH_INDEXING) {
      return Optional.empty();
    }
    if (dirty.meets(sheet, area)) {
      throw unready(sheet, area);
    }
    CellEditor editor = find(sheet);
    int writes = editor == null ? UNWRITTEN : editor.writes(area.firstRow());
    return rowIndexes.of(sheet, area.firstRow(), writes, view(sheet));
  }

  Unready unready(int sheet, Area area) {
    unready.sheet = sheet;
    unready.area = area;
    return unready;
  }

  @Override
  public Optional<Area> usedArea(int sheet) {
    return view(sheet).valuesArea();
  }

  @Override
  public Optional<Area> knownArea(int sheet) {
    return view(sheet).knownArea();
  }

  @Override
  public Optional<Template> formula(int sheet, int row, int column) {
    return view(sheet).formula(row, column);
  }

  @Override
  public Optional<Area> spill(int sheet, int row, int column) {
    if (dirty.contains(sheet, row, column)) {
      throw unready(sheet, Area.cell(row, column));
    }
    return arrays(sheet).stream()
        .filter(array -> array.isAnchoredAt(row, column))
        .map(array -> array.area().equals(array.wanted()) ? array.area() : array.anchor())
        .findFirst()
        .or(() -> formula(sheet, row, column).map(_ -> Area.cell(row, column)));
  }

  /// The formulas of a sheet whose results fill areas.
  List<ArrayArea> arrays(int sheet) {
    return view(sheet).arrays();
  }

  /// Whether arrays fill cells of some sheet.
  boolean haveArrays() {
    return sheetKeys().anyMatch(sheet -> !arrays(sheet).isEmpty());
  }

  /// Is shown arrays one by one.
  @FunctionalInterface
  interface ArrayVisitor {
    void visit(int sheet, ArrayArea array);
  }

  /// Shows the arrays of all sheets.
  void visitArrays(ArrayVisitor visitor) {
    sheetKeys().forEach(sheet -> arrays(sheet).forEach(array -> visitor.visit(sheet, array)));
  }

  private IntStream sheetKeys() {
    return IntStream.range(0, Math.max(base.size(), editors.length));
  }

  @Override
  public Optional<Template> name(int sheet, String name) {
    return definitions.name(sheet, name);
  }

  @Override
  public boolean definesName(int sheet, String name) {
    return definitions.definesName(sheet, name);
  }

  @Override
  public Optional<Template> externalName(String text, String name) {
    return definitions.externalName(text, name);
  }

  @Override
  public List<Integer> externalSheets(String text) {
    return definitions.externalSheets(text);
  }

  @Override
  public boolean isElsewhere(int sheet) {
    return definitions.isElsewhere(sheet);
  }

  @Override
  public boolean hasMacros() {
    return definitions.hasMacros();
  }

  @Override
  public boolean remembers(String text) {
    return definitions.remembers(text);
  }

  @Override
  public OptionalInt sheetKey(String name) {
    return definitions.sheetKey(name);
  }

  @Override
  public Optional<String> sheetName(int sheet) {
    return definitions.sheetName(sheet);
  }

  @Override
  public List<Integer> sheetsBetween(int first, int last) {
    return definitions.sheetsBetween(first, last);
  }

  @Override
  public Optional<TableShape> table(String name) {
    return definitions.table(name);
  }

  @Override
  public Optional<TableShape> tableAt(int sheet, int row, int column) {
    return definitions.tableAt(sheet, row, column);
  }

  @Override
  public List<Integer> sheets() {
    return definitions.sheets();
  }

  @Override
  public CellLook look(int sheet, int row, int column) {
    return definitions.look(sheet, row, column, view(sheet).style(row, column));
  }

  @Override
  public Optional<PivotReport> pivotAt(int sheet, int row, int column) {
    return definitions.pivotAt(sheet, row, column);
  }

  @Override
  public boolean isRowHidden(int sheet, int row) {
    return definitions.isRowHidden(sheet, row);
  }

  @Override
  public boolean isRowFiltered(int sheet, int row) {
    return definitions.isRowFiltered(sheet, row);
  }

  /// Whether no array may spill over an area whatever its cells hold.
  boolean barsSpill(int sheet, Area area) {
    return definitions.barsSpill(sheet, area);
  }

  /// Whether cells keep of numbers only what their formats show.
  boolean keepsAsDisplayed() {
    return keepsAsDisplayed;
  }

  /// What a cell keeps of a value.
  Scalar kept(int sheet, int row, int column, Scalar value) {
    if (!keepsAsDisplayed || !(value instanceof NumberValue(double number))) {
      return value;
    }
    String code = look(sheet, row, column).numberFormat();
    return NumberValue.of(formats.format(code).asDisplayed(number));
  }

  /// How circles are worked out, if they are.
  Optional<Iteration> iteration() {
    return definitions.iteration();
  }

  @Override
  public Optional<String> reading(String text) {
    return definitions.reading(text);
  }

  @Override
  public boolean calculatesWhenAsked() {
    return definitions.calculatesWhenAsked();
  }

  @Override
  public String fileName() {
    return environment.fileName();
  }

  @Override
  public boolean date1904() {
    return definitions.date1904();
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public ZoneId zone() {
    return environment.zone();
  }

  @Override
  public void checkTime() {
    deadline.check();
  }

  @Override
  public void stop() {
    throw new CalculationAborted("calculation stopped: its arrays take too much room");
  }

  @Override
  public RandomGenerator random() {
    return environment.random();
  }
}
