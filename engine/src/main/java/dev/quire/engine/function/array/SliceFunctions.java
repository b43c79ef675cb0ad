package dev.quire.engine.function.array;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.array;
import static dev.quire.engine.function.Parameters.item;
import static dev.quire.engine.function.Parameters.number;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.formula.Matrix;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.ref.Area;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.ReferenceValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.Value;
import java.util.List;
import java.util.stream.IntStream;

/// Functions that cut rows and columns out of an array, or add some.
public final class SliceFunctions {
  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          function("TAKE", a -> cut(a, SliceFunctions::taken))
              .since(2024)
              .yieldsArray()
              .takes(array("array"), number("rows"), number("columns").optional()),
          function("DROP", a -> cut(a, SliceFunctions::left))
              .since(2024)
              .yieldsArray()
              .takes(array("array"), number("rows"), number("columns").optional()),
          function("CHOOSEROWS", a -> chosen(a, Lines.rows(a.matrix(0))))
              .since(2024)
              .yieldsArray()
              .takes(array("array"), array("row_num").repeating()),
          function("CHOOSECOLS", a -> chosen(a, Lines.columns(a.matrix(0))))
              .since(2024)
              .yieldsArray()
              .takes(array("array"), array("col_num").repeating()),
          function("EXPAND", SliceFunctions::expanded)
              .since(2024)
              .yieldsArray()
              .takes(
                  array("array"),
                  number("rows"),
                  number("columns").optional(),
                  item("pad_with").optional()));

  private SliceFunctions() {}

  /// Lines that follow one another.
  ///
  /// @param count may be 0 or less, for none
  private record Stretch(int first, int count) {}

  @FunctionalInterface
  private interface Cut {
    /// What of so many lines remains; a negative number counts from the end.
    Stretch of(int number, int lines);
  }

  private static Stretch taken(int number, int lines) {
    int count = (int) Math.min(Math.abs((long) number), lines);
    return new Stretch(number < 0 ? lines - count : 0, count);
  }

  private static Stretch left(int number, int lines) {
    int dropped = (int) Math.min(Math.abs((long) number), lines);
    return new Stretch(number < 0 ? 0 : dropped, lines - dropped);
  }

  /// What is cut out of cells is still cells.
  private static Value cut(Arguments a, Cut cut) {
    Matrix array = a.matrix(0);
    Stretch rows = stretch(a, 1, array.rows(), cut);
    Stretch columns = stretch(a, 2, array.columns(), cut);
    if (rows.count() < 1 || columns.count() < 1) {
      return ErrorValue.CALC;
    }
    if (a.value(0) instanceof ReferenceValue reference) {
      Area area = reference.first().area();
      int top = area.firstRow() + rows.first();
      int left = area.firstColumn() + columns.first();
      return ReferenceValue.of(
          reference.first().sheet(),
          new Area(top, left, top + rows.count() - 1, left + columns.count() - 1));
    }
    return a.array(
        rows.count(),
        columns.count(),
        (row, column) -> array.at(rows.first() + row, columns.first() + column));
  }

  private static Stretch stretch(Arguments a, int place, int lines, Cut cut) {
    return a.has(place) ? cut.of((int) a.number(place), lines) : new Stretch(0, lines);
  }

  /// Lines by one-based numbers, negative ones counting from the end. The numbers of one argument
  /// stand in one row or one column (O).
  private static Value chosen(Arguments a, Lines lines) {
    var chosen = IntStream.builder();
    long count = 0;
    for (int place = 1; place < a.count(); place++) {
      Matrix numbers = a.matrix(place);
      if (numbers.rows() > 1 && numbers.columns() > 1) {
        return ErrorValue.VALUE;
      }
      count += numbers.size();
      if (count * lines.length() > Matrix.MAX_ELEMENTS) {
        return ErrorValue.NUM;
      }
      for (int i = 0; i < numbers.size(); i++) {
        Scalar number = a.toNumber(numbers.at(i));
        if (!(number instanceof NumberValue(double value))) {
          return number;
        }
        long wanted = (long) value;
        if (wanted == 0 || Math.abs(value) >= lines.count() + 1.0) {
          return ErrorValue.VALUE;
        }
        chosen.add((int) (wanted < 0 ? lines.count() + wanted : wanted - 1));
      }
    }
    return lines.picked(a, chosen.build().toArray());
  }

  private static Value expanded(Arguments a) {
    Matrix array = a.matrix(0);
    int rows = a.has(1) ? (int) a.number(1) : array.rows();
    int columns = a.has(2) ? (int) a.number(2) : array.columns();
    if (rows < array.rows() || columns < array.columns()) {
      return ErrorValue.VALUE;
    }
    Scalar padding = a.has(3) ? a.scalar(3) : ErrorValue.NA;
    return a.array(
        rows,
        columns,
        (row, column) ->
            row < array.rows() && column < array.columns() ? array.at(row, column) : padding);
  }
}
