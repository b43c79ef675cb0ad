package dev.quire.engine.formula;

import dev.quire.engine.value.Scalar;

/// Is shown cells one by one.
@FunctionalInterface
public interface CellVisitor {
  /// Takes a cell that is not blank.
  ///
  /// @return whether to go on
  boolean visit(int row, int column, Scalar value);
}
