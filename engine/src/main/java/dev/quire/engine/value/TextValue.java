package dev.quire.engine.value;

/// A text, at most 32,767 characters (Excel specifications and limits). The empty text differs from
/// a blank.
public record TextValue(String text) implements Scalar {
  /// The empty text, as `=""` yields it.
  public static final TextValue EMPTY = new TextValue("");

  /// Longest text that a cell holds, in UTF-16 units.
  public static final int MAX_LENGTH = 32_767;

  /// The text as a value, or `#VALUE!` when it is longer than a cell can hold.
  public static Scalar of(String text) {
    return text.length() <= MAX_LENGTH ? new TextValue(text) : ErrorValue.VALUE;
  }

  /// As much of a text as a cell can hold: what `&` makes of a longer one (O).
  public static TextValue cut(CharSequence text) {
    return new TextValue(text.subSequence(0, Math.min(text.length(), MAX_LENGTH)).toString());
  }
}
