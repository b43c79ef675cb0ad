package dev.quire.engine.formula;

import dev.quire.engine.ref.Area;
import java.util.List;

/// What a structured reference needs to know of a table.
///
/// @param name the name that formulas use
/// @param sheet key of the sheet it lies on
/// @param area all of the table, header and totals included
/// @param hasHeaders whether the first row holds the column names
/// @param hasTotals whether the last row holds totals
/// @param columns the column names from left to right, as many as the area is wide
public record TableShape(
    String name,
    int sheet,
    Area area,
    boolean hasHeaders,
    boolean hasTotals,
    List<String> columns) {
  /// Copies the columns.
  public TableShape {
    columns = List.copyOf(columns);
  }
}
