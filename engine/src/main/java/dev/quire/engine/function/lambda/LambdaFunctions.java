package dev.quire.engine.function.lambda;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.any;
import static dev.quire.engine.function.Parameters.array;
import static dev.quire.engine.function.Parameters.lambda;
import static dev.quire.engine.function.Parameters.number;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.value.ArrayValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.FunctionValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.ReferenceValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.Value;
import java.util.ArrayList;
import java.util.List;

/// Functions that call a function value for the parts of an array. What they hand to it are cells
/// where the array is a range, so that it may ask for more than their values (O: `SUBTOTAL` inside
/// `MAP` sees filtered rows).
public final class LambdaFunctions {
  private static final int YEAR = 2024;

  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          function("MAP", LambdaFunctions::map)
              .yieldsArray()
              .takes(array("array"), any("lambda_or_array").repeating())
              .since(YEAR),
          function("REDUCE", LambdaFunctions::reduce)
              .yieldsArray()
              .takes(any("initial_value"), array("array"), lambda("lambda"))
              .since(YEAR),
          function("SCAN", LambdaFunctions::scan)
              .yieldsArray()
              .takes(any("initial_value"), array("array"), lambda("lambda"))
              .since(YEAR),
          function("BYROW", a -> byLine(a, true))
              .yieldsArray()
              .takes(array("array"), lambda("lambda"))
              .since(YEAR),
          function("BYCOL", a -> byLine(a, false))
              .yieldsArray()
              .takes(array("array"), lambda("lambda"))
              .since(YEAR),
          function("MAKEARRAY", LambdaFunctions::makeArray)
              .yieldsArray()
              .takes(number("rows"), number("columns"), lambda("lambda"))
              .since(YEAR));

  private LambdaFunctions() {}

  /// Where one of the arrays has no element, the function is given `#N/A`.
  private static Value map(Arguments a) {
    int last = a.count() - 1;
    if (!(a.value(last) instanceof FunctionValue function)) {
      return ErrorValue.VALUE;
    }
    var arrays = new ArrayList<Pieces>();
    int rows = 1;
    int columns = 1;
    for (int place = 0; place < last; place++) {
      var pieces = new Pieces(a, place);
      arrays.add(pieces);
      rows = Math.max(rows, pieces.rows());
      columns = Math.max(columns, pieces.columns());
    }
    return a.array(
        rows,
        columns,
        (row, column) ->
            single(
                a, function.call(arrays.stream().map(pieces -> pieces.at(row, column)).toList())));
  }

  /// Without a first value the first element is it (O).
  private static Value reduce(Arguments a) {
    var pieces = new Pieces(a, 1);
    boolean given = a.has(0);
    Value result = given ? a.value(0) : pieces.at(0, 0);
    for (long at = given ? 0 : 1; at < pieces.size(); at++) {
      result = a.function(2).call(List.of(result, pieces.at(at)));
    }
    return result;
  }

  private static Value scan(Arguments a) {
    var pieces = new Pieces(a, 1);
    var last = new Value[] {a.value(0)};
    return a.array(
        pieces.rows(),
        pieces.columns(),
        (row, column) -> {
          Value piece = pieces.at(row, column);
          boolean isFirst = row == 0 && column == 0 && !a.has(0);
          last[0] = isFirst ? piece : a.function(2).call(List.of(last[0], piece));
          return single(a, last[0]);
        });
  }

  private static Value byLine(Arguments a, boolean rows) {
    var pieces = new Pieces(a, 0);
    FunctionValue function = a.function(1);
    return a.array(
        rows ? pieces.rows() : 1,
        rows ? 1 : pieces.columns(),
        (row, column) ->
            single(a, function.call(List.of(rows ? pieces.row(row) : pieces.column(column)))));
  }

  private static Value makeArray(Arguments a) {
    double rows = Math.floor(a.number(0));
    double columns = Math.floor(a.number(1));
    if (rows < 1 || columns < 1) {
      return ErrorValue.VALUE;
    }
    return a.array(
        (int) rows,
        (int) columns,
        (row, column) ->
            single(
                a,
                a.function(2)
                    .call(List.of(new NumberValue(row + 1.0), new NumberValue(column + 1.0)))));
  }

  /// What becomes an element: an array of arrays is `#CALC!`.
  private static Scalar single(Arguments a, Value value) {
    return switch (value) {
      case Scalar scalar -> scalar;
      case ArrayValue array when array.rows() == 1 && array.columns() == 1 -> array.at(0, 0);
      case ReferenceValue reference
          when reference.isSingle() && reference.first().area().isCell() ->
          a.topLeft(reference);
      case ArrayValue _, ReferenceValue _, FunctionValue _ -> ErrorValue.CALC;
    };
  }
}
