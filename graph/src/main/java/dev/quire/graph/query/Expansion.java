package dev.quire.graph.query;

import java.util.List;

/// A navigation property to show in place: one entry of `$expand`.
///
/// @param property its name
/// @param select what to show of it; everything when empty
public record Expansion(String property, List<String> select) {
  /// Copies the selection.
  public Expansion {
    select = List.copyOf(select);
  }
}
