package dev.quire.engine.formula;

/// The rows of a table that a structured reference asks for.
public enum TablePart {
  /// Header, data and totals.
  ALL("#All"),
  /// The header row.
  HEADERS("#Headers"),
  /// The rows between header and totals.
  DATA("#Data"),
  /// The totals row.
  TOTALS("#Totals"),
  /// The data row in which the formula stands; also written `@`.
  THIS_ROW("#This Row");

  private final String word;

  TablePart(String word) {
    this.word = word;
  }

  /// The spelling in formulas.
  public String word() {
    return word;
  }
}
