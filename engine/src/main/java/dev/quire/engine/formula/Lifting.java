package dev.quire.engine.formula;

import dev.quire.engine.ref.Area;
import dev.quire.engine.value.ArrayValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.FunctionValue;
import dev.quire.engine.value.ReferenceValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.Value;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/// Applies what is defined on single values to arrays, element by element.
final class Lifting {
  private Lifting() {}

  /// Reads a reference to a single cell; leaves arrays and references to several.
  static Value read(Value value, Frame frame) {
    if (value instanceof FunctionValue) {
      return ErrorValue.CALC;
    }
    if (!(value instanceof ReferenceValue reference)) {
      return value;
    }
    if (!reference.isSingle()) {
      return ErrorValue.VALUE;
    }
    Area area = reference.first().area();
    return area.isCell() ? cell(reference.first().sheet(), area, frame) : reference;
  }

  private static Scalar cell(int sheet, Area area, Frame frame) {
    return frame.workspace.cell(sheet, area.firstRow(), area.firstColumn());
  }

  /// The first element.
  static Scalar topLeft(Value value, Frame frame) {
    return switch (value) {
      case Scalar scalar -> scalar;
      case ArrayValue array -> array.at(0, 0);
      case ReferenceValue reference ->
          reference.isSingle()
              ? cell(reference.first().sheet(), reference.first().area(), frame)
              : ErrorValue.VALUE;
      case FunctionValue _ -> ErrorValue.CALC;
    };
  }

  /// The cell of a reference in the formula's row or column; the first element of an array.
  static Scalar intersect(Value value, Frame frame) {
    if (!(value instanceof ReferenceValue reference)) {
      return topLeft(value, frame);
    }
    if (!reference.isSingle()) {
      return ErrorValue.VALUE;
    }
    Area area = reference.first().area();
    int row = area.rows() == 1 ? area.firstRow() : frame.row;
    int column = area.columns() == 1 ? area.firstColumn() : frame.column;
    return area.contains(row, column)
        ? frame.workspace.cell(reference.first().sheet(), row, column)
        : ErrorValue.VALUE;
  }

  static Value unary(Value operand, Frame frame, UnaryOperator<Scalar> operator) {
    if (operand instanceof Scalar scalar) {
      return operator.apply(scalar);
    }
    Matrix matrix = settled(operand, frame);
    return array(
        matrix.rows(),
        matrix.columns(),
        frame,
        (row, column) -> operator.apply(matrix.at(row, column)));
  }

  static Value binary(Value left, Value right, Frame frame, BinaryOperator<Scalar> operator) {
    if (left instanceof Scalar a && right instanceof Scalar b) {
      return operator.apply(a, b);
    }
    Matrix a = settled(left, frame);
    Matrix b = settled(right, frame);
    return array(
        Math.max(a.rows(), b.rows()),
        Math.max(a.columns(), b.columns()),
        frame,
        (row, column) -> operator.apply(a.spread(row, column), b.spread(row, column)));
  }

  static Matrix settled(Value value, Frame frame) {
    Matrix matrix = Matrix.of(value, frame.workspace);
    if (matrix.size() <= Matrix.MAX_ELEMENTS) {
      matrix.settle();
    }
    return matrix;
  }

  /// Several references, or `#NUM!` when they would be more than a formula may make.
  static Value references(int rows, int columns, Frame frame, ArrayValue.ReferenceFiller filler) {
    return (long) rows * columns > Matrix.MAX_ELEMENTS
        ? ErrorValue.NUM
        : ArrayValue.ofReferences(
            rows, columns, frame.evaluation.countedReferences(filler, (long) rows * columns));
  }

  /// An array, or `#NUM!` when it would be larger than a formula may make.
  static Value array(int rows, int columns, Frame frame, ArrayValue.Filler filler) {
    return (long) rows * columns > Matrix.MAX_ELEMENTS
        ? ErrorValue.NUM
        : ArrayValue.of(rows, columns, frame.evaluation.counted(filler, (long) rows * columns));
  }
}
