package dev.quire.engine.function.lookup;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.any;
import static dev.quire.engine.function.Parameters.array;
import static dev.quire.engine.function.Parameters.lazy;
import static dev.quire.engine.function.Parameters.logical;
import static dev.quire.engine.function.Parameters.number;
import static dev.quire.engine.function.Parameters.place;
import static dev.quire.engine.function.Parameters.text;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.formula.Matrix;
import dev.quire.engine.formula.Notation;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.Grid;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.ReferenceValue;
import dev.quire.engine.value.Value;
import java.util.List;

/// Functions that tell positions and build references.
public final class ReferenceFunctions {
  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          function("ROW", a -> positions(a, true))
              .yieldsArray()
              .takes(place("reference").optional()),
          function("COLUMN", a -> positions(a, false))
              .yieldsArray()
              .takes(place("reference").optional()),
          function("ROWS", a -> size(a, true)).takes(place("array")),
          function("COLUMNS", a -> size(a, false)).takes(place("array")),
          function("AREAS", ReferenceFunctions::areas).takes(place("reference")),
          function("CHOOSE", ReferenceFunctions::choose)
              .handsOn()
              .takes(number("index_num"), lazy("value").repeating()),
          function("TRANSPOSE", ReferenceFunctions::transpose).yieldsArray().takes(array("array")),
          function("OFFSET", ReferenceFunctions::offset)
              .yieldsReference()
              .takes(
                  place("reference"),
                  number("rows"),
                  number("cols"),
                  number("height").optional(),
                  number("width").optional())
              .everChanging(),
          function("INDIRECT", ReferenceFunctions::indirect)
              .yieldsReference()
              .takes(text("ref_text"), logical("a1").optional())
              .everChanging(),
          function("ADDRESS", Addresses::address)
              .takes(
                  number("row_num"),
                  number("column_num"),
                  number("abs_num").optional(),
                  logical("a1").optional(),
                  any("sheet_text").optional()));

  private ReferenceFunctions() {}

  /// The numbers of all rows or columns of a reference, of the formula's own cell without one.
  private static Value positions(Arguments a, boolean rows) {
    if (!a.has(0)) {
      return new NumberValue((rows ? a.site().row() : a.site().column()) + 1);
    }
    if (!(a.value(0) instanceof ReferenceValue reference)) {
      return ErrorValue.VALUE;
    }
    if (!reference.isSingle()) {
      return ErrorValue.REF;
    }
    Area area = reference.first().area();
    int first = (rows ? area.firstRow() : area.firstColumn()) + 1;
    int count = rows ? area.rows() : area.columns();
    if (count == 1) {
      return new NumberValue(first);
    }
    return rows
        ? a.array(count, 1, (row, _) -> new NumberValue(first + row))
        : a.array(1, count, (_, column) -> new NumberValue(first + column));
  }

  /// Several areas have no size in common (D, MS-OI29500 2.1.1035).
  private static Value size(Arguments a, boolean rows) {
    if (a.value(0) instanceof ReferenceValue reference && !reference.isSingle()) {
      return ErrorValue.REF;
    }
    Matrix matrix = a.matrix(0);
    return new NumberValue(rows ? matrix.rows() : matrix.columns());
  }

  private static Value areas(Arguments a) {
    return a.value(0) instanceof ReferenceValue reference
        ? new NumberValue(reference.parts().size())
        : ErrorValue.VALUE;
  }

  private static Value choose(Arguments a) {
    int index = (int) a.number(0);
    return index < 1 || index >= a.count() ? ErrorValue.VALUE : a.value(index);
  }

  private static Value transpose(Arguments a) {
    Matrix matrix = a.matrix(0);
    return a.array(matrix.columns(), matrix.rows(), (row, column) -> matrix.at(column, row));
  }

  private static Value offset(Arguments a) {
    if (!(a.value(0) instanceof ReferenceValue reference) || !reference.isSingle()) {
      return ErrorValue.VALUE;
    }
    Area area = reference.first().area();
    double height = a.has(3) ? a.number(3) : area.rows();
    double width = a.has(4) ? a.number(4) : area.columns();
    long top = area.firstRow() + (long) a.number(1);
    long left = area.firstColumn() + (long) a.number(2);
    long bottom = top + far(height);
    long right = left + far(width);
    boolean lost = height == 0 || width == 0 || !isInside(top, left) || !isInside(bottom, right);
    return lost
        ? ErrorValue.REF
        : ReferenceValue.of(
            reference.first().sheet(),
            Area.between((int) top, (int) left, (int) bottom, (int) right));
  }

  /// How far the other end of so many rows or columns lies. The fraction is cut off, so that the
  /// end of a part of one lies behind the start: there are two then (O).
  private static long far(double size) {
    return (long) size + (size < 0 ? 1 : -1);
  }

  private static boolean isInside(long row, long column) {
    return row >= 0 && row < Grid.ROWS && column >= 0 && column < Grid.COLUMNS;
  }

  private static Value indirect(Arguments a) {
    return a.reference(a.text(0), a.logical(1, true) ? Notation.A1 : Notation.R1C1);
  }
}
