package dev.quire.ooxml.part;

import dev.quire.ooxml.xml.Ascii;
import dev.quire.ooxml.xml.XmlScanner;
import dev.quire.ooxml.xml.XmlScanner.Token;

/// Goes through a worksheet part and notes where its rows begin.
final class RowScan {
  private final XmlScanner scanner;
  private final RowMarks.Builder marks;
  private final byte[] sheetData;
  private final byte[] row;

  RowScan(XmlScanner scanner, String prefix, RowMarks.Builder marks) {
    this.scanner = scanner;
    this.marks = marks;
    this.sheetData = Ascii.bytes(prefix + "sheetData");
    this.row = Ascii.bytes(prefix + "row");
  }

  void read() {
    for (Token token = scanner.next(); token != Token.EOF; token = scanner.next()) {
      if (token == Token.START && scanner.isNamed(sheetData) && !scanner.isEmpty()) {
        rows();
      }
    }
  }

  private void rows() {
    marks.begin(scanner.endOffset());
    int depth = scanner.depth();
    int last = -1;
    for (Token token = scanner.next(); scanner.depth() >= depth; token = scanner.next()) {
      if (token == Token.START && scanner.isNamed(row)) {
        long offset = scanner.offset();
        int told = number();
        last = told < 0 ? last + 1 : told;
        marks.row(last, offset, told >= 0);
        scanner.skipElement();
      } else if (token == Token.START) {
        scanner.skipElement();
      }
    }
    marks.end(scanner.offset());
  }

  /// The number that the present row tells, zero-based; negative when it tells none.
  private int number() {
    while (scanner.nextAttribute()) {
      if (scanner.attributeName().equals("r")) {
        return Ascii.number(scanner.buffer(), scanner.valueStart(), scanner.valueEnd()) - 1;
      }
    }
    return -1;
  }
}
