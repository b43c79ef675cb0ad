package dev.quire.engine.function.date;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.any;
import static dev.quire.engine.function.Parameters.plainNumber;
import static dev.quire.engine.function.Parameters.scalar;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Counting the days between weekends that are no holidays.
public final class WorkdayFunctions {
  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          function("NETWORKDAYS", a -> netWorkdays(a, Weekend.USUAL, 2))
              .takes(
                  plainNumber("start_date"), plainNumber("end_date"), any("holidays").optional()),
          function("NETWORKDAYS.INTL", a -> international(a, WorkdayFunctions::netWorkdays))
              .since(2010)
              .takes(
                  plainNumber("start_date"),
                  plainNumber("end_date"),
                  scalar("weekend").optional(),
                  any("holidays").optional()),
          function("WORKDAY", a -> workday(a, Weekend.USUAL, 2))
              .takes(plainNumber("start_date"), plainNumber("days"), any("holidays").optional()),
          function("WORKDAY.INTL", a -> international(a, WorkdayFunctions::workday))
              .since(2010)
              .takes(
                  plainNumber("start_date"),
                  plainNumber("days"),
                  scalar("weekend").optional(),
                  any("holidays").optional()));

  private WorkdayFunctions() {}

  /// A count of days with a weekend, and holidays at a place.
  private interface Count {
    Value of(Arguments a, Weekend weekend, int holidays);
  }

  private static Value international(Arguments a, Count count) {
    Weekend.Reading reading = Weekend.of(a, 2);
    return reading.fault() instanceof ErrorValue
        ? reading.fault()
        : count.of(a, reading.weekend(), 3);
  }

  private static Value netWorkdays(Arguments a, Weekend weekend, int place) {
    int start = (int) Math.floor(a.number(0));
    int end = (int) Math.floor(a.number(1));
    boolean date1904 = a.workspace().date1904();
    if (!Serial.isValid(start, date1904) || !Serial.isValid(end, date1904)) {
      return ErrorValue.NUM;
    }
    Set<Integer> holidays = new TreeSet<>();
    @Nullable ErrorValue error = holidays(a, weekend, place, holidays);
    if (error != null) {
      return error;
    }
    int first = Math.min(start, end);
    int last = Math.max(start, end);
    long free = holidays.stream().filter(day -> day >= first && day <= last).count();
    long days =
        weekend.workdaysBefore(last + 1, date1904) - weekend.workdaysBefore(first, date1904) - free;
    return new NumberValue(start <= end ? days : 0 - days);
  }

  private static Value workday(Arguments a, Weekend weekend, int place) {
    int day = (int) Math.floor(a.number(0));
    int days = (int) a.number(1);
    boolean date1904 = a.workspace().date1904();
    if (weekend.isWholeWeek()) {
      return ErrorValue.VALUE;
    }
    if (!Serial.isValid(day, date1904)) {
      return ErrorValue.NUM;
    }
    Set<Integer> holidays = new TreeSet<>();
    @Nullable ErrorValue error = holidays(a, weekend, place, holidays);
    if (error != null) {
      return error;
    }
    var free = holidays.stream().mapToInt(Integer::intValue).toArray();
    return days == 0 ? new NumberValue(day) : counted(day, days, weekend, free, date1904);
  }

  /// The day that has so many workdays between it and another, itself included. Calendars are
  /// counted, not walked: a span may be millions of days long.
  private static Value counted(
      int from, int days, Weekend weekend, int[] holidays, boolean date1904) {
    boolean forwards = days > 0;
    int near = 0;
    int far = forwards ? (date1904 ? Serial.MAX - Serial.OFFSET_1904 : Serial.MAX) - from : from;
    if (between(from, forwards ? far : -far, weekend, holidays, date1904) < Math.abs((long) days)) {
      return ErrorValue.NUM;
    }
    while (far - near > 1) {
      int middle = (near + far) >>> 1;
      int distance = forwards ? middle : -middle;
      boolean enough =
          between(from, distance, weekend, holidays, date1904) >= Math.abs((long) days);
      near = enough ? near : middle;
      far = enough ? middle : far;
    }
    return new NumberValue(forwards ? from + far : from - far);
  }

  /// The workdays among so many days after one, or before it.
  private static long between(
      int from, int distance, Weekend weekend, int[] holidays, boolean date1904) {
    int first = distance > 0 ? from + 1 : from + distance;
    int last = distance > 0 ? from + distance : from - 1;
    long free = placeOf(last + 1, holidays) - placeOf(first, holidays);
    return weekend.workdaysBefore(last + 1, date1904)
        - weekend.workdaysBefore(first, date1904)
        - free;
  }

  /// How many of some days in order come before one.
  private static int placeOf(int day, int[] days) {
    int place = Arrays.binarySearch(days, day);
    return place < 0 ? -place - 1 : place;
  }

  /// Collects those holidays that fall on workdays. Texts must be dates.
  private static @Nullable ErrorValue holidays(
      Arguments a, Weekend weekend, int place, Set<Integer> holidays) {
    if (!a.has(place)) {
      return null;
    }
    if (a.value(place) instanceof ErrorValue error) {
      return error;
    }
    var errors = new ArrayList<ErrorValue>();
    boolean date1904 = a.workspace().date1904();
    a.matrix(place)
        .visit((_, _, value) -> {
          switch (value instanceof LogicalValue ? ErrorValue.VALUE : a.toNumber(value)) {
            case NumberValue(double serial) -> {
              if (weekend.isWorkday((int) serial, date1904)) {
                holidays.add((int) serial);
              }
            }
            case ErrorValue error -> errors.add(error);
            case Scalar other -> throw new IllegalStateException("not a number: " + other);
          }
          return errors.isEmpty();
        });
    return errors.isEmpty() ? null : errors.getFirst();
  }
}
