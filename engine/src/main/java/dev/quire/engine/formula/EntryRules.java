package dev.quire.engine.formula;

import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.FileCharacters;
import dev.quire.engine.value.TextValue;
import java.util.List;
import java.util.Optional;

/// What can be read, but nobody can enter: Excel refuses such a formula, and repairs a file that
/// has one by dropping it (O). Formulas of files are read all the same.
public final class EntryRules {
  /// Longest text written in a formula (D: Excel specifications and limits).
  private static final int MOST_CHARACTERS = 255;

  private EntryRules() {}

  /// @param text the formula as it was entered
  /// @throws FormulaSyntaxException when the formula breaks a rule
  public static void check(String text, Expression formula, Functions functions)
      throws FormulaSyntaxException {
    int misfit = FileCharacters.firstMisfit(text);
    if (misfit >= 0) {
      throw new FormulaSyntaxException(
          "no file can hold U+%04X".formatted((int) text.charAt(misfit)), misfit);
    }
    check(formula, functions);
  }

  private static void check(Expression formula, Functions functions) throws FormulaSyntaxException {
    if (formula instanceof Expression.Literal(TextValue(String text))
        && text.length() > MOST_CHARACTERS) {
      throw new FormulaSyntaxException(
          "a text in it has %d characters, at most %d can be written"
              .formatted(text.length(), MOST_CHARACTERS));
    }
    if (formula instanceof Expression.Call call) {
      check(call, functions);
    }
    for (Expression child : formula.children()) {
      check(child, functions);
    }
  }

  private static void check(Expression.Call call, Functions functions)
      throws FormulaSyntaxException {
    int count = call.arguments().size();
    Optional<Function> function = functions.find(call.name());
    boolean fits =
        switch (call.name()) {
          case "LET" -> count >= 3 && count % 2 == 1;
          case "LAMBDA" -> count >= 1;
          default -> function.isEmpty() || function.get().accepts(count);
        };
    if (!fits) {
      throw new FormulaSyntaxException(
          "%s cannot have %d %s"
              .formatted(call.name(), count, count == 1 ? "argument" : "arguments"));
    }
    if (function.isPresent()) {
      checkRanges(call, function.get());
    }
  }

  private static void checkRanges(Expression.Call call, Function function)
      throws FormulaSyntaxException {
    List<Expression> arguments = call.arguments();
    for (int place = 0; place < arguments.size(); place++) {
      Parameter parameter = function.parameter(place);
      if (parameter.kind() == ParameterKind.RANGE && isConstant(arguments.get(place).bare())) {
        throw new FormulaSyntaxException(
            "'%s' of %s has to be a range of cells".formatted(parameter.name(), call.name()));
      }
    }
  }

  private static boolean isConstant(Expression argument) {
    return switch (argument) {
      case Expression.Literal literal -> !(literal.value() instanceof ErrorValue);
      case Expression.ArrayConstant _ -> true;
      case Expression _ -> false;
    };
  }
}
