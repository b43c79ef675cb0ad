package dev.quire.ooxml.holder;

import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Shift;
import dev.quire.ooxml.xml.Ascii;
import dev.quire.ooxml.xml.Tags;
import dev.quire.ooxml.xml.XmlScanner;
import dev.quire.ooxml.xml.XmlScanner.Token;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The rows of a worksheet part whose cells have moved: rows and cells get other numbers and keep
/// all other bytes.
final class MovedRows {
  /// What new rows take over from the row above.
  private static final List<String> LOOKS = List.of("s", "customFormat", "ht", "customHeight");

  private final XmlScanner scanner;
  private final MovedBytes out;
  private final List<Shift> shifts;
  private final RowMoves rows;
  private final boolean onlyRows;
  private final Map<Integer, List<Integer>> fresh;
  private final CellFormulas formulas;
  private final String prefix;
  private final byte[] rowName;
  private final byte[] cellName;
  private final byte[] formulaName;
  private int row = -1;

  /// @param scanner the part
  /// @param prefix prefix of the main namespace with its colon, empty for none
  /// @param shifts moves on this sheet
  /// @param out takes what the part becomes
  MovedRows(
      XmlScanner scanner,
      String prefix,
      List<Shift> shifts,
      CellFormulas formulas,
      MovedBytes out) {
    this.scanner = scanner;
    this.prefix = prefix;
    this.shifts = shifts;
    this.formulas = formulas;
    this.out = out;
    this.rows = new RowMoves(shifts);
    this.onlyRows = shifts.stream().allMatch(Shift::isWholeRows);
    this.fresh = rows.fresh();
    this.rowName = Ascii.bytes(prefix + "row");
    this.cellName = Ascii.bytes(prefix + "c");
    this.formulaName = Ascii.bytes(prefix + "f");
  }

  /// Whether the tag that has just been read begins a row.
  boolean isRow() {
    return scanner.isNamed(rowName);
  }

  /// Writes a row whose tag has just been read, as far as it is still there, and new ones that look
  /// like it.
  void row() {
    row = rowNumber();
    scanner.rewindAttributes();
    int now = rows.now(row);
    List<Integer> dressed = fresh.getOrDefault(row, List.of());
    String looks = dressed.isEmpty() ? "" : looks();
    if (now == Shift.GONE) {
      out.noteChange();
      gone();
    } else {
      rowTag(now);
      cells(now);
    }
    if (!looks.isEmpty()) {
      for (int each : dressed) {
        out.text("<" + prefix + "row r=\"" + (each + 1) + "\"" + looks + "/>");
      }
    }
  }

  /// A row that is no more. Cells that had left it before stand in rows of their own, which are put
  /// in order later.
  private void gone() {
    if (onlyRows) {
      dropped();
    } else if (!scanner.isEmpty()) {
      int depth = scanner.depth();
      int column = -1;
      for (Token token = scanner.next(); scanner.depth() >= depth; token = scanner.next()) {
        if (token == Token.START && scanner.isNamed(cellName)) {
          column = cell(column + 1, Shift.GONE);
        }
      }
    }
  }

  private int rowNumber() {
    while (scanner.nextAttribute()) {
      if (scanner.attributeName().equals("r")) {
        int number = Ascii.number(scanner.buffer(), scanner.valueStart(), scanner.valueEnd());
        if (number < 1) {
          throw scanner.damaged("a row without a proper number");
        }
        return number - 1;
      }
    }
    return row + 1;
  }

  private String looks() {
    var found = new LinkedHashMap<String, String>();
    while (scanner.nextAttribute()) {
      if (LOOKS.contains(scanner.attributeName())) {
        found.put(scanner.attributeName(), scanner.value());
      }
    }
    scanner.rewindAttributes();
    var looks = new StringBuilder();
    found.forEach((name, value) -> looks.append(Tags.attribute(name, value)));
    return looks.toString();
  }

