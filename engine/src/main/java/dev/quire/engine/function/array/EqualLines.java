package dev.quire.engine.function.array;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import java.util.Arrays;
import java.util.BitSet;

/// Finds lines that are the same, texts compared letter by letter without case. Keeps numbers of
/// lines only, however many elements they have.
final class EqualLines {
  private static final int FREE = -1;

  private final Elements elements;
  private final int length;
  private final int[] places;
  private final int[] firsts;
  private final BitSet repeated = new BitSet();
  private int found;

  /// Where the elements of lines are read.
  @FunctionalInterface
  private interface Elements {
    Scalar at(int line, int place);
  }

  /// @param count how many lines are looked at, from the first on
  /// @param length how many elements of each count
  private EqualLines(Elements elements, int count, int length) {
    this.elements = elements;
    this.length = length;
    this.places = new int[Math.max(Integer.highestOneBit(Math.max(count, 1)) << 2, 16)];
    this.firsts = new int[count];
    Arrays.fill(places, FREE);
  }

  static EqualLines of(Arguments a, Lines lines, int count, int length) {
    var equal = new EqualLines(elements(lines, length), count, length);
    for (int line = 0; line < count; line++) {
      a.spend(length);
      equal.add(line);
    }
    return equal;
  }

  /// Of short lines all are read at once.
  private static Elements elements(Lines lines, int length) {
    if (length != 1) {
      return lines::at;
    }
    Scalar[] values = lines.across(0);
    return (line, _) -> values[line];
  }

  /// The lines that are the first of their kind, in order.
  ///
  /// @param onlyOnce whether to leave out those that come again
  int[] firsts(boolean onlyOnce) {
    return Arrays.stream(firsts, 0, found)
        .filter(line -> !onlyOnce || !repeated.get(line))
        .toArray();
  }

  private void add(int line) {
    int at = hash(line) & places.length - 1;
    for (; places[at] != FREE; at = at + 1 & places.length - 1) {
      if (areEqual(places[at], line)) {
        repeated.set(places[at]);
        return;
      }
    }
    places[at] = line;
    firsts[found++] = line;
  }

  private int hash(int line) {
    int hash = 1;
    for (int place = 0; place < length; place++) {
      Scalar value = elements.at(line, place);
      hash = 31 * hash + (value instanceof TextValue(String text) ? hash(text) : value.hashCode());
    }
    // Multiplied by the golden ratio, numbers that follow one another do not lie in heaps.
    hash *= 0x9E3779B9;
    return hash ^ hash >>> 15;
  }

  private static int hash(String text) {
    int hash = 7;
    for (int i = 0; i < text.length(); i++) {
      hash = 31 * hash + folded(text.charAt(i));
    }
    return hash;
  }

  private boolean areEqual(int line, int other) {
    for (int place = 0; place < length; place++) {
      Scalar left = elements.at(line, place);
      Scalar right = elements.at(other, place);
      boolean equal =
          left instanceof TextValue(String text) && right instanceof TextValue(String otherText)
              ? areEqual(text, otherText)
              : left.equals(right);
      if (!equal) {
        return false;
      }
    }
    return true;
  }

  private static boolean areEqual(String text, String other) {
    if (text == other) {
      return true;
    }
    if (text.length() != other.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (folded(text.charAt(i)) != folded(other.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static char folded(char letter) {
    if (letter < 0x80) {
      return letter >= 'A' && letter <= 'Z' ? (char) (letter + ('a' - 'A')) : letter;
    }
    return Character.toLowerCase(Character.toUpperCase(letter));
  }
}
