package dev.quire.engine.function.date;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.item;
import static dev.quire.engine.function.Parameters.number;
import static dev.quire.engine.function.Parameters.plainNumber;
import static dev.quire.engine.function.Parameters.text;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/// Parts of dates, months ahead, and the time between days.
public final class CalendarFunctions {
  /// More than the calendar has.
  private static final int MOST_MONTHS = 120_000;

  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          part("YEAR", Serial::year),
          part("MONTH", Serial::month),
          part("DAY", Serial::day),
          function("WEEKDAY", CalendarFunctions::weekday)
              .takes(number("serial_number"), number("return_type").optional()),
          function("WEEKNUM", CalendarFunctions::weekNumber)
              .takes(plainNumber("serial_number"), plainNumber("return_type").optional()),
          function("ISOWEEKNUM", a -> weekOf(a, a.number(0))).since(2013).takes(number("date")),
          function("EDATE", a -> monthsAhead(a, false))
              .takes(plainNumber("start_date"), item("months")),
          function("EOMONTH", a -> monthsAhead(a, true))
              .takes(plainNumber("start_date"), item("months")),
          function("DAYS", CalendarFunctions::days)
              .since(2013)
              .takes(number("end_date"), number("start_date")),
          function("DATEDIF", CalendarFunctions::dateDif)
              .takes(number("start_date"), number("end_date"), text("unit")));

  private CalendarFunctions() {}

  private static FunctionSpec part(String name, ToIntFunction<Serial> part) {
    return function(
            name,
            a ->
                isDay(a, a.number(0))
                    ? new NumberValue(part.applyAsInt(day(a, Serial.whole(a.number(0)))))
                    : ErrorValue.NUM)
        .takes(number("serial_number"));
  }

  private static boolean isDay(Arguments a, double serial) {
    return Serial.isValid(serial, a.workspace().date1904());
  }

  private static Serial day(Arguments a, double serial) {
    return Serial.day(serial, a.workspace().date1904());
  }

  /// 0 for Monday to 6 for Sunday. Serial 1 counts as Sunday, as if the phantom day were real.
  private static int dayOfWeek(Arguments a, double serial) {
    int days = (int) Math.floor(serial);
    return Math.floorMod(days + (a.workspace().date1904() ? Serial.OFFSET_1904 : 0) + 5, 7);
  }

  private static Value weekday(Arguments a) {
    double serial = a.number(0);
    int type = (int) a.number(1, 1);
    if (!isDay(a, serial)) {
      return ErrorValue.NUM;
    }
    int day = dayOfWeek(a, serial);
    return switch (type) {
      case 1 -> new NumberValue((day + 1) % 7 + 1);
      case 2 -> new NumberValue(day + 1);
      case 3 -> new NumberValue(day);
      case 11, 12, 13, 14, 15, 16, 17 -> new NumberValue(Math.floorMod(day - (type - 11), 7) + 1);
      default -> ErrorValue.NUM;
    };
  }

  private static Value weekNumber(Arguments a) {
    double serial = a.number(0);
    int type = (int) a.number(1, 1);
    if (!isDay(a, serial)) {
      return ErrorValue.NUM;
    }
    return switch (type) {
      case 1, 17 -> week(a, serial, 6);
      case 2, 11 -> week(a, serial, 0);
      case 12, 13, 14, 15, 16 -> week(a, serial, type - 11);
      case 21 -> weekOf(a, serial);
      default -> ErrorValue.NUM;
    };
  }

  /// The week in which a day lies when weeks start on a day of the week and the first holds 1
  /// January.
  private static Value week(Arguments a, double serial, int weekStart) {
    double first = Serial.of(day(a, serial).year(), 1, 1, a.workspace().date1904());
    int lead = Math.floorMod(dayOfWeek(a, first) - weekStart, 7);
    return new NumberValue(Math.floor((Math.floor(serial) - first + lead) / 7) + 1);
  }

  /// The ISO week: that of the week's Thursday, counted in its year.
  private static Value weekOf(Arguments a, double serial) {
    if (!isDay(a, serial)) {
      return ErrorValue.NUM;
    }
    double thursday = Math.floor(serial) - dayOfWeek(a, serial) + 3;
    int year = thursday < 1 ? 1899 : day(a, thursday).year();
    double first = thursday < 1 ? -364 : Serial.of(year, 1, 1, a.workspace().date1904());
    return new NumberValue(Math.floor((thursday - first) / 7) + 1);
  }

  /// The day is judged before the months are read (O).
  private static Value monthsAhead(Arguments a, boolean toEnd) {
    if (!isDay(a, a.number(0))) {
      return ErrorValue.NUM;
    }
    return switch (months(a)) {
      case NumberValue(double months) -> monthsAhead(a, (int) months, toEnd);
      case Scalar fault -> fault;
    };
  }

  /// A plain number, as functions of the former Analysis ToolPak want it.
  private static Scalar months(Arguments a) {
    if (!a.has(1)) {
      return ErrorValue.NA;
    }
    return a.scalar(1) instanceof LogicalValue ? ErrorValue.VALUE : a.toNumber(a.scalar(1));
  }

  private static Value monthsAhead(Arguments a, int months, boolean toEnd) {
    if (months < -MOST_MONTHS || months > MOST_MONTHS) {
      return ErrorValue.NUM;
    }
    boolean date1904 = a.workspace().date1904();
    Serial day = day(a, a.number(0));
    double last = lastOfMonth(day.year(), day.month() + months, date1904);
    double same = Serial.of(day.year(), day.month() + months, day.day(), date1904);
    double result = toEnd ? last : Math.min(same, last);
    return isDay(a, result) && last > 0 ? new NumberValue(result) : ErrorValue.NUM;
  }

  /// Counting months, unlike counting days, knows no 29 February 1900 (O).
  private static double lastOfMonth(int year, double month, boolean date1904) {
    double last = Serial.of(year, month + 1, 0, date1904);
    return last == Serial.PHANTOM && !date1904 ? last - 1 : last;
  }

  private static Value days(Arguments a) {
    double end = Math.floor(a.number(0));
    double start = Math.floor(a.number(1));
    return isDay(a, end) && isDay(a, start) ? new NumberValue(end - start) : ErrorValue.NUM;
  }

  private static Value dateDif(Arguments a) {
    double from = Math.floor(a.number(0));
    double to = Math.floor(a.number(1));
    if (!isDay(a, from) || !isDay(a, to) || from > to) {
      return ErrorValue.NUM;
    }
    Serial start = day(a, from);
    Serial end = day(a, to);
    int months = (end.year() - start.year()) * 12 + end.month() - start.month();
    int whole = end.day() < start.day() ? months - 1 : months;
    return switch (a.text(2).toUpperCase(Locale.ROOT)) {
      case "D" -> new NumberValue(to - from);
      case "M" -> new NumberValue(whole);
      case "Y" -> new NumberValue(whole / 12);
      case "YM" -> new NumberValue(whole % 12);
      case "MD" -> new NumberValue(to - sameDay(a, start, end));
      case "YD" -> new NumberValue(sameDate(a, start, end) - from);
      default -> ErrorValue.NUM;
    };
  }

  /// The last day not after `end` that lies whole months behind `start`.
  private static double sameDay(Arguments a, Serial start, Serial end) {
    double month = start.day() <= end.day() ? end.month() : end.month() - 1.0;
    return Serial.of(end.year(), month, start.day(), a.workspace().date1904());
  }

  /// The first day not before `start` with the date of `end`: the year of the start decides whether
  /// there is a 29 February between (O).
  private static double sameDate(Arguments a, Serial start, Serial end) {
    boolean isLater =
        end.month() > start.month() || end.month() == start.month() && end.day() >= start.day();
    double year = isLater ? start.year() : start.year() + 1.0;
    return Serial.of(year, end.month(), end.day(), a.workspace().date1904());
  }
}
