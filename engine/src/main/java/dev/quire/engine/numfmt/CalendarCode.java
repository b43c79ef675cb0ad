package dev.quire.engine.numfmt;

import java.util.Optional;

/// The calendars that a code may name by number: `07` in `[$-107041E]`. Others count as the
/// Gregorian one (observed in Excel 16), also the Hijri one, which `B2` asks for.
enum CalendarCode {
  /// The one of the language.
  GREGORIAN(0, "", "", 0, 0),
  /// With English names.
  ENGLISH(2, "en", "", 0, 0),
  /// Years of the eras of Japan, two digits at least.
  JAPANESE(3, "", "japanese", 2, 0),
  /// Years of the Republic of China.
  TAIWAN(4, "zh-TW", "taiwan", 1, 0),
  /// Years since the founding of Korea.
  KOREAN(5, "", "", 0, 2_333),
  /// Years of Buddha.
  THAI(7, "th", "", 0, 543),
  /// Another calendar, which shows Gregorian dates; languages have no eras in it.
  OTHER(-1, "", "", 0, 0);

  private final int code;
  private final String language;
  private final String eras;
  private final int eraDigits;
  private final int addedYears;

  CalendarCode(int code, String language, String eras, int eraDigits, int addedYears) {
    this.code = code;
    this.language = language;
    this.eras = eras;
    this.eraDigits = eraDigits;
    this.addedYears = addedYears;
  }

  static CalendarCode of(int code) {
    for (CalendarCode calendar : values()) {
      if (calendar.code == code) {
        return calendar;
      }
    }
    return OTHER;
  }

  /// The language whose names the calendar brings.
  Optional<Language> language() {
    return language.isEmpty() ? Optional.empty() : Language.find(language);
  }

  /// The eras that `g` and `e` show: the calendar's, else the language's.
  Eras eras(LocaleTag tag) {
    return this == GREGORIAN
        ? tag.namedLanguage().map(named -> Eras.of(named.eras())).orElse(Eras.NONE)
        : Eras.of(eras);
  }

  /// Digits at least of the year of an era that `y` shows; 0 where `y` shows no era.
  int eraDigits() {
    return eraDigits;
  }

  /// What is added to the Gregorian year.
  int addedYears() {
    return addedYears;
  }
}
