package dev.quire.engine.function;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.formula.CellScan;
import dev.quire.engine.formula.Workspace;
import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.Grid;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.ReferenceValue.Part;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/// Pairs of ranges and criteria that a cell's neighbours at the same place must all meet. Looks
/// only at stored cells, however large the ranges are.
public final class Conditional {
  /// A longer text is refused as a criterion, its sign included (O); databases take it.
  private static final int MAX_CRITERION = 255;

  private final Workspace workspace;
  private final List<EqualPlaces.Test> conditions = new ArrayList<>();
  private boolean isRefused;

  private Conditional(Workspace workspace) {
    this.workspace = workspace;
  }

  /// Reads the pairs `range, criterion` from a place up to but without another. The function's
  /// parameters there must be of the kinds range and item.
  public static Conditional of(Arguments arguments, int from, int to) {
    var conditional = new Conditional(arguments.workspace());
    for (int place = from; place + 1 < to; place += 2) {
      Scalar criterion = arguments.scalar(place + 1);
      conditional.isRefused |=
          criterion instanceof TextValue(String text) && text.length() > MAX_CRITERION;
      conditional.conditions.add(
          new EqualPlaces.Test(
              arguments.range(place),
              Criterion.of(criterion, arguments.numberText(), arguments.workspace().date1904())));
    }
    return conditional;
  }

  /// Whether one of some cells is picked from `target`, asking no more criteria than needed. What
  /// [#of] is given is given here.
  public static boolean picks(
      Arguments arguments, int from, int to, Part target, List<Part> cells) {
    for (Part part : cells) {
      Optional<Area> common =
          part.sheet() == target.sheet()
              ? part.area().intersection(target.area())
              : Optional.empty();
      if (common.isPresent() && picks(arguments, from, to, target.area(), common.get())) {
        return true;
      }
    }
    return false;
  }

  private static boolean picks(Arguments arguments, int from, int to, Area target, Area cells) {
    for (int row = cells.firstRow(); row <= cells.lastRow(); row++) {
      for (int column = cells.firstColumn(); column <= cells.lastColumn(); column++) {
        int place = from;
        while (place + 1 < to
            && of(arguments, place, place + 2)
                .holds(row - target.firstRow(), column - target.firstColumn())) {
          place += 2;
        }
        if (place + 1 >= to) {
          return true;
        }
      }
    }
    return false;
  }

  /// Whether all ranges have the shape of this one and all criteria are accepted.
  public boolean fits(Area area) {
    return !isRefused
        && conditions.stream()
            .map(condition -> condition.range().area())
            .allMatch(range -> range.rows() == area.rows() && range.columns() == area.columns());
  }

  /// Whether all ranges have the same shape and all criteria are accepted.
  public boolean isEven() {
    return fits(conditions.getFirst().range().area());
  }

  /// Shows the numbers of `target` at whose place all criteria are met.
  ///
  /// @return the first error among them; null for none
  public @Nullable ErrorValue each(Part target, DoubleConsumer sink) {
    Optional<EqualPlaces> known = EqualPlaces.of(conditions, target.area(), workspace);
    return known.isPresent() ? picked(known.get(), target, sink) : scanned(target, sink);
  }

  private @Nullable ErrorValue picked(EqualPlaces places, Part target, DoubleConsumer sink) {
    var scan = new NumberScan(sink);
    int top = target.area().firstRow();
    int column = target.area().firstColumn();
    places.visit(place -> {
      double number = workspace.number(target.sheet(), top + place, column);
      if (!Double.isNaN(number)) {
        sink.accept(number);
        return true;
      }
      return scan.takes(workspace.cell(target.sheet(), top + place, column));
    });
    return scan.error();
  }

  private @Nullable ErrorValue scanned(Part target, DoubleConsumer sink) {
    var picking = new Picking(target, sink);
    workspace.scan(target.sheet(), target.area(), picking);
    return picking.error;
  }

  /// Passes on the numbers whose places meet the criteria.
  private final class Picking implements CellScan {
    private final DoubleConsumer sink;
    private final int top;
    private final int left;
    private final @Nullable Criterion own;
    private @Nullable ErrorValue error;

    Picking(Part target, DoubleConsumer sink) {
      this.sink = sink;
      this.top = target.area().firstRow();
      this.left = target.area().firstColumn();
      EqualPlaces.Test first = conditions.getFirst();
      this.own = conditions.size() == 1 && first.range().equals(target) ? first.criterion() : null;
    }

    @Override
    public boolean numbers(int row, int column, double[] lane, int from, int to) {
      for (int at = from; at < to; at++) {
        boolean holds =
            own != null ? own.matches(lane[at]) : holds(row + at - from - top, column - left);
        if (holds) {
          sink.accept(lane[at]);
        }
      }
      return true;
    }

    @Override
    public boolean other(int row, int column, Scalar value) {
      if (value instanceof ErrorValue found && holds(row - top, column - left)) {
        error = found;
        return false;
      }
      return true;
    }
  }

  private boolean holds(int row, int column) {
    return holds(conditions.size(), row, column);
  }

  /// Whether the first `count` criteria are met at a place.
  private boolean holds(int count, int row, int column) {
    for (EqualPlaces.Test condition : conditions.subList(0, count)) {
      Area area = condition.range().area();
      int r = area.firstRow() + row;
      int c = area.firstColumn() + column;
      if (!Grid.contains(r, c) || !matches(condition, r, c)) {
        return false;
      }
    }
    return true;
  }

  private boolean matches(EqualPlaces.Test condition, int row, int column) {
    int sheet = condition.range().sheet();
    double number = workspace.number(sheet, row, column);
    return Double.isNaN(number)
        ? condition.criterion().matches(workspace.cell(sheet, row, column))
        : condition.criterion().matches(number);
  }

  /// The number of places that meet all criteria, empty ones included.
  public long count() {
    Area area = conditions.getFirst().range().area();
    Optional<EqualPlaces> known = EqualPlaces.of(conditions, area, workspace);
    if (known.isPresent()) {
      return known.get().count();
    }
    for (EqualPlaces.Test condition : conditions) {
      if (!condition.criterion().matchesBlank()) {
        return countStored(condition.range());
      }
    }
    return countWithBlanks();
  }

  private long countStored(Part range) {
    var counter = new long[1];
    workspace.visit(
        range.sheet(),
        range.area(),
        (row, column, _) -> {
          if (holds(row - range.area().firstRow(), column - range.area().firstColumn())) {
            counter[0]++;
          }
          return true;
        });
    return counter[0];
  }

  /// All criteria take blanks, so every place counts but those where a stored cell fails. A place
  /// is taken off where its first failing criterion sees it.
  private long countWithBlanks() {
    long count = conditions.getFirst().range().area().cells();
    for (int i = 0; i < conditions.size(); i++) {
      count -= firstFailures(i);
    }
    return count;
  }

  private long firstFailures(int index) {
    EqualPlaces.Test condition = conditions.get(index);
    Area area = condition.range().area();
    var counter = new long[1];
    workspace.visit(
        condition.range().sheet(),
        area,
        (row, column, value) -> {
          boolean fails = !condition.criterion().matches(value);
          if (fails && holds(index, row - area.firstRow(), column - area.firstColumn())) {
            counter[0]++;
          }
          return true;
        });
    return counter[0];
  }
}
