package dev.quire.graph.resource;

import dev.quire.engine.Catalogue;
import dev.quire.engine.formula.Function;
import dev.quire.engine.formula.Template;
import dev.quire.engine.recalc.CalculationEnvironment;
import dev.quire.engine.ref.Area;
import dev.quire.engine.value.ArrayValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.FunctionValue;
import dev.quire.engine.value.ReferenceValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.Value;
import dev.quire.graph.edm.Operation;
import dev.quire.graph.json.JsonObject;
import dev.quire.graph.json.JsonOut;
import dev.quire.workbook.Workbook;
import java.util.Locale;
import java.util.Optional;

/// Worksheet functions as the API calls them. An action is a function of Excel in another spelling:
/// `beta_Dist` is `BETA.DIST`. Whatever the catalogue has can be called.
public final class WorksheetFunctions {
  private static final long MOST_CELLS = 5_000_000;
  private static final Catalogue CATALOGUE = Catalogue.plain();

  private WorksheetFunctions() {}

  /// Whether an action stands for a function that is computed here.
  static boolean isServed(String action) {
    return find(action).isPresent();
  }

  /// What a function yields: one value, or an array where several cells or elements come out.
  ///
  /// @param action an action bound to `workbookFunctions`
  /// @param body the arguments by name
  /// @throws NotServed when the function is not computed here
  /// @throws BadArgument when an argument is missing, unknown or of no use
  public static Value call(
      Workbook book, Operation action, JsonObject body, CalculationEnvironment environment) {
    Function function =
        find(action.name()).orElseThrow(() -> new NotServed("workbookFunctions/" + action.name()));
    var arguments = new FunctionArguments(book, action, function).read(body);
    return read(book, book.call(function.name(), arguments, environment));
  }

  /// Writes what [#call] gave: an array as rows of values.
  public static void write(Value result, JsonOut out) {
    switch (result) {
      case Scalar scalar -> RangeValues.value(scalar, out);
      case ReferenceValue _, FunctionValue _ ->
          throw new IllegalStateException("a result that was not read");
      case ArrayValue array -> {
        out.beginArray();
        for (int row = 0; row < array.rows(); row++) {
          out.beginArray();
          for (int column = 0; column < array.columns(); column++) {
            RangeValues.value(array.at(row, column), out);
          }
          out.endArray();
        }
        out.endArray();
      }
    }
  }

  private static Optional<Function> find(String action) {
    return CATALOGUE.find(action.toUpperCase(Locale.ROOT).replace('_', '.'));
  }

  /// The cells that a reference stands for, and 0 for a blank, as a cell would show it.
  private static Value read(Workbook book, Value value) {
    return switch (value) {
      case Scalar scalar -> Template.shown(scalar);
      case ArrayValue array ->
          array.rows() * array.columns() == 1 ? Template.shown(array.at(0, 0)) : array;
      case ReferenceValue reference -> cells(book, reference.first());
      case FunctionValue _ -> ErrorValue.CALC;
    };
  }

  private static Value cells(Workbook book, ReferenceValue.Part part) {
    Area area = part.area();
    if (area.cells() > MOST_CELLS) {
      throw new TooManyCells(area.cells(), MOST_CELLS);
    }
    return area.isCell()
        ? Template.shown(book.value(part.sheet(), area.firstRow(), area.firstColumn()))
        : ArrayValue.of(
            area.rows(),
            area.columns(),
            (row, column) ->
                book.value(part.sheet(), area.firstRow() + row, area.firstColumn() + column));
  }
}
