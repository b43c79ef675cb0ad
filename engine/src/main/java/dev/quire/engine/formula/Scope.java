package dev.quire.engine.formula;

import dev.quire.engine.formula.Expression.Name;
import dev.quire.engine.formula.Expression.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The variables of `LET` and `LAMBDA` that can be seen at a place of the formula.
final class Scope {
  private static final String PREFIX = OperandSyntax.VARIABLE_PREFIX;

  private final List<String> names = new ArrayList<>();

  int mark() {
    return names.size();
  }

  void declare(String name) {
    names.add(name);
  }

  void release(int mark) {
    names.subList(mark, names.size()).clear();
  }

  /// The variable that is called by this name, which files mark.
  Optional<Variable> variable(String function) {
    if (function.regionMatches(true, 0, PREFIX, 0, PREFIX.length())) {
      return Optional.of(new Variable(function.substring(PREFIX.length())));
    }
    return names.stream().filter(function::equalsIgnoreCase).findFirst().map(Variable::new);
  }

  /// The variable that a plain name means here, or the expression itself.
  Expression resolve(Expression expression) {
    return expression instanceof Name name
            && name.sheets() == Sheets.HERE
            && names.stream().anyMatch(name.name()::equalsIgnoreCase)
        ? new Variable(name.name())
        : expression;
  }
}
