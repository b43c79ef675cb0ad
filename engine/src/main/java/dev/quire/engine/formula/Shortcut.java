package dev.quire.engine.formula;

import java.util.function.Supplier;

/// How the commonest calls of a function may be computed with less work. Always gives what the
/// ordinary call gives.
public sealed interface Shortcut {
  /// There is none.
  Shortcut NONE = new None();

  /// There is none.
  record None() implements Shortcut {}

  /// Takes one or two numbers that must be given.
  record OfNumbers(NumberCall call) implements Shortcut {}

  /// Takes in all numbers of its arguments, in order.
  ///
  /// @param begin makes a fold that has seen nothing
  record OfAll(Supplier<NumberFold> begin) implements Shortcut {}

  /// Passes over cells of a range that do not meet its criteria.
  record Choosing(Selective selective) implements Shortcut {}

  /// Hands on one of its arguments.
  enum Choice implements Shortcut {
    /// The second or third, as the first says.
    IF,
    /// The first, or the second when that is an error.
    IFERROR
  }
}
