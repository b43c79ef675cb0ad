package dev.quire.graph.resource;

import dev.quire.graph.json.JsonOut;

/// Writes the value of one property.
///
/// @param <V> the view that has it
@FunctionalInterface
public interface PropertyReader<V> {
  /// Writes one JSON value.
  void write(V view, JsonOut out);
}
