package dev.quire.engine.formula;

import dev.quire.engine.ref.Stretch;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.ReferenceValue.Part;
import dev.quire.engine.value.Value;
import java.util.List;
import java.util.Optional;

/// Calculates one formula in one cell after the other, without a box for each number. For one
/// thread and one calculation, during which no cell that was read may change its value.
public final class Calculator {
  private final Template template;
  private final Frame frame;
  private final boolean isScalar;
  private Value result = BlankValue.BLANK;

  Calculator(Template template, Frame frame) {
    this.template = template;
    this.frame = frame;
    this.isScalar = template.root().isScalar();
  }

  /// Calculates the formula in a cell.
  ///
  /// @return the number it yields; NaN when it is something else, told by [#result]
  public double calculate(int row, int column) {
    frame.move(row, column);
    if (isScalar) {
      double plain = template.root().plain(frame);
      if (!Double.isNaN(plain)) {
        // Excel knows no negative zero.
        return plain + 0.0;
      }
      return number(Template.shown(frame.other()));
    }
    return number(template.whole(frame));
  }

  /// Calculates the formula in many cells, none of which reads another one of them. For formulas
  /// that [vectorize][Template#vectorizes] only.
  ///
  /// @param into gets the numbers that they yield, from its beginning; NaN where [#calculate(int,
  ///   int)] has to be asked
  public void calculate(Stretch cells, double[] into) {
    frame.giveBackAll();
    frame.move(cells.row(), cells.column());
    template.root().plains(frame, cells, into);
    for (int at = 0; at < cells.cells(); at++) {
      // Excel knows no negative zero.
      into[at] += 0.0;
    }
  }

  /// The formula for cells that are calculated one from the other; empty when it does not
  /// [vectorize][Template#vectorizes] or reads what it needs of them in another way.
  ///
  /// @param down whether they lie one below the other, and not side by side
  public Optional<Recurrence> recurrence(boolean down) {
    return template.vectorizes() ? Recurrence.of(template.root(), frame, down) : Optional.empty();
  }

  /// Whether the formula in a cell may come to something else since cells were written; false only
  /// when it surely does not. For formulas that are not volatile, where nothing else that they read
  /// has changed.
  public boolean follows(List<Part> written, int row, int column) {
    frame.move(row, column);
    return template.root().follows(written, frame);
  }

  private double number(Value value) {
    result = value;
    return value instanceof NumberValue(double number) ? number : Double.NaN;
  }

  /// What the last calculation yielded when that was no number: a scalar as the cell shows it, or
  /// of a formula of [EvaluationMode#DYNAMIC] also an array or a reference.
  public Value result() {
    return result;
  }
}
