package dev.quire.ooxml.xml;

import java.util.Arrays;

/// The names of the elements that are open, one after another in one array.
final class OpenElements {
  private final int limit;
  private byte[] names = new byte[256];
  private int[] ends = new int[16];
  private int depth;

  OpenElements(int limit) {
    this.limit = limit;
  }

  int depth() {
    return depth;
  }

  /// Opens an element; false when there are too many.
  boolean push(byte[] from, int start, int end) {
    if (depth == limit) {
      return false;
    }
    int at = depth == 0 ? 0 : ends[depth - 1];
    int after = at + end - start;
    if (after > names.length) {
      names = Arrays.copyOf(names, Math.max(after, names.length * 2));
    }
    if (depth == ends.length) {
      ends = Arrays.copyOf(ends, depth * 2);
    }
    for (int i = start, to = at; i < end; i++, to++) {
      names[to] = from[i];
    }
    ends[depth++] = after;
    return true;
  }

  /// Closes an element; false when another one is open, or none.
  boolean pop(byte[] from, int start, int end) {
    if (depth == 0) {
      return false;
    }
    int last = ends[--depth];
    int first = depth == 0 ? 0 : ends[depth - 1];
    return Arrays.equals(names, first, last, from, start, end);
  }
}
