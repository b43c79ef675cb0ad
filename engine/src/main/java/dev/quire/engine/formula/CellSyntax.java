package dev.quire.engine.formula;

import dev.quire.engine.ref.Grid;
import org.jspecify.annotations.Nullable;

/// Recognises the spelling of one corner of a reference, in either notation.
final class CellSyntax {
  /// A corner: row, column, or both, with the index behind it.
  ///
  /// @param row null when only a column was written
  /// @param column null when only a row was written
  record Corner(@Nullable Coordinate row, @Nullable Coordinate column, int end) {
    boolean isCell() {
      return row != null && column != null;
    }
  }

  private final String text;
  private final FormulaSite site;
  private final Notation notation;

  CellSyntax(String text, FormulaSite site, Notation notation) {
    this.text = text;
    this.site = site;
    this.notation = notation;
  }

  /// The corner that starts at an index and is not just the beginning of a longer word.
  @Nullable Corner cornerAt(int from) {
    Corner corner = notation == Notation.A1 ? a1(from) : r1c1(from);
    return corner == null || continuesWord(corner.end) && trimSideAt(corner.end) == null
        ? null
        : corner;
  }

  /// The side that is trimmed where dots and a colon stand here between two corners.
  @Nullable TrimSide trimSideAt(int at) {
    for (TrimSide side : TrimSide.values()) {
      if (text.startsWith(side.sign(), at)) {
        return side;
      }
    }
    return null;
  }

  /// Whether a corner without a colon is a reference: in R1C1, `R2` is all of row 2.
  boolean standsAlone(Corner corner) {
    return corner.isCell() || notation == Notation.R1C1;
  }

  private boolean continuesWord(int at) {
    return at < text.length() && (Words.continues(text.charAt(at)) || text.charAt(at) == '$');
  }

  private @Nullable Corner a1(int from) {
    boolean fixedColumn = is('$', from);
    int at = fixedColumn ? from + 1 : from;
    int letters = at;
    int column = 0;
    while (at < text.length() && at - letters < 4 && Words.isLatin(text.charAt(at))) {
      column = column * 26 + (text.charAt(at) & 0x1F);
      at++;
    }
    boolean hasColumn = at > letters;
    if (column > Grid.COLUMNS) {
      return null;
    }
    boolean fixedRow = hasColumn ? is('$', at) : fixedColumn;
    int digits = hasColumn && fixedRow ? at + 1 : at;
    int end = digitsFrom(digits);
    int row = number(digits, end);
    if (end == digits) {
      return hasColumn && !fixedRow ? new Corner(null, column(column - 1, fixedColumn), at) : null;
    }
    if (row < 1 || row > Grid.ROWS) {
      return null;
    }
    return new Corner(
        row(row - 1, fixedRow), hasColumn ? column(column - 1, fixedColumn) : null, end);
  }

  private @Nullable Corner r1c1(int from) {
    Coordinate row = null;
    int at = from;
    if (isLetter('R', at)) {
      int end = indexEnd(at + 1);
      row = coordinate(at + 1, end, site.row(), Grid.ROWS);
      if (row == null) {
        return null;
      }
      at = end;
    }
    if (!isLetter('C', at)) {
      return row == null ? null : new Corner(row, null, at);
    }
    int end = indexEnd(at + 1);
    Coordinate column = coordinate(at + 1, end, site.column(), Grid.COLUMNS);
    return column == null ? null : new Corner(row, column, end);
  }

  /// The end of `5`, `[-5]`, `[5]`, `[]` or nothing.
  private int indexEnd(int from) {
    if (!is('[', from)) {
      return digitsFrom(from);
    }
    if (is(']', from + 1)) {
      return from + 2;
    }
    int digits = is('-', from + 1) || is('+', from + 1) ? from + 2 : from + 1;
    int end = digitsFrom(digits);
    return end > digits && is(']', end) ? end + 1 : from;
  }

  /// A distance over an edge of the grid goes on from the edge opposite (O).
  private @Nullable Coordinate coordinate(int from, int end, int host, int limit) {
    if (end == from || is('[', from) && is(']', from + 1)) {
      return Coordinate.relative(host, host);
    }
    if (text.charAt(from) != '[') {
      int number = number(from, end);
      return number < 1 || number > limit ? null : Coordinate.fixed(number - 1);
    }
    boolean signed = !Character.isDigit(text.charAt(from + 1));
    int distance = number(signed ? from + 2 : from + 1, end - 1);
    boolean negative = text.charAt(from + 1) == '-';
    return distance >= limit
        ? null
        : Coordinate.relative(Math.floorMod(host + (negative ? -distance : distance), limit), host);
  }

  private Coordinate row(int row, boolean fixed) {
    return fixed ? Coordinate.fixed(row) : Coordinate.relative(row, site.row());
  }

  private Coordinate column(int column, boolean fixed) {
    return fixed ? Coordinate.fixed(column) : Coordinate.relative(column, site.column());
  }

  private int digitsFrom(int from) {
    int at = from;
    while (at < text.length() && Words.isDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /// The decimal number between two indices, cut at nine digits: enough to be off the grid.
  private int number(int from, int end) {
    return end - from > 9
        ? Integer.MAX_VALUE
        : end == from ? 0 : Integer.parseInt(text, from, end, 10);
  }

  private boolean is(char wanted, int at) {
    return at < text.length() && text.charAt(at) == wanted;
  }

  private boolean isLetter(char wanted, int at) {
    return at < text.length() && Character.toUpperCase(text.charAt(at)) == wanted;
  }
}
