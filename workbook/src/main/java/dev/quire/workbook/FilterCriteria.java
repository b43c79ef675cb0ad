package dev.quire.workbook;

import dev.quire.engine.date.SerialDate;
import dev.quire.workbook.style.Color;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What a filter lets through in one column.
public sealed interface FilterCriteria {
  /// Cells whose displayed text is one of these, compared without case, and cells shown as a day of
  /// the calendar whose moment is in one of the groups.
  ///
  /// @param texts the texts
  /// @param blanks whether empty cells are let through as well
  /// @param dates the groups of dates
  record Values(List<String> texts, boolean blanks, List<DateGroup> dates)
      implements FilterCriteria {
    /// Copies the texts and the groups.
    public Values {
      texts = List.copyOf(texts);
      dates = List.copyOf(dates);
    }

    /// Without groups of dates.
    public Values(List<String> texts, boolean blanks) {
      this(texts, blanks, List.of());
    }
  }

  /// Cells that meet one or two conditions, written as in Excel's dialog: `>5`, `<>`, `=a*`.
  ///
  /// @param both whether both must hold, not only one
  record Custom(String first, Optional<String> second, boolean both) implements FilterCriteria {}

  /// The highest or lowest numbers.
  ///
  /// @param top whether the highest
  /// @param percent whether `count` is a part of a hundred of the cells
  /// @param count 1 to 500 of cells, 1 to 100 percent
  record Extreme(boolean top, boolean percent, int count) implements FilterCriteria {}

  /// Numbers above or below the average.
  ///
  /// @param above whether above
  record Average(boolean above) implements FilterCriteria {}

  /// Dates in a period.
  ///
  /// @param period which one
  /// @param asked the moment from which it is seen
  /// @param first the first day as a serial number; 0 until the filter is applied
  /// @param after the day after the last; 0 until the filter is applied, and for a part of every
  ///   year
  record During(DatePeriod period, Instant asked, long first, long after)
      implements FilterCriteria {
    /// To be applied.
    public During(DatePeriod period, Instant asked) {
      this(period, asked, 0, 0);
    }

    /// With its days, unless they are known.
    During applied(ZoneId zone, boolean date1904) {
      if (after != 0) {
        return this;
      }
      return period
          .days(LocalDate.ofInstant(asked, zone))
          .map(days ->
              new During(
                  period, asked, serial(days.first(), date1904), serial(days.after(), date1904)))
          .orElse(this);
    }

    private static long serial(LocalDate day, boolean date1904) {
      return SerialDate.serial(day, date1904).orElse(0);
    }
  }

  /// Cells of one colour. Without a background a cell is white, and automatic text is black.
  ///
  /// @param background whether it is the colour of the cell, and not of the text
  record Colored(Color color, boolean background) implements FilterCriteria {}

  /// Cells with an icon of conditional formatting.
  ///
  /// @param set the set of the icon
  /// @param index which one, counted from the one for the least values; nothing for cells that have
  ///   no icon at all
  record WithIcon(IconSet set, OptionalInt index) implements FilterCriteria {}

  /// Something that the file says and that is kept as it is, but cannot be applied anew.
  record Unknown() implements FilterCriteria {}
}
