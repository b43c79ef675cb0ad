package dev.quire.graph.json;

import java.util.Optional;

/// A number, never infinite and never NaN.
///
/// @param value the nearest double
/// @param spelled how the client wrote it, where that differs from how we would
public record JsonNumber(double value, Optional<String> spelled) implements Json {
  /// A number in its usual spelling.
  public JsonNumber(double value) {
    this(value, Optional.empty());
  }

  /// The number as the client wrote it: `1.0`, `12345678901234567890`.
  public String text() {
    return spelled.orElseGet(() -> NumberText.of(value));
  }

  /// Whether the value is whole and fits an `int`; `1.0` and `1e2` do.
  public boolean isWhole() {
    return value == (int) value;
  }

  @Override
  public String kind() {
    return "a number";
  }
}
