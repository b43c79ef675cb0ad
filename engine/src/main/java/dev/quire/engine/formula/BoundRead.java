package dev.quire.engine.formula;

/// Cells that a formula may read, seen from the formula's cell.
public record BoundRead(int sheet, RelativeArea area) {}