  private void rowTag(int now) {
    if (onlyRows) {
      number("r", row == now, Integer.toString(now + 1));
      return;
    }
    out.noteChange();
    out.text(
        Tags.with(
            scanner,
            Map.of("r", Optional.of(Integer.toString(now + 1)), "spans", Optional.empty()),
            false));
  }

  /// Writes the present tag with another number in it.
  private void number(String attribute, boolean same, String text) {
    while (scanner.nextAttribute()) {
      if (scanner.attributeName().equals(attribute)) {
        if (same) {
          out.raw(scanner);
        } else {
          out.noteChange();
          out.write(scanner.buffer(), scanner.start(), scanner.valueStart() - scanner.start());
          out.text(text);
          out.write(scanner.buffer(), scanner.valueEnd(), scanner.end() - scanner.valueEnd());
        }
        return;
      }
    }
    out.noteChange();
    scanner.rewindAttributes();
    out.text(Tags.with(scanner, Map.of(attribute, Optional.of(text)), false));
  }

  private void cells(int rowNow) {
    if (scanner.isEmpty()) {
      return;
    }
    int depth = scanner.depth();
    int column = -1;
    for (Token token = scanner.next(); scanner.depth() >= depth; token = scanner.next()) {
      if (token == Token.START && scanner.isNamed(cellName)) {
        column = cell(column + 1, rowNow);
      } else {
        out.raw(scanner);
      }
    }
    out.raw(scanner);
  }

  private int cell(int next, int rowNow) {
    int column = column(next);
    scanner.rewindAttributes();
    int nowRow = rowNow;
    int nowColumn = column;
    if (!onlyRows) {
      nowRow = row;
      for (Shift each : shifts) {
        int to = each.row(nowRow, nowColumn);
        nowColumn = each.column(nowRow, nowColumn);
        nowRow = to;
        if (nowRow == Shift.GONE || nowColumn == Shift.GONE) {
          out.noteChange();
          dropped();
          return column;
        }
      }
    }
    boolean alone = rowNow == Shift.GONE;
    if (alone) {
      out.text("<" + prefix + "row r=\"" + (nowRow + 1) + "\">");
    }
    number("r", nowRow == row && nowColumn == column, A1.cell(nowRow, nowColumn));
    content(column, nowRow, nowColumn);
    if (alone) {
      out.text("</" + prefix + "row>");
    }
    return column;
  }

  private int column(int next) {
    while (scanner.nextAttribute()) {
      if (scanner.attributeNameEnd() - scanner.attributeStart() == 1
          && scanner.buffer()[scanner.attributeStart()] == 'r') {
        return letters(scanner.buffer(), scanner.valueStart(), scanner.valueEnd());
      }
    }
    return next;
  }

  private static int letters(byte[] bytes, int from, int to) {
    int column = 0;
    for (int at = from; at < to && (bytes[at] & 0xDF) >= 'A' && (bytes[at] & 0xDF) <= 'Z'; at++) {
      column = column * 26 + (bytes[at] & 0x1F);
    }
    return column - 1;
  }

  private void content(int column, int nowRow, int nowColumn) {
    if (scanner.isEmpty()) {
      return;
    }
    int depth = scanner.depth();
    for (Token token = scanner.next(); scanner.depth() >= depth; token = scanner.next()) {
      if (token == Token.START && scanner.isNamed(formulaName)) {
        var change = formulas.follow(scanner, row, column, nowRow, nowColumn);
        out.noteChangeIf(!change.after().equals(change.before()));
        out.text(change.after());
      } else {
        out.raw(scanner);
      }
    }
    out.raw(scanner);
  }

  /// Passes over the present element, a row or a cell.
  private void dropped() {
    if (scanner.isEmpty()) {
      return;
    }
    int depth = scanner.depth();
    for (Token token = scanner.next(); scanner.depth() >= depth; token = scanner.next()) {
      if (token == Token.START && scanner.isNamed(formulaName)) {
        formulas.drop(scanner);
      }
    }
  }
}
