package dev.quire.engine.numfmt;

import dev.quire.engine.numfmt.Token.Kind;
import java.util.List;

/// A section as written, before it is known what it formats.
///
/// @param tokens in order, possibly none
/// @param condition what the brackets say, else [Condition#ANY]
/// @param color place in the palette that the brackets name, 0 for none
/// @param language whose names dates have, as the brackets name it; empty for the reader's
record SectionCode(List<Token> tokens, Condition condition, int color, String language) {
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
