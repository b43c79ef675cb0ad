package dev.quire.engine.numfmt;

/// A number read from text.
///
/// @param numberFormat what it suggests for a cell formatted as General
/// @param isDated whether it names a day
record NumberEntry(double number, String numberFormat, boolean isDated) {
  static NumberEntry of(double number, String numberFormat) {
    return new NumberEntry(number, numberFormat, false);
  }
}
