package dev.quire.chart.canvas;

import java.util.Arrays;
import java.util.Optional;

/// The few colours of a picture, numbered in the order in which they appear.
final class Palette {
  /// The most colours that a PNG can number.
  static final int MOST = 256;

  private static final int SLOTS = 1_024;
  private static final int SPREAD = 0x9E3779B1;
  private static final int SHIFT = 22;

  private final int[] slots = new int[SLOTS];
  private final int[] colors = new int[MOST];
  private int size;

  private Palette() {
    Arrays.fill(slots, -1);
  }

  /// The colours of some pixels; empty when there are too many.
  static Optional<Palette> of(int[] pixels) {
    var palette = new Palette();
    int last = -1;
    for (int pixel : pixels) {
      if (pixel != last && !palette.add(pixel)) {
        return Optional.empty();
      }
      last = pixel;
    }
    return Optional.of(palette);
  }

  private boolean add(int color) {
    int slot = slot(color);
    if (slots[slot] >= 0) {
      return true;
    }
    if (size == MOST) {
      return false;
    }
    slots[slot] = size;
    colors[size++] = color;
    return true;
  }

  private int slot(int color) {
    int slot = color * SPREAD >>> SHIFT;
    while (slots[slot] >= 0 && colors[slots[slot]] != color) {
      slot = slot + 1 & SLOTS - 1;
    }
    return slot;
  }

  /// The number of a colour that is there.
  byte number(int color) {
    return (byte) slots[slot(color)];
  }

  /// How many there are.
  int size() {
    return size;
  }

  /// A colour by its number.
  int color(int number) {
    return colors[number];
  }
}
