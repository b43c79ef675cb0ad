package dev.quire.engine.numfmt;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Digits to write numbers with, and in East Asia units between them: `[DBNum1][$-411]General`
/// shows 1234 as 千二百三十四, `[DBNum1][$-411]0` as 一二三四. From the table `numerals.tsv` (observed in
/// Excel 16; the Hangul of `[DBNum4]` as Excel documents it).
///
/// @param digits ten characters, from zero
/// @param units for ten, a hundred and a thousand; empty where digits only take the place of digits
/// @param groups units for 10^4, 10^8 and 10^12
/// @param rules words of the table
record Numerals(String digits, String units, String groups, List<String> rules) {
  /// The digits 0 to 9.
  static final Numerals LATIN = new Numerals("0123456789", "", "", List.of());

  private static final String ONE = "one";
  private static final String ZERO = "zero";
  private static final String DATES = "dates";
  private static final String ONE_IN_DATES = "one-in-dates";
  private static final int GROUP = 4;
  private static final int COLUMNS = 7;

  /// By language and number of `[DBNum1]`: `ja1`; and by code: `#1b`.
  private static final Map<String, Numerals> BY_NAME = read();

  Numerals {
    rules = List.copyOf(rules);
  }

  /// What `[DBNum1]` to `[DBNum4]` ask for in a language, as `languages.tsv` names it. A language
  /// without such numerals keeps the digits 0 to 9.
  static Numerals of(String language, int dbNum) {
    return BY_NAME.getOrDefault(language + dbNum, LATIN);
  }

  /// What a code such as `D` in `[$-D000000]` asks for.
  static Numerals ofCode(int code) {
    return BY_NAME.getOrDefault("#" + Integer.toHexString(code), LATIN);
  }

  boolean hasUnits() {
    return !units.isEmpty();
  }

  char digit(char ascii) {
    return digits.charAt(ascii - '0');
  }

  /// Writes digit for digit; what is no digit stays.
  void write(CharSequence ascii, StringBuilder out) {
    for (int i = 0; i < ascii.length(); i++) {
      char c = ascii.charAt(i);
      out.append(c >= '0' && c <= '9' ? digit(c) : c);
    }
  }

  /// Writes a whole number as General shows it: with units where there are some.
  void writeWhole(String ascii, StringBuilder out) {
    if (hasUnits()) {
      writeUnits(withoutZeros(ascii), rules.contains(ONE), rules.contains(ZERO), out);
    } else {
      write(ascii, out);
    }
  }

  /// Writes a field of a date: filled up with zeros, what follows them with units where dates have
  /// some.
  void writeField(long number, int width, StringBuilder out) {
    String ascii = Long.toString(number);
    out.repeat(digits.charAt(0), Math.max(width - ascii.length(), 0));
    if (number > 0 && rules.contains(DATES)) {
      writeUnits(ascii, rules.contains(ONE_IN_DATES), false, out);
    } else {
      write(ascii, out);
    }
  }

  private static String withoutZeros(String ascii) {
    int from = 0;
    while (from < ascii.length() - 1 && ascii.charAt(from) == '0') {
      from++;
    }
    return ascii.substring(from);
  }

  /// Digits above the last unit stand one by one when they are more than a group.
  private void writeUnits(String ascii, boolean one, boolean zero, StringBuilder out) {
    if (ascii.equals("0")) {
      out.append(digits.charAt(0));
      return;
    }
    int last = groups.length() * GROUP;
    int end = Math.max(ascii.length() - last, 0);
    if (end > GROUP) {
      write(ascii.substring(0, end), out);
      out.append(groups.charAt(groups.length() - 1));
    } else if (end > 0) {
      writeGroup(ascii.substring(0, end), groups.length(), one, zero, out);
    }
    while (end < ascii.length()) {
      int group = (ascii.length() - end - 1) / GROUP;
      int next = ascii.length() - group * GROUP;
      writeGroup(ascii.substring(end, next), group, one, zero, out);
      end = next;
    }
  }

  private void writeGroup(String ascii, int group, boolean one, boolean zero, StringBuilder out) {
    boolean skipped = false;
    boolean shown = false;
    for (int i = 0; i < ascii.length(); i++) {
      char digit = ascii.charAt(i);
      int place = ascii.length() - 1 - i;
      if (digit == '0') {
        skipped = true;
        continue;
      }
      if (skipped && zero) {
        out.append(digits.charAt(0));
      }
      if (place == 0 || digit != '1' || one) {
        out.append(digit(digit));
      }
      if (place > 0) {
        out.append(units.charAt(place - 1));
      }
      skipped = false;
      shown = true;
    }
    if (shown && group > 0) {
      out.append(groups.charAt(group - 1));
    }
  }

  private static Map<String, Numerals> read() {
    var found = new HashMap<String, Numerals>();
    for (String[] row : Table.rows("numerals.tsv", COLUMNS)) {
      var numerals = new Numerals(row[3], row[4], row[5], List.of(row[6].split(" ")));
      found.put("#" + Integer.toHexString(Integer.parseInt(row[2], 16)), numerals);
      if (!row[0].isEmpty()) {
        found.put(row[0] + row[1], numerals);
      }
    }
    return Map.copyOf(found);
  }
}
