package dev.quire.ooxml.patch;

import dev.quire.engine.cells.SheetCells;
import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.Grid;
import dev.quire.engine.value.BlankValue;
import dev.quire.ooxml.guard.XlsxLimits;
import dev.quire.ooxml.part.Numbers;
import dev.quire.ooxml.xml.Ascii;
import dev.quire.ooxml.xml.Bytes;
import dev.quire.ooxml.xml.Tags;
import dev.quire.ooxml.xml.XmlScanner;
import dev.quire.ooxml.xml.XmlScanner.Token;
import dev.quire.ooxml.xml.XmlTree;
import dev.quire.workbook.RowSetting;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Copies a worksheet part and changes on the way what its plan says: some cells, some rows, the
/// columns, the dimension, and sheet names in references. Every other byte stays.
final class SheetPatch {
  /// The rows or cells of a sheet do not come in order, so that nothing can be inserted on the way.
  static final class Disordered extends RuntimeException {
    private static final long serialVersionUID = 1;

    Disordered() {
      super("rows or cells out of order", null, false, false);
    }
  }

  private final XmlScanner scanner;
  private final SheetPlan plan;
  private final XlsxLimits limits;
  private final ReferenceFilter filter;
  private final Bytes out;
  private final RowWatch watch;
  private final CellWriter writer;
  private final String prefix;
  private final byte[] extensions;
  private final byte[] rowName;
  private final byte[] cellName;
  private boolean changed;
  private boolean rowsInserted;

  /// The last row, zero-based, up to which new rows have been written.
  private int lastInserted = -1;

  /// @param scanner the part, standing before its root element
  /// @param prefix prefix of the main namespace with its colon, empty for none
  /// @param watch is told where rows come to lie
  SheetPatch(
      XmlScanner scanner,
      SheetPlan plan,
      BookPatch book,
      String prefix,
      Bytes out,
      RowWatch watch) {
    this.watch = watch;
    this.scanner = scanner;
    this.plan = plan;
    this.limits = book.limits();
    this.filter = new ReferenceFilter(book.renames());
    this.out = out;
    this.prefix = prefix;
    this.writer = new CellWriter(plan, book, limits, prefix);
    this.extensions = Ascii.bytes(prefix + "extLst");
    this.rowName = Ascii.bytes(prefix + "row");
    this.cellName = Ascii.bytes(prefix + "c");
  }

  /// Copies the part. Throws [Disordered] when it has to be put in order first.
  ///
  /// @return whether anything differs
  boolean run() {
    plan.touched().rewind();
    byte[] sheetData = Ascii.bytes(prefix + "sheetData");
    byte[] columns = Ascii.bytes(prefix + "cols");
    byte[] dimension = Ascii.bytes(prefix + "dimension");
    byte[] tableParts = Ascii.bytes(prefix + "tableParts");
    var elements = new SheetElements(plan.elements(prefix), prefix);
    boolean tablesDone = plan.tables().isEmpty();
    boolean columnsDone = !plan.columnsChange();
    changed = !plan.isEmpty();
    for (Token token = scanner.next(); token != Token.EOF; token = scanner.next()) {
      if (token == Token.START && elements.before(scanner, out)) {
        scanner.skipElement();
        continue;
      }
      if (token == Token.END && scanner.depth() == 0) {
        elements.atEnd(out);
      }
      if (!tablesDone && beginsBehindTables(token)) {
        out.write(tables(""));
        tablesDone = true;
      }
      if (token == Token.START && !tablesDone && scanner.isNamed(tableParts)) {
        out.write(tables(text(scanner.element())));
        tablesDone = true;
      } else if (token == Token.START && scanner.isNamed(sheetData)) {
        if (!columnsDone) {
          out.write(new ColumnsPatch(plan, limits, prefix).fresh());
        }
        sheetData();
      } else if (token == Token.START && !columnsDone && scanner.isNamed(columns)) {
        out.write(new ColumnsPatch(plan, limits, prefix).rewrite(scanner.element()));
        columnsDone = true;
      } else if (token == Token.START && scanner.isNamed(dimension)) {
        dimension();
      } else if (token == Token.START && losesSlicers()) {
        extensions();
      } else {
        changed |= filter.copy(scanner, token, out);
      }
    }
    return changed;
  }

