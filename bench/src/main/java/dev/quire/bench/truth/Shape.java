package dev.quire.bench.truth;

import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells formulas apart by what they are relative to their cell, so that a formula filled over a
/// thousand cells counts once.
final class Shape {
  private static final Pattern CELL =
      Pattern.compile("(?<![\\p{L}0-9_.])(\\$?)([A-Z]{1,3})(\\$?)([0-9]{1,7})(?![\\p{L}0-9_.(])");

  private Shape() {}

  /// The formula with references made relative to its cell.
  static String of(String formula, String cell) {
    Area at = A1.parse(cell).orElseThrow();
    return CELL.matcher(formula).replaceAll(found -> Matcher.quoteReplacement(relative(found, at)));
  }

  private static String relative(MatchResult found, Area at) {
    Area target = A1.parse(found.group(2) + found.group(4)).orElse(at);
    int rows = target.firstRow() - at.firstRow();
    int columns = target.firstColumn() - at.firstColumn();
    String row = found.group(3).isEmpty() ? "R[" + rows + "]" : "R" + target.firstRow();
    String column = found.group(1).isEmpty() ? "C[" + columns + "]" : "C" + target.firstColumn();
    return row + column;
  }
}
