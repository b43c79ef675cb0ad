package dev.quire.graph.resource;

import dev.quire.engine.formula.Function;
import dev.quire.engine.value.ArrayValue;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.ReferenceValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import dev.quire.engine.value.Value;
import dev.quire.graph.edm.Operation;
import dev.quire.graph.edm.Parameter;
import dev.quire.graph.json.Json;
import dev.quire.graph.json.JsonArray;
import dev.quire.graph.json.JsonFlag;
import dev.quire.graph.json.JsonNull;
import dev.quire.graph.json.JsonNumber;
import dev.quire.graph.json.JsonObject;
import dev.quire.graph.json.JsonText;
import dev.quire.workbook.Workbook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Turns the body of a call into the arguments of a worksheet function, in the order of the entity
/// model (D): text, numbers, true and false as they are, a range as an object with its `address`,
/// an array as a row of values or as rows of values. A last parameter `values` holds any number of
/// arguments. null leaves an argument out.
final class FunctionArguments {
  private static final String VARIADIC = "values";
  private static final String ADDRESS = "address";

  private final Workbook book;
  private final Operation action;
  private final Function function;

  FunctionArguments(Workbook book, Operation action, Function function) {
    this.book = book;
    this.action = action;
    this.function = function;
  }

  List<Optional<Value>> read(JsonObject body) {
    List<Parameter> parameters = action.parameters();
    Bodies.onlyMembers(body, parameters.stream().map(Parameter::name).toArray(String[]::new));
    var arguments = new ArrayList<Optional<Value>>();
    int written = 0;
    for (Parameter parameter : parameters) {
      String name = parameter.name();
      Optional<Json> given = Bodies.find(body, name);
      if (isVariadic(parameter) && given.orElse(new JsonNull()) instanceof JsonArray(var items)) {
        for (int at = 0; at < items.size(); at++) {
          arguments.add(value("%s[%d]".formatted(name, at), items.get(at)));
        }
        written = arguments.size();
      } else {
        arguments.add(given.flatMap(json -> value(name, json)));
      }
    }
    return complete(arguments, written);
  }

  /// `values` of `irr` and the like is one array, since more parameters follow.
  private boolean isVariadic(Parameter parameter) {
    return parameter.name().equals(VARIADIC)
        && action.parameters().getLast().equals(parameter)
        && function.parameters().getLast().repeats();
  }

  /// Without what was left out at the end; null in a list of arguments stands for an empty one, as
  /// in `SUM(1,)`.
  ///
  /// @param written how many arguments are there even if they are empty
  private List<Optional<Value>> complete(List<Optional<Value>> arguments, int written) {
    while (arguments.size() > written && arguments.getLast().isEmpty()) {
      arguments.removeLast();
    }
    if (arguments.size() > Function.MAX_ARGUMENTS) {
      throw new BadArgument(
          "'%s' takes at most %d arguments, not %d."
              .formatted(action.name(), Function.MAX_ARGUMENTS, arguments.size()));
    }
    int needed = (int) function.parameters().stream().filter(p -> !p.isOptional()).count();
    for (int place = 0; place < Math.max(needed, arguments.size()); place++) {
      boolean left =
          place >= arguments.size() || place >= written && arguments.get(place).isEmpty();
      if (left && place < needed) {
        throw new BadArgument("The argument '%s' is missing.".formatted(nameAt(place)));
      }
    }
    if (!function.accepts(arguments.size())) {
      throw new BadArgument(
          "'%s' does not take %d arguments.".formatted(action.name(), arguments.size()));
    }
    return arguments;
  }

  private String nameAt(int place) {
    List<Parameter> parameters = action.parameters();
    return parameters.isEmpty()
        ? action.name()
        : parameters.get(Math.min(place, parameters.size() - 1)).name();
  }

  private Optional<Value> value(String name, Json json) {
    return switch (json) {
      case JsonNull _ -> Optional.empty();
      case JsonObject range -> Optional.of(reference(name, range));
      case JsonArray(var items)
          when items.size() == 1 && items.getFirst() instanceof JsonObject range ->
          Optional.of(reference(name, range));
      case JsonArray array -> Optional.of(array(name, array));
      case JsonText _, JsonNumber _, JsonFlag _ -> Optional.of(scalar(name, json));
    };
  }

  private Value reference(String name, JsonObject range) {
    Bodies.onlyMembers(range, ADDRESS);
    String address =
        Bodies.findText(range, ADDRESS)
            .orElseThrow(() ->
                new BadArgument("'%s' has to be a value or {\"address\":…}.".formatted(name)));
    var place = Addresses.place(book, address);
    return ReferenceValue.of(place.sheet(), place.area());
  }

  private static Value array(String name, JsonArray array) {
    List<Json> items = array.items();
    boolean isTable = !items.isEmpty() && items.getFirst() instanceof JsonArray;
    List<JsonArray> rows = isTable ? rows(name, items) : List.of(array);
    int columns = rows.getFirst().size();
    if (columns == 0 || rows.stream().anyMatch(row -> row.size() != columns)) {
      throw new BadArgument("'%s' has to have rows of one length, at least 1.".formatted(name));
    }
    return ArrayValue.of(
        rows.size(), columns, (row, column) -> scalar(name, rows.get(row).at(column)));
  }

  private static List<JsonArray> rows(String name, List<Json> items) {
    var rows = new ArrayList<JsonArray>();
    for (Json item : items) {
      if (!(item instanceof JsonArray row)) {
        throw new BadArgument("'%s' mixes rows and values.".formatted(name));
      }
      rows.add(row);
    }
    return rows;
  }

  private static Scalar scalar(String name, Json json) {
    return switch (json) {
      case JsonNumber number -> new NumberValue(number.value());
      case JsonFlag(boolean flag) -> LogicalValue.of(flag);
      case JsonNull _ -> BlankValue.BLANK;
      case JsonText(String text) -> {
        if (text.length() > TextValue.MAX_LENGTH) {
          throw new BadArgument(
              "'%s' has %d characters; at most %d are taken."
                  .formatted(name, text.length(), TextValue.MAX_LENGTH));
        }
        yield new TextValue(text);
      }
      case JsonArray _, JsonObject _ ->
          throw new BadArgument(
              "'%s' holds %s where a value has to be.".formatted(name, json.kind()));
    };
  }
}