  /// Whether the list of tables has to stand before the present token: an extension list on the
  /// level of the sheet, or the end of the sheet.
  private boolean beginsBehindTables(Token token) {
    return token == Token.START && scanner.depth() <= 2 && scanner.isNamed(extensions)
        || token == Token.END && scanner.depth() == 0;
  }

  private boolean losesSlicers() {
    return !plan.goneSlicers().isEmpty() && scanner.depth() == 2 && scanner.isNamed(extensions);
  }

  private void extensions() {
    XmlTree tree = XmlTree.read(scanner.part(), scanner.element(), limits);
    byte[] rest = Slicers.without(tree, plan.goneSlicers());
    if (rest.length > 0) {
      filter.copy(new XmlScanner(scanner.part(), rest, limits), out);
    }
  }

  private static String text(byte[] element) {
    return Ascii.string(element, 0, element.length);
  }

  private String tables(String old) {
    return plan.tables().list(old, prefix);
  }

  private void raw() {
    out.write(scanner.buffer(), scanner.start(), scanner.end());
  }

  /// Copies the present element to its end.
  private void rawElement() {
    raw();
    if (!scanner.isEmpty()) {
      int depth = scanner.depth();
      while (scanner.depth() >= depth) {
        scanner.next();
        raw();
      }
    }
  }

  /// Lets the dimension cover the new cells; it never shrinks.
  private void dimension() {
    Optional<Area> area = attribute("ref").flatMap(A1::parse);
    scanner.rewindAttributes();
    Optional<Area> grown = area.map(this::grown);
    if (grown.isEmpty() || grown.equals(area)) {
      raw();
    } else {
      out.write(Tags.with(scanner, Map.of("ref", grown.map(Area::toString)), false));
    }
  }

  private Area grown(Area area) {
    Area grown = area;
    Positions touched = plan.touched();
    for (touched.rewind(); touched.hasNext(); touched.skip()) {
      int row = touched.row();
      int column = touched.column();
      if (plan.current().value(row, column) != BlankValue.BLANK) {
        grown = grown.boundingBox(Area.cell(row, column));
      }
    }
    touched.rewind();
    return grown;
  }

  private Optional<String> attribute(String name) {
    while (scanner.nextAttribute()) {
      if (scanner.attributeName().equals(name)) {
        return Optional.of(scanner.value());
      }
    }
    return Optional.empty();
  }

  private void sheetData() {
    if (scanner.isEmpty()) {
      String tag = Tags.with(scanner, Map.of(), true);
      out.write(tag);
      rowsBefore(Grid.ROWS);
      out.write("</" + prefix + "sheetData>");
      return;
    }
    raw();
    watch.begin(out.count());
    int depth = scanner.depth();
    int last = -1;
    for (Token token = scanner.next(); scanner.depth() >= depth; token = scanner.next()) {
      if (token == Token.START && scanner.isNamed(rowName)) {
        last = row(last);
      } else {
        raw();
      }
    }
    rowsBefore(Grid.ROWS);
    watch.end(out.count());
    raw();
  }

  private int row(int last) {
    Optional<String> written = attribute("r");
    scanner.rewindAttributes();
    int row = written.isEmpty() ? last + 1 : Integer.parseInt(written.get().strip()) - 1;
    if (row <= last) {
      throw new Disordered();
    }
    rowsBefore(row);
    watch.row(row, scanner.offset(), out.count());
    boolean touched = plan.touched().nextIsIn(row) || plan.rows().containsKey(row);
    if (touched || rowsInserted && written.isEmpty()) {
      changeRow(row);
    } else {
      rawElement();
    }
    return row;
  }

  /// Writes the new rows above this one.
  private void rowsBefore(int end) {
    Positions touched = plan.touched();
    while (true) {
      int row = touched.hasNext() ? touched.row() : Grid.ROWS;
      var setting = plan.rows().ceilingEntry(lastInserted + 1);
      if (setting != null) {
        row = Math.min(row, setting.getKey());
      }
      if (row >= end) {
        break;
      }
      newRow(row);
      lastInserted = row;
    }
    lastInserted = Math.max(lastInserted, end);
  }

