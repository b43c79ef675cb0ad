package dev.quire.engine.numfmt;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The names that a language named in a format code (`[$-407]`, `[$-de-DE]`) brings to dates, as
/// Windows has them; separators stay those of the reader. From the table `languages.tsv`; a
/// language that is not in it shows dates as if none were named.
///
/// @param months twelve names
/// @param shortMonths twelve short names
/// @param weekdays seven names, Sunday first
/// @param shortWeekdays seven short names, Sunday first
/// @param morning shown for `AM/PM` before noon
/// @param afternoon shown for `AM/PM` from noon on
/// @param numerals what [Numerals] calls the digits of `[DBNum1]`; empty when there are none
/// @param eras what [Eras] calls the calendar; empty when years are not counted by eras
record Language(
    List<String> months,
    List<String> shortMonths,
    List<String> weekdays,
    List<String> shortWeekdays,
    String morning,
    String afternoon,
    String numerals,
    String eras) {
  private static final int COLUMNS = 10;

  /// By number in hexadecimal digits, and by tag.
  private static final Map<String, Language> BY_NAME = read();

  /// The lower half of a number; above it stand a calendar and a shape of digits.
  private static final int NUMBER = 0xFFFF;

  /// The part of a number that all regions of a language share.
  private static final int SHARED = 0x3FF;

  /// The names of somebody's own settings.
  static Language of(FormatSettings settings) {
    return new Language(
        settings.months(),
        settings.shortMonths(),
        settings.weekdays(),
        settings.shortWeekdays(),
        settings.morning(),
        settings.afternoon(),
        "",
        "");
  }

  /// The language of a number such as `407`, or of a tag such as `de-DE`.
  static Optional<Language> find(String name) {
    return isNumber(name)
        ? find(Integer.parseUnsignedInt(name, 16) & NUMBER)
        : first(name.toLowerCase(Locale.ROOT), language(name));
  }

  private static Optional<Language> find(int number) {
    return first(hex(number), hex(number & SHARED));
  }

  private static Optional<Language> first(String region, String language) {
    return Optional.ofNullable(BY_NAME.get(region))
        .or(() -> Optional.ofNullable(BY_NAME.get(language)));
  }

  private static String hex(int number) {
    return "#" + Integer.toHexString(number);
  }

  private static String language(String tag) {
    int hyphen = tag.indexOf('-');
    return (hyphen < 0 ? tag : tag.substring(0, hyphen)).toLowerCase(Locale.ROOT);
  }

  /// Three digits at least: `da`, `de` and `fa` are tags.
  static boolean isNumber(String name) {
    return name.length() >= 3
        && name.length() <= 8
        && name.chars().allMatch(c -> Character.digit(c, 16) >= 0);
  }

  private static Map<String, Language> read() {
    var found = new HashMap<String, Language>();
    for (String[] cells : Table.rows("languages.tsv", COLUMNS)) {
      var language =
          new Language(
              names(cells[2]),
              names(cells[3]),
              names(cells[4]),
              names(cells[5]),
              cells[6],
              cells[7],
              cells[8],
              cells[9]);
      found.put(hex(Integer.parseInt(cells[1], 16)), language);
      if (!cells[0].isEmpty()) {
        found.put(cells[0].toLowerCase(Locale.ROOT), language);
      }
    }
    return Map.copyOf(found);
  }

  private static List<String> names(String joined) {
    return List.of(joined.split(";"));
  }
}
