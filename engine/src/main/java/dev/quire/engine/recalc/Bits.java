package dev.quire.engine.recalc;

import java.util.Arrays;

/// A set of rows. Unlike `BitSet` it knows how many there are and takes no longer to take one out
/// the higher it is.
final class Bits {
  private static final int SHIFT = 6;
  private long[] words = new long[4];
  private int count;

  Bits() {}

  private Bits(Bits other) {
    words = other.words.clone();
    count = other.count;
  }

  Bits copy() {
    return new Bits(this);
  }

  boolean get(int row) {
    int word = row >> SHIFT;
    return count > 0 && word < words.length && (words[word] & 1L << row) != 0;
  }

  void set(int row) {
    int word = row >> SHIFT;
    grow(word);
    count += (words[word] & 1L << row) == 0 ? 1 : 0;
    words[word] |= 1L << row;
  }

  /// Adds all rows between two, both included, and tells whether one of them is new.
  boolean setAll(int first, int last) {
    if (first == last) {
      boolean isNew = !get(first);
      set(first);
      return isNew;
    }
    int firstWord = first >> SHIFT;
    int lastWord = last >> SHIFT;
    grow(lastWord);
    int before = count;
    for (int word = firstWord; word <= lastWord; word++) {
      long mask = mask(word, firstWord, lastWord, first, last);
      count += Long.bitCount(mask & ~words[word]);
      words[word] |= mask;
    }
    return count > before;
  }

  private void grow(int word) {
    if (word >= words.length) {
      words = Arrays.copyOf(words, Math.max(word + 1, words.length * 2));
    }
  }

  void clear(int row) {
    if (get(row)) {
      words[row >> SHIFT] &= ~(1L << row);
      count--;
    }
  }

  /// Takes out all rows between two, both included.
  void clearAll(int first, int last) {
    if (first == last) {
      clear(first);
      return;
    }
    int firstWord = first >> SHIFT;
    int lastWord = Math.min(last >> SHIFT, words.length - 1);
    for (int word = firstWord; word <= lastWord && count > 0; word++) {
      long mask = mask(word, firstWord, last >> SHIFT, first, last);
      count -= Long.bitCount(mask & words[word]);
      words[word] &= ~mask;
    }
  }

  private static long mask(int word, int firstWord, int lastWord, int first, int last) {
    long mask = -1L;
    mask = word == firstWord ? mask << first : mask;
    return word == lastWord ? mask & -1L >>> -(last + 1) : mask;
  }

  /// How many rows from one on, up to another, follow one another without a gap.
  int leading(int from, int last) {
    int row = from;
    while (row <= last && row >> SHIFT < words.length) {
      long gaps = ~words[row >> SHIFT] >>> row;
      int here = gaps == 0 ? Long.SIZE - (row & Long.SIZE - 1) : Long.numberOfTrailingZeros(gaps);
      row += here;
      if (gaps != 0) {
        break;
      }
    }
    return Math.min(row, last + 1) - from;
  }

  /// The first row from one on, up to another; -1 for none.
  int next(int from, int last) {
    if (count == 0) {
      return -1;
    }
    int lastWord = Math.min(last >> SHIFT, words.length - 1);
    int word = from >> SHIFT;
    long rest = word <= lastWord ? words[word] & -1L << from : 0;
    while (rest == 0) {
      if (++word > lastWord) {
        return -1;
      }
      rest = words[word];
    }
    int row = (word << SHIFT) + Long.numberOfTrailingZeros(rest);
    return row <= last ? row : -1;
  }
}
