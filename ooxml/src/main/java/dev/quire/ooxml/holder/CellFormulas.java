package dev.quire.ooxml.holder;

import dev.quire.engine.formula.Template;
import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import dev.quire.ooxml.guard.XlsxLimits;
import dev.quire.ooxml.xml.Ascii;
import dev.quire.ooxml.xml.Tags;
import dev.quire.ooxml.xml.XmlScanner;
import dev.quire.ooxml.xml.XmlScanner.Token;
import dev.quire.ooxml.xml.XmlText;
import dev.quire.workbook.Moves;
import dev.quire.workbook.Workbook;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Writes the formulas of moved cells. A shared formula stays shared among the cells that follow
/// alike; when the cell with its text is gone, the next one takes over.
final class CellFormulas {
  private final Workbook before;
  private final Workbook after;
  private final int sheet;
  private final Moves moves;
  private final XlsxLimits limits;
  private final Map<String, Group> groups = new HashMap<>();

  /// A shared formula.
  ///
  /// @param template the formula of those that share it, empty when the cell with its text is gone
  /// @param area the cells that may share it, as the file says
  private record Group(Optional<Template> template, Area area) {}

  /// A formula's element, read to its end.
  private record Written(String tag, String source, String text, Map<String, String> attributes) {
    String attribute(String name) {
      return attributes.getOrDefault(name, "");
    }

    boolean isShared() {
      return attribute("t").equals("shared");
    }

    Optional<Area> area() {
      return A1.parse(attribute("ref"));
    }
  }

  CellFormulas(Workbook before, Workbook after, int sheet, Moves moves, XlsxLimits limits) {
    this.before = before;
    this.after = after;
    this.sheet = sheet;
    this.moves = moves;
    this.limits = limits;
  }

  /// Notes what goes with a formula that is dropped; the present token is its start tag.
  void drop(XmlScanner scanner) {
    Written written = read(scanner);
    if (written.isShared() && !written.text.isEmpty()) {
      written
          .area()
          .ifPresent(
              area -> groups.put(written.attribute("si"), new Group(Optional.empty(), area)));
    }
  }

  /// The formula element of a cell, whose start tag is the present token and whose end is
  /// afterwards.
  ///
  /// @param row where the cell was, zero-based
  /// @param nowRow where it is
  /// @return the element; the same text as it was when nothing in it changes
  Change follow(XmlScanner scanner, int row, int column, int nowRow, int nowColumn) {
    Written written = read(scanner);
    Optional<Template> template = after.cells(sheet).formula(nowRow, nowColumn);
    String text =
        template.isEmpty()
            ? written.text
            : after.formulaForFile(sheet, nowRow, nowColumn).orElse(written.text);
    if (written.isShared() && template.isPresent()) {
      return new Change(written.source, shared(written, template.get(), text, nowRow, nowColumn));
    }
    boolean same = text.equals(before.formulaForFile(sheet, row, column).orElse(text));
    Map<String, Optional<String>> changes = attributes(written);
    if (same && changes.isEmpty()) {
      return new Change(written.source, written.source);
    }
    return new Change(written.source, element(written, changes, same ? written.text : text));
  }

  /// A formula as it was and as it is.
  record Change(String before, String after) {}

  private String shared(Written written, Template template, String text, int row, int column) {
    String number = written.attribute("si");
    Optional<Area> area = written.area();
    if (!written.text.isEmpty() && area.isPresent()) {
      groups.put(number, new Group(Optional.of(template), area.get()));
      Optional<Area> now = moves.reference(sheet, area.get());
      return element(written, Map.of("ref", now.map(References::print)), text);
    }
    Group group = groups.get(number);
    if (group != null && group.template.isPresent() && group.template.get().equals(template)) {
      return written.source;
    }
    if (group != null && group.template.isEmpty()) {
      Optional<Area> now =
          moves
              .reference(sheet, group.area)
              .filter(each -> each.firstRow() == row && each.firstColumn() == column);
      if (now.isPresent()) {
        groups.put(number, new Group(Optional.of(template), group.area));
        return element(written, Map.of("ref", now.map(References::print)), text);
      }
    }
    Map<String, Optional<String>> plain =
        Map.of("t", Optional.empty(), "si", Optional.empty(), "ref", Optional.empty());
    return element(written, plain, text);
  }

  private Map<String, Optional<String>> attributes(Written written) {
    Map<String, Optional<String>> changes = new HashMap<>();
    written
        .area()
        .flatMap(area -> moves.reference(sheet, area).filter(now -> !now.equals(area)))
        .ifPresent(now -> changes.put("ref", Optional.of(References.print(now))));
    input(written, "r1", "del1", changes);
    input(written, "r2", "del2", changes);
    return changes;
  }

  /// The input cell of a what-if data table.
  private void input(
      Written written, String name, String gone, Map<String, Optional<String>> changes) {
    Optional<Area> cell = A1.parse(written.attribute(name));
    if (cell.isEmpty()) {
      return;
    }
    Optional<Area> now = moves.cell(sheet, cell.get());
    if (now.isEmpty()) {
      changes.put(gone, Optional.of("1"));
    } else if (!now.equals(cell)) {
      changes.put(name, now.map(References::print));
    }
  }

  private String element(Written written, Map<String, Optional<String>> changes, String text) {
    String name = written.tag.substring(1, nameEnd(written.tag));
    var scanner = new XmlScanner("formula", Ascii.bytes(written.tag), limits);
    scanner.next();
    String tag = Tags.with(scanner, changes, !text.isEmpty());
    return tag.endsWith("/>") || text.isEmpty() && written.text.isEmpty()
        ? written.source.replace(written.tag, tag)
        : tag + XmlText.escape(text) + "</" + name + ">";
  }

  private static int nameEnd(String tag) {
    int at = 1;
    while (" \t\r\n/>".indexOf(tag.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  private static Written read(XmlScanner scanner) {
    String tag = Ascii.string(scanner.buffer(), scanner.start(), scanner.end());
    Map<String, String> attributes = new HashMap<>();
    while (scanner.nextAttribute()) {
      attributes.put(scanner.attributeName(), scanner.value());
    }
    if (scanner.isEmpty()) {
      return new Written(tag, tag, "", attributes);
    }
    var source = new StringBuilder(tag);
    var text = new StringBuilder();
    int depth = scanner.depth();
    while (scanner.depth() >= depth) {
      Token token = scanner.next();
      source.append(Ascii.string(scanner.buffer(), scanner.start(), scanner.end()));
      if (token == Token.TEXT) {
        text.append(scanner.text());
      }
    }
    return new Written(tag, source.toString(), text.toString(), attributes);
  }
}
