package dev.quire.workbook.pivot;

import java.util.OptionalInt;

/// A filter above a report.
///
/// @param field zero-based place of the field
/// @param item the only item that is let through, as its place among the items of the field;
///   nothing when those that are not hidden are
public record PageChoice(int field, OptionalInt item) {}
