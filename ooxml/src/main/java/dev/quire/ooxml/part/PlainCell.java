package dev.quire.ooxml.part;

import dev.quire.engine.cells.SheetCells;
import dev.quire.engine.ref.Grid;
import dev.quire.ooxml.xml.Ascii;
import dev.quire.ooxml.xml.XmlScanner;

/// Reads cells as nearly all are written, `<c r="A1" s="1" t="s"><v>1</v></c>` with or without `s`
/// and `t`, in one go over the bytes, without cutting them into tokens. What is written otherwise
/// in any way is not read here.
final class PlainCell {
  /// More bytes than such a cell takes, so that the end of the buffer need not be watched.
  private static final int MOST_BYTES = 128;

  private static final int MOST_VALUE = 32;
  private static final int MOST_STYLE = 5;

  private final XmlScanner scanner;
  private final int styles;
  private int row;
  private int column;
  private int style;
  private boolean isText;
  private int text;
  private double number;

  /// @param styles number of cell formats
  PlainCell(XmlScanner scanner, int styles) {
    this.scanner = scanner;
    this.styles = styles;
  }

  int row() {
    return row;
  }

  int column() {
    return column;
  }

  int style() {
    return style;
  }

  /// Whether the value is a shared text, of number [#text], and not [#number].
  boolean isText() {
    return isText;
  }

  int text() {
    return text;
  }

  double number() {
    return number;
  }

  /// Reads the cell that follows the present token, and goes behind it. False, and nothing done,
  /// when another thing follows.
  boolean next() {
    if (scanner.available() < MOST_BYTES) {
      return false;
    }
    byte[] bytes = scanner.buffer();
    int at = scanner.end();
    if (bytes[at] != '<'
        || bytes[at + 1] != 'c'
        || bytes[at + 2] != ' '
        || bytes[at + 3] != 'r'
        || bytes[at + 4] != '='
        || bytes[at + 5] != '"') {
      return false;
    }
    at = position(bytes, at + 6);
    at = at < 0 ? at : styleAndKind(bytes, at);
    if (at < 0
        || bytes[at] != '>'
        || bytes[at + 1] != '<'
        || bytes[at + 2] != 'v'
        || bytes[at + 3] != '>') {
      return false;
    }
    int from = at + 4;
    int to = from;
    while (bytes[to] != '<' && to - from < MOST_VALUE) {
      to++;
    }
    if (!ends(bytes, to) || !value(bytes, from, to)) {
      return false;
    }
    scanner.skipTo(to + 8);
    return true;
  }

  /// Reads a reference and the quote behind it.
  ///
  /// @return where it ends, or -1
  private int position(byte[] bytes, int from) {
    int at = from;
    int letters = 0;
    for (; bytes[at] >= 'A' && bytes[at] <= 'Z' && at - from < 4; at++) {
      letters = letters * 26 + (bytes[at] - 'A' + 1);
    }
    int digits = at;
    int told = 0;
    for (; bytes[at] >= '0' && bytes[at] <= '9' && at - digits < 8; at++) {
      told = told * 10 + (bytes[at] - '0');
    }
    column = letters - 1;
    row = told - 1;
    boolean fits = column >= 0 && column < Grid.COLUMNS && row >= 0 && row < Grid.ROWS;
    return fits && bytes[at] == '"' ? at + 1 : -1;
  }

  private int styleAndKind(byte[] bytes, int from) {
    int at = from;
    style = SheetCells.NO_STYLE;
    isText = false;
    if (isAttribute(bytes, at, 's')) {
      int digits = at + 4;
      int told = 0;
      for (at = digits; bytes[at] >= '0' && bytes[at] <= '9' && at - digits < MOST_STYLE; at++) {
        told = told * 10 + (bytes[at] - '0');
      }
      if (bytes[at++] != '"' || told >= styles) {
        return -1;
      }
      style = told;
    }
    if (isAttribute(bytes, at, 't')) {
      if (bytes[at + 4] != 's' || bytes[at + 5] != '"') {
        return -1;
      }
      isText = true;
      at += 6;
    }
    return at;
  }

  private static boolean isAttribute(byte[] bytes, int at, char name) {
    return bytes[at] == ' '
        && bytes[at + 1] == name
        && bytes[at + 2] == '='
        && bytes[at + 3] == '"';
  }

  private static boolean ends(byte[] bytes, int at) {
    return bytes[at] == '<'
        && bytes[at + 1] == '/'
        && bytes[at + 2] == 'v'
        && bytes[at + 3] == '>'
        && bytes[at + 4] == '<'
        && bytes[at + 5] == '/'
        && bytes[at + 6] == 'c'
        && bytes[at + 7] == '>';
  }

  private boolean value(byte[] bytes, int from, int to) {
    if (isText) {
      text = Ascii.number(bytes, from, to);
      return text >= 0;
    }
    number = Numbers.parse(bytes, from, to);
    return Double.isFinite(number);
  }
}
