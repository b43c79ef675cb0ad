package dev.quire.engine.numfmt;

import dev.quire.engine.numfmt.Token.Kind;
import java.util.List;

/// What `CELL` tells about a number format.
///
/// @param code a short name for its kind: `G`, `F2`, `,0`, `C2`, `P0`, `S2`, `D1` to `D9`; of the
///   first section
/// @param colorsNegatives whether negative numbers have a colour of their own
/// @param hasParentheses whether numbers that are not negative stand in parentheses
public record FormatSummary(String code, boolean colorsNegatives, boolean hasParentheses) {
  private static final String GENERAL = "G";

  /// The summary of a code; a damaged one counts as General.
  public static FormatSummary of(String code) {
    var lexer = new CodeLexer(code);
    if (lexer.isBroken() || code.isEmpty()) {
      return new FormatSummary(GENERAL, false, false);
    }
    List<SectionCode> sections = lexer.sections();
    SectionCode first = sections.getFirst();
    return new FormatSummary(
        kind(first),
        sections.size() > 1 && sections.get(1).color() > 0,
        first.tokens().stream().anyMatch(token -> literal(token).contains("(")));
  }

  /// The short name with what comes behind it: `-` for colours, `()` for parentheses.
  public String word() {
    return code + (colorsNegatives ? "-" : "") + (hasParentheses ? "()" : "");
  }

  private static String literal(Token token) {
    return token.is(Kind.LITERAL) ? token.text() : "";
  }

  private static String kind(SectionCode section) {
    if (section.isDate()) {
      return date(section);
    }
    boolean fraction = section.has(Kind.SLASH) && FractionCompiler.bar(section.tokens()) >= 0;
    if (!section.has(Kind.PLACEHOLDER) || fraction) {
      return GENERAL;
    }
    String letter =
        section.has(Kind.PERCENT)
            ? "P"
            : section.has(Kind.EXPONENT)
                ? "S"
                : hasCurrency(section) ? "C" : section.has(Kind.COMMA) ? "," : "F";
    return letter + decimals(section);
  }

  private static boolean hasCurrency(SectionCode section) {
    return section.tokens().stream()
        .flatMapToInt(token -> literal(token).codePoints())
        .anyMatch(point -> Character.getType(point) == Character.CURRENCY_SYMBOL);
  }

  private static int decimals(SectionCode section) {
    int decimals = 0;
    boolean behindPoint = false;
    for (Token token : section.tokens()) {
      behindPoint = !token.is(Kind.EXPONENT) && (behindPoint || token.is(Kind.POINT));
      decimals += behindPoint && token.is(Kind.PLACEHOLDER) ? 1 : 0;
    }
    return decimals;
  }

  /// Dates by the parts they show (D1 to D5), times by seconds and half of the day (D6 to D9).
  private static String date(SectionCode section) {
    boolean days = has(section, "d");
    boolean years = has(section, "y") || has(section, "e");
    boolean clock = has(section, "h") || has(section, "s");
    boolean named = hasNamedMonth(section);
    if (!days && !years && !named) {
      boolean seconds = has(section, "s");
      return section.has(Kind.MERIDIEM) ? seconds ? "D6" : "D7" : seconds ? "D8" : "D9";
    }
    if (clock) {
      return "D4";
    }
    if (!days) {
      return "D3";
    }
    return years ? named ? "D1" : "D4" : named ? "D2" : "D5";
  }

  private static boolean has(SectionCode section, String letter) {
    return section.tokens().stream()
        .anyMatch(token ->
            (token.is(Kind.DATE) || token.is(Kind.ELAPSED)) && token.text().startsWith(letter));
  }

  private static boolean hasNamedMonth(SectionCode section) {
    return section.tokens().stream()
        .anyMatch(token -> token.is(Kind.DATE) && token.text().startsWith("mmm"));
  }
}
