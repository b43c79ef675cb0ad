package dev.quire.engine.formula;

import dev.quire.engine.formula.Expression.Spaced;

/// Turns formula text into an [Expression]. Accepts what people type and what files hold: prefixes
/// of newer functions are taken off, `_xlfn.SINGLE(A1)` becomes `@A1`. Takes time in proportion to
/// the text.
public final class FormulaParser {
  /// Longest formula that Excel takes, in UTF-16 units.
  public static final int MAX_LENGTH = 8_192;

  private FormulaParser() {}

  /// Reads a formula of at most [#MAX_LENGTH] characters.
  ///
  /// @param text without the leading `=`
  public static Expression parse(
      String text, FormulaSite site, Notation notation, Bindings bindings)
      throws FormulaSyntaxException {
    return parse(text, site, notation, bindings, MAX_LENGTH);
  }

  /// Reads a formula of at most `maxLength` characters; files hold longer ones than people may
  /// type.
  public static Expression parse(
      String text, FormulaSite site, Notation notation, Bindings bindings, int maxLength)
      throws FormulaSyntaxException {
    if (text.length() > maxLength) {
      throw new FormulaSyntaxException("formula longer than " + maxLength, maxLength);
    }
    var cursor = new Cursor(text);
    var grammar = new Grammar(cursor, new OperandSyntax(cursor, site, notation, bindings));
    Expression formula = grammar.formula();
    return cursor.keptBlanks().isEmpty() ? formula : new Spaced(formula, cursor.keptBlanks());
  }
}
