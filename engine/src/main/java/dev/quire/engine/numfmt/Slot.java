package dev.quire.engine.numfmt;

/// A piece of a compiled number pattern.
sealed interface Slot {
  /// Text shown as it stands.
  record Literal(String text) implements Slot {}

  /// A place before the decimal point.
  ///
  /// @param kind `0`, `#` or `?`: what stands for a digit that is not there
  /// @param place 0 for the ones, 1 for the tens
  record Whole(char kind, int place) implements Slot {}

  /// A place after the decimal point, 0 for the tenths.
  record Decimals(char kind, int place) implements Slot {}

  /// The decimal point.
  record Point() implements Slot {}

  /// The letter E or e before the exponent.
  record ExponentMark(char letter) implements Slot {}

  /// The sign of the exponent, which stands before its first place.
  ///
  /// @param showsPlus whether a sign is shown for exponents that are not negative
  record ExponentSign(boolean showsPlus) implements Slot {}

  /// A place of the exponent, 0 for the ones.
  record Exponent(char kind, int place) implements Slot {}
}
