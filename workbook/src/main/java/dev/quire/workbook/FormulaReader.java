package dev.quire.workbook;

import dev.quire.engine.Catalogue;
import dev.quire.engine.formula.Bindings;
import dev.quire.engine.formula.EntryRules;
import dev.quire.engine.formula.EvaluationMode;
import dev.quire.engine.formula.Expression;
import dev.quire.engine.formula.FormulaParser;
import dev.quire.engine.formula.FormulaSite;
import dev.quire.engine.formula.FormulaSyntaxException;
import dev.quire.engine.formula.Functions;
import dev.quire.engine.formula.Notation;
import dev.quire.engine.formula.NumberText;
import dev.quire.engine.formula.Template;
import dev.quire.engine.formula.Templates;
import dev.quire.engine.value.ArrayValue;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Turns formula text into templates, giving the same template for formulas that are the same
/// relative to their cells: a column filled down is compiled once.
final class FormulaReader implements Templates {
  /// Beyond this many different formulas nothing more is shared, which costs memory and no truth.
  private static final int MOST = 1 << 16;

  private final Functions functions;
  private final Map<Formula, Template> known = new ConcurrentHashMap<>();

  private record Formula(Expression expression, EvaluationMode mode) {}

  /// @param year the year of dates that a text gives without one
  FormulaReader(int year) {
    functions = Catalogue.standard(year);
  }

  /// How formulas turn text into numbers, dates among them.
  NumberText numbers() {
    return functions.numberText();
  }

  Template read(
      String text, FormulaSite site, Notation notation, EvaluationMode mode, Bindings bindings)
      throws FormulaSyntaxException {
    return of(FormulaParser.parse(text, site, notation, bindings), mode);
  }

  /// The same for a formula that somebody enters, who is told what Excel would not take.
  Template entered(String text, FormulaSite site, Notation notation, Bindings bindings)
      throws FormulaSyntaxException {
    Template template = read(text, site, notation, EvaluationMode.DYNAMIC, bindings);
    EntryRules.check(text, template.expression(), functions);
    return template;
  }

  @Override
  public Template of(Expression expression, EvaluationMode mode) {
    var formula = new Formula(expression, mode);
    Template found = known.get(formula);
    if (found != null) {
      return found;
    }
    Template compiled = compile(formula);
    if (known.size() >= MOST) {
      return compiled;
    }
    Template raced = known.putIfAbsent(formula, compiled);
    return raced == null ? compiled : raced;
  }

  /// A formula of a file that cannot be read here: it is kept as it is, and its cell shows the
  /// value of the file until an input changes.
  Template unreadable(String text) {
    return compile(new Formula(new Expression.Unreadable(text), EvaluationMode.LEGACY));
  }

  /// A call of one function, not kept: its arguments are values of one request.
  Template call(String function, List<Expression> arguments) {
    return Template.of(new Expression.Call(function, arguments), functions, EvaluationMode.DYNAMIC);
  }

  /// What a link to another program last gave.
  Template constant(ArrayValue values) {
    return compile(new Formula(new Expression.ArrayConstant(values), EvaluationMode.DYNAMIC));
  }

  private Template compile(Formula formula) {
    return Template.of(formula.expression(), functions, formula.mode());
  }
}
