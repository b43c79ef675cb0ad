package dev.quire.engine.recalc;

import dev.quire.engine.cells.SheetCells;
import dev.quire.engine.formula.FormulaShift;
import dev.quire.engine.formula.FormulaShift.Followed;
import dev.quire.engine.formula.FormulaSite;
import dev.quire.engine.formula.Template;
import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.Grid;
import dev.quire.engine.ref.Shift;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Moves the cells of one sheet and lets the formulas of all sheets follow.
final class ModelShift {
  private final FormulaShift formulas;
  private final Shift shift;
  private final List<Calculated.ChangedArea> stale = new ArrayList<>();

  ModelShift(FormulaShift formulas) {
    this.formulas = formulas;
    this.shift = formulas.shift();
  }

  Model.Shifted apply(SheetTable sheets) {
    SheetTable after = sheets;
    for (int key = 0; key < sheets.sheets().size(); key++) {
      Optional<SheetCells> cells = sheets.find(key);
      if (cells.isPresent()) {
        boolean moves = key == formulas.sheet();
        SheetCells placed = moves ? cells.get().moved(shift) : cells.get();
        after = after.with(key, Optional.of(placed.withFormulas(new Following(key, moves))));
      }
    }
    return new Model.Shifted(new Model(after, new AtomicReference<>()), List.copyOf(stale));
  }

  /// Goes down the columns of a sheet and asks about a formula only where the answer may change.
  private final class Following implements SheetCells.FormulaChange {
    private final int key;
    private final boolean moves;
    private @Nullable Template asked;
    private @Nullable Followed answer;
    private int column = -1;
    private int until = -1;

    Following(int key, boolean moves) {
      this.key = key;
      this.moves = moves;
    }

    @Override
    public Template of(int row, int atColumn, Template formula) {
      Followed known = answer;
      if (known == null || formula != asked || row >= until || atColumn != column) {
        known = ask(row, atColumn, formula);
      }
      if (known.stale()) {
        stale(row, atColumn);
      }
      return known.template();
    }

    private Followed ask(int row, int atColumn, Template formula) {
      int originRow = moves ? originRow(row, atColumn) : row;
      int originColumn = moves ? originColumn(row, atColumn) : atColumn;
      var followed = formulas.follow(formula, new FormulaSite(key, originRow, originColumn));
      asked = formula;
      answer = followed;
      column = atColumn;
      int distance = row - originRow;
      until =
          followed.until() >= Grid.ROWS
              ? Grid.ROWS
              : Math.max(row + 1, followed.until() + distance);
      return followed;
    }

    private int originRow(int row, int atColumn) {
      return shift.isVertical() && shift.isInBand(row, atColumn) ? shift.origin(row) : row;
    }

    private int originColumn(int row, int atColumn) {
      return !shift.isVertical() && shift.isInBand(row, atColumn)
          ? shift.origin(atColumn)
          : atColumn;
    }

    private void stale(int row, int atColumn) {
      if (!stale.isEmpty()) {
        Calculated.ChangedArea last = stale.getLast();
        Area area = last.area();
        if (last.sheet() == key && area.firstColumn() == atColumn && area.lastRow() == row - 1) {
          var grown = new Area(area.firstRow(), atColumn, row, atColumn);
          stale.set(stale.size() - 1, new Calculated.ChangedArea(key, grown));
          return;
        }
      }
      stale.add(new Calculated.ChangedArea(key, Area.cell(row, atColumn)));
    }
  }
}
