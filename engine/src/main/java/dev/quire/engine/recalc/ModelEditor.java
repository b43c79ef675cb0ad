package dev.quire.engine.recalc;

import dev.quire.engine.cells.ArrayArea;
import dev.quire.engine.cells.CellEditor;
import dev.quire.engine.cells.SheetCells;
import dev.quire.engine.formula.Template;
import dev.quire.engine.ref.Area;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;

/// Collects the writes of one change, then calculates what they make dirty. For one thread; ended
/// by [#finish].
public final class ModelEditor {
  private final Model base;
  private final CalculationEnvironment environment;
  private final Pending.State begun;
  private final CellSet dirty;
  private final WorkingCells cells;
  private final List<Seed> seeds = new ArrayList<>();
  private final List<Seed> stale = new ArrayList<>();
  private boolean everything;
  private final Map<Integer, TreeMap<Long, Template>> written = new TreeMap<>();
  private int writtenCount;

  /// Cells whose value changed without a calculation.
  record Seed(int sheet, Area area) {}

  ModelEditor(Model base, Definitions definitions, CalculationEnvironment environment) {
    this.base = base;
    this.environment = environment;
    this.begun = base.state(environment.leavesUnread());
    this.dirty = begun.dirty();
    this.cells = new WorkingCells(begun.sheets(), definitions, environment, dirty);
  }

  /// Puts a constant into a cell, in place of whatever was there.
  public void setConstant(int sheet, int row, int column, Scalar value) {
    CellEditor editor = cells.editor(sheet);
    forgetArray(sheet, row, column);
    editor.removeFormula(row, column);
    editor.set(row, column, cells.kept(sheet, row, column, value));
    forget(sheet, row, column);
    touch(sheet, row, column);
  }

  /// Puts a formula into a cell; it is calculated by [#finish].
  public void setFormula(int sheet, int row, int column, Template formula) {
    forgetArray(sheet, row, column);
    cells.editor(sheet).setFormula(row, column, formula);
    written.computeIfAbsent(sheet, _ -> new TreeMap<>()).put(columnwise(row, column), formula);
    writtenCount++;
    dirty.add(sheet, row, column);
    touch(sheet, row, column);
  }

  /// Sets the style number of a cell; changes no value.
  public void setStyle(int sheet, int row, int column, int style) {
    cells.editor(sheet).setStyle(row, column, style);
  }

  /// The style number that a cell has now.
  public int style(int sheet, int row, int column) {
    return cells.editor(sheet).style(row, column);
  }

  /// The formula that a cell has now.
  public Optional<Template> formula(int sheet, int row, int column) {
    return cells.formula(sheet, row, column);
  }

  /// Marks an area as written, for a change made earlier whose dependents still wait.
  ///
  /// @param area no larger than what was written
  public void touch(int sheet, Area area) {
    seeds.add(new Seed(sheet, area));
  }

  /// Gives back the cells that arrays have filled, before some of them are written: of an array
  /// that spilled only the formula stays, which is calculated again.
  ///
  /// @param area the cells that will be written
  public void release(int sheet, Area area) {
    for (ArrayArea array : cells(sheet).arrays()) {
      if (array.area().intersects(area)) {
        release(sheet, array);
      }
    }
  }

  private void release(int sheet, ArrayArea array) {
    Area filled = array.area();
    for (int row = filled.firstRow(); row <= filled.lastRow(); row++) {
      for (int column = filled.firstColumn(); column <= filled.lastColumn(); column++) {
        if (!array.isAnchoredAt(row, column)) {
          setConstant(sheet, row, column, BlankValue.BLANK);
        }
      }
    }
    var arrays = new ArrayList<>(cells(sheet).arrays());
    arrays.remove(array);
    if (array.dynamic()) {
      arrays.add(new ArrayArea(array.anchor(), true, array.wanted()));
      stale.add(new Seed(sheet, array.anchor()));
    }
    cells.editor(sheet).setArrays(arrays);
  }

  /// Forgets that an array begins in a cell whose formula goes.
  private void forgetArray(int sheet, int row, int column) {
    List<ArrayArea> arrays = cells.arrays(sheet);
    if (arrays.stream().anyMatch(array -> array.isAnchoredAt(row, column))) {
      cells
          .editor(sheet)
          .setArrays(arrays.stream().filter(array -> !array.isAnchoredAt(row, column)).toList());
    }
  }

  /// Makes every formula calculate again.
  public void invalidateAll() {
    everything = true;
  }

  /// Makes every formula that passes the test calculate again.
  public void invalidate(FormulaTest test) {
    begun
        .sheets()
        .forEach((sheet, sheetCells) ->
            sheetCells.visitFormulas((row, column, formula) -> {
              if (test.holds(sheet, row, column, formula)) {
                stale.add(new Seed(sheet, Area.cell(row, column)));
              }
            }));
  }

