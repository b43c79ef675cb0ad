package dev.quire.bench.files;

import java.util.Locale;

/// The workbooks of the benchmark.
enum FileCase {
  /// Numbers only.
  NUMBERS("1,000,000 x 10 numbers", 1, 1_000_000),
  /// The same, smaller, for a test.
  SMALLER("400,000 x 10 numbers", 1, 400_000),
  /// Shared texts, logical values, formulas and numbers.
  MIXED("100,000 x 10, texts, formulas, numbers", 1, 100_000),
  /// Many sheets of numbers.
  SHEETS("50 sheets of 4,000 x 10 numbers", 50, 4_000),
  /// One of those sheets in a file of its own.
  SHEET("one such sheet alone", 1, 4_000),
  /// Numbers with a column of formulas.
  INSERT("20,000 x 10 numbers and a formula in each row", 1, 20_000),
  /// What is read before anything is measured; texts, formulas and numbers.
  TRAINING("5,000 x 10, texts, formulas, numbers", 1, 5_000);

  private final String words;
  private final int sheets;
  private final int rows;

  FileCase(String words, int sheets, int rows) {
    this.words = words;
    this.sheets = sheets;
    this.rows = rows;
  }

  String words() {
    return words;
  }

  int sheets() {
    return sheets;
  }

  int rows() {
    return rows;
  }

  boolean hasTexts() {
    return this == MIXED || this == TRAINING;
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
