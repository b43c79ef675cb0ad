package dev.quire.engine.numfmt;

import dev.quire.engine.date.SerialDate;
import dev.quire.engine.date.SerialDate.Day;
import dev.quire.engine.numfmt.Eras.Era;
import java.util.Optional;

/// Writes one moment in the fields of a section.
final class DateWriter {
  private static final int BUDDHIST_OFFSET_YEARS = 543;
  private static final String FIRST_YEAR = "元";

  /// Stands in where no field asks for the calendar.
  private static final Day NO_DAY = new Day(1900, 1, 0);

  private final DateSection section;
  private final DateMoment moment;
  private final FormatSettings settings;
  private final Language language;
  private final DateSpelling spelling;
  private final Numerals numerals;
  private final StringBuilder out;
  private final Day day;
  private final int weekday;
  private final Optional<Era> era;
  private boolean named;

  DateWriter(DateSection section, DateMoment moment, FormatContext context, StringBuilder out) {
    this.section = section;
    this.moment = moment;
    this.settings = context.settings();
    this.spelling = section.spelling();
    this.numerals = spelling.numerals();
    this.language = spelling.language().orElseGet(() -> Language.of(settings));
    this.out = out;
    this.day = section.dated() ? day(section, moment, context.date1904()) : NO_DAY;
    this.era = section.dated() ? spelling.eras().at(day) : Optional.empty();
    this.weekday = SerialDate.weekday(moment.days(), context.date1904());
  }

  private static Day day(DateSection section, DateMoment moment, boolean date1904) {
    return section.spelling().hijri()
        ? HijriCalendar.day(moment.days(), date1904)
        : SerialDate.day(moment.days(), date1904).orElse(NO_DAY);
  }

  void write() {
    for (DateField field : section.fields()) {
      write(field);
    }
  }

  private void write(DateField field) {
    int width = field.width();
    switch (field.unit()) {
      case LITERAL -> out.append(field.text());
      case DATE_SEPARATOR -> out.append(settings.dateSeparator());
      case TIME_SEPARATOR -> out.append(settings.timeSeparator());
      case YEAR -> year(width);
      case BUDDHIST_YEAR ->
          year(day.year() + (spelling.buddhist() ? BUDDHIST_OFFSET_YEARS : 0), width);
      case ERA -> era(width);
      case ERA_YEAR -> eraYear(width);
      case MONTH -> month(width);
      case DAY -> day(width);
      case HOUR -> number(section.twelveHours() ? twelve(moment.hour()) : moment.hour(), width);
      case MINUTE -> number(moment.minute(), width);
      case SECOND -> number(moment.second(), width);
      case SUBSECOND -> subsecond(width);
      case MERIDIEM -> meridiem(field.text());
      case ELAPSED_HOURS -> elapsed(moment.totalSeconds() / 3600, width);
      case ELAPSED_MINUTES -> elapsed(moment.totalSeconds() / 60, width);
      case ELAPSED_SECONDS -> elapsed(moment.totalSeconds(), width);
    }
  }

  private void year(int width) {
    CalendarCode calendar = spelling.calendar();
    if (calendar.eraDigits() > 0 && era.isPresent()) {
      eraYear(era.get().year(day), calendar.eraDigits());
    } else {
      year(day.year() + calendar.addedYears(), width);
    }
  }

  /// One or two letters give two digits, more give four.
  private void year(int year, int width) {
    if (width <= 2) {
      numerals.writeField(year % 100, 2, out);
    } else {
      numerals.write(Integer.toString(year), out);
    }
  }

  /// The year of the era, else the year with all its digits, however often the letter stands.
  private void eraYear(int width) {
    if (era.isEmpty()) {
      numerals.write(Integer.toString(day.year()), out);
      return;
    }
    int year = era.get().year(day);
    if (year == 1 && spelling.gannen() && named) {
      out.append(FIRST_YEAR);
    } else {
      eraYear(year, Math.min(width, 2));
    }
  }

  /// From the hundredth on a year is written as Gregorian ones are, digit for digit.
  private void eraYear(int year, int width) {
    if (year < 100) {
      numerals.writeField(year, width, out);
    } else {
      numerals.write(Integer.toString(year), out);
    }
  }

  /// A name in Latin letters leaves the first year its number.
  private void era(int width) {
    era.ifPresent(found -> out.append(found.name(width)));
    named = width > 1 && numerals.equals(Numerals.LATIN);
  }

  private void month(int width) {
    switch (width) {
      case 1, 2 -> number(day.month(), width);
      case 3 -> out.append(language.shortMonths().get(day.month() - 1));
      case 5 -> out.append(language.months().get(day.month() - 1), 0, 1);
      default -> out.append(language.months().get(day.month() - 1));
    }
  }

  private void day(int width) {
    switch (width) {
      case 1, 2 -> number(day.day(), width);
      case 3 -> out.append(language.shortWeekdays().get(weekday));
      default -> out.append(language.weekdays().get(weekday));
    }
  }

  private static int twelve(int hour) {
    return hour % 12 == 0 ? 12 : hour % 12;
  }

  private void subsecond(int width) {
    out.append(settings.decimalSeparator());
    int divisor = 100;
    for (int i = 0; i < width; i++) {
      out.append(
          numerals.digit(divisor == 0 ? '0' : (char) ('0' + moment.millis() / divisor % 10)));
      divisor /= 10;
    }
  }

  /// `AM/PM` is the language's word; other spellings bring their own: before and after the bar.
  private void meridiem(String spelling) {
    if (spelling.equalsIgnoreCase("AM/PM")) {
      out.append(moment.isMorning() ? language.morning() : language.afternoon());
    } else {
      int bar = spelling.indexOf('/');
      out.append(moment.isMorning() ? spelling.substring(0, bar) : spelling.substring(bar + 1));
    }
  }

  private void elapsed(long count, int width) {
    String text = Long.toString(count);
    out.repeat(numerals.digit('0'), Math.max(width - text.length(), 0));
    numerals.writeWhole(text, out);
  }

  private void number(int number, int width) {
    numerals.writeField(number, Math.min(width, 2), out);
  }
}
