package dev.quire.engine.numfmt;

import dev.quire.engine.date.SerialDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads dates in en-US spelling: `1/31/2016`, `2016-01-31`, `31-Jan-16`, `January 31, 2016`, `Jan
/// 2016`, `1/31`. The text becomes a shape, and a table says what its parts are.
final class DateReader {
  private static final String FULL = "m/d/yyyy";
  private static final String NAMED = "d-mmm-yy";
  private static final String DAY_OF_YEAR = "d-mmm";
  private static final String MONTH_OF_YEAR = "mmm-yy";

  /// Excel reads no text as an earlier date, not even 31 December 1899, which is serial 0.
  private static final int FIRST_YEAR = 1900;

  /// Two digits from here on are of the last century.
  private static final int PIVOT = 30;

  private static final int MOST_PARTS = 3;
  private static final int SHORTEST_NAME = 3;
  private static final Pattern MARK = Pattern.compile(" *([-/]) *");

  /// What the parts of a shape are, one letter each: `m`, `d`, `y`; `x` is a day, or else a year.
  private record Reading(String parts, String numberFormat) {}

  /// Shapes: `n` is a number of one or two digits, `y` one of four, `M` the name of a month.
  private static final Map<String, Reading> READINGS = readings();

  private static Map<String, Reading> readings() {
    var readings = new HashMap<String, Reading>();
    for (String mark : List.of("/", "-")) {
      add(readings, "n%sn%sn", mark, new Reading("mdy", FULL));
      add(readings, "n%sn%sy", mark, new Reading("mdy", FULL));
      add(readings, "y%sn%sn", mark, new Reading("ymd", FULL));
      add(readings, "n%sn", mark, new Reading("mx", DAY_OF_YEAR));
      add(readings, "n%sy", mark, new Reading("my", MONTH_OF_YEAR));
      add(readings, "y%sn", mark, new Reading("ym", MONTH_OF_YEAR));
    }
    for (String mark : List.of("/", "-", " ", "")) {
      add(readings, "n%sM%sn", mark, new Reading("dmy", NAMED));
      add(readings, "n%sM%sy", mark, new Reading("dmy", NAMED));
      add(readings, "y%sM%sn", mark, new Reading("ymd", NAMED));
      add(readings, "n%sM", mark, new Reading("dm", DAY_OF_YEAR));
      add(readings, "M%sn", mark, new Reading("mx", DAY_OF_YEAR));
      add(readings, "M%sy", mark, new Reading("my", MONTH_OF_YEAR));
    }
    for (String year : List.of("n", "y")) {
      readings.put("M n," + year, new Reading("mdy", NAMED));
      readings.put("M n, " + year, new Reading("mdy", NAMED));
      readings.put("n M, " + year, new Reading("dmy", NAMED));
    }
    return Map.copyOf(readings);
  }

  private static void add(
      Map<String, Reading> readings, String shape, String mark, Reading reading) {
    readings.put(shape.replace("%s", mark), reading);
  }

  private final boolean date1904;
  private final int currentYear;

  DateReader(boolean date1904, int currentYear) {
    this.date1904 = date1904;
    this.currentYear = currentYear;
  }

  Optional<NumberEntry> read(String text) {
    var shape = new StringBuilder();
    int[] values = new int[MOST_PARTS];
    int parts = 0;
    var cursor = new Cursor(text);
    while (!cursor.isAtEnd()) {
      char next = cursor.next();
      boolean number = Cursor.isDigit(next);
      if (!number && !Character.isLetter(next)) {
        shape.append(cursor.advance());
        continue;
      }
      if (parts == MOST_PARTS) {
        return Optional.empty();
      }
      String word = number ? cursor.digits() : cursor.letters();
      int value = number ? numberValue(word) : month(word);
      if (value < 0) {
        return Optional.empty();
      }
      shape.append(number ? word.length() == 4 ? 'y' : 'n' : 'M');
      values[parts++] = value;
    }
    // Blanks may stand around the marks (O).
    String known = MARK.matcher(shape).replaceAll("$1");
    return Optional.ofNullable(READINGS.get(known)).flatMap(reading -> entry(reading, values));
  }

  /// A year in four digits is that very year and not one of this century (0000, observed).
  private static int numberValue(String digits) {
    int value = digits.length() <= 4 ? Integer.parseInt(digits) : -1;
    return digits.length() <= 2 || digits.length() == 4 && value >= 100 ? value : -1;
  }

  /// 1 to 12 for a name or at least its first three letters, -1 for any other word.
  private static int month(String word) {
    var months = FormatSettings.EN_US.months();
    for (int i = 0; i < months.size(); i++) {
      if (word.length() >= SHORTEST_NAME
          && months.get(i).regionMatches(true, 0, word, 0, word.length())) {
        return i + 1;
      }
    }
    return -1;
  }

  private Optional<NumberEntry> entry(Reading reading, int[] values) {
    if (reading.parts().equals("mx")) {
      return entry(new Reading("md", DAY_OF_YEAR), values)
          .or(() -> entry(new Reading("my", MONTH_OF_YEAR), values));
    }
    int year = currentYear;
    int month = 0;
    int day = 1;
    for (int i = 0; i < reading.parts().length(); i++) {
      switch (reading.parts().charAt(i)) {
        case 'y' -> year = century(values[i]);
        case 'm' -> month = values[i];
        default -> day = values[i];
      }
    }
    return day(year, month, day)
        .map(serial -> new NumberEntry(serial, reading.numberFormat(), true));
  }

  private static int century(int year) {
    return year >= 100 ? year : year < PIVOT ? year + 2000 : year + 1900;
  }

  private Optional<Long> day(int year, int month, int day) {
    boolean exists =
        year >= FIRST_YEAR
            && month >= 1
            && month <= 12
            && day >= 1
            && day <= SerialDate.daysOfMonth(year, month, date1904);
    var serial = SerialDate.serial(year, month, day, date1904);
    return exists && serial.isPresent() ? Optional.of(serial.getAsLong()) : Optional.empty();
  }
}
