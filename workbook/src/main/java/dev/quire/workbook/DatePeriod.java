package dev.quire.workbook;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/// A period that a filter of dates lets through: seen from a day, or a part of every year. Weeks
/// begin on Sunday (?).
public enum DatePeriod {
  YESTERDAY,
  TODAY,
  TOMORROW,
  LAST_WEEK,
  THIS_WEEK,
  NEXT_WEEK,
  LAST_MONTH,
  THIS_MONTH,
  NEXT_MONTH,
  LAST_QUARTER,
  THIS_QUARTER,
  NEXT_QUARTER,
  LAST_YEAR,
  THIS_YEAR,
  NEXT_YEAR,
  YEAR_TO_DATE,
  QUARTER_1,
  QUARTER_2,
  QUARTER_3,
  QUARTER_4,
  JANUARY,
  FEBRUARY,
  MARCH,
  APRIL,
  MAY,
  JUNE,
  JULY,
  AUGUST,
  SEPTEMBER,
  OCTOBER,
  NOVEMBER,
  DECEMBER;

  /// Some days in a row.
  ///
  /// @param first the first of them
  /// @param after the day after the last
  public record Days(LocalDate first, LocalDate after) {}

  /// The days seen from a day; nothing when they are in every year.
  public Optional<Days> days(LocalDate today) {
    return switch (this) {
      case YESTERDAY -> days(today.minusDays(1), 1, ChronoUnit.DAYS);
      case TODAY -> days(today, 1, ChronoUnit.DAYS);
      case TOMORROW -> days(today.plusDays(1), 1, ChronoUnit.DAYS);
      case LAST_WEEK -> days(week(today).minusWeeks(1), 1, ChronoUnit.WEEKS);
      case THIS_WEEK -> days(week(today), 1, ChronoUnit.WEEKS);
      case NEXT_WEEK -> days(week(today).plusWeeks(1), 1, ChronoUnit.WEEKS);
      case LAST_MONTH -> days(month(today).minusMonths(1), 1, ChronoUnit.MONTHS);
      case THIS_MONTH -> days(month(today), 1, ChronoUnit.MONTHS);
      case NEXT_MONTH -> days(month(today).plusMonths(1), 1, ChronoUnit.MONTHS);
      case LAST_QUARTER -> days(quarter(today).minusMonths(3), 3, ChronoUnit.MONTHS);
      case THIS_QUARTER -> days(quarter(today), 3, ChronoUnit.MONTHS);
      case NEXT_QUARTER -> days(quarter(today).plusMonths(3), 3, ChronoUnit.MONTHS);
      case LAST_YEAR -> days(year(today).minusYears(1), 1, ChronoUnit.YEARS);
      case THIS_YEAR -> days(year(today), 1, ChronoUnit.YEARS);
      case NEXT_YEAR -> days(year(today).plusYears(1), 1, ChronoUnit.YEARS);
      case YEAR_TO_DATE -> Optional.of(new Days(year(today), today.plusDays(1)));
      default -> Optional.empty();
    };
  }

  /// Whether a month is in a period of every year.
  ///
  /// @param month 1 to 12
  public boolean has(int month) {
    if (compareTo(JANUARY) >= 0) {
      return month == ordinal() - JANUARY.ordinal() + 1;
    }
    return compareTo(QUARTER_1) >= 0 && (month - 1) / 3 == ordinal() - QUARTER_1.ordinal();
  }

  private static Optional<Days> days(LocalDate first, int count, ChronoUnit unit) {
    return Optional.of(new Days(first, first.plus(count, unit)));
  }

  private static LocalDate week(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
  }

  private static LocalDate month(LocalDate day) {
    return day.withDayOfMonth(1);
  }

  private static LocalDate quarter(LocalDate day) {
    return month(day).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
  }

  private static LocalDate year(LocalDate day) {
    return day.withDayOfYear(1);
  }
}
