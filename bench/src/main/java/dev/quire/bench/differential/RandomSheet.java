package dev.quire.bench.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// A small sheet: constants of all kinds at the top, below them formulas over these and over the
/// formulas above. The same seed gives the same sheet.
///
/// @param rows the raw contents of the cells as they are typed; empty for nothing, with `=` before
///   a formula, with `'` before a text
record RandomSheet(List<List<String>> rows) {
  static final int COLUMNS = 6;
  static final int CONSTANT_ROWS = 8;

  /// So many rows of the column of days hold days.
  static final int DAY_ROWS = 4;

  private static final int FORMULA_ROWS = 8;
  private static final String[] TEXTS = {
    "'apple", "'Pear", "'plum tree", "'7", "'3.5", "'TRUE", "'a*", "'zoo"
  };

  static RandomSheet of(SplittableRandom random, FunctionTable functions) {
    var rows = new ArrayList<List<String>>();
    for (int row = 0; row < CONSTANT_ROWS + FORMULA_ROWS; row++) {
      var cells = new ArrayList<String>();
      for (int column = 0; column < COLUMNS; column++) {
        cells.add(
            row < CONSTANT_ROWS
                ? constant(random, row, column)
                : "=" + new RandomFormula(random, functions, row).expression(3));
      }
      rows.add(cells);
    }
    return new RandomSheet(rows);
  }

  /// The first three columns hold numbers, the fourth days above numbers between 0 and 1, the
  /// others anything. Texts are never empty, and days never those of 1900, with which the other
  /// engine does not do what Excel does.
  private static String constant(SplittableRandom random, int row, int column) {
    if (column < 3) {
      return number(random);
    }
    if (column == 3) {
      return row < DAY_ROWS
          ? Integer.toString(random.nextInt(400, 60_000))
          : Double.toString(random.nextInt(1, 100) / 100.0);
    }
    return switch (random.nextInt(6)) {
      case 0 -> "";
      case 1 -> random.nextBoolean() ? "TRUE" : "FALSE";
      case 2, 3 -> number(random);
      default -> TEXTS[random.nextInt(TEXTS.length)];
    };
  }

  static String number(SplittableRandom random) {
    return switch (random.nextInt(4)) {
      case 0 -> Integer.toString(random.nextInt(-5, 13));
      case 1 -> Integer.toString(random.nextInt(-1000, 1000));
      case 2 -> String.format(Locale.ROOT, "%.2f", random.nextDouble(-100, 100));
      default -> String.format(Locale.ROOT, "%.1f", random.nextDouble(-10, 10));
    };
  }
}
