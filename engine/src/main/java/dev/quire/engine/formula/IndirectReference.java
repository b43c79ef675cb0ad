package dev.quire.engine.formula;

import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.ReferenceValue;
import dev.quire.engine.value.Value;

/// Follows references that are built as text while calculating.
final class IndirectReference {
  private IndirectReference() {}

  static Value evaluate(String text, Notation notation, Frame frame) {
    Expression expression;
    try {
      expression =
          FormulaParser.parse(text.strip(), frame.site(), notation, frame.workspace).bare();
    } catch (FormulaSyntaxException e) {
      return ErrorValue.REF;
    }
    Value value =
        switch (expression) {
          case Expression.CellReference reference -> Planner.cells(reference).evaluate(frame);
          case Expression.Name name -> NameNode.of(name).evaluate(frame);
          case Expression.TableReference table -> new TableNode(table).evaluate(frame);
          case Expression _ -> ErrorValue.REF;
        };
    return value instanceof ReferenceValue || value == ErrorValue.VALUE ? value : ErrorValue.REF;
  }
}
