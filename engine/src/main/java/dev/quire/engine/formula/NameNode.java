package dev.quire.engine.formula;

import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.Value;
import java.util.List;
import java.util.Optional;

/// A defined name, the data of a table called by its name alone, or a worksheet function that is
/// meant itself and not called.
final class NameNode extends Node {
  private final Sheets sheets;
  private final String name;
  private final Optional<Function> function;
  private final boolean isCalled;

  /// @param function the worksheet function of this name
  /// @param isCalled whether arguments follow, so that it may be a function that is known elsewhere
  NameNode(Sheets sheets, String name, Optional<Function> function, boolean isCalled) {
    this.sheets = sheets;
    this.name = name;
    this.function = function;
    this.isCalled = isCalled;
  }

  /// A name where no function is meant.
  static NameNode of(Expression.Name name) {
    return new NameNode(name.sheets(), name.name(), Optional.empty(), false);
  }

  @Override
  Value evaluate(Frame frame) {
    List<Integer> scope = SheetScope.keys(sheets, frame.sheet, frame.workspace);
    if (scope.size() != 1) {
      return ErrorValue.REF;
    }
    Optional<Template> template = frame.workspace.name(scope.getFirst(), name);
    if (template.isPresent()) {
      Template meaning = template.get();
      return frame.mayEnter(meaning) ? meaning.evaluateInside(frame) : ErrorValue.NUM;
    }
    return frame
        .workspace
        .table(name)
        .map(shape -> TableAreas.data(shape, frame.workspace))
        .or(() -> function.map(found -> new NamedFunction(found, frame)))
        .orElse(ErrorValue.NAME);
  }

  /// A function's name alone where a value is asked for is a name that nobody defined.
  @Override
  Value operand(Frame frame) {
    Value value = evaluate(frame);
    return value instanceof NamedFunction ? ErrorValue.NAME : Lifting.read(value, frame);
  }

  @Override
  void reads(ReadCollector collector) {
    Workspace definitions = collector.definitions();
    List<Integer> scope = SheetScope.keys(sheets, collector.sheet(), definitions);
    if (scope.size() != 1 || !collector.enters(scope.getFirst(), name)) {
      return;
    }
    Optional<Template> template = definitions.name(scope.getFirst(), name);
    if (template.isPresent()) {
      collector.collectName(template.get());
    } else if (isCalled) {
      if (UnknownFunctions.mayBeOwned(name, definitions)) {
        collector.lacks(name);
      }
    } else {
      definitions
          .table(name)
          .ifPresent(shape -> collector.add(shape.sheet(), TableAreas.fixed(shape.area())));
    }
  }
}
