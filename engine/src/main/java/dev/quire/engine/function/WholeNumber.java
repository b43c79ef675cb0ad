package dev.quire.engine.function;

/// How a whole number is read from an argument that has a fraction. Excel takes a number that lacks
/// less than 2^-22 for the whole one above it in rows, columns and areas (`INDEX`, `VLOOKUP`,
/// `HLOOKUP`, `ADDRESS`, `SEQUENCE`), in years, months and days (`DATE`), in counts of characters
/// (`LEFT`, `RIGHT`) and in decimals (`ROUND`); others, such as `MID`, `OFFSET` and `ROUNDUP`, just
/// cut the fraction off (O, a series of probes in Excel 16.0).
public final class WholeNumber {
  /// What may be missing to the next whole number.
  private static final double MISSING = 0x1p-22;

  private WholeNumber() {}

  /// The whole number that is not above a number, or nearly reached by it.
  public static double floor(double number) {
    return Math.floor(number + MISSING);
  }

  /// The whole number towards zero, or nearly reached on the way from zero.
  public static double towardsZero(double number) {
    return number < 0 ? Math.ceil(number - MISSING) : Math.floor(number + MISSING);
  }
}
