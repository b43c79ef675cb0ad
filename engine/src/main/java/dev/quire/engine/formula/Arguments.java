package dev.quire.engine.formula;

import dev.quire.engine.value.ArrayValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.FunctionValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.ReferenceValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import dev.quire.engine.value.Value;
import java.util.Optional;

/// What a function is called with: arguments already of the kinds that its parameters name, and the
/// workbook around the formula. Places are zero-based.
public final class Arguments {
  private final Value[] values;
  private final ParameterKind[] kinds;
  private final LazyArguments lazy;
  private final Frame frame;

  Arguments(Value[] values, ParameterKind[] kinds, LazyArguments lazy, Frame frame) {
    this.values = values;
    this.kinds = kinds;
    this.lazy = lazy;
    this.frame = frame;
  }

  /// How many were written, empty ones included.
  public int count() {
    return values.length;
  }

  /// Whether one was written here and is not empty.
  public boolean has(int place) {
    return place < values.length && !(lazy.node(place) instanceof MissingNode);
  }

  /// Whether a reference to cells was written here, rather than something to calculate.
  public boolean refersToCells(int place) {
    return place < values.length
        && (lazy.node(place) instanceof CellNode || lazy.node(place) instanceof AreaNode);
  }

  /// The number at a place; 0 for an empty argument.
  public double number(int place) {
    return ((NumberValue) values[place]).number();
  }

  /// The number at a place, or what it is when nothing was written.
  public double number(int place, double otherwise) {
    return place < values.length ? number(place) : otherwise;
  }

  /// The text at a place; empty for an empty argument.
  public String text(int place) {
    return ((TextValue) values[place]).text();
  }

  /// The text at a place, or what it is when nothing was written.
  public String text(int place, String otherwise) {
    return place < values.length ? text(place) : otherwise;
  }

  /// The logical at a place; FALSE for an empty argument.
  public boolean logical(int place) {
    return ((LogicalValue) values[place]).truth();
  }

  /// The logical at a place, or what it is when nothing was written.
  public boolean logical(int place, boolean otherwise) {
    return place < values.length ? logical(place) : otherwise;
  }

  /// The single value at a place.
  public Scalar scalar(int place) {
    return (Scalar) values[place];
  }

  /// The value at a place as it is. An argument of kind [ParameterKind#LAZY] is evaluated now.
  public Value value(int place) {
    return kinds[place] == ParameterKind.LAZY ? lazy.value(place, frame) : values[place];
  }

  /// The value at a place with a single cell read. Cells of several stay a reference.
  public Value operand(int place) {
    return Lifting.read(value(place), frame);
  }

  /// The rectangle at a place.
  public Matrix matrix(int place) {
    return Matrix.of(value(place), frame.workspace);
  }

  /// The cells at a place of kind [ParameterKind#RANGE].
  public ReferenceValue.Part range(int place) {
    return ((ReferenceValue) values[place]).first();
  }

  /// The function at a place of kind [ParameterKind#FUNCTION].
  public FunctionValue function(int place) {
    return (FunctionValue) values[place];
  }

  /// The first cell or element of any value.
  public Scalar topLeft(Value value) {
    return Lifting.topLeft(value, frame);
  }

  /// A scalar as a [NumberValue] or an error.
  public Scalar toNumber(Scalar scalar) {
    return Conversions.number(scalar, frame.numbers, frame.workspace.date1904());
  }

  /// A scalar as a [TextValue] or an error.
  public Scalar toText(Scalar scalar) {
    return Conversions.text(scalar, frame.numbers);
  }

  /// How texts and numbers turn into one another.
  public NumberText numberText() {
    return frame.numbers;
  }

  /// The workbook.
  public Workspace workspace() {
    return frame.workspace;
  }

  /// The cell of the formula.
  public FormulaSite site() {
    return frame.site();
  }

  /// An array, or `#NUM!` when it would have more than [Matrix#MAX_ELEMENTS].
  public Value array(int rows, int columns, ArrayValue.Filler filler) {
    return rows < 1 || columns < 1 ? ErrorValue.CALC : Lifting.array(rows, columns, frame, filler);
  }

  /// Notes work about to be done inside a function, in elementary steps of some nanoseconds, so
  /// that a calculation ends in time. Arrays count by themselves.
  public void spend(long work) {
    frame.evaluation.spend(work);
  }

  /// What was kept of an argument's numbers by an earlier call for another element of the same
  /// array formula.
  public Optional<double[]> derived(int place) {
    return frame.evaluation.derived(value(place));
  }

  /// Keeps what was made of an argument's numbers; it must not be changed afterwards.
  public void keep(int place, double[] made) {
    frame.evaluation.keep(value(place), made);
  }

  /// What a text refers to; `#REF!` when it is no reference.
  public Value reference(String text, Notation notation) {
    return IndirectReference.evaluate(text, notation, frame);
  }
}
