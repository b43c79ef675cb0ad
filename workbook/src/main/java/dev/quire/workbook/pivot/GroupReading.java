package dev.quire.workbook.pivot;

import dev.quire.engine.date.SerialDate;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.TextValue;
import dev.quire.workbook.pivot.Grouping.DatePart;
import dev.quire.workbook.pivot.Grouping.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/// Puts the values of a column into groups, once it has been read again. Groups that follow the
/// values begin and end where these do now.
final class GroupReading {
  private static final String BLANKS = "(blank)";

  /// A year with a 29 February, in which days of the year are counted (O).
  private static final int LEAP_YEAR = 2000;

  /// In days.
  private static final double SECOND = 1.0 / 86_400;

  private final CacheField field;
  private final CacheField base;
  private final boolean date1904;
  private final double[] numbers;
  private final boolean blanks;

  /// A field with its groups.
  ///
  /// @param of for each item of the column, by its number, the number of its group
  record Groups(CacheField field, int[] of) {}

  private GroupReading(CacheField field, CacheField base, BitSet present, boolean date1904) {
    this.field = field;
    this.base = base;
    this.date1904 = date1904;
    List<CacheItem> items = present.stream().mapToObj(base.items()::get).toList();
    this.numbers =
        items.stream()
            .filter(each -> each.value() instanceof NumberValue)
            .mapToDouble(each -> ((NumberValue) each.value()).number())
            .sorted()
            .toArray();
    this.blanks = items.stream().anyMatch(each -> each.value() == BlankValue.BLANK);
  }

  /// @param field with the groups of before
  /// @param base the column, read again; the field itself where it is a column
  /// @param present the numbers of its items that rows have
  /// @throws PivotObstacle when the values cannot be put into groups as before
  static Groups of(
      CacheField field, Grouping grouping, CacheField base, BitSet present, boolean date1904) {
    var reading = new GroupReading(field, base, present, date1904);
    return switch (grouping) {
      case Grouping.ByHand byHand -> reading.byHand(byHand);
      case Grouping.Ranges ranges -> reading.ranges(ranges);
      case Grouping.Dates dates -> reading.dates(dates);
    };
  }

  /// A value that is new is a group of its own, as those are that nobody has put into one.
  private Groups byHand(Grouping.ByHand before) {
    var groups = new ArrayList<>(field.groups());
    var of = new ArrayList<>(before.groups());
    for (CacheItem each : base.items().subList(of.size(), base.items().size())) {
      of.add(groups.size());
      groups.add(each);
    }
    return new Groups(
        field.grouped(groups, new Grouping.ByHand(before.base(), of)),
        of.stream().mapToInt(Integer::intValue).toArray());
  }

  private Groups ranges(Grouping.Ranges before) {
    Span now =
        numbers.length == 0
            ? before.span()
            : before.span().over(numbers[0], numbers[numbers.length - 1]);
    boolean whole = Arrays.stream(numbers).allMatch(GroupLabels::isWhole);
    List<String> names =
        names(now.equals(before.span()), GroupLabels.ranges(names(), before, now, whole));
    int last = names.size() - 1;
    double interval = before.interval();
    return groups(
        names,
        new Grouping.Ranges(before.base(), now, interval),
        now.start(),
        number -> {
          double at = Math.floor((number - now.start()) / interval + GroupLabels.NOISE);
          return at < last - 1 ? at + 1 : number <= now.end() ? last - 1 : last;
        });
  }

  private Groups dates(Grouping.Dates before) {
    Span now = before.span();
    if (numbers.length > 0) {
      double largest = numbers[numbers.length - 1];
      now = now.over(numbers[0], GroupLabels.isWhole(largest) ? largest + 1 : largest);
    }
    boolean dayAfter = now.endFollows() && GroupLabels.isWhole(now.end());
    int firstYear = day(now.start()).year();
    int[] years = {firstYear, day(dayAfter ? now.end() - 1 : now.end()).year()};
    List<String> names =
        names(isNear(now, before.span()), GroupLabels.dates(names(), before, now, years, date1904));
    double end = now.end();
    int last = names.size() - 1;
    return groups(
        names,
        new Grouping.Dates(before.base(), now, before.part()),
        now.start(),
        number -> number > end ? last : Math.min(part(before.part(), number, firstYear) + 1, last));
  }

  /// Files tell moments to the second.
  private static boolean isNear(Span one, Span other) {
    return Math.abs(one.start() - other.start()) < SECOND
        && Math.abs(one.end() - other.end()) < SECOND;
  }

  private SerialDate.Day day(double serial) {
    return SerialDate.day((long) Math.floor(serial), date1904)
        .orElseThrow(
            () -> new PivotObstacle("'%s' has numbers that are no dates".formatted(field.name())));
  }

  /// Which of the parts a date is in, from 0.
  private int part(DatePart part, double serial, int firstYear) {
    SerialDate.Day day = day(serial);
    SerialDate.Time time = SerialDate.time(serial);
    return switch (part) {
      case SECONDS -> time.second();
      case MINUTES -> time.minute();
      case HOURS -> time.hour();
      case DAYS -> LocalDate.of(LEAP_YEAR, day.month(), Math.max(1, day.day())).getDayOfYear() - 1;
      case MONTHS -> day.month() - 1;
      case QUARTERS -> (day.month() - 1) / 3;
      case YEARS -> day.year() - firstYear;
    };
  }

  private List<String> names() {
    return field.groups().stream()
        .map(each -> each.value() instanceof TextValue(String name) ? name : "")
        .toList();
  }

  /// The names of now. Blanks of a column are in its first group, which is then called after them
  /// (O).
  ///
  /// @param same whether they begin and end where they did
  /// @param spelt the names for the span of now; empty where nobody knows how to spell them
  private List<String> names(boolean same, Optional<List<String>> spelt) {
    List<String> known = names();
    boolean called = blanks && field.isColumn();
    boolean wasCalled = GroupLabels.namesBlanks(known);
    var names = new ArrayList<>(known);
    if (!same || wasCalled && !called) {
      names =
          new ArrayList<>(
              spelt.orElseThrow(() ->
                  new PivotObstacle(
                      "the groups of '%s' would have names that cannot be told"
                          .formatted(field.name()))));
    }
    if (called) {
      names.set(0, wasCalled ? known.getFirst() : BLANKS);
    }
    return names;
  }

  /// @param start below it is the first group
  /// @param place the group of any other number
  private Groups groups(
      List<String> names, Grouping grouping, double start, DoubleUnaryOperator place) {
    var of = new int[base.items().size()];
    for (int item = 0; item < of.length; item++) {
      of[item] =
          switch (base.items().get(item).value()) {
            case BlankValue _ -> 0;
            case NumberValue(double number) ->
                number < start ? 0 : (int) place.applyAsDouble(number);
            default ->
                throw new PivotObstacle(
                    "'%s' is put into groups and has values that are no numbers"
                        .formatted(field.name()));
          };
    }
    List<CacheItem> items =
        names.stream().map(name -> new CacheItem(new TextValue(name), false)).toList();
    return new Groups(field.grouped(items, grouping), of);
  }
}
