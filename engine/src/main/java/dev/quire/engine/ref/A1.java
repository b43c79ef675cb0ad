package dev.quire.engine.ref;

import java.util.Optional;

/// The A1 spelling of positions and areas, without sheet names.
public final class A1 {
  private A1() {}

  /// The letters of a zero-based column: 0 is `A`, 16,383 is `XFD`.
  public static String column(int column) {
    var letters = new StringBuilder(3);
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
      letters.append((char) ('A' + (rest - 1) % 26));
    }
    return letters.reverse().toString();
  }

  /// The spelling of one zero-based cell: `(0, 0)` is `A1`.
  public static String cell(int row, int column) {
    return column(column) + (row + 1);
  }

  /// The spelling of an area: `A1:B2`, a single cell as `A1`, whole columns as `A:B`, whole rows
  /// and the whole sheet as `1:2`.
  public static String print(Area area) {
    if (area.isWholeRows()) {
      return (area.firstRow() + 1) + ":" + (area.lastRow() + 1);
    }
    if (area.isWholeColumns()) {
      return column(area.firstColumn()) + ":" + column(area.lastColumn());
    }
    String first = cell(area.firstRow(), area.firstColumn());
    return area.isCell() ? first : first + ":" + cell(area.lastRow(), area.lastColumn());
  }

  /// Reads `B2`, `$A$1:b2`, `A:C`, `2:4`, in any case and with corners in any order. Empty when the
  /// text is not such an area or leaves the grid.
  public static Optional<Area> parse(String text) {
    int colon = text.indexOf(':');
    long first = corner(text, 0, colon < 0 ? text.length() : colon);
    if (first < 0) {
      return Optional.empty();
    }
    long last = colon < 0 ? first : corner(text, colon + 1, text.length());
    if (last < 0) {
      return Optional.empty();
    }
    int row = (int) (first >>> 32);
    int column = (int) first;
    int otherRow = (int) (last >>> 32);
    int otherColumn = (int) last;
    boolean wholeColumns = row == NONE && otherRow == NONE;
    boolean wholeRows = column == NONE && otherColumn == NONE;
    if (wholeColumns && colon >= 0) {
      return Optional.of(Area.between(0, column, Grid.ROWS - 1, otherColumn));
    }
    if (wholeRows && colon >= 0) {
      return Optional.of(Area.between(row, 0, otherRow, Grid.COLUMNS - 1));
    }
    if (row == NONE || otherRow == NONE || column == NONE || otherColumn == NONE) {
      return Optional.empty();
    }
    return Optional.of(Area.between(row, column, otherRow, otherColumn));
  }

  private static final int NONE = 0x7FFF_FFFF;

  /// Packs row and column of a corner, either of which may be [#NONE]; -1 when it is no corner.
  private static long corner(String text, int from, int to) {
    int at = from;
    int column = 0;
    if (at < to && text.charAt(at) == '$') {
      at++;
    }
    int letters = at;
    while (at < to && isLetter(text.charAt(at)) && at - letters < 4) {
      column = column * 26 + (text.charAt(at) & 0x1F);
      at++;
    }
    boolean hasColumn = at > letters;
    if (hasColumn && at < to && text.charAt(at) == '$') {
      at++;
    } else if (!hasColumn && at > from && at < to && text.charAt(at) == '$') {
      return -1;
    }
    int digits = at;
    int row = 0;
    while (at < to && text.charAt(at) >= '0' && text.charAt(at) <= '9' && at - digits < 8) {
      row = row * 10 + (text.charAt(at) - '0');
      at++;
    }
    boolean hasRow = at > digits;
    if (at != to || (!hasColumn && !hasRow)) {
      return -1;
    }
    if (hasColumn && column > Grid.COLUMNS || hasRow && (row < 1 || row > Grid.ROWS)) {
      return -1;
    }
    if (hasRow && text.charAt(digits) == '0') {
      return -1;
    }
    if (!hasRow && text.charAt(to - 1) == '$') {
      return -1;
    }
    return ((long) (hasRow ? row - 1 : NONE) << 32) | (hasColumn ? column - 1 : NONE);
  }

  private static boolean isLetter(char c) {
    return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
  }
}
