package dev.quire.workbook;

import dev.quire.engine.formula.Coordinate;
import dev.quire.engine.formula.Expression;
import dev.quire.engine.formula.Extent;
import dev.quire.engine.formula.RelativeArea;
import dev.quire.engine.formula.Sheets;
import dev.quire.engine.ref.Area;
import dev.quire.engine.value.ArrayValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.FunctionValue;
import dev.quire.engine.value.ReferenceValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.Value;
import java.util.Optional;

/// Writes values down as parts of a formula.
final class Literals {
  private Literals() {}

  /// The argument that has this value.
  static Expression expression(Optional<Value> argument) {
    return argument.map(Literals::expression).orElseGet(Expression.Missing::new);
  }

  private static Expression expression(Value value) {
    return switch (value) {
      case Scalar scalar -> new Expression.Literal(scalar);
      case ArrayValue array -> new Expression.ArrayConstant(array);
      case ReferenceValue reference -> reference(reference.first());
      case FunctionValue _ -> new Expression.Literal(ErrorValue.CALC);
    };
  }

  private static Expression reference(ReferenceValue.Part part) {
    Area area = part.area();
    return new Expression.CellReference(
        new Sheets.One(part.sheet()),
        new RelativeArea(
            Coordinate.fixed(area.firstRow()),
            Coordinate.fixed(area.firstColumn()),
            Coordinate.fixed(area.lastRow()),
            Coordinate.fixed(area.lastColumn())),
        extent(area));
  }

  private static Extent extent(Area area) {
    if (area.isCell()) {
      return Extent.CELL;
    }
    if (area.isWholeRows()) {
      return Extent.ROWS;
    }
    return area.isWholeColumns() ? Extent.COLUMNS : Extent.AREA;
  }
}
