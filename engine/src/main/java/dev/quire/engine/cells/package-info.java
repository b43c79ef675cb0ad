/// The cells of a sheet: values, formulas and style numbers in columns of blocks, immutable and
/// shared between snapshots until somebody writes. Never calculates. Start with [SheetCells].
package dev.quire.engine.cells;
