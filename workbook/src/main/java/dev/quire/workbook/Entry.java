package dev.quire.workbook;

import dev.quire.engine.formula.Notation;
import dev.quire.engine.value.Scalar;

/// What a change puts into one cell.
public sealed interface Entry {
  /// Leave the cell as it is.
  Entry KEEP = new Keep();

  /// Empty the cell and give it the General number format.
  Entry CLEAR = new Clear();

  /// Leaves the cell as it is.
  record Keep() implements Entry {}

  /// Empties the cell and gives it the General number format.
  record Clear() implements Entry {}

  /// A value that keeps its type.
  record Constant(Scalar value) implements Entry {}

  /// What a person types into the cell, en-US: perhaps a number, a date, a formula; a leading
  /// apostrophe makes it a text. In a cell whose number format is `@` all of it is text.
  record Typed(String text) implements Entry {}

  /// A formula.
  ///
  /// @param text the formula, without `=`
  /// @param notation how its references are spelt
  record Formula(String text, Notation notation) implements Entry {}
}
