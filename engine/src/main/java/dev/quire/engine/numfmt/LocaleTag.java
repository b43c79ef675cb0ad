package dev.quire.engine.numfmt;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What stands behind the hyphen of `[$€-407]`: eight hexadecimal digits, of which leading ones may
/// be left out, for the shape of digits (two), the calendar (two) and the language (four); or a
/// language tag with the former behind a comma, `[$-ja-JP-x-gannen,80]`.
///
/// @param language number or tag, empty for none
/// @param calendar code of Windows
/// @param numerals code of `numerals.tsv`
/// @param gannen whether the first year of an era is called 元年
record LocaleTag(String language, int calendar, int numerals, boolean gannen) {
  /// No language is named.
  static final LocaleTag NONE = new LocaleTag("", 0, 0, false);

  private static final String LONG_DATE = "dddd, mmmm d, yyyy";
  private static final String LONG_TIME = "h:mm:ss AM/PM";
  private static final Map<String, String> SYSTEM_CODES =
      Map.of("f800", LONG_DATE, "x-sysdate", LONG_DATE, "f400", LONG_TIME, "x-systime", LONG_TIME);

  private static final String GANNEN = "-x-gannen";
  private static final int MOST_DIGITS = 8;
  private static final int BYTE = 0xFF;

  /// Set behind a language tag for the calendar that the language has anyway (observed).
  private static final int OWN_CALENDAR = 0x80;

  /// The code that takes the place of everything else in a section: `F800` and `F400` show dates
  /// and times as the settings of the computer have them, here those of the United States (O).
  static Optional<String> systemCode(String text) {
    return Optional.ofNullable(SYSTEM_CODES.get(text.toLowerCase(Locale.ROOT)));
  }

  /// Reads what the brackets say; what cannot be read names nothing.
  static LocaleTag parse(String text) {
    int comma = text.indexOf(',');
    String head = comma < 0 ? text : text.substring(0, comma);
    int shape = comma < 0 ? 0 : hexadecimal(text.substring(comma + 1)).orElse(0);
    return Language.isNumber(head) ? ofNumber(head, shape) : ofTag(head, shape);
  }

  private static LocaleTag ofNumber(String digits, int shape) {
    int number = Integer.parseUnsignedInt(digits, 16);
    return new LocaleTag(
        digits, number >>> 16 & BYTE | shape & BYTE, number >>> 24 | shape >>> 8, false);
  }

  private static LocaleTag ofTag(String tag, int shape) {
    boolean gannen = tag.toLowerCase(Locale.ROOT).endsWith(GANNEN);
    return new LocaleTag(
        gannen ? tag.substring(0, tag.length() - GANNEN.length()) : tag,
        shape & BYTE & ~OWN_CALENDAR,
        shape >>> 8,
        gannen);
  }

  private static Optional<Integer> hexadecimal(String digits) {
    boolean isHex =
        !digits.isEmpty()
            && digits.length() < MOST_DIGITS
            && digits.chars().allMatch(c -> Character.digit(c, 16) >= 0);
    return isHex ? Optional.of(Integer.parseInt(digits, 16)) : Optional.empty();
  }

  boolean isNone() {
    return equals(NONE);
  }

  /// Whether years are counted by the eras of Japan.
  boolean isJapanese() {
    return names().eras(this).equals(Eras.of("japanese"));
  }

  /// The calendar, with the names that it brings.
  CalendarCode names() {
    return CalendarCode.of(calendar);
  }

  /// The language whose names are shown: the calendar's own, else the one that is named.
  Optional<Language> findLanguage() {
    return names().language().or(this::namedLanguage);
  }

  /// The language that is named.
  Optional<Language> namedLanguage() {
    return language.isEmpty() ? Optional.empty() : Language.find(language);
  }
}
