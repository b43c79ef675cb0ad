package dev.quire.engine.function.stats;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.formula.Matrix;
import dev.quire.engine.formula.Template;
import dev.quire.engine.formula.Workspace;
import dev.quire.engine.function.Numbers.Calculation;
import dev.quire.engine.value.ArrayValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.ReferenceValue;
import dev.quire.engine.value.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/// What a subtotal has seen of its cells: those that it passes over are not in here.
final class Summary {
  /// What is passed over.
  ///
  /// @param filteredRows rows that a filter hides
  /// @param hiddenRows rows hidden in any way
  /// @param subtotals cells whose formula is a subtotal itself
  record Skips(boolean filteredRows, boolean hiddenRows, boolean errors, boolean subtotals) {}

  private final Workspace workspace;
  private final Skips skips;
  private final DoubleStream.Builder numbers = DoubleStream.builder();
  private long numberCount;
  private long valueCount;
  private Optional<ErrorValue> error = Optional.empty();

  Summary(Arguments a, Skips skips) {
    this.workspace = a.workspace();
    this.skips = skips;
  }

  void add(ReferenceValue reference) {
    for (ReferenceValue.Part part : reference.parts()) {
      workspace.visit(
          part.sheet(),
          part.area(),
          (row, column, value) -> {
            if (!isSkipped(part.sheet(), row, column)) {
              add(value);
            }
            return true;
          });
    }
  }

  /// As [#add], but of each rectangle row by row.
  void addRowByRow(ReferenceValue reference) {
    for (ReferenceValue.Part part : reference.parts()) {
      var rows = new TreeMap<Integer, List<Scalar>>();
      workspace.visit(
          part.sheet(),
          part.area(),
          (row, column, value) -> {
            if (!isSkipped(part.sheet(), row, column)) {
              rows.computeIfAbsent(row, _ -> new ArrayList<>()).add(value);
            }
            return true;
          });
      rows.values().forEach(row -> row.forEach(this::add));
    }
  }

  void add(ArrayValue array) {
    Matrix.of(array, workspace)
        .visit((_, _, value) -> {
          add(value);
          return true;
        });
  }

  private boolean isSkipped(int sheet, int row, int column) {
    return skips.hiddenRows() && workspace.isRowHidden(sheet, row)
        || skips.filteredRows() && workspace.isRowFiltered(sheet, row)
        || skips.subtotals()
            && workspace.formula(sheet, row, column).filter(Template::isSubtotal).isPresent();
  }

  private void add(Scalar value) {
    if (value instanceof ErrorValue found) {
      if (skips.errors()) {
        return;
      }
      error = error.or(() -> Optional.of(found));
    } else if (value instanceof NumberValue(double number)) {
      numbers.add(number);
      numberCount++;
    }
    valueCount++;
  }

  /// How many numbers there are, whatever else there is.
  long numberCount() {
    return numberCount;
  }

  /// How many values there are, errors included.
  long valueCount() {
    return valueCount;
  }

  /// What a calculation makes of the numbers, or the first error met. Ends the collecting.
  Scalar reduce(Calculation calculation) {
    return error.isPresent() ? error.get() : calculation.of(numbers());
  }

  /// The first error met.
  Optional<ErrorValue> error() {
    return error;
  }

  /// The numbers in the order seen. Ends the collecting.
  double[] numbers() {
    return numbers.build().toArray();
  }
}
