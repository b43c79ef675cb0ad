package dev.quire.graph.path;

/// The value of a parameter of a function, as its type in the model demands.
public sealed interface Argument {
  /// Text, quotes removed.
  ///
  /// @param text may be empty
  record Text(String text) implements Argument {}

  /// A whole number.
  ///
  /// @param number may be negative
  record Whole(int number) implements Argument {}

  /// True or false.
  ///
  /// @param flag the value
  record Flag(boolean flag) implements Argument {}

  /// The word `null`, where the model allows it.
  record Nothing() implements Argument {}
}
