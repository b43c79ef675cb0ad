package dev.quire.engine.function.date;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.any;
import static dev.quire.engine.function.Parameters.plainNumber;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.function.Numbers;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Value;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Counting Mondays to Fridays that are no holidays.
public final class WorkdayFunctions {
  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          function("NETWORKDAYS", WorkdayFunctions::netWorkdays)
              .takes(
                  plainNumber("start_date"), plainNumber("end_date"), any("holidays").optional()),
          function("WORKDAY", WorkdayFunctions::workday)
              .takes(plainNumber("start_date"), plainNumber("days"), any("holidays").optional()));

  private WorkdayFunctions() {}

  private static Value netWorkdays(Arguments a) {
    int start = (int) Math.floor(a.number(0));
    int end = (int) Math.floor(a.number(1));
    boolean date1904 = a.workspace().date1904();
    if (!Serial.isValid(start, date1904) || !Serial.isValid(end, date1904)) {
      return ErrorValue.NUM;
    }
    Set<Integer> holidays = new TreeSet<>();
    @Nullable ErrorValue error = holidays(a, holidays);
    if (error != null) {
      return error;
    }
    int first = Math.min(start, end);
    int last = Math.max(start, end);
    long free = holidays.stream().filter(day -> day >= first && day <= last).count();
    long days = weekdaysBefore(last + 1, date1904) - weekdaysBefore(first, date1904) - free;
    return new NumberValue(start <= end ? days : 0 - days);
  }

  private static Value workday(Arguments a) {
    int day = (int) Math.floor(a.number(0));
    int days = (int) a.number(1);
    boolean date1904 = a.workspace().date1904();
    if (!Serial.isValid(day, date1904)) {
      return ErrorValue.NUM;
    }
    Set<Integer> holidays = new TreeSet<>();
    @Nullable ErrorValue error = holidays(a, holidays);
    if (error != null) {
      return error;
    }
    int step = days < 0 ? -1 : 1;
    for (int left = Math.abs(days); left > 0; ) {
      day += step;
      if (!Serial.isValid(day, date1904)) {
        return ErrorValue.NUM;
      }
      left -= isWeekday(day, date1904) && !holidays.contains(day) ? 1 : 0;
    }
    return new NumberValue(day);
  }

  /// Collects those holidays that fall on weekdays.
  private static @Nullable ErrorValue holidays(Arguments a, Set<Integer> holidays) {
    boolean date1904 = a.workspace().date1904();
    return a.has(2)
        ? Numbers.each(
            a,
            2,
            3,
            serial -> {
              if (isWeekday((int) serial, date1904)) {
                holidays.add((int) serial);
              }
            })
        : null;
  }

  /// Serial 7 of the 1900 count is a Saturday.
  private static int dayOfWeek(int serial, boolean date1904) {
    return Math.floorMod(serial + (date1904 ? Serial.OFFSET_1904 : 0) + 5, 7);
  }

  private static boolean isWeekday(int serial, boolean date1904) {
    return dayOfWeek(serial, date1904) < 5;
  }

  /// How many weekdays lie before a serial, counted from a fixed Monday.
  private static long weekdaysBefore(int serial, boolean date1904) {
    int days = serial + (date1904 ? Serial.OFFSET_1904 : 0) + 5;
    return days / 7 * 5L + Math.min(days % 7, 5);
  }
}
