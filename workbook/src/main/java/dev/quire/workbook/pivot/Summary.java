package dev.quire.workbook.pivot;

/// How the values of a data field become one (ECMA-376 part 1, 18.18.17).
public enum Summary {
  /// The sum of the numbers.
  SUM,
  /// How many values are not blank.
  COUNT,
  /// How many values are numbers.
  COUNT_NUMBERS,
  /// The mean of the numbers.
  AVERAGE,
  /// The largest number.
  MAX,
  /// The smallest number.
  MIN,
  /// The product of the numbers.
  PRODUCT,
  /// The standard deviation of a sample.
  STANDARD_DEVIATION,
  /// The standard deviation of all there is.
  STANDARD_DEVIATION_OF_ALL,
  /// The variance of a sample.
  VARIANCE,
  /// The variance of all there is.
  VARIANCE_OF_ALL
}
