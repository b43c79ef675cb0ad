package dev.quire.engine.formula;

import dev.quire.engine.formula.CellSyntax.Corner;
import dev.quire.engine.formula.Expression.CellReference;
import dev.quire.engine.ref.Grid;
import java.util.Objects;

/// Builds references from their corners and puts corners in order, as Excel does when it stores
/// `B2:A1` as `A1:B2`.
final class References {
  private References() {}

  static CellReference cell(Sheets sheets, Corner corner) {
    Coordinate row = Objects.requireNonNull(corner.row());
    Coordinate column = Objects.requireNonNull(corner.column());
    return new CellReference(sheets, new RelativeArea(row, column, row, column), Extent.CELL);
  }

  /// The reference between two corners of the same kind.
  static CellReference between(Sheets sheets, Corner a, Corner b, FormulaSite site) {
    Coordinate top = a.row() == null ? Coordinate.fixed(0) : a.row();
    Coordinate bottom = b.row() == null ? Coordinate.fixed(Grid.ROWS - 1) : b.row();
    Coordinate left = a.column() == null ? Coordinate.fixed(0) : a.column();
    Coordinate right = b.column() == null ? Coordinate.fixed(Grid.COLUMNS - 1) : b.column();
    Extent extent =
        a.row() == null ? Extent.COLUMNS : a.column() == null ? Extent.ROWS : Extent.AREA;
    return new CellReference(
        sheets, ordered(new RelativeArea(top, left, bottom, right), site), extent);
  }

  /// The same area with its corners swapped so that they are in order at this cell.
  static RelativeArea ordered(RelativeArea area, FormulaSite site) {
    boolean rowsFit = area.top().at(site.row()) <= area.bottom().at(site.row());
    boolean columnsFit = area.left().at(site.column()) <= area.right().at(site.column());
    return rowsFit && columnsFit
        ? area
        : new RelativeArea(
            rowsFit ? area.top() : area.bottom(),
            columnsFit ? area.left() : area.right(),
            rowsFit ? area.bottom() : area.top(),
            columnsFit ? area.right() : area.left());
  }
}
