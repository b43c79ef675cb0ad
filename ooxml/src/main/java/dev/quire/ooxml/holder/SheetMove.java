package dev.quire.ooxml.holder;

import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Shift;
import dev.quire.ooxml.guard.XlsxLimits;
import dev.quire.ooxml.xml.Ascii;
import dev.quire.ooxml.xml.SliceEdits;
import dev.quire.ooxml.xml.Tags;
import dev.quire.ooxml.xml.XmlElement;
import dev.quire.ooxml.xml.XmlScanner;
import dev.quire.ooxml.xml.XmlScanner.Token;
import dev.quire.ooxml.xml.XmlTree;
import dev.quire.workbook.Moves;
import dev.quire.workbook.Workbook;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// A worksheet part whose cells have moved, as a stream: rows and cells get other numbers and keep
/// all other bytes. Cells that left their row for another stand out of order where only some
/// columns move up or down ([#isOrdered]).
public final class SheetMove extends InputStream {
  /// Elements that may be long and are worked off piece by piece.
  private static final Set<String> LONG = Set.of("mergeCells", "hyperlinks", "dataValidations");

  /// What new rows take over from the row above.
  private static final List<String> LOOKS = List.of("s", "customFormat", "ht", "customHeight");

  private final XmlScanner scanner;
  private final XlsxLimits limits;
  private final Moves moves;
  private final int sheet;
  private final List<Shift> shifts;
  private final RowMoves rows;
  private final boolean onlyRows;
  private final Map<Integer, List<Integer>> fresh;
  private final CellFormulas formulas;
  private final String prefix;
  private final Set<String> goneTables;
  private final byte[] rowName;
  private final byte[] cellName;
  private final byte[] formulaName;
  private final Out out = new Out();
  private int taken;
  private boolean changed;
  private boolean inRows;
  private boolean ended;
  private int row = -1;

  /// Bytes not yet taken.
  private static final class Out extends ByteArrayOutputStream {
    byte[] buffer() {
      return buf;
    }

    void text(String text) {
      writeBytes(Ascii.bytes(text));
    }
  }

  /// @param scanner the part, standing before its root element
  /// @param prefix prefix of the main namespace with its colon, empty for none
  /// @param before the workbook before the moves
  /// @param after the workbook after them
  /// @param sheet key of the worksheet
  /// @param goneTables relationships to tables that are gone
  public SheetMove(
      XmlScanner scanner,
      String prefix,
      Workbook before,
      Workbook after,
      Moves moves,
      int sheet,
      Set<String> goneTables,
      XlsxLimits limits) {
    this.goneTables = goneTables;
    this.scanner = scanner;
    this.limits = limits;
    this.moves = moves;
    this.sheet = sheet;
    this.shifts = moves.on(sheet);
    this.rows = new RowMoves(shifts);
    this.onlyRows = shifts.stream().allMatch(Shift::isWholeRows);
    this.fresh = rows.fresh();
    this.formulas = new CellFormulas(before, after, sheet, moves, limits);
    this.prefix = prefix;
    this.rowName = Ascii.bytes(prefix + "row");
    this.cellName = Ascii.bytes(prefix + "c");
    this.formulaName = Ascii.bytes(prefix + "f");
  }

  /// Whether moves on a sheet leave all cells in the order in which they stand.
  public static boolean isOrdered(List<Shift> shifts) {
    return shifts.stream().noneMatch(each -> each.isVertical() && !each.isWholeRows());
  }

  /// Whether anything differed so far.
  public boolean isChanged() {
    return changed;
  }

  @Override
  public int read() {
    return fill() ? out.buffer()[taken++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, out.size() - taken);
    System.arraycopy(out.buffer(), taken, into, offset, count);
    taken += count;
    return count;
  }

  /// Makes sure that there are bytes to take.
  private boolean fill() {
    while (taken == out.size() && !ended) {
      out.reset();
      taken = 0;
      while (!ended && out.size() < 1 << 15) {
        step();
      }
    }
    return taken < out.size();
  }

  private void step() {
    Token token = scanner.next();
    if (token == Token.EOF) {
      ended = true;
    } else if (inRows) {
      inRows(token);
    } else if (token != Token.START || scanner.depth() == (scanner.isEmpty() ? 0 : 1)) {
      raw();
    } else {
      child();
    }
  }

