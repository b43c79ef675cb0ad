package dev.quire.engine.formula;

import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.Value;
import org.jspecify.annotations.Nullable;

/// One evaluation of one template in one cell, or of a function in it.
final class Frame {
  /// Names that lead to one another farther than this are an attack.
  private static final int MAX_NAME_DEPTH = 64;

  final Workspace workspace;
  final Evaluation evaluation;
  final int sheet;
  final int row;
  final int column;
  final NumberText numbers;

  /// Null where an argument was left out.
  final @Nullable Value[] variables;

  private final @Nullable Entered names;
  private ErrorValue error = ErrorValue.VALUE;

  /// The names gone into since the formula or the last function began, the innermost first.
  private record Entered(Template template, int depth, @Nullable Entered outer) {}

  private Frame(
      Workspace workspace,
      Evaluation evaluation,
      FormulaSite site,
      NumberText numbers,
      int variables,
      @Nullable Entered names) {
    this.workspace = workspace;
    this.evaluation = evaluation;
    this.sheet = site.sheet();
    this.row = site.row();
    this.column = site.column();
    this.numbers = numbers;
    this.variables = new Value[variables];
    this.names = names;
  }

  static Frame of(Workspace workspace, FormulaSite site, NumberText numbers, int variables) {
    return new Frame(workspace, new Evaluation(workspace), site, numbers, variables, null);
  }

  /// Whether a name may still be looked into: it does not lead to itself.
  boolean mayEnter(Template template) {
    for (Entered name = names; name != null; name = name.outer) {
      if (name.template == template) {
        return false;
      }
    }
    return names == null || names.depth < MAX_NAME_DEPTH;
  }

  /// The frame for what a name stands for.
  Frame entered(Template template, NumberText numbers, int variables) {
    var entered = new Entered(template, names == null ? 1 : names.depth + 1, names);
    return new Frame(workspace, evaluation, site(), numbers, variables, entered);
  }

  /// The frame for a call of a function that was made in this one.
  Frame called() {
    return new Frame(workspace, evaluation, site(), numbers, variables.length, null);
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