  /// Makes the formulas of an area calculate again.
  public void invalidate(int sheet, Area area) {
    stale.add(new Seed(sheet, area));
  }

  /// Chooses formulas.
  @FunctionalInterface
  public interface FormulaTest {
    /// Whether this formula is meant.
    boolean holds(int sheet, int row, int column, Template formula);
  }

  /// Ends the change without calculating (manual mode); the values of formulas stay as they were.
  ///
  /// @return the model, and as changed areas only what was written
  public Calculated leave() {
    if (!begun.tasks().isEmpty()) {
      settled();
    }
    return left();
  }

  /// Ends the change, calculating the formulas that were written and nothing else: in manual mode a
  /// formula shows a result when it is entered, whatever else is out of date.
  ///
  /// @return as [#leave]
  /// @throws CalculationAborted when it takes longer than the environment allows
  public Calculated enter() {
    if (writtenCount == 0) {
      return leave();
    }
    Recalculation pass = settled();
    written.forEach((sheet, formulas) ->
        formulas.keySet().forEach(at -> pass.settle(sheet, (int) (long) at, (int) (at >>> 32))));
    return left();
  }

  /// What earlier changes left, calculated.
  private Recalculation settled() {
    var pass = new Recalculation(cells, base.graph(cells), dirty);
    pass.inherit(begun.tasks());
    pass.settleAll();
    return pass;
  }

  private Calculated left() {
    return new Calculated(
        new Model(cells.seal(), new AtomicReference<>()), seedAreas(), List.of(), List.of());
  }

  /// Calculates all that depends on the writes, and volatile formulas, and ends the change.
  ///
  /// @throws CalculationAborted when it takes longer than the environment allows
  public Calculated finish() {
    var after = graphAfter();
    var pass = new Recalculation(cells, after.graph(cells), dirty);
    pass.inherit(begun.tasks());
    List<Calculated.LostFormula> lost = pass.run(seeds, stale, everything);
    Model calculated =
        pass.isOpen()
            ? after.withPending(cells.restart(), new Pending(cells, dirty, pass))
            : after.withSheets(cells.seal());
    return new Calculated(calculated, seedAreas(), lost, List.copyOf(pass.circular()));
  }

  /// The model before calculation, with a graph that knows the written formulas. Without written
  /// formulas it is the graph of the base, so that the first fork to need it makes it for all.
  private Model graphAfter() {
    if (writtenCount == 0) {
      return base;
    }
    var runs = new ArrayList<Run>();
    written.forEach((sheet, formulas) -> {
      Runs gathered = Runs.of(sheet);
      formulas.forEach((at, formula) -> gathered.add((int) (long) at, (int) (at >>> 32), formula));
      runs.addAll(gathered.finish(cells));
    });
    DependencyGraph graph = base.graph(cells);
    return graph.hasRoomFor(runs.size())
        ? new Model(begun.sheets(), new AtomicReference<>(graph.with(runs)))
        : new Model(standing(), new AtomicReference<>());
  }

  /// The sheets with the formulas as they are now. Their values may change while this is used,
  /// which is safe for a graph: it looks at formulas only.
  private SheetTable standing() {
    SheetTable table = begun.sheets();
    for (int sheet : written.keySet()) {
      table = table.with(sheet, Optional.of(cells.editor(sheet).view()));
    }
    return table;
  }

  private void forget(int sheet, int row, int column) {
    TreeMap<Long, Template> formulas = written.get(sheet);
    if (formulas != null) {
      formulas.remove(columnwise(row, column));
    }
    dirty.remove(sheet, row, column);
  }

  /// Adds a cell to the seeds, growing the last one while cells come row by row or column by
  /// column.
  private void touch(int sheet, int row, int column) {
    if (!seeds.isEmpty()) {
      Seed last = seeds.getLast();
      Area area = last.area();
      if (last.sheet() == sheet && area.contains(row, column)) {
        return;
      }
      boolean right = area.rows() == 1 && row == area.firstRow() && column == area.lastColumn() + 1;
      boolean below =
          area.columns() == 1 && column == area.firstColumn() && row == area.lastRow() + 1;
      if (last.sheet() == sheet && (right || below)) {
        seeds.set(seeds.size() - 1, new Seed(sheet, area.boundingBox(Area.cell(row, column))));
        return;
      }
    }
    seeds.add(new Seed(sheet, Area.cell(row, column)));
  }

  private List<Calculated.ChangedArea> seedAreas() {
    return seeds.stream()
        .map(seed -> new Calculated.ChangedArea(seed.sheet(), seed.area()))
        .toList();
  }

  private static long columnwise(int row, int column) {
    return ((long) column << 32) | row;
  }

  /// The cells of a sheet as they stand.
  public SheetCells cells(int sheet) {
    return cells.editor(sheet).view();
  }
}
