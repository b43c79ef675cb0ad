package dev.quire.engine.numfmt;

import java.util.ArrayList;
import java.util.List;

/// Collects slots from left to right and counts the places, which are numbered from the point.
final class PatternBuilder {
  private enum Part {
    WHOLE,
    DECIMALS,
    EXPONENT
  }

  private final Numerals numerals;
  private final List<Slot> slots = new ArrayList<>();
  private final StringBuilder literal = new StringBuilder();
  private Part part = Part.WHOLE;
  private int whole;
  private int decimals;
  private int exponent;
  private boolean grouped;
  private boolean showsPlus;

  PatternBuilder(Numerals numerals) {
    this.numerals = numerals;
  }

  void literal(String text) {
    literal.append(text);
  }

  void placeholder(char kind) {
    flush();
    if (part == Part.EXPONENT && exponent == 0) {
      slots.add(new Slot.ExponentSign(showsPlus));
    }
    slots.add(
        switch (part) {
          case WHOLE -> new Slot.Whole(kind, whole++);
          case DECIMALS -> new Slot.Decimals(kind, decimals++);
          case EXPONENT -> new Slot.Exponent(kind, exponent++);
        });
  }

  /// The first point is the decimal point, others are shown as they stand.
  void point() {
    if (part == Part.WHOLE) {
      flush();
      slots.add(new Slot.Point());
      part = Part.DECIMALS;
    } else {
      literal(".");
    }
  }

  /// Takes `E+` or its kin: places that follow are those of the exponent.
  void exponent(String mark) {
    flush();
    slots.add(new Slot.ExponentMark(mark.charAt(0)));
    showsPlus = mark.charAt(1) == '+';
    part = Part.EXPONENT;
  }

  void group() {
    grouped |= part == Part.WHOLE;
  }

  boolean isExponent() {
    return part == Part.EXPONENT;
  }

  private void flush() {
    if (!literal.isEmpty()) {
      slots.add(new Slot.Literal(literal.toString()));
      literal.setLength(0);
    }
  }

  NumberPattern build() {
    flush();
    slots.replaceAll(slot ->
        switch (slot) {
          case Slot.Whole(char kind, int index) -> new Slot.Whole(kind, whole - 1 - index);
          case Slot.Exponent(char kind, int index) -> new Slot.Exponent(kind, exponent - 1 - index);
          case Slot.Literal l -> l;
          case Slot.Decimals d -> d;
          case Slot.Point p -> p;
          case Slot.ExponentMark m -> m;
          case Slot.ExponentSign s -> s;
        });
    return new NumberPattern(slots, whole, decimals, exponent, grouped, numerals);
  }
}
