package dev.quire.engine.recalc;

/// A cell of a workbook.
///
/// @param sheet key of the sheet
/// @param row zero-based
/// @param column zero-based
public record CellPosition(int sheet, int row, int column) {}
