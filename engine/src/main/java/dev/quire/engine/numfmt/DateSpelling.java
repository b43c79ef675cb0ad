package dev.quire.engine.numfmt;

import java.util.Optional;

/// Names, digits and the way to count years of a section for dates.
///
/// @param language whose names are shown; empty for those of the reader
/// @param numerals what numbers are written with
/// @param calendar how `y` counts years
/// @param eras what `g` and `e` show
/// @param buddhist whether `b` counts the years of Buddha: where no locale is named and in the Thai
///   calendar (observed), and in Thai (our choice); elsewhere it is the Gregorian year (observed)
/// @param gannen whether the first year of an era is 元 behind its name
/// @param hijri whether the calendar is the Hijri one
record DateSpelling(
    Optional<Language> language,
    Numerals numerals,
    CalendarCode calendar,
    Eras eras,
    boolean buddhist,
    boolean gannen,
    boolean hijri) {

  static DateSpelling of(SectionCode code, boolean hijri) {
    LocaleTag locale = code.locale();
    CalendarCode calendar = locale.names();
    return new DateSpelling(
        locale.findLanguage(),
        code.numerals(),
        calendar,
        calendar.eras(locale),
        locale.isNone() || calendar == CalendarCode.THAI || isThai(locale),
        locale.gannen(),
        hijri);
  }

  private static boolean isThai(LocaleTag locale) {
    return locale.namedLanguage().equals(Language.find("th"));
  }
}
