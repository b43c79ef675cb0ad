package dev.quire.conformance.function;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.quire.conformance.surface.Operation;
import dev.quire.engine.formula.Expression;
import dev.quire.engine.formula.FormulaParser;
import dev.quire.engine.formula.FormulaPrinter;
import dev.quire.engine.formula.FormulaSite;
import dev.quire.engine.formula.FormulaSyntaxException;
import dev.quire.engine.formula.Notation;
import dev.quire.engine.formula.PrefixOperator;
import dev.quire.engine.value.ArrayValue;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A case of a worksheet function in a cell, said again as a call of the API where that can be
/// said: arguments that are values, arrays or ranges.
///
/// @param formula as the engine's cases have it, without `=`
/// @param body the same as a body
/// @param expected what the cell shows
record FormulaCase(String formula, JsonObject body, Expression expected) {
  private static final FormulaSite SITE = new FormulaSite(0, 19, 7);
  private static final OneSheet NAMES = new OneSheet();

  /// The case as a call of an operation; empty when it cannot be said so.
  static Optional<FormulaCase> of(Operation operation, String formula, String expected) {
    try {
      return parse(formula) instanceof Expression.Call call
          ? body(operation, call.arguments())
              .flatMap(body -> expected(expected).map(e -> new FormulaCase(formula, body, e)))
          : Optional.empty();
    } catch (FormulaSyntaxException unreadable) {
      return Optional.empty();
    }
  }

  /// A value; empty for cases whose expected value is a formula itself.
  private static Optional<Expression> expected(String text) {
    try {
      Expression expected = parse(text);
      boolean isValue = expected instanceof Expression.Literal || json(expected).isPresent();
      return Optional.of(expected).filter(_ -> isValue);
    } catch (FormulaSyntaxException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private static Expression parse(String text) throws FormulaSyntaxException {
    return FormulaParser.parse(text, SITE, Notation.A1, NAMES).bare();
  }

  private static Optional<JsonObject> body(Operation operation, List<Expression> arguments) {
    List<String> names =
        operation.parameters().isEmpty()
            ? List.of()
            : Arrays.stream(operation.parameters().split(", "))
                .map(each -> each.substring(0, each.indexOf(':')))
                .toList();
    boolean variadic = !names.isEmpty() && names.getLast().equals("values");
    if (variadic && arguments.isEmpty()) {
      return Optional.empty(); // a cell refuses it as well
    }
    var body = new JsonObject();
    var values = new JsonArray();
    for (int at = 0; at < arguments.size(); at++) {
      Optional<JsonElement> argument = json(arguments.get(at));
      boolean repeated = variadic && at >= names.size() - 1;
      if (argument.isEmpty() || !repeated && at >= names.size()) {
        return Optional.empty();
      }
      if (repeated) {
        values.add(argument.get());
      } else {
        body.add(names.get(at), argument.get());
      }
    }
    if (!values.isEmpty()) {
      body.add("values", values);
    }
    return Optional.of(body);
  }

  private static Optional<JsonElement> json(Expression argument) {
    return switch (argument) {
      case Expression.Literal(Scalar value) -> scalar(value);
      case Expression.Prefix(PrefixOperator sign, Expression.Literal(NumberValue(double number)))
          when sign == PrefixOperator.MINUS ->
          Optional.of(new JsonPrimitive(-number));
      case Expression.ArrayConstant(ArrayValue cells) -> array(cells);
      case Expression.CellReference reference -> Optional.of(range(reference));
      case Expression _ -> Optional.empty();
    };
  }

  private static JsonElement range(Expression.CellReference reference) {
    var range = new JsonObject();
    range.addProperty("address", FormulaPrinter.print(reference, SITE, Notation.A1, NAMES));
    return range;
  }

  private static Optional<JsonElement> array(ArrayValue cells) {
    var rows = new JsonArray();
    for (int row = 0; row < cells.rows(); row++) {
      var out = new JsonArray();
      for (int column = 0; column < cells.columns(); column++) {
        Optional<JsonElement> cell = scalar(cells.at(row, column));
        if (cell.isEmpty()) {
          return Optional.empty();
        }
        out.add(cell.get());
      }
      rows.add(out);
    }
    return Optional.of(rows);
  }

  private static Optional<JsonElement> scalar(Scalar value) {
    return switch (value) {
      case NumberValue(double number) -> Optional.of(new JsonPrimitive(number));
      case TextValue(String text) -> Optional.of(new JsonPrimitive(text));
      case LogicalValue logical -> Optional.of(new JsonPrimitive(logical.truth()));
      case BlankValue _ -> Optional.of(JsonNull.INSTANCE);
      case ErrorValue _ -> Optional.empty(); // JSON has no way to say it
    };
  }

  /// Whether a result is the expected one; numbers to 13 digits.
  boolean isMetBy(JsonObject result) {
    return switch (expected) {
      case Expression.Literal(ErrorValue error) ->
          result.get("error").equals(new JsonPrimitive(error.word()))
              && result.get("value").isJsonNull();
      case Expression other ->
          result.get("error").isJsonNull()
              && json(other).filter(wanted -> same(wanted, result.get("value"))).isPresent();
    };
  }

  private static boolean same(JsonElement wanted, JsonElement found) {
    if (wanted instanceof JsonArray a && found instanceof JsonArray b) {
      boolean same = a.size() == b.size();
      for (int at = 0; same && at < a.size(); at++) {
        same = same(a.get(at), b.get(at));
      }
      return same;
    }
    if (wanted instanceof JsonPrimitive a && a.isNumber()) {
      double number = a.getAsDouble();
      return found instanceof JsonPrimitive b
          && b.isNumber()
          && Math.abs(b.getAsDouble() - number) <= 1e-13 * Math.abs(number);
    }
    return wanted.equals(found);
  }
}
