package dev.quire.chart.plot;

import dev.quire.chart.canvas.Box;
import dev.quire.chart.scale.ScaleRule;
import dev.quire.chart.scale.SlotScale;
import dev.quire.chart.scale.ValueScale;
import dev.quire.workbook.chart.Axes;
import dev.quire.workbook.chart.Axis;
import dev.quire.workbook.chart.Axis.Crossing;
import dev.quire.workbook.chart.AxisScale;
import dev.quire.workbook.chart.ErrorBars;
import dev.quire.workbook.chart.Plot;
import dev.quire.workbook.chart.Plot.Grouping;
import dev.quire.workbook.chart.Plot.Kind;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;

/// What is drawn on one pair of axes.
final class Group {
  private final List<Row> rows;
  private final Axes axes;
  private final boolean secondary;
  private final Dates dates;
  private final Map<Plot, List<Stack>> stacks = new IdentityHashMap<>();
  private Optional<Extent> yExtent = Optional.empty();

  Group(List<Row> rows, Axes axes, boolean secondary) {
    this.rows = List.copyOf(rows);
    this.axes = axes;
    this.secondary = secondary;
    this.dates = Dates.of(rows, axes.category());
  }

  List<Row> rows() {
    return rows;
  }

  boolean isSecondary() {
    return secondary;
  }

  Optional<Axis> category() {
    return axes.category();
  }

  Optional<Axis> value() {
    return axes.value();
  }

  Dates dates() {
    return dates;
  }

  /// The plots from back to front: areas, bars, lines, then points.
  List<Plot> plots() {
    var plots = new ArrayList<Plot>();
    for (Row row : rows) {
      if (plots.stream().noneMatch(plot -> plot == row.plot())) {
        plots.add(row.plot());
      }
    }
    plots.sort((a, b) -> Integer.compare(depth(a.kind()), depth(b.kind())));
    return plots;
  }

  /// The series of a plot with what each reaches; found once.
  List<Stack> stacks(Plot plot) {
    return stacks.computeIfAbsent(plot, key -> Stack.of(key, rows(key)));
  }

  private static int depth(Kind kind) {
    return switch (kind) {
      case AREA, SURFACE -> 0;
      case COLUMN, BAR -> 1;
      case LINE, STOCK -> 2;
      default -> 3;
    };
  }

  List<Row> rows(Plot plot) {
    return rows.stream().filter(row -> row.plot() == plot).toList();
  }

  private boolean has(Kind... kinds) {
    return rows.stream().anyMatch(row -> List.of(kinds).contains(row.plot().kind()));
  }

  boolean isSideways() {
    return has(Kind.BAR);
  }

  /// Whether the category axis measures x values.
  boolean isScatter() {
    return has(Kind.SCATTER, Kind.BUBBLE) && !has(Kind.COLUMN, Kind.BAR, Kind.LINE, Kind.AREA);
  }

  boolean isPercent() {
    return !rows.isEmpty()
        && rows.stream().allMatch(row -> row.plot().grouping() == Grouping.PERCENT_STACKED);
  }

  /// Number of categories.
  int count() {
    return rows.stream().mapToInt(Row::count).max().orElse(0);
  }

  /// Which slot of the category axis a point stands in.
  double slot(int point) {
    return dates.slot(point);
  }

  SlotScale slots() {
    boolean reversed = category().map(axis -> axis.scale().reversed()).orElse(false);
    boolean between =
        has(Kind.COLUMN, Kind.BAR, Kind.STOCK)
            || !has(Kind.AREA, Kind.SURFACE) && value().map(Axis::crossesBetween).orElse(true)
            || value().isPresent() && value().get().crossesBetween();
    return new SlotScale(dates.isUsed() ? dates.slots() : count(), between, reversed);
  }

  /// Scale of the x axis of a scatter chart.
  ///
  /// @param steps how many labels fit
  ValueScale xScale(int steps) {
    var x = rows.stream().flatMapToDouble(row -> DoubleStream.of(row.places()));
    var extent = new Extent();
    x.forEach(extent::add);
    bubbleRoom(extent);
    return scale(extent, category(), steps);
  }

