package dev.quire.engine.formula;

/// Where a formula stands. Relative references are kept as distances from here.
///
/// @param sheet key of the sheet
/// @param row zero-based row
/// @param column zero-based column
public record FormulaSite(int sheet, int row, int column) {}
