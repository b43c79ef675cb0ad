package dev.quire.engine.function.array;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.array;
import static dev.quire.engine.function.Parameters.logical;
import static dev.quire.engine.function.Parameters.number;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.formula.Matrix;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.function.array.SortOrder.Key;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.Value;
import java.util.ArrayList;
import java.util.List;

/// Functions that bring rows or columns into order.
public final class SortFunctions {
  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          function("SORT", SortFunctions::sort)
              .since(2021)
              .yieldsArray()
              .takes(
                  array("array"),
                  array("sort_index").optional(),
                  array("sort_order").optional(),
                  logical("by_col").optional()),
          function("SORTBY", SortFunctions::sortBy)
              .since(2021)
              .yieldsArray()
              .takes(
                  array("array").orEmpty(),
                  array("by_array").orEmpty().repeating(),
                  number("sort_order").optional().repeating()));

  private SortFunctions() {}

  /// One order serves all indexes; otherwise there is one for each.
  private static Value sort(Arguments a) {
    Lines lines = new Lines(a.matrix(0), a.logical(3, false));
    Matrix indexes = Matrix.of(a.has(1) ? a.value(1) : NumberValue.ONE, a.workspace());
    Matrix orders = Matrix.of(a.has(2) ? a.value(2) : NumberValue.ONE, a.workspace());
    if (lines.matrix().size() > Matrix.MAX_ELEMENTS || indexes.size() > lines.length()) {
      return lines.matrix().size() > Matrix.MAX_ELEMENTS ? ErrorValue.NUM : ErrorValue.VALUE;
    }
    if (!indexes.isVector() || orders.size() != 1 && orders.size() != indexes.size()) {
      return ErrorValue.VALUE;
    }
    var keys = new ArrayList<Key>();
    for (int i = 0; i < indexes.size(); i++) {
      Scalar index = a.toNumber(indexes.at(i));
      Scalar order = a.toNumber(orders.at(orders.size() == 1 ? 0 : i));
      if (!(index instanceof NumberValue(double place))) {
        return index;
      }
      if (!(order instanceof NumberValue(double direction))) {
        return order;
      }
      if (place < 1 || place >= lines.length() + 1.0 || !isDirection(direction)) {
        return ErrorValue.VALUE;
      }
      keys.add(key(lines, (int) place - 1, direction));
    }
    int[] order = SortOrder.sorted(a, lines.count(), keys);
    if (lines.length() > 1) {
      return lines.picked(a, order);
    }
    Scalar[] values = keys.getFirst().values();
    return lines.areColumns()
        ? a.array(1, order.length, (_, column) -> values[order[column]])
        : a.array(order.length, 1, (row, _) -> values[order[row]]);
  }

  private static boolean isDirection(double order) {
    return Math.abs((int) order) == 1;
  }

  private static Key key(Lines lines, int place, double direction) {
    return new Key(lines.across(place), direction < 0);
  }

  /// The first array to sort by decides whether rows or columns are sorted. Unlike elsewhere, an
  /// empty argument is an array of one blank (observed).
  private static Value sortBy(Arguments a) {
    Matrix array = a.matrix(0);
    Matrix first = a.matrix(1);
    Lines lines = new Lines(array, first.columns() > 1 || array.rows() == 1);
    if (array.size() > Matrix.MAX_ELEMENTS) {
      return ErrorValue.NUM;
    }
    var keys = new ArrayList<Key>();
    for (int place = 1; place < a.count(); place += 2) {
      Lines by = new Lines(a.matrix(place), lines.areColumns());
      double direction = a.has(place + 1) ? a.number(place + 1) : 1;
      if (by.length() != 1 || by.count() != lines.count() || !isDirection(direction)) {
        return ErrorValue.VALUE;
      }
      keys.add(key(by, 0, direction));
    }
    return lines.picked(a, SortOrder.sorted(a, lines.count(), keys));
  }
}
