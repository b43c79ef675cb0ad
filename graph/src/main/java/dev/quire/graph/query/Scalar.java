package dev.quire.graph.query;

/// A value that a filter compares and an order sorts by.
public sealed interface Scalar {
  /// Text; compared character by character, case included.
  ///
  /// @param text the value
  record Text(String text) implements Scalar {}

  /// A number.
  ///
  /// @param number the value
  record Number(double number) implements Scalar {}

  /// True or false.
  ///
  /// @param flag the value
  record Flag(boolean flag) implements Scalar {}

  /// The absence of a value: equal to itself, and sorted before everything.
  record Nothing() implements Scalar {}

  /// A value that can be neither compared nor sorted by: an array, an object.
  record Opaque() implements Scalar {}
}
