package dev.quire.engine.recalc;

import dev.quire.engine.cells.ArrayArea;
import dev.quire.engine.formula.BoundRead;
import dev.quire.engine.formula.EvaluationMode;
import dev.quire.engine.formula.Template;
import dev.quire.engine.ref.Area;
import dev.quire.engine.value.ArrayValue;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts what formulas yield where it belongs, and knows what changed by it.
final class Results {
  /// How many cells all arrays of one calculation may fill.
  private static final long MOST_SPILLED = 1 << 24;

  /// How often one array may be put into place in one calculation.
  private static final int MOST_SPILLS = 8;

  private final WorkingCells cells;
  private final CellSet dirty;
  private final Reaches reaches;
  private final boolean keepsChanged;
  private final Follower follower;
  private final Spilling spilling;
  private final Map<CellPosition, Integer> spills = new HashMap<>();
  private final CellSet changed = new CellSet();
  private final List<Calculated.LostFormula> lost = new ArrayList<>();
  private long spilled;

  /// Learns that more depends on cells than was known before.
  @FunctionalInterface
  interface Follower {
    /// Makes all dirty that depends on an area.
    void follow(int sheet, Area area);
  }

  /// @param keepsChanged whether somebody has to know which cells changed: those are asked for that
  ///   can not be calculated here
  Results(
      WorkingCells cells, CellSet dirty, Reaches reaches, boolean keepsChanged, Follower follower) {
    this.cells = cells;
    this.dirty = dirty;
    this.reaches = reaches;
    this.keepsChanged = keepsChanged;
    this.follower = follower;
    this.spilling = new Spilling(cells);
  }

  /// Whether somebody has to know which cells changed.
  boolean keepsChanged() {
    return keepsChanged;
  }

  /// Notes that cells were written.
  void written(ModelEditor.Seed seed) {
    if (keepsChanged) {
      changed.addAll(seed.sheet(), seed.area());
    }
  }

  /// Notes that a calculated cell changed.
  void changed(int sheet, int row, int column) {
    if (keepsChanged) {
      changed.add(sheet, row, column);
    }
  }

  /// Formulas that can not be calculated here and whose inputs changed.
  List<Calculated.LostFormula> lost() {
    return lost;
  }

  /// Puts a result where it belongs.
  ///
  /// @throws WorkingCells.Unready when the result refers to cells that have to be calculated first
  void put(Template template, int sheet, int row, int column, Value result) {
    boolean single =
        result instanceof Scalar && cells.arrays(sheet).isEmpty()
            || template.mode() == EvaluationMode.LEGACY;
    if (single && result instanceof Scalar scalar) {
      store(sheet, row, column, Template.shown(scalar));
    } else {
      Value read = spilling.read(result);
      var cell = new CellPosition(sheet, row, column);
      spill(cell, hasSizeByChance(template, cell, read) ? ErrorValue.SPILL : read);
    }
  }

  /// Excel gives an array no room whose size is another one when it is calculated again at once
  /// ("spill range is unknown").
  private boolean hasSizeByChance(Template template, CellPosition cell, Value result) {
    return result instanceof ArrayValue array
        && template.mayDraw()
        && reaches.of(cell.sheet(), template).isVolatile()
        && !(spilling.read(template.evaluate(cells, cell.sheet(), cell.row(), cell.column()))
                instanceof ArrayValue again
            && again.rows() == array.rows()
            && again.columns() == array.columns());
  }

  /// A cell without a formula is dirty only because an array fills it.
  void awaitAnchor(CellPosition cell) {
    Optional<Area> anchor = spilling.filling(cell).map(ArrayArea::anchor);
    boolean waits =
        anchor
            .filter(at -> dirty.contains(cell.sheet(), at.firstRow(), at.firstColumn()))
            .filter(at -> !at.contains(cell.row(), cell.column()))
            .isPresent();
    if (waits) {
      throw cells.unready(cell.sheet(), anchor.get());
    }
  }

  private void spill(CellPosition cell, Value result) {
    Area before = spilling.anchoredAt(cell).map(ArrayArea::area).orElse(anchor(cell));
    Spilling.Placement placement = spilling.place(cell, circular(cell, result));
    Area after = placement.array().area();
    spilled += after.cells();
    if (spilled > MOST_SPILLED) {
      cells.stop();
    }
    spilling.remember(cell, placement.array());
    if (!after.contains(before)) {
      visit(
          before,
          (row, column) -> {
            if (!after.contains(row, column)) {
              store(cell.sheet(), row, column, BlankValue.BLANK);
            }
          });
    }
    visit(after, (row, column) -> store(cell.sheet(), row, column, placement.at(row, column)));
    if (!after.equals(before)) {
      dirty.remove(cell.sheet(), cell.row(), cell.column());
      follower.follow(cell.sheet(), before.boundingBox(after));
    }
    // What fills these cells is known now.
    dirty.removeAll(cell.sheet(), before);
    dirty.removeAll(cell.sheet(), after);
  }

  private static Area anchor(CellPosition cell) {
    return Area.cell(cell.row(), cell.column());
  }

  /// An array that changes its size again and again depends on what it fills.
  private Value circular(CellPosition cell, Value result) {
    return spills.merge(cell, 1, Integer::sum) > MOST_SPILLS ? NumberValue.ZERO : result;
  }

  private static void visit(Area area, CellAction action) {
    for (int row = area.firstRow(); row <= area.lastRow(); row++) {
      for (int column = area.firstColumn(); column <= area.lastColumn(); column++) {
        action.at(row, column);
      }
    }
  }

  /// Something done to a cell.
  @FunctionalInterface
  private interface CellAction {
    void at(int row, int column);
  }

  /// Keeps the value from the file as long as no input changed; after that any number could be
  /// wrong.
  void giveUp(CellPosition cell, Template template) {
    boolean stale =
        changed.contains(cell.sheet(), cell.row(), cell.column())
            || cells.standing(cell.sheet(), cell.row(), cell.column()) == ErrorValue.NAME;
    for (BoundRead read : reaches.of(cell.sheet(), template).reads()) {
      Optional<Area> area = read.area().at(cell.row(), cell.column());
      if (area.isEmpty()) {
        continue;
      }
      if (dirty.meets(read.sheet(), area.get())) {
        throw cells.unready(read.sheet(), area.get());
      }
      stale |= changed.meets(read.sheet(), area.get());
    }
    if (stale) {
      lost.add(new Calculated.LostFormula(cell, reaches.of(cell.sheet(), template).unsupported()));
      spill(cell, ErrorValue.NAME);
    }
  }

  /// Gives a cell a value.
  void store(int sheet, int row, int column, Scalar result) {
    Scalar value = cells.kept(sheet, row, column, result);
    if (!cells.holds(sheet, row, column, value)) {
      cells.editor(sheet).set(row, column, value);
      changed(sheet, row, column);
    }
  }
}
