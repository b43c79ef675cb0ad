package dev.quire.engine.recalc;

/// How circular references are worked out when the workbook allows them (ECMA-376 part 1, §18.2.2).
///
/// @param count how often the cells of circles are calculated at most, at least 1
/// @param delta it ends earlier once no number changes by as much
public record Iteration(int count, double delta) {
  /// Excel's choice where the workbook says nothing.
  public static final Iteration USUAL = new Iteration(100, 0.001);

  /// Throws `IllegalArgumentException` for a count or delta that Excel does not take.
  public Iteration {
    if (count < 1 || count > 32_767 || !(delta >= 0)) {
      throw new IllegalArgumentException("iteration of %d times by %s".formatted(count, delta));
    }
  }
}
