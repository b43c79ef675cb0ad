package dev.quire.chart.plot;

import dev.quire.chart.look.Look;
import dev.quire.workbook.chart.ChartData.Points;
import dev.quire.workbook.chart.DataLabels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A part of a whole that may have parts itself: what treemaps and sunbursts show.
///
/// @param name as the cells say it
/// @param top which of the main parts it belongs to, in the order of the cells
/// @param point number of the value; -1 for what has parts
/// @param size of all that belongs to it
/// @param parts the largest first
record Branch(String name, int top, int point, double size, List<Branch> parts) {
  private static final int MOST_POINTS = 20_000;

  /// The whole of a series: its categories tell what belongs to what, outermost level last. A blank
  /// stands for the name above it; where inner names end, the value belongs to the last one.
  static Branch of(Row row) {
    var root = new Growing("", -1);
    List<Points> levels = row.data().categories();
    var names = new String[levels.size()];
    Arrays.fill(names, "");
    for (int point = 0; point < Math.min(row.count(), MOST_POINTS); point++) {
      double size = Slices.size(row.value(point));
      if (!(size > 0)) {
        continue;
      }
      Growing at = root;
      for (String name : path(levels, names, point)) {
        at = at.part(name);
      }
      at.own.add(new Leaf(point, size));
    }
    return root.grown();
  }

  private static List<String> path(List<Points> levels, String[] names, int point) {
    if (levels.isEmpty()) {
      return List.of(Integer.toString(point + 1));
    }
    var path = new ArrayList<String>();
    for (int level = levels.size() - 1; level >= 0; level--) {
      List<String> texts = levels.get(level).texts();
      String text = point < texts.size() ? texts.get(point) : "";
      if (!text.isEmpty()) {
        names[level] = text;
        Arrays.fill(names, 0, level, "");
      } else if (level == 0) {
        break;
      }
      if (!names[level].isEmpty()) {
        path.add(names[level]);
      }
    }
    return path.isEmpty() ? List.of("") : path;
  }

  /// What is written on it.
  String text(DataLabels says, Row row, Look look) {
    var texts = new ArrayList<String>();
    if (says.series()) {
      texts.add(row.name());
    }
    if (says.category()) {
      texts.add(name);
    }
    if (says.value() && point >= 0) {
      texts.add(look.number(size, says.numberFormat().orElse(row.numberFormat())));
    }
    return String.join(says.separator().orElse("\n"), texts);
  }

  /// How many levels lie below it.
  int depth() {
    int deepest = 0;
    for (Branch part : parts) {
      deepest = Math.max(deepest, 1 + part.depth());
    }
    return deepest;
  }

  private record Leaf(int point, double size) {}

  /// A branch while values come.
  private static final class Growing {
    private final String name;
    private final int top;
    private final Map<String, Growing> parts = new LinkedHashMap<>();
    private final List<Leaf> own = new ArrayList<>();

    Growing(String name, int top) {
      this.name = name;
      this.top = top;
    }

    Growing part(String other) {
      return parts.computeIfAbsent(other, key -> new Growing(key, top < 0 ? parts.size() : top));
    }

    Branch grown() {
      var grown = new ArrayList<Branch>();
      parts.values().forEach(part -> grown.add(part.grown()));
      if (parts.isEmpty() && own.size() == 1) {
        return new Branch(name, top, own.getFirst().point(), own.getFirst().size(), List.of());
      }
      own.forEach(leaf -> grown.add(new Branch(name, top, leaf.point(), leaf.size(), List.of())));
      grown.sort(Comparator.comparingDouble(Branch::size).reversed());
      double size = grown.stream().mapToDouble(Branch::size).sum();
      return new Branch(name, top, -1, size, grown);
    }
  }
}
