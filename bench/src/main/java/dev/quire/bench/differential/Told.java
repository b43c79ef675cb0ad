package dev.quire.bench.differential;

import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;

/// What an engine says a cell holds, without what no engine tells from something else: a blank is
/// an empty text.
///
/// @param kind `n` a number, `t` a text, `l` a logical, `e` an error
/// @param number the number, 0 for all else
/// @param text the text, the logical or the error
record Told(char kind, double number, String text) {
  private static final double TOLERANCE = 1e-9;

  /// A difference of two nearly equal numbers keeps only their noise.
  private static final double NOISE = 1e-11;

  static Told of(Scalar value) {
    return switch (value) {
      case NumberValue(double number) -> new Told('n', number, "");
      case TextValue(String text) -> new Told('t', 0, text);
      case BlankValue _ -> new Told('t', 0, "");
      case LogicalValue logical -> new Told('l', 0, logical.truth() ? "TRUE" : "FALSE");
      case ErrorValue error -> new Told('e', 0, error.word());
    };
  }

  /// What the script of a peer writes.
  static Told read(String word) {
    if (word.startsWith("n")) {
      return new Told('n', Double.parseDouble(word.substring(1)), "");
    }
    if (word.startsWith("t") || word.isEmpty()) {
      return new Told('t', 0, word.isEmpty() ? "" : word.substring(1));
    }
    return new Told(word.startsWith("#") ? 'e' : 'l', 0, word);
  }

  boolean isEmptyText() {
    return kind == 't' && text.isEmpty();
  }

  boolean isLike(Told other) {
    return kind == other.kind
        && text.equals(other.text)
        && (number == other.number
            || Math.abs(number - other.number)
                <= Math.max(NOISE, TOLERANCE * Math.max(Math.abs(number), Math.abs(other.number))));
  }

  @Override
  public String toString() {
    return switch (kind) {
      case 'n' -> Double.toString(number);
      case 't' -> '"' + text + '"';
      default -> text;
    };
  }
}
