package dev.quire.engine.function.date;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.number;
import static dev.quire.engine.function.Parameters.text;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.function.WholeNumber;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Value;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.OptionalDouble;

/// Functions that build dates and tell the present.
public final class DateFunctions {
  private static final double HUNDREDTHS_OF_DAY = 86_400e2;

  private static final long NANOS_OF_HUNDREDTH = 10_000_000;

  /// Months are 16-bit numbers, without the largest one (O).
  private static final double MAX_MONTH = 32_767;

  /// Days are 16-bit numbers too. More days than that count as the most, and fewer as well (O).
  private static final double MAX_DAY = 32_767;

  /// Later years count as this one, which only months below 1 can bring back (O).
  private static final double MAX_YEAR = 10_000;

  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          function("DATE", DateFunctions::date)
              .takes(number("year"), number("month"), number("day")),
          function("DATEVALUE", DateFunctions::dateValue).takes(text("date_text")),
          function("TODAY", DateFunctions::today).everChanging(),
          function("NOW", DateFunctions::now).everChanging());

  private DateFunctions() {}

  private static Value date(Arguments a) {
    double year = WholeNumber.floor(a.number(0));
    double month = WholeNumber.floor(a.number(1));
    double day = WholeNumber.floor(a.number(2));
    if (month < -MAX_MONTH || month >= MAX_MONTH) {
      return ErrorValue.NUM;
    }
    boolean date1904 = a.workspace().date1904();
    double fullYear = Math.min(year < 1900 ? year + 1900 : year, MAX_YEAR);
    double shownYear = fullYear + Math.floor((month - 1) / 12);
    if (shownYear < 0 || shownYear > 9999) {
      return ErrorValue.NUM;
    }
    double serial = Serial.of(fullYear, month, days(day), date1904);
    return Serial.isValid(serial, date1904) ? new NumberValue(serial) : ErrorValue.NUM;
  }

  private static double days(double day) {
    return day < -MAX_DAY - 1 ? MAX_DAY : Math.min(day, MAX_DAY);
  }

  /// A time without a day is day 0 (D, MS-OI29500 2.1.920).
  private static Value dateValue(Arguments a) {
    OptionalDouble day = a.numberText().date(a.text(0), a.workspace().date1904());
    if (day.isPresent()) {
      return NumberValue.of(day.getAsDouble());
    }
    return a.numberText().time(a.text(0)).isPresent() ? NumberValue.ZERO : ErrorValue.VALUE;
  }

  private static Value today(Arguments a) {
    return new NumberValue(Serial.of(present(a).toLocalDate(), a.workspace().date1904()));
  }

  /// The present moment, to the hundredth of a second (O).
  private static Value now(Arguments a) {
    ZonedDateTime present = present(a);
    double day = Serial.of(present.toLocalDate(), a.workspace().date1904());
    long hundredths = present.toLocalTime().toNanoOfDay() / NANOS_OF_HUNDREDTH;
    return new NumberValue(day + hundredths / HUNDREDTHS_OF_DAY);
  }

  private static ZonedDateTime present(Arguments a) {
    return a.workspace().now().atZone(a.workspace().zone());
  }
}
