package dev.quire.engine.formula;

import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.ReferenceValue;
import dev.quire.engine.value.Value;
import java.util.Optional;

/// Follows references that are built as text while calculating.
final class IndirectReference {
  private IndirectReference() {}

  static Value evaluate(String text, Notation notation, Frame frame) {
    Optional<String> formula = IndirectText.formula(text, notation);
    if (formula.isEmpty()) {
      return ErrorValue.REF;
    }
    Expression expression;
    try {
      expression =
          FormulaParser.parse(formula.get(), frame.site(), notation, frame.workspace).bare();
    } catch (FormulaSyntaxException e) {
      return ErrorValue.REF;
    }
    if (expression instanceof Expression.Postfix(PostfixOperator operator, Expression anchor)) {
      return operator == PostfixOperator.SPILL ? spill(anchor, frame) : ErrorValue.REF;
    }
    Value value = node(expression).map(node -> node.evaluate(frame)).orElse(ErrorValue.REF);
    return value instanceof ReferenceValue || value == ErrorValue.VALUE ? value : ErrorValue.REF;
  }

  /// `A1#` or `name#`, but not `A1:A1#` (O).
  private static Value spill(Expression anchor, Frame frame) {
    boolean isArea =
        anchor instanceof Expression.CellReference reference && reference.extent() != Extent.CELL;
    return node(anchor)
        .filter(_ -> !isArea)
        .map(node -> new SpillNode(node).evaluate(frame))
        .filter(ReferenceValue.class::isInstance)
        .orElse(ErrorValue.REF);
  }

  private static Optional<Node> node(Expression expression) {
    return switch (expression) {
      case Expression.CellReference reference when reference.sheets() instanceof Sheets.Span ->
          Optional.empty();
      case Expression.CellReference reference -> Optional.of(Planner.cells(reference));
      case Expression.Name name -> Optional.of(NameNode.of(name));
      case Expression.TableReference table -> Optional.of(new TableNode(table));
      case Expression _ -> Optional.empty();
    };
  }
}
