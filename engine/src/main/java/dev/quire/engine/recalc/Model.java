package dev.quire.engine.recalc;

import dev.quire.engine.cells.SheetCells;
import dev.quire.engine.formula.FormulaShift;
import dev.quire.engine.formula.FormulaSite;
import dev.quire.engine.formula.Template;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// The cells of all sheets of a workbook, with values that agree with the formulas. Immutable:
/// keeping a model is a snapshot, and a changed model shares all blocks that were not written.
///
/// Sheets are known by keys, small numbers that are never used twice.
public final class Model {
  /// A workbook without sheets.
  public static final Model EMPTY = new Model(SheetTable.EMPTY, new AtomicReference<>());

  /// Values may be of before where something is pending.
  private final SheetTable sheets;

  private final @Nullable Pending pending;

  /// Made when first needed, since most readers of a workbook never change it.
  private final AtomicReference<@Nullable DependencyGraph> graph;

  /// What it is made of, when definitions alone have changed since; null when it is made anew.
  private final @Nullable DependencyGraph before;

  Model(SheetTable sheets, AtomicReference<@Nullable DependencyGraph> graph) {
    this(sheets, graph, null, null);
  }

  private Model(
      SheetTable sheets,
      AtomicReference<@Nullable DependencyGraph> graph,
      @Nullable DependencyGraph before,
      @Nullable Pending pending) {
    this.sheets = sheets;
    this.graph = graph;
    this.before = before;
    this.pending = pending;
  }

  /// The cells of a sheet, empty when no sheet has this key. Calculates all that is left to be.
  ///
  /// @throws CalculationAborted when that takes longer than the environment of the change allows
  public Optional<SheetCells> cells(int sheet) {
    return sheets().find(sheet);
  }

  /// The value of a cell. Calculates only what it needs.
  ///
  /// @throws CalculationAborted when that takes longer than the environment of the change allows
  public Scalar value(int sheet, int row, int column) {
    return pending == null
        ? sheets.cells(sheet).value(row, column)
        : pending.value(sheet, row, column);
  }

  /// The cells of a sheet as far as formulas, styles and which cells are used go, without
  /// calculating what is left to be.
  public SheetCells layout(int sheet) {
    return sheets.cells(sheet);
  }

  /// Starts a change.
  ///
  /// @param definitions what names mean after the change
  public ModelEditor edit(Definitions definitions, CalculationEnvironment environment) {
    return new ModelEditor(this, definitions, environment);
  }

  /// The same cells when names, tables or sheets around them have changed their meaning: who
  /// depends on whom is found out anew for the formulas that use such.
  public Model redefined() {
    DependencyGraph known = graph.get();
    return new Model(sheets(), new AtomicReference<>(), known == null ? before : known, null);
  }

  /// The same cells, of whose dependencies nothing is taken for known.
  public Model rebuilt() {
    return new Model(sheets(), new AtomicReference<>());
  }

  /// A model with one more sheet, or with other cells in place of a sheet's, taken as they are.
  public Model withSheet(int sheet, SheetCells cells) {
    return new Model(sheets().with(sheet, Optional.of(cells)), new AtomicReference<>());
  }

  /// The same model with other style numbers in the cells of a sheet; formulas and values are the
  /// same.
  public Model restyled(int sheet, SheetCells cells) {
    return new Model(sheets().with(sheet, Optional.of(cells)), graph, before, null);
  }

  /// A model whose cells have moved on one sheet.
  ///
  /// @param model the model; its values are those of before
  /// @param stale formulas that may come to something else and are to be calculated
  public record Shifted(Model model, List<Calculated.ChangedArea> stale) {}

  /// Moves the cells of a sheet and lets all formulas follow. Arrays that are torn have been
  /// released before.
  public Shifted shift(FormulaShift formulas) {
    return new ModelShift(formulas).apply(sheets());
  }

  /// A model without a sheet; formulas that read it yield [ErrorValue#REF] at their next
  /// calculation.
  public Model withoutSheet(int sheet) {
    return new Model(sheets().with(sheet, Optional.empty()), new AtomicReference<>());
  }

  /// What a formula yields in a cell, without being there.
  ///
  /// @return possibly a reference
  public Value evaluate(Template formula, FormulaSite site, Definitions definitions) {
    return evaluate(formula, site, definitions, CalculationEnvironment.TIMELESS);
  }

  /// What a formula yields in a cell at this moment, without being there.
  ///
  /// @return possibly a reference
  public Value evaluate(
      Template formula,
      FormulaSite site,
      Definitions definitions,
      CalculationEnvironment environment) {
    var cells = new WorkingCells(sheets(), definitions, environment, new CellSet());
    return formula.evaluate(cells, site.sheet(), site.row(), site.column());
  }

  /// All cells, calculated.
  private SheetTable sheets() {
    return pending == null ? sheets : pending.all();
  }

  /// What a change starts from.
  ///
  /// @param leavesUnread whether what is left to be calculated may stay so
  Pending.State state(boolean leavesUnread) {
    return pending == null || !leavesUnread ? Pending.State.of(sheets()) : pending.state();
  }

  /// The graph, made now if nobody needed it before. Two threads may both make it; both are right.
  DependencyGraph graph(WorkingCells workspace) {
    DependencyGraph found = graph.get();
    if (found == null) {
      found =
          before == null
              ? DependencyGraph.of(sheets, workspace)
              : before.redefined(sheets, workspace);
      graph.compareAndSet(null, found);
    }
    return found;
  }

  /// These sheets with the graph of this model, where something is left to be calculated.
  Model withPending(SheetTable earlier, Pending left) {
    return new Model(earlier, graph, before, left);
  }

  /// These sheets with the graph of this model.
  Model withSheets(SheetTable after) {
    return new Model(after, graph, before, null);
  }
}
