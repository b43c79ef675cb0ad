package dev.quire.engine.numfmt;

/// A piece of a compiled date section.
///
/// @param width number of letters, or of decimals
/// @param text the literal, or the spelling of the half of the day
record DateField(Unit unit, int width, String text) {
  /// What has to be known to show a unit.
  enum Needs {
    NOTHING,
    CALENDAR,
    CLOCK
  }

  enum Unit {
    LITERAL(Needs.NOTHING),
    DATE_SEPARATOR(Needs.NOTHING),
    TIME_SEPARATOR(Needs.NOTHING),
    YEAR(Needs.CALENDAR),
    BUDDHIST_YEAR(Needs.CALENDAR),
    ERA(Needs.CALENDAR),
    ERA_YEAR(Needs.CALENDAR),
    MONTH(Needs.CALENDAR),
    DAY(Needs.CALENDAR),
    HOUR(Needs.CLOCK),
    MINUTE(Needs.CLOCK),
    SECOND(Needs.CLOCK),
    SUBSECOND(Needs.CLOCK),
    MERIDIEM(Needs.CLOCK),
    ELAPSED_HOURS(Needs.CLOCK),
    ELAPSED_MINUTES(Needs.CLOCK),
    ELAPSED_SECONDS(Needs.CLOCK);

    private final Needs needs;

    Unit(Needs needs) {
      this.needs = needs;
    }
  }

  boolean needs(Needs needs) {
    return unit.needs == needs;
  }

  static DateField of(Unit unit, int width) {
    return new DateField(unit, width, "");
  }

  static DateField literal(String text) {
    return new DateField(Unit.LITERAL, 0, text);
  }
}
