package dev.quire.chart.scale;

/// Categories along an axis: slots of equal width, numbered from 0.
///
/// @param slots at least 1
/// @param between whether points lie in the middle of slots, not at the ends of the axis
/// @param reversed whether slots count from the other end
public record SlotScale(int slots, boolean between, boolean reversed) implements Scale {
  /// Makes sure that there is a slot.
  public SlotScale {
    slots = Math.max(1, slots);
  }

  @Override
  public double at(double slot) {
    double part = between ? (slot + 0.5) / slots : slots == 1 ? 0.5 + slot : slot / (slots - 1);
    return reversed ? 1 - part : part;
  }

  /// Width of a slot, in parts of the axis.
  public double step() {
    return between || slots == 1 ? 1.0 / slots : 1.0 / (slots - 1);
  }
}
