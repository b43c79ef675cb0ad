package dev.quire.workbook.pivot;

import dev.quire.engine.value.Scalar;
import dev.quire.workbook.pivot.AxisLine.Kind;
import dev.quire.workbook.pivot.PivotField.Layout;
import dev.quire.workbook.pivot.PivotField.Order;
import dev.quire.workbook.pivot.PivotField.Sorting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Lays out the lines of an axis.
final class AxisLayout {
  private final PivotTable table;
  private final Tallies tallies;
  private final boolean isRows;
  private final PivotAxis axis;
  private final List<AxisLine> lines = new ArrayList<>();

  private AxisLayout(PivotTable table, Tallies tallies, boolean isRows) {
    this.table = table;
    this.tallies = tallies;
    this.isRows = isRows;
    this.axis = isRows ? table.rows() : table.columns();
  }

  static List<AxisLine> rows(PivotTable table, Tallies tallies) {
    return new AxisLayout(table, tallies, true).lines(tallies.rows());
  }

  static List<AxisLine> columns(PivotTable table, Tallies tallies) {
    return new AxisLayout(table, tallies, false).lines(tallies.columns());
  }

  private List<AxisLine> lines(Tallies.Branch all) {
    if (axis.fields().isEmpty()) {
      return !isRows && table.data().isEmpty()
          ? List.of()
          : List.of(new AxisLine(Kind.ITEMS, List.of(), 0));
    }
    below(all, List.of(), List.of(), 0);
    boolean totals = isRows ? table.shape().totalRow() : table.shape().totalColumn();
    if (totals && axis.hasFields()) {
      totals(Kind.GRAND_TOTAL, List.of(0), 0, true);
    }
    return lines;
  }

  /// @param path items down to here, the data fields among them
  /// @param choice the same without the data fields
  private void below(Tallies.Branch branch, List<Integer> path, List<Integer> choice, int data) {
    int level = path.size();
    if (axis.fields().get(level) == PivotAxis.DATA) {
      for (int each = 0; each < table.data().size(); each++) {
        step(branch, with(path, each), choice, each);
      }
      return;
    }
    for (int item : sorted(branch, level, choice)) {
      step(branch.at(item), with(path, item), with(choice, item), data);
    }
  }

  private void step(Tallies.Branch branch, List<Integer> path, List<Integer> choice, int data) {
    int level = path.size() - 1;
    int field = axis.fields().get(level);
    boolean isLast = path.size() == axis.fields().size();
    boolean isData = field == PivotAxis.DATA;
    if (isLast || !isData && item(field, path.getLast()).collapsed()) {
      lines.add(new AxisLine(Kind.ITEMS, path, data));
      return;
    }
    if (isData) {
      below(branch, path, choice, data);
      return;
    }
    PivotField shown = table.fields().get(field);
    boolean above = isRows && shown.layout() != Layout.TABULAR;
    if (above) {
      lines.add(new AxisLine(Kind.ITEMS, path, data));
    }
    below(branch, path, choice, data);
    if (shown.subtotal() && !(above && shown.subtotalOnTop())) {
      totals(Kind.SUBTOTAL, path, data, !path.isEmpty() && dataBelow(level));
    }
  }

  /// One line, or one for each data field where these stand further down the axis.
  private void totals(Kind kind, List<Integer> path, int data, boolean each) {
    if (!each || !axis.hasData()) {
      lines.add(new AxisLine(kind, path, data));
      return;
    }
    for (int one = 0; one < table.data().size(); one++) {
      lines.add(new AxisLine(kind, path, one));
    }
  }

  private boolean dataBelow(int level) {
    return axis.fields().indexOf(PivotAxis.DATA) > level;
  }

  private PivotItem item(int field, int place) {
    return table.fields().get(field).items().get(place);
  }

  private List<Integer> sorted(Tallies.Branch branch, int level, List<Integer> choice) {
    var items = new ArrayList<>(branch.items());
    Sorting sorting = table.fields().get(axis.fields().get(level)).sorting();
    if (sorting.byData().isPresent() && sorting.order() != Order.MANUAL) {
      int data = sorting.byData().getAsInt();
      Comparator<Scalar> order = ItemOrder.of(sorting.order() == Order.ASCENDING);
      items.sort(Comparator.comparing(item -> total(with(choice, item), data), order));
    }
    return items;
  }

  private Scalar total(List<Integer> choice, int data) {
    return isRows ? tallies.value(choice, List.of(), data) : tallies.value(List.of(), choice, data);
  }

  private static List<Integer> with(List<Integer> path, int item) {
    var longer = new ArrayList<>(path);
    longer.add(item);
    return longer;
  }
}
