package dev.quire.engine.formula;

import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.Value;
import org.jspecify.annotations.Nullable;

/// One evaluation of one template in one cell.
final class Frame {
  /// Names lead to names; this many in one evaluation is a cycle or an attack.
  private static final int MAX_NAMES = 10_000;

  private static final int MAX_NAME_DEPTH = 64;

  final Workspace workspace;
  final int sheet;
  final int row;
  final int column;
  final NumberText numbers;
  final @Nullable Value[] variables;
  private final int[] namesLeft;
  private final int depth;
  private ErrorValue error = ErrorValue.VALUE;

  private Frame(
      Workspace workspace,
      FormulaSite site,
      NumberText numbers,
      int variables,
      int[] namesLeft,
      int depth) {
    this.workspace = workspace;
    this.sheet = site.sheet();
    this.row = site.row();
    this.column = site.column();
    this.numbers = numbers;
    this.variables = new Value[variables];
    this.namesLeft = namesLeft;
    this.depth = depth;
  }

  static Frame of(Workspace workspace, FormulaSite site, NumberText numbers, int variables) {
    return new Frame(workspace, site, numbers, variables, new int[] {MAX_NAMES}, 0);
  }

  /// Whether a name may still be looked into.
  boolean mayEnterName() {
    return depth < MAX_NAME_DEPTH && namesLeft[0]-- > 0;
  }

  Frame entered(NumberText numbers, int variables) {
    return new Frame(workspace, site(), numbers, variables, namesLeft, depth + 1);
  }

  FormulaSite site() {
    return new FormulaSite(sheet, row, column);
  }

  /// Keeps an error beside the number channel, where NaN announces it.
  double fail(ErrorValue error) {
    this.error = error;
    return Double.NaN;
  }

  /// The number of a scalar, or NaN with the error kept.
  double number(Scalar scalar) {
    if (scalar instanceof NumberValue(double number)) {
      return number;
    }
    return switch (Conversions.number(scalar, numbers, workspace.date1904())) {
      case NumberValue(double number) -> number;
      case ErrorValue failure -> fail(failure);
      case Scalar other -> throw new IllegalStateException("not a number: " + other);
    };
  }

  /// The value of the number channel.
  Scalar scalar(double number) {
    return Double.isNaN(number) ? error : new NumberValue(number);
  }
}
