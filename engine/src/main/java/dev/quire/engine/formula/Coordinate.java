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

  /// A number written with `$`.
  public static Coordinate fixed(int value) {
    return new Coordinate(value, true);
  }

  /// The number `target` as seen from `host`.
  public static Coordinate relative(int target, int host) {
    return new Coordinate(target - host, false);
  }
}
