package dev.quire.engine.formula;

/// Tells by its look whether a piece of a formula may stand for several cells or values, however
/// its operands are.
final class Plural {
  private Plural() {}

  /// Whether it may be several.
  static boolean maybe(Expression part, Functions functions) {
    return switch (part) {
      case Expression.Literal _,
          Expression.Missing _,
          Expression.LostReference _,
          Expression.OptionalParameter _ ->
          false;
      case Expression.CellReference reference ->
          reference.extent() != Extent.CELL || reference.sheets() instanceof Sheets.Span;
      case Expression.ArrayConstant _,
          Expression.Name _,
          Expression.TableReference _,
          Expression.Trimmed _,
          Expression.Application _,
          Expression.Unreadable _ ->
          true;
      // What a LET gives its variables is looked at where the LET is.
      case Expression.Variable _ -> false;
      case Expression.Prefix prefix ->
          prefix.operator() != PrefixOperator.INTERSECT && maybe(prefix.operand(), functions);
      case Expression.Postfix postfix ->
          postfix.operator() == PostfixOperator.SPILL || maybe(postfix.operand(), functions);
      case Expression.Chain chain ->
          chain.steps().getFirst().operator().joinsReferences()
              || chain.children().stream().anyMatch(each -> maybe(each, functions));
      case Expression.Group group -> maybe(group.inner(), functions);
      case Expression.Spaced spaced -> maybe(spaced.formula(), functions);
      case Expression.Call call -> maybe(call, functions);
    };
  }

  /// A function that is not known here, or that is part of the language, may yield anything.
  private static boolean maybe(Expression.Call call, Functions functions) {
    ResultKind result =
        call.name().equals("LET")
            ? ResultKind.ARGUMENT
            : functions.find(call.name()).map(Function::result).orElse(ResultKind.SEVERAL);
    return switch (result) {
      case SINGLE -> false;
      case SEVERAL, REFERENCE -> true;
      case ARGUMENT -> call.arguments().stream().anyMatch(each -> maybe(each, functions));
    };
  }
}
