package dev.quire.engine.formula;

import dev.quire.engine.value.ArrayValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.FunctionValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.ReferenceValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.Value;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A call of a worksheet function: prepares the arguments as its parameters ask, and calls it once,
/// or for each element where an array meets a parameter for one value.
class CallNode extends Node {
  final Node[] nodes;
  private final Function function;
  private final ParameterKind[] kinds;
  private final LazyArguments whole;
  private final boolean isScalar;
  private final boolean refusesRanges;

  CallNode(Function function, List<Node> nodes) {
    this.function = function;
    this.nodes = nodes.toArray(Node[]::new);
    this.kinds = new ParameterKind[this.nodes.length];
    for (int i = 0; i < kinds.length; i++) {
      kinds[i] = function.parameter(i).kind();
    }
    this.whole = LazyArguments.whole(this.nodes);
    this.isScalar = isScalar(function.result());
    this.refusesRanges = function.refusesRanges();
  }

  /// The node of a call, in the quickest form that its function and arguments allow.
  static CallNode of(Function function, List<Node> nodes, int slot) {
    return switch (function.shortcut()) {
      case Shortcut.OfNumbers(NumberCall call) -> new NumberCallNode(function, nodes, call);
      case Shortcut.OfAll(Supplier<NumberFold> begin) ->
          nodes.stream().anyMatch(CallNode::mayBeSeveral)
              ? new CallNode(function, nodes)
              : new FoldNode(function, nodes, begin, slot);
      case Shortcut.Choice choice -> new ChoiceNode(function, nodes, choice);
      case Shortcut.Choosing(Selective selective) -> new SelectiveNode(function, nodes, selective);
      case Shortcut.None _ -> new CallNode(function, nodes);
    };
  }

  private boolean isScalar(ResultKind result) {
    for (int i = 0; i < kinds.length; i++) {
      boolean asked = kinds[i].lifts() || result == ResultKind.ARGUMENT;
      if (asked && !nodes[i].isScalar() || kinds[i].liftsReferences() && mayBeSeveral(nodes[i])) {
        return false;
      }
    }
    return result == ResultKind.SINGLE || result == ResultKind.ARGUMENT;
  }

  /// Whether a call may come to several references.
  private static boolean mayBeSeveral(Node node) {
    return node instanceof CallNode call
        && call.function.result() == ResultKind.REFERENCE
        && !call.isOfScalars();
  }

  private boolean isOfScalars() {
    for (int i = 0; i < kinds.length; i++) {
      if (kinds[i].lifts() && !nodes[i].isScalar()) {
        return false;
      }
    }
    return true;
  }

  @Override
  final boolean isScalar() {
    return isScalar;
  }

  @Override
  Value evaluate(Frame frame) {
    Value[] values = values(frame);
    return lifts(values) ? lifted(values, frame) : call(values, frame, whole);
  }

  private Value[] values(Frame frame) {
    var values = new Value[nodes.length];
    for (int i = 0; i < nodes.length; i++) {
      Value value = alone(kinds[i], argument(i, frame));
      boolean refused = refusesRanges && kinds[i].lifts() && value instanceof ReferenceValue;
      values[i] = refused ? ErrorValue.VALUE : value;
    }
    return values;
  }

  private boolean lifts(Value[] values) {
    for (int i = 0; i < values.length; i++) {
      if (kinds[i].lifts() ? !(values[i] instanceof Scalar) : areReferences(i, values)) {
        return true;
      }
    }
    return false;
  }

  private boolean areReferences(int i, Value[] values) {
    return kinds[i].liftsReferences()
        && values[i] instanceof ArrayValue array
        && array.holdsReferences();
  }

  /// What the function is called with; null when it is called several times or not at all.
  final @Nullable Arguments arguments(Frame frame) {
    Value[] values = values(frame);
    boolean isCalled = !lifts(values) && refused(values, frame) == null;
    return isCalled ? new Arguments(values, kinds, whole, frame) : null;
  }

  /// An array of one element where one value is taken is that element.
  private static Value alone(ParameterKind kind, Value value) {
    return kind.lifts()
            && value instanceof ArrayValue array
            && array.rows() == 1
            && array.columns() == 1
        ? array.at(0, 0)
        : value;
  }

  private Value argument(int i, Frame frame) {
    return switch (kinds[i]) {
      case NUMBER, TEXT, LOGICAL, SCALAR, ITEM -> nodes[i].operand(frame);
      // Functions of the former Analysis ToolPak want what they ask for (observed: MROUND(,5)).
      case PLAIN_NUMBER -> isLacking(i) ? ErrorValue.NA : nodes[i].operand(frame);
      // An empty argument is no array, not even one of a blank (O).
      case TABLE, ARRAY -> isLacking(i) ? ErrorValue.VALUE : nodes[i].evaluate(frame);
      case RANGE, ANY, LIST, ELEMENTS, PLACE, FUNCTION -> nodes[i].evaluate(frame);
      case LAZY -> ErrorValue.VALUE;
    };
  }

