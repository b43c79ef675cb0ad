package dev.quire.workbook;

import dev.quire.engine.date.SerialDate;
import dev.quire.engine.function.Criterion;
import dev.quire.engine.numfmt.NumberFormat;
import dev.quire.engine.ref.Area;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import dev.quire.workbook.style.Color;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// One column under a filter.
final class FilterColumn {
  private final Workbook book;
  private final int sheet;
  private final Area area;

  FilterColumn(Workbook book, int sheet, Area area) {
    this.book = book;
    this.sheet = sheet;
    this.area = area;
  }

  /// The rows, counted from the first, that are not let through.
  BitSet refused(FilterCriteria criteria) {
    return switch (criteria) {
      case FilterCriteria.Values values -> refused(values);
      case FilterCriteria.Custom custom -> refused(custom);
      case FilterCriteria.Extreme extreme -> refused(extreme);
      case FilterCriteria.Average average -> refused(average);
      case FilterCriteria.During during ->
          refusing(row ->
              !(value(row) instanceof NumberValue(double number) && isWithin(number, during)));
      case FilterCriteria.Colored(Color color, boolean background) -> {
        var colors = CellColors.of(book, sheet, area, background);
        yield refusing(row -> !colors.at(area.firstRow() + row, area.firstColumn()).equals(color));
      }
      case FilterCriteria.WithIcon(IconSet set, OptionalInt index) -> {
        var icons = CellIcons.of(book, sheet, area);
        Optional<Icon> wanted =
            index.isPresent() ? Optional.of(new Icon(set, index.getAsInt())) : Optional.empty();
        yield refusing(row -> !icons.at(area.firstRow() + row, area.firstColumn()).equals(wanted));
      }
      case FilterCriteria.Unknown _ -> refusing(row -> isHidden(row));
    };
  }

  private BitSet refusing(IntPredicate refuses) {
    var refused = new BitSet(area.rows());
    IntStream.range(0, area.rows()).filter(refuses).forEach(refused::set);
    return refused;
  }

  private boolean isHidden(int row) {
    return book.layout(sheet).isRowHidden(area.firstRow() + row);
  }

  private Scalar value(int row) {
    return book.value(sheet, area.firstRow() + row, area.firstColumn());
  }

  private String text(int row) {
    return book.text(sheet, area.firstRow() + row, area.firstColumn());
  }

  private BitSet refused(FilterCriteria.Values values) {
    Set<String> texts = new HashSet<>();
    values.texts().forEach(text -> texts.add(SheetNames.fold(text)));
    IntPredicate isAmongDates = isAmong(values.dates());
    return refusing(row -> {
      String text = text(row);
      return text.isEmpty()
          ? !values.blanks()
          : !texts.contains(SheetNames.fold(text)) && !isAmongDates.test(row);
    });
  }

  /// Whether a cell is in one of the groups. The list of a filter offers numbers that are not shown
  /// as days as texts, times of day among them (?).
  private IntPredicate isAmong(List<DateGroup> dates) {
    Set<DateGroup> groups = Set.copyOf(dates);
    Set<DateGroup.Unit> units = EnumSet.noneOf(DateGroup.Unit.class);
    groups.forEach(group -> units.add(group.unit()));
    return row ->
        !units.isEmpty()
            && value(row) instanceof NumberValue(double number)
            && format(row).showsDays()
            && DateGroup.second(number, book.date1904())
                .filter(
                    second -> units.stream().anyMatch(unit -> groups.contains(second.within(unit))))
                .isPresent();
  }

  private NumberFormat format(int row) {
    String code = book.style(sheet, area.firstRow() + row, area.firstColumn()).numberFormat();
    return book.shared().formats().format(code);
  }

  private BitSet refused(FilterCriteria.Custom custom) {
    Criterion first = criterion(custom.first());
    if (custom.second().isEmpty()) {
      return refusing(row -> !first.matches(value(row)));
    }
    Criterion second = criterion(custom.second().get());
    return refusing(row -> {
      boolean one = first.matches(value(row));
      boolean other = second.matches(value(row));
      return !(custom.both() ? one && other : one || other);
    });
  }

  private Criterion criterion(String text) {
    return Criterion.of(new TextValue(text), book.shared().formulas().numbers(), book.date1904());
  }

  /// Numbers only; others are not let through (O).
  private BitSet refused(FilterCriteria.Extreme extreme) {
    double[] sorted = numbers();
    Arrays.sort(sorted);
    int count =
        extreme.percent()
            ? Math.max(1, (int) (sorted.length * (long) extreme.count() / 100))
            : Math.min(extreme.count(), sorted.length);
    if (sorted.length == 0) {
      return refusing(_ -> true);
    }
    double limit = extreme.top() ? sorted[sorted.length - count] : sorted[count - 1];
    return refusing(row ->
        !(value(row) instanceof NumberValue(double number)
            && (extreme.top() ? number >= limit : number <= limit)));
  }

  private BitSet refused(FilterCriteria.Average average) {
    double mean = Arrays.stream(numbers()).average().orElse(0);
    return refusing(row ->
        !(value(row) instanceof NumberValue(double number)
            && (average.above() ? number > mean : number < mean)));
  }

  private boolean isWithin(double number, FilterCriteria.During during) {
    if (during.after() != 0) {
      return number >= during.first() && number < during.after();
    }
    return Math.abs(number) < Integer.MAX_VALUE
        && SerialDate.day((long) Math.floor(number), book.date1904())
            .filter(day -> during.period().has(day.month()))
            .isPresent();
  }

  private double[] numbers() {
    return IntStream.range(0, area.rows())
        .mapToObj(this::value)
        .filter(value -> value != BlankValue.BLANK)
        .filter(NumberValue.class::isInstance)
        .mapToDouble(value -> ((NumberValue) value).number())
        .toArray();
  }
}
