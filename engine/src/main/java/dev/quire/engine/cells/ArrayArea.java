package dev.quire.engine.cells;

import dev.quire.engine.ref.Area;

/// Cells that the result of one formula fills. The formula stands in the top left cell; the others
/// hold values and no formula.
///
/// @param area the cells of the result
/// @param dynamic whether the result spilled there, rather than the area being chosen by hand
public record ArrayArea(Area area, boolean dynamic) {}
