package dev.quire.graph.query;

/// One side of a comparison.
public sealed interface Operand {
  /// The value for a row.
  Scalar of(Row row);

  /// A property of the row.
  ///
  /// @param property its name
  record Member(String property) implements Operand {
    @Override
    public Scalar of(Row row) {
      return row.value(property);
    }
  }

  /// A value written in the filter.
  ///
  /// @param value the value
  record Literal(Scalar value) implements Operand {
    @Override
    public Scalar of(Row row) {
      return value;
    }
  }
}