  private void newRow(int row) {
    String cells = cellsBefore(row, Grid.COLUMNS);
    RowSetting setting = plan.rows().get(row);
    if (cells.isEmpty() && setting == null) {
      return;
    }
    rowsInserted = true;
    watch.newRow(row, out.count());
    var tag = new StringBuilder("<" + prefix + "row r=\"" + (row + 1) + "\"");
    if (setting != null) {
      settings(setting, plan.heightChanges(row))
          .forEach(
              (name, value) -> value.ifPresent(text -> tag.append(Tags.attribute(name, text))));
    }
    out.write(cells.isEmpty() ? tag + "/>" : tag + ">" + cells + "</" + prefix + "row>");
  }

  private String cellsBefore(int row, int column) {
    var cells = new StringBuilder();
    Positions touched = plan.touched();
    while (touched.nextIsBefore(row, column)) {
      cells.append(writer.fresh(touched.row(), touched.column()));
      touched.skip();
    }
    return cells.toString();
  }

  private void changeRow(int row) {
    out.write(Tags.with(scanner, rowAttributes(row), plan.touched().nextIsIn(row)));
    if (scanner.isEmpty()) {
      if (plan.touched().nextIsIn(row)) {
        out.write(cellsBefore(row, Grid.COLUMNS) + "</" + prefix + "row>");
      }
      return;
    }
    int depth = scanner.depth();
    int last = -1;
    for (Token token = scanner.next(); scanner.depth() >= depth; token = scanner.next()) {
      if (token == Token.START && scanner.isNamed(cellName)) {
        last = cell(row, last);
      } else {
        raw();
      }
    }
    out.write(cellsBefore(row, Grid.COLUMNS));
    raw();
  }

  private int cell(int row, int last) {
    Optional<String> written = attribute("r");
    scanner.rewindAttributes();
    int column = written.flatMap(A1::parse).map(Area::firstColumn).orElse(last + 1);
    if (column <= last) {
      throw new Disordered();
    }
    out.write(cellsBefore(row, column));
    if (plan.touched().nextIs(row, column)) {
      plan.touched().skip();
      out.write(writer.rewrite(scanner.element(), row, column));
    } else if (written.isEmpty()) {
      out.write(Tags.with(scanner, Map.of("r", Optional.of(A1.cell(row, column))), false));
      restOfElement();
    } else {
      rawElement();
    }
    return column;
  }

  private void restOfElement() {
    if (!scanner.isEmpty()) {
      int depth = scanner.depth();
      while (scanner.depth() >= depth) {
        scanner.next();
        raw();
      }
    }
  }

  private Map<String, Optional<String>> rowAttributes(int row) {
    Map<String, Optional<String>> changes = new HashMap<>();
    changes.put("r", Optional.of(Integer.toString(row + 1)));
    RowSetting setting = plan.rows().get(row);
    if (setting != null) {
      changes.putAll(settings(setting, plan.heightChanges(row)));
    }
    if (plan.touched().nextIsIn(row)) {
      attribute("spans")
          .ifPresent(spans ->
              changes.put(
                  "spans",
                  Spans.cover(spans, plan.touched().column(), plan.touched().lastColumnInRow())));
      scanner.rewindAttributes();
    }
    return changes;
  }

  /// @param sized whether the height is another than in the file
  private static Map<String, Optional<String>> settings(RowSetting setting, boolean sized) {
    boolean styled = setting.style() != SheetCells.NO_STYLE;
    Map<String, Optional<String>> changes = new TreeMap<>();
    changes.put("hidden", setting.hidden() ? Optional.of("1") : Optional.empty());
    changes.put("s", styled ? Optional.of(Integer.toString(setting.style())) : Optional.empty());
    changes.put("customFormat", styled ? Optional.of("1") : Optional.empty());
    if (sized) {
      boolean own = setting.heightPoints().isPresent();
      changes.put(
          "ht",
          own
              ? Optional.of(Numbers.print(setting.heightPoints().getAsDouble()))
              : Optional.empty());
      changes.put("customHeight", own ? Optional.of("1") : Optional.empty());
    }
    return changes;
  }
}
