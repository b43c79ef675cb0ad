package dev.quire.engine.numfmt;

import dev.quire.engine.numfmt.Token.Kind;
import dev.quire.engine.value.TextValue;
import java.util.List;

/// A section without placeholders for digits or dates: literals, the word General, `@`.
///
/// @param numerals what takes the place of the digits 0 to 9
record PlainSection(List<Token> tokens, Numerals numerals) implements Section {
  PlainSection {
    tokens = List.copyOf(tokens);
  }

  /// The format of cells that were never given one.
  static final PlainSection GENERAL =
      new PlainSection(List.of(new Token(Kind.GENERAL, "General")), Numerals.LATIN);

  boolean isEmpty() {
    return tokens.isEmpty();
  }

  /// A number in a text format is shown as General, without the literals around `@`.
  @Override
  public boolean write(double number, boolean negative, FormatContext context, StringBuilder out) {
    if (has(Kind.TEXT)) {
      GeneralText.write(number, context.settings(), numerals, out);
      return true;
    }
    if (negative) {
      out.append('-');
    }
    for (Token token : tokens) {
      if (token.is(Kind.GENERAL)) {
        GeneralText.write(Math.abs(number), context.settings(), numerals, out);
      } else {
        out.append(token.text());
      }
    }
    return true;
  }

  /// Appends a text in place of `@` (and of General); false when the result outgrows a cell.
  boolean write(String text, StringBuilder out) {
    for (Token token : tokens) {
      out.append(token.is(Kind.TEXT) || token.is(Kind.GENERAL) ? text : token.text());
      if (out.length() > TextValue.MAX_LENGTH) {
        return false;
      }
    }
    return true;
  }

  boolean has(Kind kind) {
    for (Token token : tokens) {
      if (token.is(kind)) {
        return true;
      }
    }
    return false;
  }
}
