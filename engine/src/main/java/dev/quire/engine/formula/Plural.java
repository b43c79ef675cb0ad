package dev.quire.engine.formula;

import java.util.Set;

/// Tells by its look whether a piece of a formula may stand for several cells or values, however
/// its operands are.
final class Plural {
  /// Functions whose result may be an array or a range although each of their arguments is one
  /// value. Functions that are not known here count as such, too.
  private static final Set<String> FUNCTIONS =
      Set.of(
          "ANCHORARRAY",
          "BYCOL",
          "BYROW",
          "CHOOSE",
          "CHOOSECOLS",
          "CHOOSEROWS",
          "COLUMN",
          "DROP",
          "EXPAND",
          "FILTER",
          "FREQUENCY",
          "GROUPBY",
          "GROWTH",
          "HSTACK",
          "IF",
          "IFERROR",
          "IFNA",
          "IFS",
          "INDEX",
          "INDIRECT",
          "LET",
          "LINEST",
          "LOGEST",
          "MAKEARRAY",
          "MAP",
          "MINVERSE",
          "MMULT",
          "MODE.MULT",
          "MUNIT",
          "OFFSET",
          "PIVOTBY",
          "RANDARRAY",
          "REDUCE",
          "ROW",
          "SCAN",
          "SEQUENCE",
          "SORT",
          "SORTBY",
          "SWITCH",
          "TAKE",
          "TEXTSPLIT",
          "TOCOL",
          "TOROW",
          "TRANSPOSE",
          "TREND",
          "TRIMRANGE",
          "UNIQUE",
          "VSTACK",
          "WRAPCOLS",
          "WRAPROWS",
          "XLOOKUP");

  /// Of these the functions that hand on what they are given: plural when an argument is.
  private static final Set<String> HANDING_ON =
      Set.of("IF", "IFERROR", "IFNA", "IFS", "SWITCH", "CHOOSE", "LET");

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

  private static boolean maybe(Expression.Call call, Functions functions) {
    if (HANDING_ON.contains(call.name())) {
      return call.arguments().stream().anyMatch(each -> maybe(each, functions));
    }
    return FUNCTIONS.contains(call.name()) || functions.find(call.name()).isEmpty();
  }
}
