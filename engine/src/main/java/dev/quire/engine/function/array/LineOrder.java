package dev.quire.engine.function.array;

/// Brings lines into an order; equal ones stay as they are. Merges ever longer stretches that are
/// in order already.
final class LineOrder {
  private static final int SHORTEST = 16;

  private final Comparison comparison;
  private final Runnable checkTime;
  private int[] order;
  private int[] spare;

  /// Tells which of two lines comes first.
  @FunctionalInterface
  interface Comparison {
    /// Less than 0 when the left line comes first, more when the right one does.
    int compare(int left, int right);
  }

  private LineOrder(int lines, Comparison comparison, Runnable checkTime) {
    this.comparison = comparison;
    this.checkTime = checkTime;
    this.order = new int[lines];
    this.spare = new int[lines];
  }

  /// The lines in order.
  ///
  /// @param checkTime is called now and then and may throw
  static int[] sorted(int lines, Comparison comparison, Runnable checkTime) {
    return new LineOrder(lines, comparison, checkTime).sorted();
  }

  private int[] sorted() {
    for (int from = 0; from < order.length; from += SHORTEST) {
      insert(from, Math.min(from + SHORTEST, order.length));
    }
    for (int length = SHORTEST; length < order.length; length *= 2) {
      for (int from = 0; from < order.length; from += 2 * length) {
        int middle = Math.min(from + length, order.length);
        merge(from, middle, Math.min(middle + length, order.length));
      }
      int[] merged = spare;
      spare = order;
      order = merged;
      checkTime.run();
    }
    return order;
  }

  private void insert(int from, int to) {
    for (int line = from; line < to; line++) {
      int at = line;
      for (; at > from && comparison.compare(order[at - 1], line) > 0; at--) {
        order[at] = order[at - 1];
      }
      order[at] = line;
    }
  }

  private void merge(int from, int middle, int to) {
    int left = from;
    int right = middle;
    for (int at = from; at < to; at++) {
      boolean takesLeft =
          left < middle && (right == to || comparison.compare(order[left], order[right]) <= 0);
      spare[at] = takesLeft ? order[left++] : order[right++];
    }
  }
}
