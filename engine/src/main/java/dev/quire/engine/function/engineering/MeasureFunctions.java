package dev.quire.engine.function.engineering;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.plainNumber;
import static dev.quire.engine.function.Parameters.scalar;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.function.engineering.Units.Unit;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.TextValue;
import dev.quire.engine.value.Value;
import java.util.List;
import java.util.Optional;

/// Conversion between units, and two functions that compare a number with another.
public final class MeasureFunctions {
  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          function("CONVERT", MeasureFunctions::convert)
              .takes(plainNumber("number"), scalar("from_unit"), scalar("to_unit")),
          function("DELTA", a -> flag(a.number(0) == a.number(1, 0)))
              .takes(plainNumber("number1"), plainNumber("number2").optional()),
          function("GESTEP", a -> flag(a.number(0) >= a.number(1, 0)))
              .takes(plainNumber("number"), plainNumber("step").optional()));

  private MeasureFunctions() {}

  private static Value flag(boolean truth) {
    return truth ? NumberValue.ONE : NumberValue.ZERO;
  }

  /// A logical is no unit but `#VALUE!` (O).
  private static Value convert(Arguments a) {
    if (a.scalar(1) instanceof LogicalValue || a.scalar(2) instanceof LogicalValue) {
      return ErrorValue.VALUE;
    }
    Optional<Unit> from = unit(a, 1);
    Optional<Unit> to = unit(a, 2);
    boolean fits = from.isPresent() && to.isPresent() && from.get().kind().equals(to.get().kind());
    return fits ? NumberValue.of(converted(a.number(0), from.get(), to.get())) : ErrorValue.NA;
  }

  private static Optional<Unit> unit(Arguments a, int place) {
    return a.toText(a.scalar(place)) instanceof TextValue(String name)
        ? Units.find(name)
        : Optional.empty();
  }

  private static double converted(double reading, Unit from, Unit to) {
    return from.equals(to)
        ? reading
        : (reading - from.zero()) * from.size() / to.size() + to.zero();
  }
}
