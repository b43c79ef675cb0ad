package dev.quire.engine.recalc;

import dev.quire.engine.cells.CellEditor;
import dev.quire.engine.formula.Calculator;
import dev.quire.engine.formula.Recurrence;
import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.Stretch;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Calculates the dirty cells of a run whose formula is made of simple steps, many at once. Each
/// step is done for all cells of a stretch before the next one (vectorized execution: Boncz,
/// Zukowski and Nes, "MonetDB/X100", CIDR 2005). Where cells read the ones before them, they are
/// calculated one after the other, but looked for and marked as done together.
final class StretchPass {
  /// What lies together in a column, and fits into a processor's nearest cache with its operands.
  private static final int LONGEST = 1_024;

  /// Fewer cells are not worth the preparations.
  static final int SHORTEST = 4;

  private final Recalculation calculation;
  private final CellSet dirty;
  private final Run run;
  private final RunPass singles;
  private final CellEditor editor;
  private final boolean down;
  private final boolean inTurn;
  private final double[] numbers;
  private boolean isWorthwhile = true;
  private boolean recurs = true;
  private @Nullable Calculator calculator;
  private Optional<Recurrence> recurrence = Optional.empty();

  /// @param singles calculates cells that come to no number
  /// @param down whether columns are gone through, and not rows
  StretchPass(
      Recalculation calculation,
      CellSet dirty,
      Run run,
      RunPass singles,
      CellEditor editor,
      boolean down) {
    this.calculation = calculation;
    this.dirty = dirty;
    this.run = run;
    this.singles = singles;
    this.editor = editor;
    this.down = down;
    this.inTurn = run.readsItself();
    this.numbers = new double[Math.min(LONGEST, down ? run.area().rows() : run.area().columns())];
  }

  void calculate(Area part) {
    int lines = down ? part.columns() : part.rows();
    int length = down ? part.rows() : part.columns();
    for (int line = 0; line < lines; line++) {
      int row = down ? part.firstRow() : part.firstRow() + line;
      int column = down ? part.firstColumn() + line : part.firstColumn();
      line(new Stretch(row, column, length, down));
    }
  }

  private void line(Stretch line) {
    int at = dirty.missing(run.sheet(), line);
    while (at < line.cells()) {
      at += several(line.from(at));
      at += dirty.missing(run.sheet(), line.from(at));
    }
  }

  /// Calculates as many cells as may be together, the first of which is dirty.
  ///
  /// @return how many
  private int several(Stretch rest) {
    int room = LONGEST - (down ? rest.row() % LONGEST : 0);
    Stretch all = rest.first(Math.min(rest.cells(), room));
    int ready =
        isWorthwhile
            ? editor.view().leading(all.first(dirty.leading(run.sheet(), all)), run.template())
            : 0;
    if (ready < SHORTEST) {
      singles.cell(rest.row(), rest.column());
      return 1;
    }
    calculation.checkClock(ready);
    Stretch stretch = all.first(ready);
    if (!inTurn) {
      atOnce(stretch);
      return ready;
    }
    return recurs && recurrence().isPresent() ? recurring(stretch) : oneByOne(stretch);
  }

  private void atOnce(Stretch stretch) {
    int count = stretch.cells();
    try {
      singles.calculator().calculate(stretch, numbers);
    } catch (WorkingCells.Unready wait) {
      // What one of the cells needs is for the singles to find out.
      Arrays.fill(numbers, 0, count, Double.NaN);
    }
    editor.replaceNumbers(stretch, numbers);
    int left = 0;
    for (int at = 0; at < count; at++) {
      left += Double.isNaN(numbers[at]) ? 1 : 0;
    }
    if (left == 0) {
      dirty.removeAll(run.sheet(), stretch.area());
      return;
    }
    isWorthwhile = left < count / 2;
    for (int at = 0; at < count; at++) {
      if (!Double.isNaN(numbers[at])) {
        dirty.remove(run.sheet(), stretch.rowAt(at), stretch.columnAt(at));
      }
    }
    for (int at = 0; at < count; at++) {
      singles.cell(stretch.rowAt(at), stretch.columnAt(at));
    }
  }

  /// The formula as a recurrence, anew when cells that it has read may have changed.
  private Optional<Recurrence> recurrence() {
    Calculator now = singles.calculator();
    if (now != calculator) {
      calculator = now;
      recurrence = now.recurrence(down);
    }
    return recurrence;
  }

  /// Calculates cells from the ones before them, up to one that does not come to a number.
  private int recurring(Stretch stretch) {
    int done;
    try {
      done = recurrence().orElseThrow().calculate(stretch, numbers);
    } catch (WorkingCells.Unready wait) {
      recurs = false;
      return oneByOne(stretch);
    }
    if (done == 0) {
      singles.cell(stretch.row(), stretch.column());
      return 1;
    }
    Stretch found = stretch.first(done);
    editor.replaceNumbers(found, numbers);
    dirty.removeAll(run.sheet(), found.area());
    recurs = done > stretch.cells() / 4;
    return done;
  }

  /// Each cell finds those before it calculated, so that none of them has to be marked before the
  /// last one is.
  private int oneByOne(Stretch stretch) {
    int done = 0;
    dirty.removeAll(run.sheet(), stretch.area());
    try {
      for (; done < stretch.cells(); done++) {
        singles.calculate(stretch.rowAt(done), stretch.columnAt(done));
      }
    } catch (WorkingCells.Unready wait) {
      isWorthwhile = false;
    } finally {
      if (done < stretch.cells()) {
        dirty.addAll(run.sheet(), stretch.from(done).area());
      }
    }
    for (int at = done; at < stretch.cells(); at++) {
      singles.cell(stretch.rowAt(at), stretch.columnAt(at));
    }
    return stretch.cells();
  }
}
