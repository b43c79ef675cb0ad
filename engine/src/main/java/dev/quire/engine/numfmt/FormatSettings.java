package dev.quire.engine.numfmt;

import java.util.List;

/// What a language and region bring to the text of numbers and dates.
///
/// @param decimalSeparator between whole number and decimals
/// @param groupSeparator between thousands
/// @param dateSeparator shown for `/` in a date
/// @param timeSeparator shown for `:` in a time
/// @param months twelve names
/// @param shortMonths twelve short names
/// @param weekdays seven names, Sunday first
/// @param shortWeekdays seven short names, Sunday first
/// @param morning shown for `AM/PM` before noon
/// @param afternoon shown for `AM/PM` from noon on
public record FormatSettings(
    char decimalSeparator,
    char groupSeparator,
    String dateSeparator,
    String timeSeparator,
    List<String> months,
    List<String> shortMonths,
    List<String> weekdays,
    List<String> shortWeekdays,
    String morning,
    String afternoon) {

  /// English (United States), the language that Graph speaks unless told otherwise.
  public static final FormatSettings EN_US =
      new FormatSettings(
          '.',
          ',',
          "/",
          ":",
          List.of(
              "January",
              "February",
              "March",
              "April",
              "May",
              "June",
              "July",
              "August",
              "September",
              "October",
              "November",
              "December"),
          List.of(
              "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
          List.of("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"),
          List.of("Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"),
          "AM",
          "PM");

  /// Throws `IllegalArgumentException` unless there are twelve months and seven weekdays.
  public FormatSettings {
    months = List.copyOf(months);
    shortMonths = List.copyOf(shortMonths);
    weekdays = List.copyOf(weekdays);
    shortWeekdays = List.copyOf(shortWeekdays);
    if (months.size() != 12 || shortMonths.size() != 12) {
      throw new IllegalArgumentException("a year has twelve months");
    }
    if (weekdays.size() != 7 || shortWeekdays.size() != 7) {
      throw new IllegalArgumentException("a week has seven days");
    }
  }
}
