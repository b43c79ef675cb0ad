package dev.quire.workbook;

import dev.quire.engine.ref.Area;
import dev.quire.workbook.style.Color;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The order that keys of a sort put the rows or columns of a range in.
final class LineOrder {
  private final Workbook book;
  private final int sheet;
  private final Area range;
  private final boolean byColumns;
  private final boolean matchCase;

  /// @param range what the places of keys are counted in
  /// @param byColumns whether columns are put in order, and not rows
  LineOrder(Workbook book, int sheet, Area range, boolean byColumns, boolean matchCase) {
    this.book = book;
    this.sheet = sheet;
    this.range = range;
    this.byColumns = byColumns;
    this.matchCase = matchCase;
  }

  /// Compares rows, or columns, of the sheet.
  ///
  /// @throws WorkbookFault.Conflict when colours or icons cannot be worked out
  Comparator<Integer> of(List<RangeSort.Key> keys) {
    Comparator<Integer> all = (_, _) -> 0;
    for (RangeSort.Key key : keys) {
      all = all.thenComparing(comparing(key));
    }
    return all;
  }

  private Comparator<Integer> comparing(RangeSort.Key key) {
    return switch (key.on()) {
      case RangeSort.On.Content(boolean textAsNumbers) -> {
        var values = new SortValues(matchCase, textAsNumbers);
        yield (one, other) ->
            values.compare(
                book.value(sheet, row(one, key), column(one, key)),
                book.value(sheet, row(other, key), column(other, key)),
                key.ascending());
      }
      case RangeSort.On.CellColor(Color color) -> colored(key, color, true);
      case RangeSort.On.FontColor(Color color) -> colored(key, color, false);
      case RangeSort.On.OfIcon(Icon icon) -> {
        var icons = CellIcons.of(book, sheet, cells(key));
        Optional<Icon> wanted = Optional.of(icon);
        yield first(key, line -> icons.at(row(line, key), column(line, key)).equals(wanted));
      }
    };
  }

  private Comparator<Integer> colored(RangeSort.Key key, Color color, boolean background) {
    var colors = CellColors.of(book, sheet, cells(key), background);
    return first(key, line -> colors.at(row(line, key), column(line, key)).equals(color));
  }

  private static Comparator<Integer> first(RangeSort.Key key, Predicate<Integer> chosen) {
    Comparator<Integer> last = Comparator.comparing(chosen::test);
    return key.ascending() ? last.reversed() : last;
  }

  /// The cells that a key looks at.
  private Area cells(RangeSort.Key key) {
    return byColumns
        ? new Area(row(0, key), range.firstColumn(), row(0, key), range.lastColumn())
        : new Area(range.firstRow(), column(0, key), range.lastRow(), column(0, key));
  }

  private int row(int line, RangeSort.Key key) {
    return byColumns ? range.firstRow() + key.offset() : line;
  }

  private int column(int line, RangeSort.Key key) {
    return byColumns ? line : range.firstColumn() + key.offset();
  }
}
