package dev.quire.engine.numfmt;

import dev.quire.engine.numfmt.Token.Kind;
import java.util.List;
import java.util.Optional;

/// Finds out what a section formats and builds it.
final class SectionCompiler {
  private static final int PERCENT = 2;
  private static final int THOUSAND = 3;

  private SectionCompiler() {}

  /// The section, empty when it mixes what cannot be mixed: a date with digits or a percent sign,
  /// General with digits, `@` with either.
  static Optional<Section> compile(SectionCode code) {
    boolean digits = code.has(Kind.PLACEHOLDER);
    if (code.isDate()) {
      return code.has(Kind.GENERAL) || code.has(Kind.TEXT) || code.has(Kind.PERCENT)
          ? Optional.empty()
          : DateCompiler.compile(code);
    }
    if (!digits) {
      return Optional.of(new PlainSection(code.plainTokens(), code.numerals()));
    }
    if (code.has(Kind.GENERAL) || code.has(Kind.TEXT)) {
      return Optional.empty();
    }
    int bar = FractionCompiler.bar(code.tokens());
    return bar < 0 ? number(code) : FractionCompiler.compile(code, bar);
  }

  private static Optional<Section> number(SectionCode code) {
    var builder = new PatternBuilder(code.numerals());
    int powerOfTen = read(code.tokens(), builder);
    var pattern = builder.build();
    if (!builder.isExponent()) {
      return Optional.of(new NumberSection(pattern, powerOfTen));
    }
    return pattern.exponentPlaces() == 0
        ? Optional.empty()
        : Optional.of(new ScientificSection(pattern));
  }

  /// Feeds tokens to the builder and gives the power of ten that percent signs and scaling commas
  /// stand for.
  static int read(List<Token> tokens, PatternBuilder builder) {
    int powerOfTen = 0;
    for (int at = 0; at < tokens.size(); at++) {
      Token token = tokens.get(at);
      switch (token.kind()) {
        case PLACEHOLDER -> builder.placeholder(token.first());
        case POINT -> builder.point();
        case EXPONENT -> {
          if (builder.isExponent()) {
            builder.literal(token.text());
          } else {
            builder.exponent(token.text());
          }
        }
        case PERCENT -> {
          powerOfTen += PERCENT;
          builder.literal(token.text());
        }
        case COMMA -> powerOfTen += comma(tokens, at, builder);
        case LITERAL, NUMERAL, SLASH, COLON, GENERAL, TEXT, DATE, ELAPSED, MERIDIEM, CALENDAR ->
            builder.literal(token.text());
      }
    }
    return powerOfTen;
  }

  /// A comma between digits asks for groups, one after the last digit before the point divides by a
  /// thousand, one before a sign with digits behind it does nothing (O), any other is shown.
  private static int comma(List<Token> tokens, int at, PatternBuilder builder) {
    int before = at - 1;
    while (before >= 0 && tokens.get(before).is(Kind.COMMA)) {
      before--;
    }
    if (before < 0 || !tokens.get(before).is(Kind.PLACEHOLDER)) {
      builder.literal(",");
      return 0;
    }
    int after = at + 1;
    while (after < tokens.size() && tokens.get(after).is(Kind.COMMA)) {
      after++;
    }
    if (after < tokens.size() && tokens.get(after).is(Kind.PLACEHOLDER)) {
      builder.group();
      return 0;
    }
    return endsDigits(tokens, after) ? -THOUSAND : 0;
  }

  private static boolean endsDigits(List<Token> tokens, int from) {
    for (Token token : tokens.subList(from, tokens.size())) {
      if (token.is(Kind.POINT) || token.is(Kind.EXPONENT)) {
        return true;
      }
      if (token.is(Kind.PLACEHOLDER)) {
        return false;
      }
    }
    return true;
  }
}
