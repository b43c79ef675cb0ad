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

  /// How many items there are.
  public int size() {
    return items.size();
  }

  /// The item at a zero-based place.
  public Json at(int index) {
    return items.get(index);
  }

  @Override
  public String kind() {
    return "an array";
  }
}
