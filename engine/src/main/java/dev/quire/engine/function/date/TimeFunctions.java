package dev.quire.engine.function.date;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.number;
import static dev.quire.engine.function.Parameters.text;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Value;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.LongUnaryOperator;

/// Times of day, the fractions of serial numbers.
public final class TimeFunctions {
  private static final long DAY_SECONDS = 86_400;
  private static final int MAX = 32_767;

  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          part("HOUR", second -> second / 3600),
          part("MINUTE", second -> second / 60 % 60),
          part("SECOND", second -> second % 60),
          function("TIME", TimeFunctions::time)
              .takes(number("hour"), number("minute"), number("second")),
          function("TIMEVALUE", TimeFunctions::timeValue).takes(text("time_text")));

  private TimeFunctions() {}

  /// A part of the time of day, rounded to the second.
  private static FunctionSpec part(String name, LongUnaryOperator part) {
    return function(name, a -> part(a, part)).takes(number("serial_number"));
  }

  private static Value part(Arguments a, LongUnaryOperator part) {
    double serial = a.number(0);
    if (!Serial.isValid(serial, a.workspace().date1904())) {
      return ErrorValue.NUM;
    }
    long second = Math.round((serial - Math.floor(serial)) * DAY_SECONDS) % DAY_SECONDS;
    return new NumberValue(part.applyAsLong(second));
  }

  private static Value timeValue(Arguments a) {
    OptionalDouble time = a.numberText().time(a.text(0));
    return time.isPresent() ? NumberValue.of(time.getAsDouble()) : ErrorValue.VALUE;
  }

  private static Value time(Arguments a) {
    double hour = Serial.counted(a.number(0));
    double minute = Serial.counted(a.number(1));
    double second = Serial.counted(a.number(2));
    double seconds = hour * 3600 + minute * 60 + second;
    return seconds < 0 || hour > MAX || minute > MAX || second > MAX
        ? ErrorValue.NUM
        : new NumberValue(seconds % DAY_SECONDS / DAY_SECONDS);
  }
}
