package dev.quire.engine.numfmt;

import dev.quire.engine.date.SerialDate.Day;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The eras that a calendar counts years by. From the table `eras.tsv`.
///
/// @param newestFirst in order of their first days, the last one first
record Eras(List<Era> newestFirst) {
  /// Years are not counted by eras.
  static final Eras NONE = new Eras(List.of());

  private static final int COLUMNS = 5;
  private static final Map<String, Eras> BY_NAME = read();

  /// An era.
  ///
  /// @param first its first day; years begin with January, so the first year ends with December
  /// @param letter shown for `g`
  /// @param shortName shown for `gg`
  /// @param name shown for `ggg`
  record Era(LocalDate first, String letter, String shortName, String name) {
    boolean includes(Day day) {
      int year = Integer.compare(day.year(), first.getYear());
      int month = Integer.compare(day.month(), first.getMonthValue());
      return year > 0
          || year == 0 && (month > 0 || month == 0 && day.day() >= first.getDayOfMonth());
    }

    int year(Day day) {
      return day.year() - first.getYear() + 1;
    }

    String name(int width) {
      return switch (width) {
        case 1 -> letter;
        case 2 -> shortName;
        default -> name;
      };
    }
  }

  Eras {
    newestFirst = List.copyOf(newestFirst);
  }

  /// The eras of a calendar of the table; none for another word.
  static Eras of(String calendar) {
    return BY_NAME.getOrDefault(calendar, NONE);
  }

  /// The era of a day; empty before the first.
  Optional<Era> at(Day day) {
    return newestFirst.stream().filter(era -> era.includes(day)).findFirst();
  }

  private static Map<String, Eras> read() {
    var found = new HashMap<String, Eras>();
    Table.rows("eras.tsv", COLUMNS).stream()
        .collect(Collectors.groupingBy(row -> row[0]))
        .forEach((calendar, rows) ->
            found.put(
                calendar,
                new Eras(
                    rows.stream()
                        .map(row -> new Era(LocalDate.parse(row[1]), row[2], row[3], row[4]))
                        .toList())));
    return Map.copyOf(found);
  }
}
