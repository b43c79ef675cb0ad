package dev.quire.workbook;

/// An icon that conditional formatting can put into a cell.
///
/// @param index from 0, the icon for the least values, to one less than the set has
public record Icon(IconSet set, int index) {}
