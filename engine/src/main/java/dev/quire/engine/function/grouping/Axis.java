package dev.quire.engine.function.grouping;

import dev.quire.engine.formula.Matrix;
import dev.quire.engine.formula.Ordering;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/// Finds the groups along the rows or columns of a summary and puts them into order.
///
/// @param fields a column for each field, the outermost first
/// @param order by what groups are sorted: one-based numbers of fields, then of values; negative
///   for falling
/// @param isTable whether the fields are one list of equals, rather than each inside the one before
record Axis(
    Matrix fields,
    int[] all,
    Totals totals,
    List<Integer> order,
    boolean isTable,
    Summary summary) {
  /// What it costs to find the group of a row, in elementary steps.
  private static final int GROUPING = 16;

  /// All lines, totals included.
  List<Line> lines() {
    var lines = new ArrayList<Line>();
    if (isTable) {
      groups(all, 0, fields.columns())
          .forEach(group -> lines.add(new Line(group.key(), group.rows(), all, false)));
    } else {
      nest(List.of(), all, lines);
    }
    if (totals.levels() > 0) {
      Line total = new Line(padded(List.of(new TextValue(totals.word()))), all, all, true);
      lines.add(totals.first() ? 0 : lines.size(), total);
    }
    return lines;
  }

  private void nest(List<Scalar> outer, int[] rows, List<Line> lines) {
    int field = outer.size();
    for (Group group : groups(rows, field, field + 1)) {
      var labels = new ArrayList<>(outer);
      labels.addAll(group.key());
      if (labels.size() == fields.columns()) {
        lines.add(new Line(labels, group.rows(), rows, false));
        continue;
      }
      Line subtotal = new Line(padded(labels), group.rows(), rows, false);
      boolean wanted = totals.hasSubtotal(field);
      if (wanted && totals.first()) {
        lines.add(subtotal);
      }
      nest(labels, group.rows(), lines);
      if (wanted && !totals.first()) {
        lines.add(subtotal);
      }
    }
  }

  private List<Scalar> padded(List<Scalar> labels) {
    var all = new ArrayList<>(labels);
    while (all.size() < fields.columns()) {
      all.add(TextValue.EMPTY);
    }
    return List.copyOf(all);
  }

  private record Group(List<Scalar> key, int[] rows) {}

  /// The groups of some rows by the fields from one up to but without another, in order.
  private List<Group> groups(int[] rows, int from, int to) {
    Map<List<Scalar>, List<Integer>> found = new LinkedHashMap<>();
    Map<List<Scalar>, List<Scalar>> shown = new LinkedHashMap<>();
    for (int row : rows) {
      summary.arguments().spend(GROUPING);
      var key = new ArrayList<Scalar>();
      var labels = new ArrayList<Scalar>();
      for (int field = from; field < to; field++) {
        Scalar value = fields.at(row, field);
        labels.add(value == BlankValue.BLANK ? TextValue.EMPTY : value);
        key.add(folded(labels.getLast()));
      }
      found.computeIfAbsent(key, _ -> new ArrayList<>()).add(row);
      shown.putIfAbsent(key, labels);
    }
    var groups = new ArrayList<Group>();
    found.forEach((key, members) ->
        groups.add(
            new Group(
                List.copyOf(shown.getOrDefault(key, List.of())),
                members.stream().mapToInt(Integer::intValue).toArray())));
    groups.sort(comparator(from, to));
    return groups;
  }

  /// Texts that differ only in case are one.
  private static Scalar folded(Scalar value) {
    return value instanceof TextValue(String text)
        ? new TextValue(text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT))
        : value;
  }

  private Comparator<Group> comparator(int from, int to) {
    Comparator<Group> comparator = (_, _) -> 0;
    for (int number : order) {
      int column = Math.abs(number) - 1;
      Comparator<Group> next = (_, _) -> 0;
      if (column >= fields.columns()) {
        next = by(number, summarized(column - fields.columns()));
      } else if (column >= from && column < to) {
        next = by(number, group -> group.key().get(column - from));
      }
      comparator = comparator.thenComparing(next);
    }
    for (int field = from; field < to; field++) {
      int place = field - from;
      comparator = comparator.thenComparing(by(1, group -> group.key().get(place)));
    }
    return comparator;
  }

  /// Each group is summarized once, however often it is compared.
  private Function<Group, Scalar> summarized(int column) {
    Map<Group, Scalar> known = new IdentityHashMap<>();
    return group -> {
      Scalar value = known.get(group);
      if (value == null) {
        value = summary.at(0, column, group.rows(), all);
        known.put(group, value);
      }
      return value;
    };
  }

  private Comparator<Group> by(int direction, Function<Group, Scalar> what) {
    return (left, right) -> {
      summary.arguments().spend(1);
      int order = compare(what.apply(left), what.apply(right));
      return direction < 0 ? -order : order;
    };
  }

  private static int compare(Scalar left, Scalar right) {
    if (left instanceof ErrorValue || right instanceof ErrorValue) {
      return left instanceof ErrorValue a && right instanceof ErrorValue b
          ? a.compareTo(b)
          : left instanceof ErrorValue ? 1 : -1;
    }
    // Sorting needs an order without gaps, which comparing 15 digits does not give.
    return left instanceof NumberValue(double a) && right instanceof NumberValue(double b)
        ? Double.compare(a, b)
        : Ordering.compare(left, right);
  }
}
