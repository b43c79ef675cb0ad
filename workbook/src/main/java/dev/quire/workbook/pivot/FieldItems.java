package dev.quire.workbook.pivot;

import dev.quire.engine.value.Scalar;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Brings the items of a field up to date with its cache: marks those that no row has any more, and
/// takes in new ones.
final class FieldItems {
  private FieldItems() {}

  /// @param onAxis whether the field is on an axis, so that it has items
  static PivotField updated(PivotField field, CacheField cached, BitSet present, boolean onAxis) {
    if (field.items().isEmpty() && !onAxis || !cached.isPlain()) {
      return field;
    }
    var items = new ArrayList<PivotItem>();
    var known = new BitSet();
    for (PivotItem each : field.items()) {
      known.set(Math.max(each.shared(), 0));
      items.add(each.missing(!present.get(Math.max(each.shared(), 0))));
    }
    boolean hidden = field.isFiltered() && !field.takesNew();
    for (int shared = 0; shared < cached.items().size(); shared++) {
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
    Scalar value = cached.items().get(fresh.shared()).value();
    for (int at = 0; at < items.size(); at++) {
      int shared = items.get(at).shared();
      if (shared >= 0 && order.compare(cached.items().get(shared).value(), value) > 0) {
        return at;
      }
    }
    return items.size();
  }
}
