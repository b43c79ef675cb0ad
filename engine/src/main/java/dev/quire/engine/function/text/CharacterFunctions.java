package dev.quire.engine.function.text;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.any;
import static dev.quire.engine.function.Parameters.number;
import static dev.quire.engine.function.Parameters.scalar;
import static dev.quire.engine.function.Parameters.text;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import dev.quire.engine.value.Value;
import java.nio.charset.Charset;
import java.util.List;
import java.util.function.IntUnaryOperator;

/// Functions on single characters, their case and their codes. `CHAR` and `CODE` use Windows-1252.
public final class CharacterFunctions {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final int UNKNOWN = '?';

  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          function("UPPER", a -> cased(a.text(0), Character::toUpperCase)).takes(text("text")),
          function("LOWER", a -> cased(a.text(0), Character::toLowerCase)).takes(text("text")),
          function("PROPER", a -> new TextValue(proper(a.text(0)))).takes(text("text")),
          function("TRIM", a -> new TextValue(trimmed(a.text(0)))).takes(text("text")),
          function("CLEAN", a -> new TextValue(a.text(0).replaceAll("[\\x00-\\x1F]", "")))
              .takes(text("text")),
          function("CHAR", CharacterFunctions::character).takes(number("number")),
          function("CODE", CharacterFunctions::code).takes(text("text")),
          function("UNICHAR", CharacterFunctions::unichar).since(2013).takes(number("number")),
          function("UNICODE", CharacterFunctions::unicode).since(2013).takes(text("text")),
          function("VALUE", CharacterFunctions::value).takes(scalar("text")),
          function("T", a -> asText(a.topLeft(a.value(0)))).takes(any("value")));

  private CharacterFunctions() {}

  /// Letter by letter: what has no single counterpart stays, as `ß` does.
  private static Value cased(String text, IntUnaryOperator change) {
    var result = new StringBuilder(text.length());
    text.chars().forEach(c -> result.append((char) change.applyAsInt(c)));
    return new TextValue(result.toString());
  }

  /// A letter is large after anything that is no letter.
  private static String proper(String text) {
    var result = new StringBuilder(text.length());
    boolean inWord = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      result.append(inWord ? Character.toLowerCase(c) : Character.toUpperCase(c));
      inWord = Character.isLetter(c);
    }
    return result.toString();
  }

  /// Only the blank of ASCII is trimmed.
  private static String trimmed(String text) {
    return text.replaceAll(" +", " ").replaceAll("^ | $", "");
  }

  private static Value character(Arguments a) {
    int code = (int) a.number(0);
    if (code < 1 || code > 255) {
      return ErrorValue.VALUE;
    }
    String decoded = new String(new byte[] {(byte) code}, WINDOWS);
    // Five codes mean nothing in Windows-1252; they stay the control characters they are.
    return new TextValue(decoded.equals("\uFFFD") ? String.valueOf((char) code) : decoded);
  }

  private static Value code(Arguments a) {
    if (a.text(0).isEmpty()) {
      return ErrorValue.VALUE;
    }
    byte[] bytes = a.text(0).substring(0, 1).getBytes(WINDOWS);
    return new NumberValue(bytes.length == 0 ? UNKNOWN : bytes[0] & 0xFF);
  }

  private static Value unichar(Arguments a) {
    int code = (int) a.number(0);
    if (code < 1 || code > Character.MAX_CODE_POINT) {
      return ErrorValue.VALUE;
    }
    boolean surrogate = code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
    return surrogate || (code & 0xFFFE) == 0xFFFE
        ? ErrorValue.NA
        : new TextValue(Character.toString(code));
  }

  private static Value unicode(Arguments a) {
    return a.text(0).isEmpty() ? ErrorValue.VALUE : new NumberValue(a.text(0).codePointAt(0));
  }

  private static Value value(Arguments a) {
    return a.scalar(0) instanceof LogicalValue ? ErrorValue.VALUE : a.toNumber(a.scalar(0));
  }

  private static Value asText(Scalar value) {
    return value instanceof TextValue || value instanceof ErrorValue ? value : TextValue.EMPTY;
  }
}
