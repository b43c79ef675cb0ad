package dev.quire.chart.plot;

import dev.quire.chart.canvas.Box;
import dev.quire.chart.look.Lettering;
import dev.quire.chart.look.Look;
import dev.quire.chart.scale.Scale;
import dev.quire.chart.scale.SlotScale;
import dev.quire.chart.scale.ValueScale;
import dev.quire.workbook.chart.AutomaticScale;
import dev.quire.workbook.chart.Axis;
import dev.quire.workbook.chart.Axis.Labels;
import dev.quire.workbook.chart.ChartData.Points;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// An axis laid out: its labels, and at which side of the plot they stand.
///
/// @param axis how it looks
/// @param scale places along it
/// @param level whether it runs from left to right
/// @param crossing where it stands on the other axis, 0 to 1
/// @param labels arranged
/// @param levels outer levels of categories
/// @param title beside it, if it has one
record AxisView(
    Axis axis,
    Scale scale,
    boolean level,
    double crossing,
    AxisLabels labels,
    Levels levels,
    Optional<TitleText> title) {
  private static final double GAP = 6;
  private static final double SIDE_GAP = 5;
  private static final double MOST_PART = 0.4;
  private static final double EDGE = 1e-6;
  private static final int MOST_LABELS = 3_000;
  private static final int MOST_LINES = 1_000;
  private static final double LABEL_SPACE = 14;

  /// Lays an axis out.
  ///
  /// @param length of the axis
  /// @param room size of the plot across the axis, of which labels may take a part
  static AxisView of(
      Sketch sketch,
      Group group,
      Axis axis,
      Scale scale,
      boolean level,
      double crossing,
      double length,
      double room) {
    Lettering lettering = sketch.look().letters(axis.text(), Look.Kind.LABEL);
    boolean shown = axis.visible() && axis.labels() != Labels.NONE;
    AxisLabels labels =
        !shown
            ? AxisLabels.none(lettering)
            : switch (scale) {
              case ValueScale values ->
                  values(sketch, group, axis, values, level, length, room, lettering);
              case SlotScale slots ->
                  slots(sketch, group, axis, slots, level, length, room, lettering);
            };
    Levels levels =
        shown && scale instanceof SlotScale && !group.dates().isUsed()
            ? Levels.of(categories(group), group.count(), lettering, axis.line())
            : Levels.of(List.of(), 0, lettering, axis.line());
    // An axis that is not shown keeps its title, as in Excel (O).
    var title =
        TitleText.of(sketch, axis.title(), "Axis Title", Look.Kind.AXIS_TITLE, length * 0.8);
    return new AxisView(axis, scale, level, crossing, labels, levels, title);
  }

  private static List<Points> categories(Group group) {
    return group.rows().isEmpty() ? List.of() : group.rows().getFirst().data().categories();
  }

  private static AxisLabels values(
      Sketch sketch,
      Group group,
      Axis axis,
      ValueScale scale,
      boolean level,
      double length,
      double room,
      Lettering lettering) {
    String format = format(group, axis);
    var labels = new ArrayList<AxisLabels.Label>();
    for (double mark : scale.majors()) {
      labels.add(new AxisLabels.Label(scale.at(mark), sketch.look().number(mark, format)));
    }
    double step = length / Math.max(1, labels.size() - 1);
    return level
        ? AxisLabels.level(labels, lettering, step, room * MOST_PART, 0, axis.labelDegrees(), true)
        : AxisLabels.beside(labels, lettering, step * 1.2, room * MOST_PART, 0);
  }

  /// The format of a value axis: its own, or that of the first values along it.
  static String format(Group group, Axis axis) {
    boolean alongX = group.isScatter() && group.category().filter(own -> own == axis).isPresent();
    String cells =
        group.rows().stream()
            .findFirst()
            .map(row ->
                alongX
                    ? row.data().categories().stream()
                        .findFirst()
                        .map(Points::numberFormat)
                        .orElse("General")
                    : row.numberFormat())
            .orElse("General");
    return axis.numberFormat().orElse(group.isPercent() && !alongX ? "0%" : cells);
  }

  private static AxisLabels slots(
      Sketch sketch,
      Group group,
      Axis axis,
      SlotScale scale,
      boolean level,
      double length,
      double room,
      Lettering lettering) {
    var texts = new SlotTexts(sketch.look(), group, axis);
    double step = scale.step() * length;
    int interval = axis.labelInterval().filter(given -> given > 0).orElse(0);
    List<AxisLabels.Label> labels;
    if (group.dates().isUsed()) {
      double needed = level ? texts.width(lettering) + 2 * GAP : lettering.lineHeight();
      int[] marks = group.dates().marks((int) (length / Math.max(1, needed)));
      labels = texts.labels(scale, marks);
      step = length / marks.length;
      interval = 1;
    } else {
      // Of very many labels only some are looked at; more than these never fit.
      int every = interval > 0 ? interval : 1 + scale.slots() / MOST_LABELS;
      labels = texts.labels(scale, every);
      step *= every;
      interval = Math.min(interval, 1);
    }
    boolean numeric = group.dates().isUsed() || SlotTexts.areNumbers(categories(group));
    return level
        ? AxisLabels.level(
            labels,
            lettering,
            step,
            room * MOST_PART,
            interval,
            group.dates().isUsed() && axis.labelDegrees().isEmpty()
                ? OptionalDouble.of(0)
                : axis.labelDegrees(),
            numeric)
        : AxisLabels.beside(labels, lettering, step, room * MOST_PART, interval);
  }

  /// Places of major marks: values with labels, or the edges of categories.
  double[] majors() {
    return switch (scale) {
      case ValueScale values -> places(values, values.majors());
      case SlotScale slots -> edges(slots);
    };
  }

  /// Places of minor marks.
  double[] minors() {
    return switch (scale) {
      case ValueScale values -> places(values, values.minors());
      case SlotScale slots -> edges(slots);
    };
  }

  private static double[] places(ValueScale scale, double[] values) {
    return Arrays.stream(values).map(scale::at).toArray();
  }

  /// Between categories, or at them when points stand at the ends of the axis.
  private static double[] edges(SlotScale slots) {
    int count = slots.slots();
    if (count > MOST_LINES) {
      return new double[] {0, 1};
    }
    return slots.between()
        ? IntStream.rangeClosed(0, count).mapToDouble(i -> (double) i / count).toArray()
        : IntStream.range(0, count).mapToDouble(slots::at).toArray();
  }

  /// How many labels of a value axis fit beside one another.
  static int intervals(
      Sketch sketch, Group group, Optional<Axis> axis, boolean level, double length) {
    if (axis.isEmpty()) {
      return AutomaticScale.USUAL_INTERVALS;
    }
    Lettering lettering = sketch.look().letters(axis.get().text(), Look.Kind.LABEL);
    if (!level) {
      return AutomaticScale.intervals(length / Look.POINT, lettering.font().size() / Look.POINT);
    }
    boolean alongX = group.category().filter(own -> own == axis.get()).isPresent();
    if (alongX && !group.isScatter()) {
      return AutomaticScale.USUAL_INTERVALS;
    }
    ValueScale trial =
        alongX
            ? group.xScale(AutomaticScale.USUAL_INTERVALS)
            : group.yScale(AutomaticScale.USUAL_INTERVALS);
    String format = format(group, axis.get());
    double widest = 0;
    for (double mark : trial.majors()) {
      widest = Math.max(widest, lettering.width(sketch.look().number(mark, format)));
    }
    return (int) Math.clamp(length / (widest + LABEL_SPACE), 1, AutomaticScale.USUAL_INTERVALS);
  }

  /// Whether its labels stand at the upper or right side of the plot.
  boolean isFar() {
    return switch (axis.labels()) {
      case LOW, NONE -> crossing > 1 - EDGE && axis.labels() == Labels.NONE;
      case HIGH -> true;
      case NEXT_TO_AXIS -> crossing > 1 - EDGE;
    };
  }

  /// Whether its labels stand in the plot, beside the axis.
  boolean isInside() {
    return axis.labels() == Labels.NEXT_TO_AXIS && crossing > EDGE && crossing < 1 - EDGE;
  }

  /// What its labels need beside the plot.
  double labelStrip() {
    double tick = axis.visible() && outward(axis.majorTicks()) ? AxisPainter.TICK : 0;
    boolean none = labels.blocks().isEmpty();
    return isInside() || none ? 0 : labels.thickness() + gap() + tick + levels.thickness();
  }

  /// Distance of labels from the axis.
  double gap() {
    return level ? GAP : SIDE_GAP;
  }

  static boolean outward(Axis.Ticks ticks) {
    return ticks == Axis.Ticks.OUTSIDE || ticks == Axis.Ticks.CROSS;
  }

  /// What its labels and title need beside the plot.
  double strip() {
    return labelStrip() + title.map(text -> level ? text.height() : text.width()).orElse(0.0);
  }

  /// Where the axis itself stands.
  double position(Box plot) {
    return level ? plot.bottom() - crossing * plot.height() : plot.x() + crossing * plot.width();
  }
}
