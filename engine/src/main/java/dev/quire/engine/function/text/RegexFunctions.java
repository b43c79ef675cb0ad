package dev.quire.engine.function.text;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.number;
import static dev.quire.engine.function.Parameters.text;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.function.regex.Regex;
import dev.quire.engine.function.regex.Regex.Match;
import dev.quire.engine.function.regex.RegexTooCostly;
import dev.quire.engine.function.regex.Replacement;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import dev.quire.engine.value.Value;
import java.util.List;
import java.util.Optional;

/// Functions on regular expressions. A damaged pattern, and one that takes too much work, is
/// `#VALUE!`.
public final class RegexFunctions {
  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          function("REGEXTEST", a -> searched(a, 2, RegexFunctions::test))
              .since(2024)
              .takes(text("text"), text("pattern"), number("case_sensitivity").optional()),
          function("REGEXEXTRACT", a -> searched(a, 3, RegexFunctions::extract))
              .yieldsArray()
              .since(2024)
              .takes(
                  text("text"),
                  text("pattern"),
                  number("return_mode").optional(),
                  number("case_sensitivity").optional()),
          function("REGEXREPLACE", a -> searched(a, 4, RegexFunctions::replace))
              .since(2024)
              .takes(
                  text("text"),
                  text("pattern"),
                  text("replacement"),
                  number("occurrence").optional(),
                  number("case_sensitivity").optional()));

  private RegexFunctions() {}

  private interface Search {
    Value of(Arguments a, Regex regex);
  }

  /// @param place where 1 says that case does not matter
  private static Value searched(Arguments a, int place, Search search) {
    int mode = (int) a.number(place, 0);
    Optional<Regex> regex =
        mode == 0 || mode == 1 ? Regex.of(a.text(1), mode == 1) : Optional.empty();
    if (regex.isEmpty()) {
      return ErrorValue.VALUE;
    }
    try {
      return search.of(a, regex.get());
    } catch (RegexTooCostly e) {
      return ErrorValue.VALUE;
    }
  }

  private static Value test(Arguments a, Regex regex) {
    return LogicalValue.of(regex.fits(a.text(0), a::spend));
  }

  /// The first match (0), all matches side by side (1), or the groups of the first match (2), of
  /// which those that took no part are `#N/A` (O).
  private static Value extract(Arguments a, Regex regex) {
    int mode = (int) a.number(2, 0);
    if (mode < 0 || mode > 2 || mode == 2 && regex.groups() == 0) {
      return ErrorValue.VALUE;
    }
    List<Match> matches = regex.matches(a.text(0), mode == 1 ? Integer.MAX_VALUE : 1, a::spend);
    if (matches.isEmpty()) {
      return ErrorValue.NA;
    }
    return switch (mode) {
      case 0 -> new TextValue(matches.getFirst().text());
      case 1 -> row(a, matches.stream().map(match -> Optional.of(match.text())).toList());
      default -> row(a, matches.getFirst().groups());
    };
  }

  private static Value row(Arguments a, List<Optional<String>> texts) {
    return a.array(
        1,
        texts.size(),
        (_, column) -> texts.get(column).<Scalar>map(TextValue::new).orElse(ErrorValue.NA));
  }

  /// Replaces all matches (0), or one counted from the start or, when negative, from the end. A
  /// damaged replacement is an error only where it is used (O).
  private static Value replace(Arguments a, Regex regex) {
    String text = a.text(0);
    int occurrence = (int) a.number(3, 0);
    Optional<Replacement> replacement = Replacement.of(a.text(2), regex);
    List<Match> matches =
        regex.matches(text, occurrence > 0 ? occurrence : Integer.MAX_VALUE, a::spend);
    int wanted = occurrence > 0 ? occurrence - 1 : matches.size() + occurrence;
    var result = new StringBuilder();
    int from = 0;
    for (int i = 0; i < matches.size(); i++) {
      if (occurrence == 0 || i == wanted) {
        if (replacement.isEmpty()) {
          return ErrorValue.VALUE;
        }
        result.append(text, from, matches.get(i).start());
        replacement.get().appendTo(result, text, matches.get(i));
        from = matches.get(i).end();
      }
      if (result.length() > TextValue.MAX_LENGTH) {
        return ErrorValue.VALUE;
      }
    }
    return TextValue.of(result.append(text, from, text.length()).toString());
  }
}
