package dev.quire.graph.query;

import java.util.OptionalInt;

/// How scalars compare.
final class Scalars {
  private Scalars() {}

  /// Less than, equal to or greater than zero as with comparators; empty for values of different
  /// kinds, and where one of them is nothing or opaque.
  static OptionalInt compare(Scalar left, Scalar right) {
    return switch (left) {
      case Scalar.Text(var a) when right instanceof Scalar.Text(var b) ->
          OptionalInt.of(a.compareTo(b));
      case Scalar.Number(var a) when right instanceof Scalar.Number(var b) ->
          OptionalInt.of(Double.compare(a, b));
      case Scalar.Flag(var a) when right instanceof Scalar.Flag(var b) ->
          OptionalInt.of(Boolean.compare(a, b));
      case Scalar.Text _ -> OptionalInt.empty();
      case Scalar.Number _ -> OptionalInt.empty();
      case Scalar.Flag _ -> OptionalInt.empty();
      case Scalar.Nothing _ -> OptionalInt.empty();
      case Scalar.Opaque _ -> OptionalInt.empty();
    };
  }

  /// A total order for sorting: nothing, false, true, numbers, texts, and last what cannot be
  /// compared.
  static int order(Scalar left, Scalar right) {
    return compare(left, right).orElseGet(() -> Integer.compare(rank(left), rank(right)));
  }

  private static int rank(Scalar scalar) {
    return switch (scalar) {
      case Scalar.Nothing _ -> 0;
      case Scalar.Flag _ -> 1;
      case Scalar.Number _ -> 2;
      case Scalar.Text _ -> 3;
      case Scalar.Opaque _ -> 4;
    };
  }
}
