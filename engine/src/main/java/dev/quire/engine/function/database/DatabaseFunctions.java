package dev.quire.engine.function.database;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.any;
import static dev.quire.engine.function.Parameters.range;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.function.Numbers;
import dev.quire.engine.function.Numbers.Calculation;
import dev.quire.engine.function.stats.Spread;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.ReferenceValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import dev.quire.engine.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;

/// What the wanted records of a database hold in a field.
public final class DatabaseFunctions {
  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          over("DSUM", numbers -> NumberValue.of(Spread.sum(numbers))),
          over("DPRODUCT", Numbers::product),
          over("DMAX", numbers -> NumberValue.of(Arrays.stream(numbers).max().orElse(0))),
          over("DMIN", numbers -> NumberValue.of(Arrays.stream(numbers).min().orElse(0))),
          over("DAVERAGE", Spread::average),
          over("DVAR", numbers -> Spread.variance(numbers, 1)),
          over("DVARP", numbers -> Spread.variance(numbers, 0)),
          over("DSTDEV", numbers -> Spread.deviation(numbers, 1)),
          over("DSTDEVP", numbers -> Spread.deviation(numbers, 0)),
          named("DGET", a -> values(a, DatabaseFunctions::single)),
          named("DCOUNT", a -> counted(a, NumberValue.class::isInstance)),
          named("DCOUNTA", a -> counted(a, _ -> true)));

  private DatabaseFunctions() {}

  private static FunctionSpec named(String name, FunctionSpec.Body body) {
    return function(name, body).takes(range("database"), any("field"), range("criteria"));
  }

  private static FunctionSpec over(String name, Calculation calculation) {
    return named(name, a -> values(a, values -> reduce(values, calculation)));
  }

  private static Scalar reduce(List<Scalar> values, Calculation calculation) {
    for (Scalar value : values) {
      if (value instanceof ErrorValue) {
        return value;
      }
    }
    return calculation.of(
        values.stream()
            .filter(NumberValue.class::isInstance)
            .mapToDouble(value -> ((NumberValue) value).number())
            .toArray());
  }

  /// Empty fields are passed over, as if their records were not wanted (O).
  private static Scalar single(List<Scalar> values) {
    List<Scalar> filled = values.stream().filter(value -> !value.equals(TextValue.EMPTY)).toList();
    return filled.isEmpty()
        ? ErrorValue.VALUE
        : filled.size() == 1 ? filled.getFirst() : ErrorValue.NUM;
  }

  /// Without a field the wanted records themselves count.
  private static Value counted(Arguments a, Predicate<Scalar> counts) {
    if (a.has(1)) {
      return values(a, values -> new NumberValue(values.stream().filter(counts).count()));
    }
    var database = new Database(a, 0);
    if (!database.hasRecords()) {
      return ErrorValue.VALUE;
    }
    Criteria criteria = Criteria.of(a, database, 2);
    long count = 0;
    for (int record = 0; record < database.records(); record++) {
      a.workspace().checkTime();
      count += criteria.accept(record) ? 1 : 0;
    }
    return new NumberValue(count);
  }

  /// What a question says to the values, not blank, that the wanted records hold in the field.
  private static Value values(Arguments a, Function<List<Scalar>, Scalar> question) {
    var database = new Database(a, 0);
    OptionalInt field = field(a, database);
    if (field.isEmpty() || !database.hasRecords()) {
      return ErrorValue.VALUE;
    }
    Criteria criteria = Criteria.of(a, database, 2);
    List<Scalar> values = new ArrayList<>();
    for (int record = 0; record < database.records(); record++) {
      a.workspace().checkTime();
      Scalar value = database.value(record, field.getAsInt());
      if (value != BlankValue.BLANK && criteria.accept(record)) {
        values.add(value);
      }
    }
    return question.apply(values);
  }

  private static OptionalInt field(Arguments a, Database database) {
    return switch (a.value(1)) {
      case Scalar scalar -> database.field(scalar);
      case ReferenceValue reference
          when reference.isSingle() && reference.first().area().isCell() ->
          database.field(a.topLeft(reference));
      case Value _ -> OptionalInt.empty();
    };
  }
}
