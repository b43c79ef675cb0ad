package dev.quire.chart.plot;

import dev.quire.chart.look.Lettering;
import dev.quire.chart.look.Look;
import dev.quire.chart.scale.SlotScale;
import dev.quire.engine.value.NumberValue;
import dev.quire.workbook.chart.Axis;
import dev.quire.workbook.chart.ChartData.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// What stands below the slots of a category axis.
final class SlotTexts {
  private final Look look;
  private final Group group;
  private final Axis axis;

  SlotTexts(Look look, Group group, Axis axis) {
    this.look = look;
    this.group = group;
    this.axis = axis;
  }

  /// Whether categories are numbers, or there are none, so that they are counted.
  static boolean areNumbers(List<Points> categories) {
    return categories.isEmpty()
        || categories.getFirst().values().stream().allMatch(NumberValue.class::isInstance);
  }

  /// A label for every so manieth slot.
  List<AxisLabels.Label> labels(SlotScale scale, int every) {
    int count = group.count() > 0 ? scale.slots() : 0;
    int labels = (int) (((long) count + every - 1) / every);
    return labels(scale, IntStream.range(0, labels).map(i -> i * every).toArray());
  }

  /// A label for each of some slots.
  List<AxisLabels.Label> labels(SlotScale scale, int[] slots) {
    var labels = new ArrayList<AxisLabels.Label>(slots.length);
    for (int slot : slots) {
      labels.add(new AxisLabels.Label(scale.at(slot), text(slot)));
    }
    return labels;
  }

  private String text(int slot) {
    if (group.dates().isUsed()) {
      return look.number(group.dates().serial(slot), axis.numberFormat().orElse(cells()));
    }
    if (group.rows().isEmpty()) {
      return "";
    }
    List<Points> categories = group.rows().getFirst().data().categories();
    if (axis.numberFormat().isPresent()
        && !categories.isEmpty()
        && slot < categories.getFirst().values().size()
        && categories.getFirst().values().get(slot) instanceof NumberValue(double number)) {
      return look.number(number, axis.numberFormat().get());
    }
    return group.rows().getFirst().category(slot);
  }

  private String cells() {
    return group.rows().getFirst().data().categories().getFirst().numberFormat();
  }

  /// About how wide a date is.
  double width(Lettering lettering) {
    return Math.max(lettering.width(text(0)), lettering.width(text(group.dates().slots() - 1)));
  }
}
