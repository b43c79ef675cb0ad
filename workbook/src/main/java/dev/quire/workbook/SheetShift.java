package dev.quire.workbook;

import dev.quire.engine.ref.Shift;

/// Cells that moved on one worksheet.
///
/// @param sheet key of the worksheet
/// @param shift how they moved
public record SheetShift(int sheet, Shift shift) {}
