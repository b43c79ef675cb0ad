package dev.quire.ooxml.holder;

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

  private final XmlScanner scanner;
  private final XlsxLimits limits;
  private final Moves moves;
  private final int sheet;
  private final List<Shift> shifts;
  private final MovedRows rows;
  private final Set<String> goneTables;
  private final MovedBytes out = new MovedBytes();
  private boolean inRows;
  private boolean ended;

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
    var formulas = new CellFormulas(before, after, sheet, moves, limits);
    this.rows = new MovedRows(scanner, prefix, shifts, formulas, out);
  }

  /// Whether moves on a sheet leave all cells in the order in which they stand.
  public static boolean isOrdered(List<Shift> shifts) {
    return shifts.stream().noneMatch(each -> each.isVertical() && !each.isWholeRows());
  }

  /// Whether anything differed so far.
  public boolean isChanged() {
    return out.isChanged();
  }

  @Override
  public int read() {
    return fill() ? out.take() : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, out.waiting());
    out.take(into, offset, count);
    return count;
  }

  /// Makes sure that there are bytes to take.
  private boolean fill() {
    while (out.waiting() == 0 && !ended) {
      out.clear();
      while (!ended && out.waiting() < 1 << 15) {
        step();
      }
    }
    return out.waiting() > 0;
  }

  private void step() {
    Token token = scanner.next();
    if (token == Token.EOF) {
      ended = true;
    } else if (inRows) {
      inRows(token);
    } else if (token != Token.START || scanner.depth() == (scanner.isEmpty() ? 0 : 1)) {
      out.raw(scanner);
    } else {
      child();
    }
  }

  /// A child of the root element.
  private void child() {
    String name = scanner.name().substring(scanner.name().indexOf(':') + 1);
    if (name.equals("sheetData")) {
      inRows = !scanner.isEmpty();
      out.raw(scanner);
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
      out.noteChangeIf(now.isEmpty() || now.get() != tree.bytes());
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
      out.noteChangeIf(now.isEmpty() || now.get() != tree.bytes());
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

  private void inRows(Token token) {
    if (token == Token.START && rows.isRow()) {
      rows.row();
    } else {
      inRows = token != Token.END;
      out.raw(scanner);
    }
  }
}
