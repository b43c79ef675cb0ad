package dev.quire.workbook;

import dev.quire.engine.date.SerialDate;
import java.util.List;
import java.util.Optional;

/// A year, or a month, a day, an hour, a minute or a second of one: what the list of a filter
/// offers for dates (ECMA-376 part 1, §18.3.2.4; limits of the parts: MS-XLSB 2.4.5).
///
/// @param parts the year and, as far as the group is that small, month, day, hour, minute and
///   second in this order; 1 to 6 numbers. The calendar is the Gregorian one, in which Excel has a
///   29 February 1900
public record DateGroup(List<Integer> parts) {
  private static final int SECONDS_PER_DAY = 86_400;

  /// How small a group is.
  public enum Unit {
    YEAR(1000, 9999),
    MONTH(1, 12),
    DAY(1, 31),
    HOUR(0, 23),
    MINUTE(0, 59),
    SECOND(0, 59);

    private final int first;
    private final int last;

    Unit(int first, int last) {
      this.first = first;
      this.last = last;
    }

    /// How many parts a group of this size has.
    public int parts() {
      return ordinal() + 1;
    }
  }

  /// Copies the parts.
  ///
  /// @throws IllegalArgumentException when [#exists] denies them
  public DateGroup {
    parts = List.copyOf(parts);
    if (!exists(parts)) {
      throw new IllegalArgumentException("no date: " + parts);
    }
  }

  /// Whether there is a group with these parts.
  public static boolean exists(List<Integer> parts) {
    if (parts.isEmpty() || parts.size() > Unit.values().length) {
      return false;
    }
    for (Unit unit : Unit.values()) {
      if (unit.ordinal() < parts.size()) {
        int part = parts.get(unit.ordinal());
        if (part < unit.first || part > unit.last) {
          return false;
        }
      }
    }
    return parts.size() < Unit.DAY.parts()
        || parts.get(2) <= SerialDate.daysOfMonth(parts.get(0), parts.get(1), false);
  }

  /// The second in which a moment is, rounded to the nearest one; empty for a number that is no
  /// date and for the day 0 of January 1900.
  static Optional<DateGroup> second(double serial, boolean date1904) {
    if (!SerialDate.isDay((long) Math.floor(serial), date1904)) {
      return Optional.empty();
    }
    long seconds = Math.round(serial * SECONDS_PER_DAY);
    int time = (int) (seconds % SECONDS_PER_DAY);
    return SerialDate.day(seconds / SECONDS_PER_DAY, date1904)
        .map(day ->
            List.of(day.year(), day.month(), day.day(), time / 3600, time / 60 % 60, time % 60))
        .filter(DateGroup::exists)
        .map(DateGroup::new);
  }

  /// How small this group is.
  public Unit unit() {
    return Unit.values()[parts.size() - 1];
  }

  /// The larger group that this one is in; itself when it is not smaller.
  DateGroup within(Unit larger) {
    return larger.parts() >= parts.size() ? this : new DateGroup(parts.subList(0, larger.parts()));
  }
}