  /// Converts scalars, refuses what does not fit, and calls the function.
  private Value call(Value[] values, Frame frame, LazyArguments lazy) {
    @Nullable ErrorValue refused = refused(values, frame);
    return refused == null ? function.call(new Arguments(values, kinds, lazy, frame)) : refused;
  }

  /// Converts arguments in place.
  ///
  /// @return the first error that keeps the function from being called; null for none
  private @Nullable ErrorValue refused(Value[] values, Frame frame) {
    for (int i = 0; i < values.length; i++) {
      values[i] = lacksNumber(i) ? ErrorValue.NA : converted(kinds[i], values[i], frame);
      if (values[i] instanceof ErrorValue error && refusesErrors(kinds[i])) {
        return error;
      }
    }
    return null;
  }

  /// Functions of the former Analysis ToolPak do not take an empty argument for 0 (O).
  private boolean lacksNumber(int i) {
    return kinds[i] == ParameterKind.PLAIN_NUMBER && isLacking(i);
  }

  private boolean isLacking(int i) {
    return nodes[i] instanceof MissingNode && !function.parameter(i).mayBeEmpty();
  }

  private static boolean refusesErrors(ParameterKind kind) {
    return switch (kind) {
      case NUMBER,
          PLAIN_NUMBER,
          TEXT,
          LOGICAL,
          SCALAR,
          RANGE,
          TABLE,
          ARRAY,
          LIST,
          PLACE,
          FUNCTION ->
          true;
      case ITEM, ANY, ELEMENTS, LAZY -> false;
    };
  }

  private static Value converted(ParameterKind kind, Value value, Frame frame) {
    return switch (kind) {
      case NUMBER -> Conversions.number((Scalar) value, frame.numbers, frame.workspace.date1904());
      case PLAIN_NUMBER ->
          value instanceof LogicalValue
              ? ErrorValue.VALUE
              : converted(ParameterKind.NUMBER, value, frame);
      case TEXT -> Conversions.text((Scalar) value, frame.numbers);
      case LOGICAL -> Conversions.logical((Scalar) value);
      case RANGE -> value instanceof ErrorValue || isRange(value, frame) ? value : ErrorValue.VALUE;
      case TABLE, ARRAY ->
          value instanceof ReferenceValue r && !r.isSingle() ? ErrorValue.VALUE : value;
      case FUNCTION ->
          value instanceof ErrorValue || value instanceof FunctionValue ? value : ErrorValue.VALUE;
      case SCALAR, ITEM, ANY, LIST, ELEMENTS, PLACE, LAZY -> value;
    };
  }

  /// Only the values of a closed workbook are known, which makes no range (O).
  private static boolean isRange(Value value, Frame frame) {
    return value instanceof ReferenceValue reference
        && reference.isSingle()
        && !frame.workspace.isElsewhere(reference.first().sheet());
  }

  private Value lifted(Value[] values, Frame frame) {
    int rows = 1;
    int columns = 1;
    LazyArguments lazy = LazyArguments.shared(nodes);
    var matrices = new Matrix[values.length];
    for (int i = 0; i < values.length; i++) {
      if (kinds[i].lifts() || handsOn(i)) {
        matrices[i] = handsOn(i) ? lazy.matrix(i, frame) : Lifting.settled(values[i], frame);
        rows = Math.max(rows, matrices[i].rows());
        columns = Math.max(columns, matrices[i].columns());
      } else if (areReferences(i, values)) {
        var array = (ArrayValue) values[i];
        rows = Math.max(rows, array.rows());
        columns = Math.max(columns, array.columns());
      }
    }
    ArrayValue.ReferenceFiller element =
        (row, column) -> call(elements(values, matrices, row, column), frame, lazy.at(row, column));
    return function.result() == ResultKind.REFERENCE
        ? Lifting.references(rows, columns, frame, element)
        : Lifting.array(
            rows, columns, frame, (row, column) -> Lifting.topLeft(element.at(row, column), frame));
  }

  /// The arguments for one element.
  private Value[] elements(Value[] values, Matrix[] matrices, int row, int column) {
    Value[] elements = values.clone();
    for (int i = 0; i < elements.length; i++) {
      if (kinds[i].lifts()) {
        elements[i] = matrices[i].spread(row, column);
      } else if (areReferences(i, values)) {
        elements[i] = ((ArrayValue) values[i]).spreadReference(row, column);
      }
    }
    return elements;
  }

  /// Whether the result may be this argument, which then also says how large the result is.
  private boolean handsOn(int i) {
    return kinds[i] == ParameterKind.LAZY && function.result() == ResultKind.ARGUMENT;
  }

  @Override
  List<Node> children() {
    return List.of(nodes);
  }

  @Override
  void reads(ReadCollector collector) {
    for (int i = 0; i < nodes.length; i++) {
      boolean onlyPlace =
          kinds[i] == ParameterKind.PLACE
              && (nodes[i] instanceof CellNode || nodes[i] instanceof AreaNode);
      if (!onlyPlace) {
        nodes[i].reads(collector);
      }
    }
  }
}
