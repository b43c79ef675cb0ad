package dev.quire.workbook.pivot;

import java.util.List;

/// How the values of a column are put into groups (ECMA-376 part 1, §18.10.1.30).
public sealed interface Grouping {
  /// The place of the column among the fields of the cache.
  int base();

  /// Groups that somebody made of single values.
  ///
  /// @param groups for each item of the column, by its number, the number of its group
  record ByHand(int base, List<Integer> groups) implements Grouping {
    /// Copies the numbers.
    public ByHand {
      groups = List.copyOf(groups);
    }
  }

  /// Stretches of numbers. The first group is what lies below all of them, the last one what lies
  /// above.
  ///
  /// @param interval how wide each of them is, above 0
  record Ranges(int base, Span span, double interval) implements Grouping {}

  /// Parts of dates. The first group is what lies before all of them, the last one what lies after.
  record Dates(int base, Span span, DatePart part) implements Grouping {}

  /// What is put into groups.
  ///
  /// @param start from where; a number, or a date as a serial number
  /// @param end to where
  /// @param startFollows whether it starts at the smallest value
  /// @param endFollows whether it ends at the largest value; with dates that are whole days at the
  ///   day after it (O)
  record Span(double start, double end, boolean startFollows, boolean endFollows) {
    /// The span of the values that there are now.
    Span over(double smallest, double largest) {
      return new Span(
          startFollows ? smallest : start, endFollows ? largest : end, startFollows, endFollows);
    }
  }

  /// A part of a date.
  enum DatePart {
    SECONDS(60),
    MINUTES(60),
    HOURS(24),
    /// Days of the year, 29 February among them.
    DAYS(366),
    MONTHS(12),
    QUARTERS(4),
    /// As many as there are.
    YEARS(0);

    private final int groups;

    DatePart(int groups) {
      this.groups = groups;
    }

    /// How many there are; 0 where that depends on the dates.
    public int groups() {
      return groups;
    }
  }
}
