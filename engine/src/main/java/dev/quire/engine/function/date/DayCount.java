package dev.quire.engine.function.date;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.logical;
import static dev.quire.engine.function.Parameters.number;
import static dev.quire.engine.function.Parameters.plainNumber;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Value;
import java.util.List;
import java.util.Optional;

/// The time between two days as bonds count it.
public final class DayCount {
  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          function("DAYS360", DayCount::days360)
              .takes(number("start_date"), number("end_date"), logical("method").optional()),
          function("YEARFRAC", DayCount::yearFraction)
              .takes(
                  plainNumber("start_date"),
                  plainNumber("end_date"),
                  plainNumber("basis").optional()));

  private DayCount() {}

  private static Value days360(Arguments a) {
    boolean date1904 = a.workspace().date1904();
    if (!Serial.isValid(a.number(0), date1904) || !Serial.isValid(a.number(1), date1904)) {
      return ErrorValue.NUM;
    }
    Serial start = Serial.day(Serial.whole(a.number(0)), date1904);
    Serial end = Serial.day(Serial.whole(a.number(1)), date1904);
    return new NumberValue(
        a.logical(2, false) ? Basis.european(start, end) : Basis.american(start, end));
  }

  private static Value yearFraction(Arguments a) {
    boolean date1904 = a.workspace().date1904();
    double from = Math.floor(Math.min(a.number(0), a.number(1)));
    double to = Math.floor(Math.max(a.number(0), a.number(1)));
    Optional<Basis> basis = Basis.of(a.number(2, 0));
    return basis.isPresent() && Serial.isValid(from, date1904) && Serial.isValid(to, date1904)
        ? NumberValue.of(basis.get().years(from, to, date1904))
        : ErrorValue.NUM;
  }
}
