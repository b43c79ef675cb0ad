package dev.quire.engine.numfmt;

import dev.quire.engine.numfmt.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Builds sections such as `# ??/??` or `0 ?/16`.
final class FractionCompiler {
  /// A longer fixed denominator could not be told from rounding noise.
  private static final int MOST_DENOMINATOR_DIGITS = 9;

  private FractionCompiler() {}

  /// Index of the fraction bar: a `/` with a placeholder before and a digit or placeholder after
  /// it, blanks aside; -1 when there is none.
  static int bar(List<Token> tokens) {
    for (int at = 1; at < tokens.size() - 1; at++) {
      if (tokens.get(at).is(Kind.SLASH)) {
        int before = skipLiterals(tokens, at - 1, -1);
        int after = skipLiterals(tokens, at + 1, 1);
        if (before >= 0
            && after < tokens.size()
            && tokens.get(before).is(Kind.PLACEHOLDER)
            && isDenominator(tokens.get(after))) {
          return at;
        }
      }
    }
    return -1;
  }

  static Optional<Section> compile(SectionCode code, int bar) {
    List<Token> tokens = code.tokens();
    Numerals numerals = code.numerals();
    int numeratorEnd = skipLiterals(tokens, bar - 1, -1) + 1;
    int numerator = numeratorEnd;
    while (numerator > 0 && tokens.get(numerator - 1).is(Kind.PLACEHOLDER)) {
      numerator--;
    }
    int denominator = skipLiterals(tokens, bar + 1, 1);
    int end = denominator;
    while (end < tokens.size() && isDenominator(tokens.get(end))) {
      end++;
    }
    int wholeEnd = skipLiterals(tokens, numerator - 1, -1) + 1;
    boolean mixed = wholeEnd > 0;
    String places = text(tokens.subList(denominator, end));
    boolean fixed = tokens.subList(denominator, end).stream().anyMatch(t -> t.is(Kind.NUMERAL));
    if (places.length() > MOST_DENOMINATOR_DIGITS
        || fixed && !places.chars().allMatch(Character::isDigit)) {
      return Optional.empty();
    }
    var whole = tokens.subList(0, mixed ? wholeEnd : numerator);
    return Optional.of(
        new FractionSection(
            mixed,
            pattern(whole, numerals),
            pattern(showingZero(whole), numerals),
            mixed ? lastPlaceholder(whole) : ' ',
            mixed ? text(tokens.subList(wholeEnd, numerator)) : "",
            pattern(showingZero(tokens.subList(numerator, numeratorEnd)), numerals),
            text(tokens.subList(numerator, numeratorEnd)),
            text(tokens.subList(numeratorEnd, denominator)),
            places,
            fixed ? Integer.parseInt(places) : 0,
            text(tokens.subList(end, tokens.size()))));
  }

  /// The same with the last placeholder made `0`.
  private static List<Token> showingZero(List<Token> tokens) {
    var shown = new ArrayList<>(tokens);
    for (int at = shown.size() - 1; at >= 0; at--) {
      if (shown.get(at).is(Kind.PLACEHOLDER)) {
        shown.set(at, new Token(Kind.PLACEHOLDER, "0"));
        break;
      }
    }
    return shown;
  }

  private static char lastPlaceholder(List<Token> tokens) {
    return tokens.reversed().stream()
        .filter(token -> token.is(Kind.PLACEHOLDER))
        .map(Token::first)
        .findFirst()
        .orElse(' ');
  }

  private static NumberPattern pattern(List<Token> tokens, Numerals numerals) {
    var builder = new PatternBuilder(numerals);
    SectionCompiler.read(tokens, builder);
    return builder.build();
  }

  private static boolean isDenominator(Token token) {
    return token.is(Kind.PLACEHOLDER) || token.is(Kind.NUMERAL);
  }

  private static int skipLiterals(List<Token> tokens, int from, int step) {
    int at = from;
    while (at >= 0 && at < tokens.size() && tokens.get(at).is(Kind.LITERAL)) {
      at += step;
    }
    return at;
  }

  private static String text(List<Token> tokens) {
    var text = new StringBuilder();
    tokens.forEach(token -> text.append(token.text()));
    return text.toString();
  }
}
