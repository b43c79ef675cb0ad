package dev.quire.engine.function.array;

import dev.quire.engine.value.NumberValue;

/// Brings lines into the order of plain numbers; equal ones stay as they are. Merges ever longer
/// stretches that are in order already.
final class NumberOrder {
  private static final int SHORTEST = 16;

  private final double[] numbers;
  private int[] order;
  private int[] spare;

  private NumberOrder(double[] numbers) {
    this.numbers = numbers;
    this.order = new int[numbers.length];
    this.spare = new int[numbers.length];
  }

  static int[] sorted(SortOrder.Key key) {
    var numbers = new double[key.values().length];
    for (int line = 0; line < numbers.length; line++) {
      double number = ((NumberValue) key.values()[line]).number();
      numbers[line] = key.falling() ? -number : number;
    }
    return new NumberOrder(numbers).sorted();
  }

  private int[] sorted() {
    for (int from = 0; from < numbers.length; from += SHORTEST) {
      insert(from, Math.min(from + SHORTEST, numbers.length));
    }
    for (int length = SHORTEST; length < numbers.length; length *= 2) {
      for (int from = 0; from < numbers.length; from += 2 * length) {
        int middle = Math.min(from + length, numbers.length);
        merge(from, middle, Math.min(middle + length, numbers.length));
      }
      int[] merged = spare;
      spare = order;
      order = merged;
    }
    return order;
  }

  private void insert(int from, int to) {
    for (int line = from; line < to; line++) {
      int at = line;
      for (; at > from && numbers[order[at - 1]] > numbers[line]; at--) {
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
          left < middle && (right == to || numbers[order[left]] <= numbers[order[right]]);
      spare[at] = takesLeft ? order[left++] : order[right++];
    }
  }
}
