package dev.quire.workbook.pivot;

import dev.quire.engine.value.Scalar;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Brings the items of a field up to date with its cache: marks those that no row has any more, and
/// takes in new ones. Groups stay where no row has them (O).
final class FieldItems {
  private FieldItems() {}

  /// @param before the field of the cache as the items are numbers of
  /// @param cached the same as it is now
  /// @param present the items or groups that rows have
  /// @param onAxis whether the field is on an axis, so that it has items
  static PivotField updated(
      PivotField field, CacheField before, CacheField cached, BitSet present, boolean onAxis) {
    if (field.items().isEmpty() && !onAxis || !cached.isKnown()) {
      return field;
    }
    boolean inOrder =
        cached.grouping().filter(each -> !(each instanceof Grouping.ByHand)).isPresent();
    return inOrder ? regrouped(field, before, cached) : extended(field, cached, present);
  }

  /// A slicer lists groups by their numbers.
  ///
  /// @throws PivotObstacle when these stand for other groups and something lists them
  static void requireUnlisted(PivotTable before, PivotCache cache) {
    for (int field = 0; field < cache.fields().size() && !before.ties().isEmpty(); field++) {
      if (renumbers(before.cache().fields().get(field), cache.fields().get(field))) {
        throw new PivotObstacle(
            "'%s' has other groups than before, and %s is made for it"
                .formatted(cache.fields().get(field).name(), before.ties().getFirst()));
      }
    }
  }

  /// Whether the numbers of groups of numbers or dates stand for others than before.
  private static boolean renumbers(CacheField before, CacheField cached) {
    return cached.grouping().filter(each -> !(each instanceof Grouping.ByHand)).isPresent()
        && !names(before).equals(names(cached));
  }

  /// Groups of numbers and dates stand in their order. Where these are others than before, those
  /// with the same name are shown as before.
  private static PivotField regrouped(PivotField field, CacheField before, CacheField cached) {
    if (field.items().isEmpty() || !renumbers(before, cached)) {
      return completed(field, cached.groups().size());
    }
    List<String> old = names(before);
    List<String> now = names(cached);
    for (int at = 0; at < field.items().size(); at++) {
      if (field.items().get(at).shared() != at || field.items().size() != old.size()) {
        throw new PivotObstacle(
            "'%s' has other groups than before, and not in their order".formatted(cached.name()));
      }
    }
    boolean hidden = field.isFiltered() && !field.takesNew();
    var items = new ArrayList<PivotItem>();
    for (int at = 0; at < now.size(); at++) {
      int known = old.indexOf(now.get(at));
      items.add(
          known < 0
              ? new PivotItem(at, Optional.empty(), hidden, false, false)
              : field.items().get(known).numbered(at));
    }
    return field.with(items);
  }

  /// Programs other than Excel do not list the groups.
  private static PivotField completed(PivotField field, int groups) {
    var known = new BitSet();
    field.items().forEach(each -> known.set(Math.max(each.shared(), 0)));
    var items = new ArrayList<PivotItem>(field.items());
    boolean hidden = field.isFiltered() && !field.takesNew();
    for (int group = known.nextClearBit(0); group < groups; group = known.nextClearBit(group + 1)) {
      int place = 0;
      while (place < items.size() && items.get(place).shared() < group) {
        place++;
      }
      items.add(place, new PivotItem(group, Optional.empty(), hidden, false, false));
    }
    return field.with(items);
  }

  /// The names of the groups. Those at the ends are the same wherever the others begin and end.
  private static List<String> names(CacheField field) {
    var names = new ArrayList<String>();
    int last = field.groups().size() - 1;
    for (int at = 0; at <= last; at++) {
      names.add(at == 0 ? "<" : at == last ? ">" : field.groups().get(at).value().toString());
    }
    return names;
  }

  private static PivotField extended(PivotField field, CacheField cached, BitSet present) {
    var items = new ArrayList<PivotItem>();
    var known = new BitSet();
    for (PivotItem each : field.items()) {
      known.set(Math.max(each.shared(), 0));
      items.add(cached.isPlain() ? each.missing(!present.get(Math.max(each.shared(), 0))) : each);
    }
    boolean hidden = field.isFiltered() && !field.takesNew();
    for (int shared = 0; shared < cached.shown().size(); shared++) {
      if (present.get(shared) && !known.get(shared)) {
        var fresh = new PivotItem(shared, Optional.empty(), hidden, false, false);
        items.add(place(items, fresh, field, cached), fresh);
      }
    }
    return field.with(items);
  }

  /// In a sorted field before the first item that comes behind it; items that were there keep their
  /// order, which may be that of a list of months.
  private static int place(
      List<PivotItem> items, PivotItem fresh, PivotField field, CacheField cached) {
    if (field.sorting().order() == PivotField.Order.MANUAL) {
      return items.size();
    }
    boolean ascending =
        field.sorting().order() == PivotField.Order.ASCENDING
            || field.sorting().byData().isPresent();
    Comparator<Scalar> order = ItemOrder.of(ascending);
    Scalar value = cached.shown().get(fresh.shared()).value();
    for (int at = 0; at < items.size(); at++) {
      int shared = items.get(at).shared();
      if (shared >= 0 && order.compare(cached.shown().get(shared).value(), value) > 0) {
        return at;
      }
    }
    return items.size();
  }
}
