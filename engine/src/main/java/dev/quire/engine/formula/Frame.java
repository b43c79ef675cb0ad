package dev.quire.engine.formula;

import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.Grid;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One evaluation of one template in one cell, or of a function in it.
final class Frame {
  /// Names that lead to one another farther than this are an attack.
  private static final int MAX_NAME_DEPTH = 64;

  final Workspace workspace;
  final Evaluation evaluation;
  final int sheet;
  int row;
  int column;
  final NumberText numbers;

  /// Null where an argument was left out.
  final @Nullable Value[] variables;

  private final @Nullable Entered names;

  /// Whether this is about what a name stands for: references there go around the edges of the
  /// grid.
  private final boolean inName;

  private Scalar other = BlankValue.BLANK;
  private @Nullable Slide @Nullable [] slides;
  private final List<double[]> lanes = new ArrayList<>();
  private int lent;

  /// The names gone into since the formula or the last function began, the innermost first.
  private record Entered(Template template, int depth, @Nullable Entered outer) {}

  private Frame(
      Workspace workspace,
      Evaluation evaluation,
      FormulaSite site,
      NumberText numbers,
      int variables,
      @Nullable Entered names,
      boolean inName) {
    this.workspace = workspace;
    this.evaluation = evaluation;
    this.sheet = site.sheet();
    this.row = site.row();
    this.column = site.column();
    this.numbers = numbers;
    this.variables = new Value[variables];
    this.names = names;
    this.inName = inName;
  }

  static Frame of(Workspace workspace, FormulaSite site, NumberText numbers, int variables) {
    return new Frame(workspace, new Evaluation(workspace), site, numbers, variables, null, false);
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
    return new Frame(workspace, evaluation, site(), numbers, variables, entered, true);
  }

  /// The frame for a call of a function that was made in this one.
  Frame called() {
    return new Frame(workspace, evaluation, site(), numbers, variables.length, null, inName);
  }

  /// The row that a coordinate means here; outside the grid only in a formula that was moved there.
  int row(Coordinate coordinate) {
    int at = coordinate.at(row);
    return inName ? Math.floorMod(at, Grid.ROWS) : at;
  }

  /// The column that a coordinate means here.
  int column(Coordinate coordinate) {
    int at = coordinate.at(column);
    return inName ? Math.floorMod(at, Grid.COLUMNS) : at;
  }

  /// The cells that an area means here; empty when a corner leaves the grid.
  Optional<Area> area(RelativeArea area) {
    return inName
        ? Optional.of(
            Area.between(
                row(area.top()), column(area.left()), row(area.bottom()), column(area.right())))
        : area.at(row, column);
  }

  FormulaSite site() {
    return new FormulaSite(sheet, row, column);
  }

  /// The same evaluation in another cell of the sheet. Only for a template that is calculated in
  /// many cells of one calculation.
  void move(int toRow, int toColumn) {
    row = toRow;
    column = toColumn;
    evaluation.renew();
  }

  /// What a fold has taken in so far in the cells before this one; null when that is not known.
  @Nullable Slide slide(int slot) {
    return slides == null || slot >= slides.length ? null : slides[slot];
  }

  void keep(int slot, Slide slide) {
    @Nullable Slide[] all = slides;
    if (all == null || slot >= all.length) {
      all = all == null ? new Slide[slot + 1] : Arrays.copyOf(all, slot + 1);
      slides = all;
    }
    all[slot] = slide;
  }

  /// Lends room for so many numbers until [#giveBack], the last lent first. What stands in it is of
  /// no meaning.
  double[] borrow(int cells) {
    if (lent == lanes.size()) {
      lanes.add(new double[cells]);
    } else if (lanes.get(lent).length < cells) {
      lanes.set(lent, new double[cells]);
    }
    return lanes.get(lent++);
  }

  /// Takes back what was lent last.
  void giveBack() {
    lent--;
  }

  /// Takes back all that was lent: an evaluation may have ended early.
  void giveBackAll() {
    lent = 0;
  }

  /// Keeps an error beside the number channel, where NaN announces it.
  double fail(ErrorValue error) {
    other = error;
    return Double.NaN;
  }

  /// Keeps what is no number beside the number channel, where NaN announces it.
  double keep(Scalar scalar) {
    other = scalar;
    return Double.NaN;
  }

  /// What NaN in the number channel stands for.
  Scalar other() {
    return other;
  }

  /// The number of a scalar that is one; otherwise NaN with the scalar kept.
  double plain(Scalar scalar) {
    return scalar instanceof NumberValue(double number) ? number : keep(scalar);
  }

  /// Whether a scalar is true: 1 or 0, or -1 with the error kept.
  int truth(Scalar scalar) {
    return switch (Conversions.logical(scalar)) {
      case LogicalValue logical -> logical.truth() ? 1 : 0;
      case ErrorValue error -> {
        other = error;
        yield -1;
      }
      case Scalar odd -> throw new IllegalStateException("not a logical: " + odd);
    };
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
    return Double.isNaN(number) ? other : new NumberValue(number);
  }
}
