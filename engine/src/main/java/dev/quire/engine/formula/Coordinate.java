package dev.quire.engine.formula;

/// A row or column number in a formula that is kept relative to its cell.
///
/// @param value the zero-based number when fixed (`$A$1`), otherwise the distance from the
///   formula's cell, negative for above and left
/// @param fixed whether `$` was written
public record Coordinate(int value, boolean fixed) {
  /// The number that this means in a formula at row or column `host`. May lie outside the grid.
  public int at(int host) {
    return fixed ? value : host + value;
  }

  // Formulas of a file are found by their coordinates: what records make of themselves is slower.
  @Override
  public boolean equals(Object other) {
    return other instanceof Coordinate that && value == that.value && fixed == that.fixed;
  }

  @Override
  public int hashCode() {
    return value * 2 + (fixed ? 1 : 0);
  }

  /// A number written with `$`.
  public static Coordinate fixed(int value) {
    return new Coordinate(value, true);
  }

  /// The number `target` as seen from `host`.
  public static Coordinate relative(int target, int host) {
    return new Coordinate(target - host, false);
  }
}
