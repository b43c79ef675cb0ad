package dev.quire.engine.function.grouping;

/// Which totals an axis of a summary has.
///
/// @param levels how many: 0 none, 1 the grand total, more for subtotals of the outer fields
/// @param first whether they come before what they sum up
/// @param named whether subtotals are among them, so that the total of all is called otherwise
record Totals(int levels, boolean first, boolean named) {
  /// @param depth as `GROUPBY` is given it; negative for totals before the rest
  static Totals of(int depth, int fields) {
    int levels = Math.min(Math.abs(depth), fields);
    return new Totals(levels, depth < 0, levels > 1);
  }

  String word() {
    return named ? "Grand Total" : "Total";
  }

  /// Whether groups of a field, counted from 0 for the outermost, have a subtotal.
  boolean hasSubtotal(int field) {
    return levels >= field + 2;
  }
}
