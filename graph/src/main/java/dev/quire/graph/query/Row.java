package dev.quire.graph.query;

/// Something with named properties: one of a collection.
@FunctionalInterface
public interface Row {
  /// The value of a property, [Scalar.Nothing] when it has none.
  ///
  /// @param property a name that the options carry, so one of the model once they were resolved
  Scalar value(String property);
}
