package dev.quire.engine.function;

import dev.quire.engine.formula.ColumnIndex;
import dev.quire.engine.formula.ColumnIndex.RowVisitor;
import dev.quire.engine.formula.Workspace;
import dev.quire.engine.ref.Area;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.ReferenceValue.Part;
import dev.quire.engine.value.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/// The places at which criteria are met, found through the index of a column that has to equal some
/// value. Places count from the top of the ranges, which are single columns of the same height.
final class EqualPlaces {
  private final Workspace workspace;
  private final Key key;
  private final List<Key> otherKeys;
  private final List<Test> otherTests;

  /// A column and what its cells have to be.
  record Test(Part range, Criterion criterion) {}

  /// A test that is known to be met by a group of the column's index.
  private record Key(Part range, ColumnIndex index, int group, int count) {
    boolean holds(int place) {
      return index.groupAt(range.area().firstRow() + place) == group;
    }
  }

  private EqualPlaces(Workspace workspace, Key key, List<Key> otherKeys, List<Test> otherTests) {
    this.workspace = workspace;
    this.key = key;
    this.otherKeys = otherKeys;
    this.otherTests = otherTests;
  }

  /// Starts from the test that fewest cells meet; empty when no test has an index.
  static Optional<EqualPlaces> of(List<Test> tests, Area shape, Workspace workspace) {
    var keys = new ArrayList<Key>();
    var others = new ArrayList<Test>();
    for (Test test : tests) {
      Area area = test.range().area();
      if (area.columns() > 1 || area.rows() != shape.rows() || shape.columns() > 1) {
        return Optional.empty();
      }
      key(test, workspace).ifPresentOrElse(keys::add, () -> others.add(test));
    }
    if (keys.isEmpty()) {
      return Optional.empty();
    }
    Key best = keys.getFirst();
    for (Key key : keys) {
      best = key.count() < best.count() ? key : best;
    }
    keys.remove(best);
    return Optional.of(new EqualPlaces(workspace, best, keys, others));
  }

  private static Optional<Key> key(Test test, Workspace workspace) {
    Optional<Scalar> equal = test.criterion().equal();
    if (equal.isEmpty()) {
      return Optional.empty();
    }
    Area area = test.range().area();
    Optional<ColumnIndex> index = workspace.index(test.range().sheet(), area);
    boolean textsCount = equal.get() instanceof NumberValue;
    if (index.isEmpty() || textsCount && index.get().hasDigitsInTexts()) {
      return Optional.empty();
    }
    int group = index.get().group(equal.get());
    int count = index.get().count(group, area.firstRow(), area.lastRow());
    return Optional.of(new Key(test.range(), index.get(), group, count));
  }

  /// How many places meet all criteria.
  long count() {
    if (otherKeys.isEmpty() && otherTests.isEmpty()) {
      return key.count();
    }
    var counter = new long[1];
    visit(_ -> {
      counter[0]++;
      return true;
    });
    return counter[0];
  }

  /// Shows the places that meet all criteria, downwards, until the visitor has seen enough.
  void visit(IntPredicate visitor) {
    Area area = key.range().area();
    int top = area.firstRow();
    ColumnIndex index = key.index();
    RowVisitor rows = row -> !holds(row - top) || visitor.test(row - top);
    if (otherKeys.isEmpty()) {
      index.visit(key.group(), top, area.lastRow(), rows);
      return;
    }
    Key other = otherKeys.getFirst();
    int distance = other.range().area().firstRow() - top;
    index.visitBoth(key.group(), top, area.lastRow(), other.index(), distance, other.group(), rows);
  }

  private boolean holds(int place) {
    for (int at = 1; at < otherKeys.size(); at++) {
      if (!otherKeys.get(at).holds(place)) {
        return false;
      }
    }
    for (Test test : otherTests) {
      Area area = test.range().area();
      Scalar value =
          workspace.cell(test.range().sheet(), area.firstRow() + place, area.firstColumn());
      if (!test.criterion().matches(value)) {
        return false;
      }
    }
    return true;
  }
}
