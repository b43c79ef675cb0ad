package dev.quire.engine.function.engineering;

import java.util.Locale;
import java.util.OptionalLong;

/// A base in which numbers are written with ten digits at most; the upper half of what ten digits
/// can write are the negative numbers.
enum Radix {
  BINARY(2),
  OCTAL(8),
  HEXADECIMAL(16);

  /// Digits of a number, and places of a result, at most.
  static final int MAX_DIGITS = 10;

  private final int base;

  Radix(int base) {
    this.base = base;
  }

  /// How many numbers ten digits can write.
  private long span() {
    return Math.round(Math.pow(base, MAX_DIGITS));
  }

  /// Reads a text of digits, the empty one as 0; empty for anything else or more than ten digits.
  OptionalLong read(String digits) {
    if (digits.length() > MAX_DIGITS) {
      return OptionalLong.empty();
    }
    long number = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = Character.digit(digits.charAt(i), base);
      if (digit < 0 || digits.charAt(i) > 'z') {
        return OptionalLong.empty();
      }
      number = number * base + digit;
    }
    return OptionalLong.of(number < span() / 2 ? number : number - span());
  }

  /// Whether ten digits can write a number.
  boolean holds(double number) {
    return number >= -span() / 2.0 && number < span() / 2.0;
  }

  /// Writes a number that [#holds] says can be written, without leading zeros unless negative.
  String write(long number) {
    return Long.toString(number < 0 ? number + span() : number, base).toUpperCase(Locale.ROOT);
  }
}
