package dev.quire.graph.resource;

import java.util.Optional;

/// Reads keys that are places in a collection.
final class Keys {
  private static final int MOST_DIGITS = 9;

  private Keys() {}

  /// A zero-based place below `size`; empty when the key is something else.
  static Optional<Integer> index(String key, int size) {
    if (key.isEmpty()
        || key.length() > MOST_DIGITS
        || !key.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.empty();
    }
    return Optional.of(Integer.valueOf(key)).filter(index -> index < size);
  }
}
