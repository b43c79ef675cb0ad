package dev.quire.engine.numfmt;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/// The spelling of numbers without separators: `12`, `-.5`, `1e3`.
final class PlainNumber {
  private static final Pattern SHAPE =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,4})?");

  private PlainNumber() {}

  /// The finite number, empty for any other text.
  static OptionalDouble parse(String text) {
    if (!SHAPE.matcher(text).matches()) {
      return OptionalDouble.empty();
    }
    double number = Double.parseDouble(text);
    return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
  }
}