  /// A child of the root element.
  private void child() {
    String name = scanner.name().substring(scanner.name().indexOf(':') + 1);
    if (name.equals("sheetData")) {
      inRows = !scanner.isEmpty();
      raw();
    } else if (LONG.contains(name) && !scanner.isEmpty()) {
      list();
    } else {
      byte[] element = scanner.element();
      XmlTree tree = XmlTree.read("worksheet", element, limits);
      Optional<byte[]> now =
          name.equals("cols")
              ? ColumnMoves.apply(tree, shifts, limits)
              : name.equals("tableParts")
                  ? tableParts(tree)
                  : HolderEdits.apply(tree, moves, OptionalInt.of(sheet));
      changed |= now.isEmpty() || now.get() != tree.bytes();
      now.ifPresent(out::writeBytes);
    }
  }

  private Optional<byte[]> tableParts(XmlTree tree) {
    var edits = new SliceEdits(tree);
    int kept = 0;
    for (XmlElement each : tree.root().children()) {
      boolean gone =
          each.attributes().stream()
              .anyMatch(id -> id.name().equals("id") && goneTables.contains(id.value()));
      if (gone) {
        edits.drop(each);
      } else {
        kept++;
      }
    }
    if (edits.isEmpty()) {
      return Optional.of(tree.bytes());
    }
    edits.setAttribute(tree.root(), "count", Integer.toString(kept));
    return kept == 0 ? Optional.empty() : Optional.of(edits.apply());
  }

  private void list() {
    String tag = Ascii.string(scanner.buffer(), scanner.start(), scanner.end());
    String name = scanner.name();
    int depth = scanner.depth();
    var items = new ByteArrayOutputStream();
    int kept = 0;
    int gone = 0;
    for (Token token = scanner.next(); scanner.depth() >= depth; token = scanner.next()) {
      if (token != Token.START) {
        items.write(scanner.buffer(), scanner.start(), scanner.end() - scanner.start());
        continue;
      }
      XmlTree tree = XmlTree.read("worksheet", scanner.element(), limits);
      Optional<byte[]> now = HolderEdits.apply(tree, moves, OptionalInt.of(sheet));
      kept += now.isPresent() ? 1 : 0;
      gone += now.isPresent() ? 0 : 1;
      changed |= now.isEmpty() || now.get() != tree.bytes();
      now.ifPresent(items::writeBytes);
    }
    if (kept > 0 || gone == 0) {
      out.text(gone == 0 ? tag : counted(tag, kept));
      out.writeBytes(items.toByteArray());
      out.text("</" + name + ">");
    }
  }

  private String counted(String tag, int kept) {
    boolean counts = tag.contains(" count=");
    String empty = tag.substring(0, tag.length() - 1) + "/>";
    String now =
        counts
            ? Tags.with(empty, Map.of("count", Optional.of(Integer.toString(kept))), limits)
            : empty;
    return now.substring(0, now.length() - 2) + ">";
  }

  private void raw() {
    out.write(scanner.buffer(), scanner.start(), scanner.end() - scanner.start());
  }

  private void inRows(Token token) {
    if (token == Token.START && scanner.isNamed(rowName)) {
      row();
    } else {
      inRows = token != Token.END;
      raw();
    }
  }

  private void row() {
    row = rowNumber();
    scanner.rewindAttributes();
    int now = rows.now(row);
    List<Integer> dressed = fresh.getOrDefault(row, List.of());
    String looks = dressed.isEmpty() ? "" : looks();
    if (now == Shift.GONE) {
      changed = true;
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
    changed = true;
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
          raw();
        } else {
          changed = true;
          out.write(scanner.buffer(), scanner.start(), scanner.valueStart() - scanner.start());
          out.text(text);
          out.write(scanner.buffer(), scanner.valueEnd(), scanner.end() - scanner.valueEnd());
        }
        return;
      }
    }
    changed = true;
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
        raw();
      }
    }
    raw();
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
          changed = true;
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
        changed |= !change.after().equals(change.before());
        out.text(change.after());
      } else {
        raw();
      }
    }
    raw();
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
