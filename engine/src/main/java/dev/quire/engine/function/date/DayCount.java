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
import java.time.Year;
import java.util.List;

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
    Serial start = Serial.day(a.number(0), date1904);
    Serial end = Serial.day(a.number(1), date1904);
    return new NumberValue(
        a.logical(2, false) ? european(start, end) : american(start, end, false));
  }

  private static Value yearFraction(Arguments a) {
    boolean date1904 = a.workspace().date1904();
    double from = Math.floor(Math.min(a.number(0), a.number(1)));
    double to = Math.floor(Math.max(a.number(0), a.number(1)));
    if (!Serial.isValid(from, date1904) || !Serial.isValid(to, date1904)) {
      return ErrorValue.NUM;
    }
    Serial start = Serial.day(from, date1904);
    Serial end = Serial.day(to, date1904);
    return switch ((int) a.number(2, 0)) {
      case 0 -> NumberValue.of(american(start, end, true) / 360.0);
      case 1 -> NumberValue.of((to - from) / yearLength(start, end, date1904));
      case 2 -> NumberValue.of((to - from) / 360);
      case 3 -> NumberValue.of((to - from) / 365);
      case 4 -> NumberValue.of(european(start, end) / 360.0);
      default -> ErrorValue.NUM;
    };
  }

  private static int european(Serial start, Serial end) {
    return months(start, end) * 30 + Math.min(end.day(), 30) - Math.min(start.day(), 30);
  }

  /// @param bothFebruaries whether an end on the last of February counts as the 30th, as bonds do
  ///   and `DAYS360` does not
  private static int american(Serial start, Serial end, boolean bothFebruaries) {
    boolean startsLate = start.day() == 31 || isLastOfFebruary(start);
    int first = startsLate ? 30 : start.day();
    boolean bothLast = bothFebruaries && isLastOfFebruary(start) && isLastOfFebruary(end);
    boolean endsLate = bothLast || end.day() == 31 && first == 30;
    return months(start, end) * 30 + (endsLate ? 30 : end.day()) - first;
  }

  private static int months(Serial start, Serial end) {
    return (end.year() - start.year()) * 12 + end.month() - start.month();
  }

  private static boolean isLastOfFebruary(Serial day) {
    return day.month() == 2 && day.day() == (isLeap(day.year()) ? 29 : 28);
  }

  /// The calendar of serials takes 1900 for a leap year.
  private static boolean isLeap(int year) {
    return year == 1900 || Year.isLeap(year);
  }

  /// Within a year the days of that year; longer, the average of all years touched.
  private static double yearLength(Serial start, Serial end, boolean date1904) {
    boolean withinYear =
        start.year() == end.year()
            || end.year() == start.year() + 1
                && (end.month() < start.month()
                    || end.month() == start.month() && end.day() <= start.day());
    if (!withinYear) {
      double first = Serial.of(start.year(), 1, 1, date1904);
      double last = Serial.of(end.year() + 1.0, 1, 1, date1904);
      return (last - first) / (end.year() - start.year() + 1);
    }
    return holdsLeapDay(start, end) ? 366 : 365;
  }

  private static boolean holdsLeapDay(Serial start, Serial end) {
    if (start.year() == end.year()) {
      return isLeap(start.year());
    }
    return isLeap(start.year()) && start.month() <= 2
        || isLeap(end.year()) && (end.month() > 2 || end.month() == 2 && end.day() == 29);
  }
}
