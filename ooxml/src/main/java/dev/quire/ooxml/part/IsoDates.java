package dev.quire.ooxml.part;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/// Dates that strict files and caches of pivot tables write as text (ECMA-376 part 1, §18.17.4.1).
public final class IsoDates {
  private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
  private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
  private static final double DAY_NANOS = 86_400e9;
  private static final int DAY_SECONDS = 86_400;

  /// The serial number of [#MARCH_1900].
  private static final int FIRST_REAL_DAY = 61;

  /// The first day after the 29 February 1900 that Excel counts and that never was.
  private static final LocalDate MARCH_1900 = LocalDate.of(1900, 3, 1);

  private IsoDates() {}

  /// The serial number of `2011-03-14`, `2011-03-14T12:00:00.5Z` or `12:00`; NaN when the text is
  /// none of these. Zones are not looked at.
  static double serial(String text, boolean date1904) {
    String plain = text.strip();
    plain = plain.endsWith("Z") ? plain.substring(0, plain.length() - 1) : plain;
    int split = plain.indexOf('T');
    try {
      if (split >= 0) {
        return days(LocalDate.parse(plain.substring(0, split)), date1904)
            + fraction(plain.substring(split + 1));
      }
      return plain.indexOf(':') >= 0 ? fraction(plain) : days(LocalDate.parse(plain), date1904);
    } catch (DateTimeException e) {
      return Double.NaN;
    }
  }

  /// The serial number of a moment.
  public static double serial(LocalDateTime moment, boolean date1904) {
    return days(moment.toLocalDate(), date1904) + moment.toLocalTime().toNanoOfDay() / DAY_NANOS;
  }

  /// The moment of a serial number to the second, as `2011-03-14T12:00:00`.
  public static String print(double serial, boolean date1904) {
    long seconds = Math.round(serial * DAY_SECONDS);
    long day = Math.floorDiv(seconds, DAY_SECONDS);
    boolean early = !date1904 && day < FIRST_REAL_DAY;
    LocalDate date = (date1904 ? EPOCH_1904 : EPOCH_1900).plusDays(early ? day + 1 : day);
    return date.atTime(LocalTime.ofSecondOfDay(Math.floorMod(seconds, DAY_SECONDS)))
        .format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
  }

  private static double days(LocalDate date, boolean date1904) {
    if (date1904) {
      return ChronoUnit.DAYS.between(EPOCH_1904, date);
    }
    long days = ChronoUnit.DAYS.between(EPOCH_1900, date);
    return date.isBefore(MARCH_1900) ? days - 1 : days;
  }

  /// Files write more digits of a second than Java reads.
  private static double fraction(String time) {
    String readable = time.substring(0, Math.min(time.length(), "hh:mm:ss.nnnnnnnnn".length()));
    return LocalTime.parse(readable).toNanoOfDay() / DAY_NANOS;
  }
}
