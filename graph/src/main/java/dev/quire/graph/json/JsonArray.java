package dev.quire.graph.json;

import java.util.List;

/// An array.
///
/// @param items in order
public record JsonArray(List<Json> items) implements Json {
  /// Copies the items.
  public JsonArray {
    items = List.copyOf(items);
  }

  @Override
  public String kind() {
    return "an array";
  }
}
