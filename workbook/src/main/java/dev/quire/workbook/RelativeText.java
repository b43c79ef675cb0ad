package dev.quire.workbook;

import dev.quire.engine.ref.Grid;
import java.util.Arrays;

/// The text of a formula with references as R1C1 notation has them: the same for all cells that
/// repeat a formula, whichever way it was filled. Programs that write no shared formulas write
/// `E2*2`, `E3*2`, `E4*2`, and only the first has to be parsed.
///
/// Texts that are equal here stand for the same template on one worksheet. What could be taken for
/// a reference and is none, or the other way round, is not told apart but refused: see [#read].
final class RelativeText {
  private static final long CELL = 1L << 62;
  private static final long FIXED_ROW = 1L << 61;
  private static final long FIXED_COLUMN = 1L << 60;
  private static final int OFFSET_BITS = 24;
  private static final long OFFSET_MASK = (1L << OFFSET_BITS) - 1;
  private static final int MOST_LETTERS = 3;
  private static final int MOST_DIGITS = 7;
  private static final char LAST_ASCII = 127;
  private static final long NO_CELL = 0;
  private static final long UNCLEAR = -1;

  private long[] codes = new long[64];
  private int length;
  private int hash;

  /// Reads a formula in A1 notation.
  ///
  /// @param row zero-based, of the cell that has the formula
  /// @param column zero-based
  /// @return false where the text alone does not say what it refers to: whole rows and columns,
  ///   ranges of worksheets, tables, other workbooks, links to programs; and where a word is not
  ///   plain ASCII
  boolean read(String formula, int row, int column) {
    length = 0;
    hash = 0;
    boolean afterCell = false;
    boolean needsCell = false;
    int at = 0;
    while (at < formula.length()) {
      char sign = formula.charAt(at);
      int end = end(formula, at, sign);
      long cell = isWordStart(sign) ? cell(formula, at, end, row, column) : NO_CELL;
      if (isUnclear(sign)
          || cell == UNCLEAR
          || needsCell && cell == NO_CELL
          || sign == ':' && !afterCell) {
        return false;
      }
      needsCell = sign == ':';
      afterCell = cell != NO_CELL;
      if (afterCell) {
        add(cell);
      } else {
        for (int each = at; each < end; each++) {
          add(formula.charAt(each));
        }
      }
      at = end;
    }
    return true;
  }

  /// The same, to keep.
  RelativeText copy() {
    var copy = new RelativeText();
    copy.codes = Arrays.copyOf(codes, length);
    copy.length = length;
    copy.hash = hash;
    return copy;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RelativeText that
        && hash == that.hash
        && Arrays.equals(codes, 0, length, that.codes, 0, that.length);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  private void add(long code) {
    if (length == codes.length) {
      codes = Arrays.copyOf(codes, 2 * length);
    }
    codes[length++] = code;
    hash = 31 * hash + Long.hashCode(code);
  }

  /// How much there is to keep, one for each letter and each reference.
  int length() {
    return length;
  }

  /// Square brackets name tables and other workbooks, a bar what another program has.
  private static boolean isUnclear(char sign) {
    return sign == '[' || sign == ']' || sign == '|' || sign > LAST_ASCII;
  }

  /// Where what starts at a place ends: a text or the name of a sheet in quotes, a word, a number,
  /// or a single sign.
  private static int end(String formula, int start, char sign) {
    if (sign == '"' || sign == '\'') {
      int closing = formula.indexOf(sign, start + 1);
      return closing < 0 ? formula.length() : closing + 1;
    }
    int end = start + 1;
    if (isWordPart(sign)) {
      while (end < formula.length() && isWordPart(formula.charAt(end))) {
        end++;
      }
    }
    return end;
  }

  /// The code of a word that refers to a cell, [#NO_CELL] of any other.
  private static long cell(String formula, int start, int end, int row, int column) {
    int at = start;
    boolean fixedColumn = formula.charAt(at) == '$';
    at += fixedColumn ? 1 : 0;
    int letters = at;
    int toColumn = 0;
    while (at < end && at - letters < MOST_LETTERS && isLetter(formula.charAt(at))) {
      toColumn = 26 * toColumn + (formula.charAt(at) & 0x1F);
      at++;
    }
    boolean fixedRow = at < end && formula.charAt(at) == '$';
    if (at == letters || toColumn > Grid.COLUMNS) {
      return NO_CELL;
    }
    at += fixedRow ? 1 : 0;
    if (at < end && formula.charAt(at) == '0') {
      return UNCLEAR;
    }
    int digits = at;
    int toRow = 0;
    while (at < end && at - digits < MOST_DIGITS && isDigit(formula.charAt(at))) {
      toRow = 10 * toRow + (formula.charAt(at) - '0');
      at++;
    }
    if (at < end || toRow == 0 || toRow > Grid.ROWS || namesSomethingElse(formula, end)) {
      return NO_CELL;
    }
    long columnCode = (fixedColumn ? toColumn : toColumn - column) & OFFSET_MASK;
    long rowCode = (fixedRow ? toRow : toRow - row) & OFFSET_MASK;
    return CELL
        | (fixedRow ? FIXED_ROW : 0)
        | (fixedColumn ? FIXED_COLUMN : 0)
        | rowCode << OFFSET_BITS
        | columnCode;
  }

  /// Whether the word before is the name of a function or of a worksheet.
  private static boolean namesSomethingElse(String formula, int end) {
    int at = end;
    while (at < formula.length() && formula.charAt(at) <= ' ') {
      at++;
    }
    return at < formula.length() && (formula.charAt(at) == '(' || formula.charAt(at) == '!');
  }

  private static boolean isWordStart(char sign) {
    return sign == '$' || isLetter(sign);
  }

  private static boolean isWordPart(char sign) {
    return isLetter(sign)
        || isDigit(sign)
        || sign == '$'
        || sign == '_'
        || sign == '.'
        || sign == '\\'
        || sign == '?';
  }

  private static boolean isDigit(char sign) {
    return sign >= '0' && sign <= '9';
  }

  private static boolean isLetter(char sign) {
    return sign >= 'A' && sign <= 'Z' || sign >= 'a' && sign <= 'z';
  }
}
