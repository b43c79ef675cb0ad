package dev.quire.engine.function.grouping;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.value.ArrayValue;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.FunctionValue;
import dev.quire.engine.value.FunctionsValue;
import dev.quire.engine.value.ReferenceValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import dev.quire.engine.value.Value;
import java.util.List;

/// Calls the functions of a summary on the values of some rows.
///
/// @param functions at least one
/// @param isList whether they were given as a list, so that their names are shown
/// @param sideBySide whether the results of several stand beside one another
record Summary(
    Arguments arguments,
    Records records,
    List<FunctionValue> functions,
    boolean isList,
    boolean sideBySide) {
  /// What stands for a `LAMBDA` where names of functions are shown (?).
  private static final String CUSTOM = "CUSTOM";

  static Summary of(Arguments a, Records records, FunctionValue function) {
    return function instanceof FunctionsValue(List<FunctionValue> functions, boolean sideBySide)
        ? new Summary(a, records, functions, true, sideBySide)
        : new Summary(a, records, List.of(function), false, true);
  }

  /// What a function makes of one column of values.
  ///
  /// @param whole the rows that a function of two arguments sets the others against
  Scalar of(FunctionValue function, int column, int[] rows, int[] whole) {
    Value part = values(column, rows);
    Value result =
        function.call(function.arity() > 1 ? List.of(part, values(column, whole)) : List.of(part));
    return switch (result) {
      case BlankValue _ -> TextValue.EMPTY;
      case Scalar scalar -> scalar;
      case ArrayValue array when array.rows() == 1 && array.columns() == 1 -> array.at(0, 0);
      case ReferenceValue reference
          when reference.isSingle() && reference.first().area().isCell() ->
          arguments.topLeft(reference);
      case ArrayValue _, ReferenceValue _, FunctionValue _ -> ErrorValue.CALC;
    };
  }

  private Value values(int column, int[] rows) {
    return arguments.array(rows.length, 1, (row, _) -> records.values().at(rows[row], column));
  }

  /// How many results stand beside one another for one group.
  int width() {
    return records.values().columns() * (sideBySide ? functions.size() : 1);
  }

  /// How many results stand below one another for one group.
  int height() {
    return sideBySide ? 1 : functions.size();
  }

  /// The result at a place of those of one group: the functions of the first value come first.
  Scalar at(int row, int column, int[] rows, int[] whole) {
    int across = sideBySide ? functions.size() : 1;
    FunctionValue function = functions.get(sideBySide ? column % across : row);
    return of(function, column / across, rows, whole);
  }

  /// The name of the value in a column of results.
  Scalar valueName(int column) {
    int across = sideBySide ? functions.size() : 1;
    return records.header(records.values(), column / across, "Value");
  }

  /// The name of the function at a place.
  Scalar functionName(int place) {
    return new TextValue(functions.get(place % functions.size()).name().orElse(CUSTOM));
  }
}
