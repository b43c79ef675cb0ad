package dev.quire.engine.recalc;

import dev.quire.engine.formula.BoundRead;
import dev.quire.engine.ref.Area;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Calculates single cells whose formulas need one another in no order known before: a cell that
/// meets a dirty one is put aside on an explicit stack until that one is done, so a chain of any
/// length costs no thread stack. What a formula may need is looked at before it is tried; but only
/// what it asked for makes a circle, since a branch that is not taken needs nothing.
final class CellPass {
  private final CellSet dirty;
  private final Formulas formulas;
  private final CellSet started = new CellSet();
  private final List<Wait> stack = new ArrayList<>();
  private boolean foresight = true;

  /// Calculates a formula and stores what it yields.
  interface Formulas {
    /// Calculates a cell.
    ///
    /// @throws WorkingCells.Unready when another cell has to be calculated first
    void calculate(int sheet, int row, int column);

    /// What the formula of a cell may read; nothing when it has none.
    List<BoundRead> reads(int sheet, int row, int column);

    /// Gives a cell that depends on itself its value.
    void endCircle(int sheet, int row, int column);
  }

  /// Something to be calculated before what lies below it on the stack.
  private static final class Wait {
    final int sheet;
    final Area area;

    /// Whether it may turn out not to be needed.
    final boolean foreseen;

    boolean looksAhead = true;
    int row;
    int column;

    Wait(int sheet, Area area, boolean foreseen) {
      this.sheet = sheet;
      this.area = area;
      this.foreseen = foreseen;
      this.row = area.firstRow();
      this.column = area.firstColumn();
    }
  }

  CellPass(CellSet dirty, Formulas formulas) {
    this.dirty = dirty;
    this.formulas = formulas;
  }

  /// Calculates a cell, and all that it needs, if it is dirty.
  void settle(int sheet, int row, int column) {
    foresight = true;
    // An aborted calculation may have left something.
    while (!stack.isEmpty()) {
      drop(stack.getLast());
    }
    stack.add(new Wait(sheet, Area.cell(row, column), false));
    while (!stack.isEmpty()) {
      Wait top = stack.getLast();
      if (top.area.isCell()) {
        cell(top);
      } else {
        area(top);
      }
    }
  }

  private void cell(Wait top) {
    if (!dirty.contains(top.sheet, top.row, top.column)) {
      drop(top);
      return;
    }
    started.add(top.sheet, top.row, top.column);
    if (foresight && top.looksAhead && looksAhead(top)) {
      return;
    }
    try {
      formulas.calculate(top.sheet, top.row, top.column);
      dirty.remove(top.sheet, top.row, top.column);
      drop(top);
    } catch (WorkingCells.Unready wait) {
      await(wait.sheet(), wait.area());
    }
  }

  private void drop(Wait top) {
    stack.removeLast();
    if (top.area.isCell()) {
      started.remove(top.sheet, top.row, top.column);
    }
  }

  /// Puts what the formula may need on the stack and tells whether there was anything.
  private boolean looksAhead(Wait top) {
    top.looksAhead = false;
    int before = stack.size();
    for (BoundRead read : formulas.reads(top.sheet, top.row, top.column)) {
      Optional<Area> at = read.area().at(top.row, top.column);
      if (at.isEmpty() || !dirty.meets(read.sheet(), at.get())) {
        continue;
      }
      Area area = at.get();
      boolean waits =
          area.isCell() && started.contains(read.sheet(), area.firstRow(), area.firstColumn());
      if (!waits) {
        stack.add(new Wait(read.sheet(), area, true));
      }
    }
    return stack.size() > before;
  }

  /// Goes on to the next dirty cell of an area that is needed as a whole.
  private void area(Wait top) {
    for (; top.column <= top.area.lastColumn(); top.column++, top.row = top.area.firstRow()) {
      int next = dirty.next(top.sheet, top.column, top.row, top.area.lastRow());
      while (next >= 0) {
        top.row = next;
        if (!started.contains(top.sheet, next, top.column)) {
          stack.add(new Wait(top.sheet, Area.cell(next, top.column), top.foreseen));
          return;
        }
        if (!top.foreseen) {
          circle(top.sheet, next, top.column);
          return;
        }
        next = dirty.next(top.sheet, top.column, next + 1, top.area.lastRow());
      }
    }
    stack.removeLast();
  }

  private void await(int sheet, Area area) {
    if (area.isCell() && started.contains(sheet, area.firstRow(), area.firstColumn())) {
      circle(sheet, area.firstRow(), area.firstColumn());
    } else {
      stack.add(new Wait(sheet, area, false));
    }
  }

  /// A cell is needed that waits further down on the stack. When something between was only
  /// foreseen, what it is foreseen for may not need it: then that is tried first.
  private void circle(int sheet, int row, int column) {
    int from = stack.size() - 1;
    int foreseen = -1;
    while (!isAt(stack.get(from), sheet, row, column)) {
      foreseen = stack.get(from).foreseen ? from : foreseen;
      from--;
    }
    if (foreseen >= 0) {
      foresight = false;
      while (stack.size() > foreseen) {
        drop(stack.getLast());
      }
      return;
    }
    while (stack.size() > from) {
      Wait each = stack.getLast();
      if (each.area.isCell()) {
        dirty.remove(each.sheet, each.row, each.column);
        formulas.endCircle(each.sheet, each.row, each.column);
      }
      drop(each);
    }
  }

  private static boolean isAt(Wait wait, int sheet, int row, int column) {
    return wait.area.isCell() && wait.sheet == sheet && wait.row == row && wait.column == column;
  }
}
