package dev.quire.engine.numfmt;

import dev.quire.engine.numfmt.Token.Kind;
import java.util.List;

/// A section as written, before it is known what it formats.
///
/// @param tokens in order, possibly none
/// @param condition what the brackets say, else [Condition#ANY]
/// @param color place in the palette that the brackets name, 0 for none
/// @param locale language, calendar and digits as the brackets name them
/// @param dbNum 1 to 4 for `[DBNum1]` to `[DBNum4]`, 0 without
record SectionCode(
    List<Token> tokens, Condition condition, int color, LocaleTag locale, int dbNum) {
  /// What numbers are written with. Digits that the locale names go before those of `[DBNum1]`
  /// (observed).
  Numerals numerals() {
    if (locale.numerals() > 0) {
      return Numerals.ofCode(locale.numerals());
    }
    return dbNum == 0
        ? Numerals.LATIN
        : locale
            .namedLanguage()
            .map(named -> Numerals.of(named.numerals(), dbNum))
            .orElse(Numerals.LATIN);
  }

  /// The tokens; `[DBNum1]` without any means General.
  List<Token> plainTokens() {
    return tokens.isEmpty() && dbNum > 0 ? PlainSection.GENERAL.tokens() : tokens;
  }

  boolean has(Kind kind) {
    for (Token token : tokens) {
      if (token.is(kind)) {
        return true;
      }
    }
    return false;
  }

  boolean isConditional() {
    return condition != Condition.ANY;
  }

  boolean isDate() {
    return has(Kind.DATE) || has(Kind.ELAPSED) || has(Kind.MERIDIEM) || has(Kind.CALENDAR);
  }
}
