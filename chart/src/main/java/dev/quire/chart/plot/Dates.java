package dev.quire.chart.plot;

import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.workbook.chart.Axis;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Places of points on a date axis: a slot for each day, month or year between the first and the
/// last date, whether there is a point or not. On other axes points stand in their order.
final class Dates {
  /// No dates.
  private static final Dates NONE = new Dates(new double[0], Unit.DAYS, 0, 0);

  private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
  private static final double LAST_SERIAL = 2_958_465;
  private static final int[] MONTHS = {1, 2, 3, 4, 6, 12, 24, 60, 120, 240, 600, 1200, 12_000};
  private static final int[] YEARS = {12, 24, 60, 120, 240, 600, 1200, 12_000};

  private final double[] slots;
  private final Unit unit;
  private final long first;
  private final int count;

  /// The shortest distance of two dates.
  enum Unit {
    DAYS,
    MONTHS,
    YEARS;

    private long number(double serial) {
      LocalDate date = date(serial);
      return switch (this) {
        case DAYS -> (long) Math.floor(serial);
        case MONTHS -> date.getYear() * 12L + date.getMonthValue() - 1;
        case YEARS -> date.getYear();
      };
    }

    private double days() {
      return switch (this) {
        case DAYS -> 1;
        case MONTHS -> 30.4;
        case YEARS -> 365;
      };
    }

    private double serial(long number) {
      return switch (this) {
        case DAYS -> number;
        case MONTHS -> serialOf(LocalDate.of((int) (number / 12), (int) (number % 12) + 1, 1));
        case YEARS -> serialOf(LocalDate.of((int) number, 1, 1));
      };
    }
  }

  private Dates(double[] slots, Unit unit, long first, int count) {
    this.slots = slots;
    this.unit = unit;
    this.first = first;
    this.count = count;
  }

  /// The dates below the points, if the axis shows dates and all of them are.
  static Dates of(List<Row> rows, Optional<Axis> axis) {
    if (axis.isEmpty() || axis.get().kind() != Axis.Kind.DATE || rows.isEmpty()) {
      return NONE;
    }
    var categories = rows.getFirst().data().categories();
    if (categories.isEmpty()) {
      return NONE;
    }
    double[] serials = categories.getFirst().values().stream().mapToDouble(Dates::serial).toArray();
    if (serials.length == 0 || Arrays.stream(serials).anyMatch(Double::isNaN)) {
      return NONE;
    }
    Unit unit = unit(serials);
    double low = Arrays.stream(serials).min().orElseThrow();
    double high = Arrays.stream(serials).max().orElseThrow();
    double from = axis.get().scale().minimum().orElse(low);
    double to = axis.get().scale().maximum().orElse(high);
    if (!(from <= to) || from < 0 || to > LAST_SERIAL) {
      from = low;
      to = high;
    }
    long first = unit.number(from);
    int count = (int) (unit.number(to) - first + 1);
    double[] slots = Arrays.stream(serials).map(serial -> unit.number(serial) - first).toArray();
    return new Dates(slots, unit, first, count);
  }

  private static double serial(Scalar value) {
    return value instanceof NumberValue(double number) && number >= 0 && number <= LAST_SERIAL
        ? number
        : Double.NaN;
  }

  private static Unit unit(double[] serials) {
    double[] sorted = serials.clone();
    Arrays.sort(sorted);
    double closest = Double.POSITIVE_INFINITY;
    for (int i = 1; i < sorted.length; i++) {
      double distance = sorted[i] - sorted[i - 1];
      closest = distance > 0 ? Math.min(closest, distance) : closest;
    }
    if (closest >= 365 && closest < Double.POSITIVE_INFINITY) {
      return Unit.YEARS;
    }
    return closest >= 28 && closest < Double.POSITIVE_INFINITY ? Unit.MONTHS : Unit.DAYS;
  }

  private static LocalDate date(double serial) {
    return EPOCH.plusDays((long) serial);
  }

  private static double serialOf(LocalDate date) {
    return ChronoUnit.DAYS.between(EPOCH, date);
  }

  boolean isUsed() {
    return slots.length > 0;
  }

  int slots() {
    return count;
  }

  double slot(int point) {
    return isUsed() ? point < slots.length ? slots[point] : Double.NaN : point;
  }

  /// The date of a slot, as a serial number.
  double serial(int slot) {
    return unit.serial(first + slot);
  }

  /// The slots with labels when so many fit: a round number of days, months or years apart.
  int[] marks(int labels) {
    int most = Math.max(1, labels);
    double days = count * unit.days() / most;
    if (unit == Unit.DAYS && days <= 14) {
      int step = days <= 1 ? 1 : days <= 2 ? 2 : days <= 7 ? 7 : 14;
      return IntStream.iterate(0, slot -> slot < count, slot -> slot + step).toArray();
    }
    int months = step(unit == Unit.YEARS ? YEARS : MONTHS, days / 30.4);
    LocalDate begin = date(serial(0));
    return IntStream.iterate(0, i -> i + months)
        .mapToLong(i -> unit.number(serialOf(begin.plusMonths(i))) - first)
        .takeWhile(slot -> slot < count)
        .mapToInt(slot -> (int) slot)
        .toArray();
  }

  private static int step(int[] steps, double atLeast) {
    return Arrays.stream(steps)
        .filter(step -> step >= atLeast * 0.99)
        .findFirst()
        .orElse(steps[steps.length - 1]);
  }
}
