package dev.quire.engine.value;

/// The content of an empty cell: counts as 0 in arithmetic and as the empty text in texts.
public enum BlankValue implements Scalar {
  /// The only blank.
  BLANK
}
