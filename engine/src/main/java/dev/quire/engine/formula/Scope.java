package dev.quire.engine.formula;

import dev.quire.engine.formula.Expression.Name;
import dev.quire.engine.formula.Expression.OptionalParameter;
import dev.quire.engine.formula.Expression.TableReference;
import dev.quire.engine.formula.Expression.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The variables of `LET` and `LAMBDA` that can be seen at a place of the formula.
final class Scope {
  /// Put by files before variables.
  static final String VARIABLE_PREFIX = "_xlpm.";

  /// Put by files before parameters of `LAMBDA` that may be left out, where they are declared.
  static final String OPTIONAL_PREFIX = "_xlop.";

  private final List<String> names = new ArrayList<>();

  int mark() {
    return names.size();
  }

  void release(int mark) {
    names.subList(mark, names.size()).clear();
  }

  /// The argument as the declaration of a variable, which can be seen from now on; itself when it
  /// cannot be one.
  Expression declared(Expression argument, boolean mayBeOptional) {
    if (mayBeOptional) {
      Optional<String> optional = optionalName(argument);
      if (optional.isPresent()) {
        names.add(optional.get());
        return new OptionalParameter(optional.get());
      }
    }
    Optional<String> name = name(argument);
    name.ifPresent(names::add);
    return name.isPresent() ? new Variable(name.get()) : argument;
  }

  private static Optional<String> optionalName(Expression argument) {
    return switch (argument) {
      case Name name when startsWith(name.name(), OPTIONAL_PREFIX) ->
          Optional.of(name.name().substring(OPTIONAL_PREFIX.length()));
      case TableReference reference
          when reference.columns().size() == 1 && reference.parts().isEmpty() ->
          Optional.of(reference.columns().getFirst());
      case Expression _ -> Optional.empty();
    };
  }

  private static Optional<String> name(Expression argument) {
    return switch (argument) {
      case Name name when name.sheets() == Sheets.HERE -> Optional.of(bare(name.name()));
      case Variable variable -> Optional.of(variable.name());
      case Expression _ -> Optional.empty();
    };
  }

  /// The variable that a word means here, whether or not files have marked it.
  Optional<Variable> variable(String word) {
    String bare = bare(word);
    return names.stream().anyMatch(bare::equalsIgnoreCase)
        ? Optional.of(new Variable(bare))
        : Optional.empty();
  }

  /// The variable that a plain name means here, or the expression itself.
  Expression resolve(Expression expression) {
    return expression instanceof Name name && name.sheets() == Sheets.HERE && !names.isEmpty()
        ? variable(name.name()).<Expression>map(found -> found).orElse(expression)
        : expression;
  }

  private static String bare(String word) {
    return startsWith(word, VARIABLE_PREFIX) ? word.substring(VARIABLE_PREFIX.length()) : word;
  }

  private static boolean startsWith(String word, String prefix) {
    return word.length() > prefix.length()
        && word.regionMatches(true, 0, prefix, 0, prefix.length());
  }
}
