package dev.quire.graph.resource;

/// What a path inside a workbook leads to.
public sealed interface Target {
  /// One entity.
  record One(View view) implements Target {}

  /// A collection of entities.
  ///
  /// @param owner the entity that has it
  /// @param property the navigation property that holds it
  record Many(View owner, String property, Listing listing) implements Target {}

  /// A number that is not a property: the result of `count()`.
  record Number(int value) implements Target {}
}