  /// Scale of the value axis.
  ///
  /// @param steps how many labels fit
  ValueScale yScale(int steps) {
    Extent extent = yExtent();
    return isPercent()
        ? ScaleRule.percent(extent.low < 0, given(value()), steps)
        : scale(extent, value(), steps);
  }

  private Extent yExtent() {
    if (yExtent.isPresent()) {
      return yExtent.get();
    }
    var extent = new Extent();
    for (Plot plot : plots()) {
      for (Stack stack : stacks(plot)) {
        for (double high : stack.high()) {
          extent.add(high);
        }
        if (stack.isWhole()) {
          // What shows parts of a whole shows all of it. ?
          extent.add(0);
        }
        if (plot.kind() != Kind.SCATTER && plot.kind() != Kind.BUBBLE) {
          errorRoom(stack, extent);
        }
      }
    }
    if (!isPercent()) {
      bubbleRoom(extent);
    }
    yExtent = Optional.of(extent);
    return extent;
  }

  /// Error bars belong to what has to be seen.
  private static void errorRoom(Stack stack, Extent extent) {
    for (ErrorBars bars : stack.row().series().errorBars()) {
      if (!bars.alongX()) {
        var reach = new ErrorReach(bars, stack.row().values());
        for (int i = 0; i < stack.high().length; i++) {
          extent.add(reach.high(i, stack.high()[i]));
          extent.add(reach.low(i, stack.high()[i]));
        }
      }
    }
  }

  private void bubbleRoom(Extent extent) {
    if (has(Kind.BUBBLE) && extent.low <= extent.high) {
      double room = (extent.high - extent.low) * 0.1;
      extent.add(extent.low - (extent.low >= 0 && extent.low - room < 0 ? 0 : room));
      extent.add(extent.high + room);
    }
  }

  private static ValueScale scale(Extent extent, Optional<Axis> axis, int steps) {
    AxisScale given = given(axis);
    return given.logBase().isPresent()
        ? ScaleRule.logarithmic(extent.positive, Math.max(extent.high, extent.positive), given)
        : ScaleRule.linear(extent.low, extent.high, given, steps);
  }

  private static AxisScale given(Optional<Axis> axis) {
    return axis.map(Axis::scale).orElse(AxisScale.AUTOMATIC);
  }

  /// Where the category axis crosses the value axis, from 0 to 1 along the latter.
  static double crossing(Optional<Axis> crosser, ValueScale scale) {
    Crossing crossing = crosser.map(Axis::crossing).orElse(new Crossing.Automatic());
    double value =
        switch (crossing) {
          case Crossing.Automatic() -> scale.base() > 0 ? scale.minimum() : scale.within(0);
          case Crossing.Minimum() -> scale.minimum();
          case Crossing.Maximum() -> scale.maximum();
          case Crossing.At(double at) -> scale.within(at);
        };
    return scale.at(value);
  }

  /// Where the value axis crosses the category axis, from 0 to 1 along the latter.
  static double crossing(Optional<Axis> crosser, SlotScale scale, boolean farUsually) {
    Crossing crossing = crosser.map(Axis::crossing).orElse(new Crossing.Automatic());
    double part =
        switch (crossing) {
          case Crossing.Automatic() -> farUsually ? 1 : 0;
          case Crossing.Minimum() -> 0;
          case Crossing.Maximum() -> 1;
          case Crossing.At(double number) ->
              Math.clamp(
                  scale.between() ? (number - 1) / scale.slots() : (number - 1) * scale.step(),
                  0,
                  1);
        };
    return scale.reversed() ? 1 - part : part;
  }

  Ground ground(Box box, int alongSteps, int acrossSteps) {
    ValueScale across = yScale(acrossSteps);
    var along = isScatter() ? xScale(alongSteps) : slots();
    return new Ground(box, along, across, isSideways(), crossing(category(), across));
  }

  /// Smallest and largest of some values.
  private static final class Extent {
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;
    private double positive = Double.POSITIVE_INFINITY;

    void add(double value) {
      if (Double.isFinite(value)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
        positive = value > 0 ? Math.min(positive, value) : positive;
      }
    }
  }
}
