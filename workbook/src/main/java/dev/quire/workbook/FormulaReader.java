package dev.quire.workbook;

import dev.quire.engine.Catalogue;
import dev.quire.engine.formula.Bindings;
import dev.quire.engine.formula.Expression;
import dev.quire.engine.formula.FormulaParser;
import dev.quire.engine.formula.FormulaSite;
import dev.quire.engine.formula.FormulaSyntaxException;
import dev.quire.engine.formula.Functions;
import dev.quire.engine.formula.Notation;
import dev.quire.engine.formula.Template;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Turns formula text into templates, giving the same template for formulas that are the same
/// relative to their cells: a column filled down is compiled once.
final class FormulaReader {
  /// Beyond this many different formulas nothing more is shared, which costs memory and no truth.
  private static final int MOST = 1 << 16;

  private final Functions functions = Catalogue.standard();
  private final Map<Expression, Template> known = new ConcurrentHashMap<>();

  Template read(String text, FormulaSite site, Notation notation, Bindings bindings)
      throws FormulaSyntaxException {
    Expression expression = FormulaParser.parse(text, site, notation, bindings);
    Template found = known.get(expression);
    if (found != null) {
      return found;
    }
    Template compiled = Template.of(expression, functions);
    if (known.size() >= MOST) {
      return compiled;
    }
    Template raced = known.putIfAbsent(expression, compiled);
    return raced == null ? compiled : raced;
  }
}
