package dev.quire.engine.numfmt;

import dev.quire.engine.date.SerialDate;
import dev.quire.engine.numfmt.DateField.Needs;
import dev.quire.engine.numfmt.DateField.Unit;
import java.util.List;

/// A section such as `d-mmm-yy h:mm AM/PM` or `[h]:mm:ss.00`.
///
/// @param timed whether the time of day is shown; it is then rounded to the last unit that can be
///   shown (a second, or its decimals) before it is taken apart, so 0.999999 in `h:mm` is the next
///   day's 0:00
/// @param dated whether the calendar is needed
/// @param twelveHours whether the hours count to twelve
/// @param decimals decimals of the second, 0 to 3
/// @param spelling names, digits and the way to count years
record DateSection(
    List<DateField> fields,
    boolean timed,
    boolean dated,
    boolean twelveHours,
    int decimals,
    DateSpelling spelling)
    implements Section {
  private static final int MOST_DECIMALS = 3;
  private static final int SECONDS_PER_DAY = 86_400;

  /// More days are not counted in hours: far beyond any calendar, far below what a double rounds.
  private static final double MOST_COUNTED_DAYS = 1e9;

  /// A tenth of a millisecond, in days: closer to midnight is midnight.
  private static final double MIDNIGHT_NOISE_DAYS = 1e-9;

  DateSection {
    fields = List.copyOf(fields);
  }

  static DateSection of(List<DateField> fields, DateSpelling spelling) {
    int decimals =
        fields.stream()
            .filter(field -> field.unit() == Unit.SUBSECOND)
            .mapToInt(field -> Math.min(field.width(), MOST_DECIMALS))
            .max()
            .orElse(0);
    return new DateSection(
        fields,
        fields.stream().anyMatch(field -> field.needs(Needs.CLOCK)),
        fields.stream().anyMatch(field -> field.needs(Needs.CALENDAR)),
        fields.stream().anyMatch(field -> field.unit() == Unit.MERIDIEM),
        decimals,
        spelling);
  }

  @Override
  public boolean write(double number, boolean negative, FormatContext context, StringBuilder out) {
    boolean date1904 = context.date1904();
    double magnitude = Math.abs(number);
    if (isCount() && magnitude <= MOST_COUNTED_DAYS) {
      out.append(number < 0 ? "-" : "");
      new DateWriter(this, moment(magnitude), context, out).write();
      return true;
    }
    if (number < 0 && !date1904 || magnitude >= SerialDate.last(date1904) + 1) {
      return false;
    }
    var moment = moment(magnitude);
    if (!SerialDate.isDay(moment.days(), date1904)) {
      return false;
    }
    if (number < 0) {
      out.append('-');
    }
    new DateWriter(this, moment, context, out).write();
    return true;
  }

  /// Whether there is nothing but counted hours, minutes or seconds. They need no calendar, so they
  /// show negative times and times beyond its end (O).
  private boolean isCount() {
    return fields.size() == 1
        && switch (fields.getFirst().unit()) {
          case ELAPSED_HOURS, ELAPSED_MINUTES, ELAPSED_SECONDS -> true;
          default -> false;
        };
  }

  private DateMoment moment(double magnitude) {
    if (!timed) {
      return new DateMoment((long) (magnitude + MIDNIGHT_NOISE_DAYS), 0, 0);
    }
    long ticksPerSecond = (long) Math.pow(10, decimals);
    long ticks = Math.round(magnitude * (SECONDS_PER_DAY * ticksPerSecond));
    long seconds = ticks / ticksPerSecond;
    long rest = ticks % ticksPerSecond * (1000 / ticksPerSecond);
    return new DateMoment(seconds / SECONDS_PER_DAY, (int) (seconds % SECONDS_PER_DAY), (int) rest);
  }
}
