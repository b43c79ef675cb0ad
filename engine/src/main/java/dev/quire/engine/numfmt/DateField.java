package dev.quire.engine.numfmt;

/// A piece of a compiled date section.
///
/// @param width number of letters, or of decimals
/// @param text the literal, or the spelling of the half of the day
record DateField(Unit unit, int width, String text) {
  enum Unit {
    LITERAL,
    DATE_SEPARATOR,
    TIME_SEPARATOR,
    YEAR,
    BUDDHIST_YEAR,
    MONTH,
    DAY,
    HOUR,
    MINUTE,
    SECOND,
    SUBSECOND,
    MERIDIEM,
    ELAPSED_HOURS,
    ELAPSED_MINUTES,
    ELAPSED_SECONDS;

    /// Whether the calendar is needed to show it.
    boolean isOfCalendar() {
      return switch (this) {
        case YEAR, BUDDHIST_YEAR, MONTH, DAY -> true;
        case LITERAL,
            DATE_SEPARATOR,
            TIME_SEPARATOR,
            HOUR,
            MINUTE,
            SECOND,
            SUBSECOND,
            MERIDIEM,
            ELAPSED_HOURS,
            ELAPSED_MINUTES,
            ELAPSED_SECONDS ->
            false;
      };
    }

    /// Whether the time of day is needed to show it.
    boolean isOfClock() {
      return switch (this) {
        case HOUR,
            MINUTE,
            SECOND,
            SUBSECOND,
            MERIDIEM,
            ELAPSED_HOURS,
            ELAPSED_MINUTES,
            ELAPSED_SECONDS ->
            true;
        case LITERAL, DATE_SEPARATOR, TIME_SEPARATOR, YEAR, BUDDHIST_YEAR, MONTH, DAY -> false;
      };
    }
  }

  static DateField of(Unit unit, int width) {
    return new DateField(unit, width, "");
  }

  static DateField literal(String text) {
    return new DateField(Unit.LITERAL, 0, text);
  }
}
