package dev.quire.ooxml.part;

import dev.quire.engine.cells.SheetCells;
import dev.quire.engine.ref.Grid;
import dev.quire.ooxml.xml.Ascii;
import dev.quire.ooxml.xml.XmlScanner;

/// The attributes of a cell's start tag. One object serves all cells of a sheet.
final class CellTag {
  /// How the value of a cell is written (ECMA-376 part 1, §18.18.11).
  enum Kind {
    NUMBER,
    SHARED,
    FORMULA_TEXT,
    LOGICAL,
    ERROR,
    DATE,
    INLINE
  }

  private static final byte[] CM = Ascii.bytes("cm");
  private static final byte[] VM = Ascii.bytes("vm");

  private final int styles;
  private int row;
  private int column;
  private int style;
  private int mark;
  private int valueMark;
  private Kind kind = Kind.NUMBER;

  /// @param styles number of cell formats
  CellTag(int styles) {
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

  /// The number of the cell's metadata, 0 for none.
  int mark() {
    return mark;
  }

  /// The number of the value's metadata, 0 for none.
  int valueMark() {
    return valueMark;
  }

  Kind kind() {
    return kind;
  }

  /// Reads the present start tag; a cell without position stands at the one given.
  void read(XmlScanner scanner, int nextRow, int nextColumn) {
    row = nextRow;
    column = nextColumn;
    style = SheetCells.NO_STYLE;
    mark = 0;
    valueMark = 0;
    kind = Kind.NUMBER;
    while (scanner.nextAttribute()) {
      byte[] bytes = scanner.buffer();
      int name = scanner.attributeStart();
      int length = scanner.attributeNameEnd() - name;
      int from = scanner.valueStart();
      int to = scanner.valueEnd();
      if (length == 1) {
        switch (bytes[name]) {
          case 'r' -> position(scanner, bytes, from, to);
          case 's' -> style = style(bytes, from, to, styles);
          case 't' -> kind = kind(scanner, bytes, from, to);
          default -> {}
        }
      } else if (length == 2 && Ascii.equal(bytes, name, name + 2, CM)) {
        mark = Math.max(0, Ascii.number(bytes, from, to));
      } else if (length == 2 && Ascii.equal(bytes, name, name + 2, VM)) {
        valueMark = Math.max(0, Ascii.number(bytes, from, to));
      }
    }
    if (column >= Grid.COLUMNS || row >= Grid.ROWS) {
      throw scanner.damaged("a cell beyond the edge of the sheet");
    }
  }

  /// A style number; none when it is not that of a cell format.
  static int style(byte[] bytes, int from, int to, int styles) {
    int number = Ascii.number(bytes, from, to);
    return number < styles && number >= 0 ? number : SheetCells.NO_STYLE;
  }

  private void position(XmlScanner scanner, byte[] bytes, int from, int to) {
    int at = from;
    int letters = 0;
    while (at < to && (bytes[at] & 0xDF) >= 'A' && (bytes[at] & 0xDF) <= 'Z' && at - from < 4) {
      letters = letters * 26 + (bytes[at++] & 0x1F);
    }
    int number = Ascii.number(bytes, at, to);
    if (letters == 0 || number < 1 || number > Grid.ROWS) {
      throw scanner.damaged("no cell is called " + Ascii.string(bytes, from, to));
    }
    column = letters - 1;
    row = number - 1;
  }

  private static Kind kind(XmlScanner scanner, byte[] bytes, int from, int to) {
    int length = to - from;
    if (length == 1) {
      switch (bytes[from]) {
        case 'n':
          return Kind.NUMBER;
        case 's':
          return Kind.SHARED;
        case 'b':
          return Kind.LOGICAL;
        case 'e':
          return Kind.ERROR;
        case 'd':
          return Kind.DATE;
        default:
      }
    }
    return switch (Ascii.string(bytes, from, to)) {
      case "str" -> Kind.FORMULA_TEXT;
      case "inlineStr" -> Kind.INLINE;
      case "" -> Kind.NUMBER;
      default -> throw scanner.damaged("unknown cell type " + Ascii.string(bytes, from, to));
    };
  }
}
