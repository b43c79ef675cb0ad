package dev.quire.engine.function.date;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// Calendar days and their serial numbers. Counting from 1900 includes 29 February 1900, which did
/// not exist: serial 60. Counting from 1904 has no such day.
///
/// @param year as shown
/// @param month 1 to 12
/// @param day 1 to 31; 0 for serial 0, which shows as 0 January 1900
public record Serial(int year, int month, int day) {
  /// Serial of 31 December 9999 when counting from 1900.
  public static final int MAX = 2_958_465;

  /// Serial of 29 February 1900 when counting from 1900.
  public static final int PHANTOM = 60;

  /// By how much serials are lower when counting from 1904.
  public static final int OFFSET_1904 = 1_462;

  /// Half a second, in days.
  private static final double NOISE = 0.5 / 86_400;

  private static final LocalDate BEFORE_PHANTOM = LocalDate.of(1899, 12, 31);
  private static final LocalDate AFTER_PHANTOM = LocalDate.of(1899, 12, 30);

  /// Whether a number is the serial of a day.
  public static boolean isValid(double serial, boolean date1904) {
    return serial >= 0 && serial < (date1904 ? MAX - OFFSET_1904 : MAX) + 1.0;
  }

  /// The day of a serial, or the next one when less than half a second is missing to it (O).
  public static double whole(double serial) {
    return Math.floor(serial + NOISE);
  }

  /// How many days, hours and the like a number gives: the whole ones of it, and none when it is
  /// below 0 by no more than a calculation's noise (O).
  public static double counted(double number) {
    return number < 0 && number > -NOISE ? 0 : Math.floor(number);
  }

  /// The day of a serial, whose fraction is the time of day.
  public static Serial day(double serial, boolean date1904) {
    int days = (int) Math.floor(serial) + (date1904 ? OFFSET_1904 : 0);
    if (days == 0) {
      return new Serial(1900, 1, 0);
    }
    if (days == PHANTOM) {
      return new Serial(1900, 2, 29);
    }
    LocalDate date = (days < PHANTOM ? BEFORE_PHANTOM : AFTER_PHANTOM).plusDays(days);
    return new Serial(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
  }

  /// The serial of a day whose month and day may lie outside their usual limits and carry over.
  public static double of(double year, double month, double day, boolean date1904) {
    LocalDate first = LocalDate.of((int) year, 1, 1).plusMonths((long) month - 1);
    double serial = of(first, date1904) + day - 1;
    // The phantom day pushes everything behind it by one, also when reached by counting on.
    boolean crosses =
        !date1904
            && first.isBefore(LocalDate.of(1900, 3, 1))
            && !first.isBefore(LocalDate.of(1900, 1, 1));
    return crosses ? crossing(first, day) : serial;
  }

  private static double crossing(LocalDate first, double day) {
    return ChronoUnit.DAYS.between(BEFORE_PHANTOM, first) + day - 1;
  }

  /// The serial of a date.
  public static int of(LocalDate date, boolean date1904) {
    int days = (int) ChronoUnit.DAYS.between(AFTER_PHANTOM, date);
    int shown = days <= PHANTOM ? days - 1 : days;
    return date1904 ? days - OFFSET_1904 : shown;
  }
}
