package dev.quire.ooxml.holder;

import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.Grid;
import dev.quire.engine.ref.Shift;
import dev.quire.ooxml.xml.SliceEdits;
import dev.quire.ooxml.xml.XmlElement;
import dev.quire.ooxml.xml.XmlText;
import dev.quire.ooxml.xml.XmlTree;
import dev.quire.workbook.Moves;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Lets all references in one piece of XML follow moves of cells; everything else stays byte for
/// byte.
public final class HolderEdits {
  private final XmlTree tree;
  private final SliceEdits edits;
  private final Moves moves;
  private final OptionalInt sheet;
  private final Anchors anchors;

  private HolderEdits(XmlTree tree, Moves moves, OptionalInt sheet) {
    this.tree = tree;
    this.edits = new SliceEdits(tree);
    this.moves = moves;
    this.sheet = sheet;
    this.anchors = new Anchors(edits, sheet.isPresent() ? moves.on(sheet.getAsInt()) : List.of());
  }

  /// The piece afterwards; empty when nothing is left of it, the very bytes when it stays.
  ///
  /// @param tree a part, or an element of a part
  /// @param sheet key of the worksheet that it belongs to, if it belongs to one
  public static Optional<byte[]> apply(XmlTree tree, Moves moves, OptionalInt sheet) {
    var holder = new HolderEdits(tree, moves, sheet);
    if (!holder.survives(tree.root(), tree.root(), List.of())) {
      return Optional.empty();
    }
    return Optional.of(holder.edits.isEmpty() ? tree.bytes() : holder.edits.apply());
  }

  /// What the visit of an element says to the one around it.
  private enum Verdict {
    STAYS,
    GOES,
    PARENT_GOES
  }

  private boolean survives(XmlElement element, XmlElement parent, List<Area> home) {
    return visit(element, parent, home) == Verdict.STAYS;
  }

  private Verdict visit(XmlElement element, XmlElement parent, List<Area> around) {
    List<Area> home = home(element, around);
    for (Holder each : Holders.of(element.name())) {
      Verdict verdict = holder(each, element, parent, home);
      if (verdict != Verdict.STAYS) {
        return verdict;
      }
    }
    if (!anchors.visit(element)) {
      return Verdict.PARENT_GOES;
    }
    if (sheet.isPresent() && element.name().equals("autoFilter")) {
      filterColumns(element);
    }
    if (sheet.isPresent() && element.name().equals("pane")) {
      frozen(element, parent);
    }
    return children(element, home);
  }

  private Verdict children(XmlElement element, List<Area> home) {
    int gone = 0;
    for (XmlElement child : element.children()) {
      switch (visit(child, element, home)) {
        case STAYS -> {}
        case GOES -> {
          gone++;
          edits.drop(child);
        }
        case PARENT_GOES -> {
          return Verdict.GOES;
        }
      }
    }
    if (gone == 0) {
      return Verdict.STAYS;
    }
    boolean list = Holders.LISTS.contains(element.name());
    if (list && gone == items(element)) {
      return Verdict.GOES;
    }
    count(element, gone);
    return Verdict.STAYS;
  }

  /// How many children of a list are its elements, rather than settings of all.
  private static long items(XmlElement element) {
    return element.name().equals("sparklineGroup")
        ? element.children().stream().filter(each -> each.name().equals("sparklines")).count()
        : element.children().size();
  }

  private void count(XmlElement element, int gone) {
    for (String name : List.of("count", "manualBreakCount")) {
      int count = element.number(name, 0);
      if (count > 0) {
        edits.setAttribute(element, name, Integer.toString(Math.max(0, count - gone)));
      }
    }
  }

  /// The areas from whose top left cell the formulas in an element are told.
  private static List<Area> home(XmlElement element, List<Area> around) {
    Optional<String> own =
        element
            .attribute("sqref")
            .or(() ->
                element.children().stream()
                    .filter(each -> each.name().equals("sqref"))
                    .findFirst()
                    .map(XmlElement::text));
    boolean sparkline = element.name().equals("sparkline");
    return sparkline ? List.of() : own.flatMap(References::parse).orElse(around);
  }

  private Verdict holder(Holder holder, XmlElement element, XmlElement parent, List<Area> home) {
    boolean isText = holder.attribute().isEmpty();
    if (isText && !element.children().isEmpty()) {
      return Verdict.STAYS;
    }
    Optional<String> written =
        isText ? Optional.of(element.text()) : element.attribute(holder.attribute());
    if (written.isEmpty() || written.get().isEmpty()) {
      return Verdict.STAYS;
    }
    Optional<String> now = changed(holder.syntax(), written.get(), element, parent, home);
    if (now.isEmpty()) {
      return switch (holder.fate()) {
        case GOES -> Verdict.GOES;
        case PARENT_GOES -> Verdict.PARENT_GOES;
        case STAYS -> Verdict.STAYS;
      };
    }
    boolean single =
        holder.element().equals("mergeCell")
            && A1.parse(now.get()).filter(Area::isCell).isPresent();
    if (single) {
      return Verdict.GOES;
    }
    if (!now.get().equals(written.get())) {
      if (isText) {
        edits.replaceContent(element, XmlText.escape(now.get()));
      } else {
        edits.setAttribute(element, holder.attribute(), now.get());
      }
    }
    return Verdict.STAYS;
  }

  private Optional<String> changed(
      Holder.Syntax syntax, String text, XmlElement element, XmlElement parent, List<Area> home) {
    return switch (syntax) {
      case CELL -> onSheet(text, (key, area) -> moves.cell(key, area));
      case AREA -> onSheet(text, moves::reference);
      case AREAS -> areas(text);
      case FORMULA -> Optional.of(moves.formula(text, sheet, home));
      case AREA_OF_NAMED_SHEET -> named(text, element);
      case BREAK -> pageBreak(text, parent.name().equals("colBreaks"));
    };
  }

  /// Where something of a sheet goes.
  @FunctionalInterface
  private interface Place {
    Optional<Area> of(int sheet, Area area);
  }

  /// What is no address is left alone.
  private Optional<String> onSheet(String text, Place place) {
    Optional<Area> area = A1.parse(text);
    return sheet.isEmpty() || area.isEmpty() ? Optional.of(text) : at(area.get(), text, place);
  }

  private Optional<String> at(Area area, String text, Place place) {
    Optional<Area> now = place.of(sheet.getAsInt(), area);
    return now.map(each -> each.equals(area) ? text : References.print(each));
  }

  private Optional<String> areas(String text) {
    Optional<List<Area>> before = References.parse(text);
    if (before.isEmpty()) {
      return Optional.of(moves.formula(text, sheet, List.of()));
    }
    if (sheet.isEmpty()) {
      return Optional.of(text);
    }
    List<Area> after = moves.pieces(sheet.getAsInt(), before.get());
    return after.isEmpty()
        ? Optional.empty()
        : Optional.of(after.equals(before.get()) ? text : References.print(after));
  }

  private Optional<String> named(String text, XmlElement element) {
    OptionalInt key = moves.sheet(element.attributeOr("sheet", ""));
    Optional<Area> area = A1.parse(text);
    if (key.isEmpty() || area.isEmpty() || element.attribute("id").isPresent()) {
      return Optional.of(text);
    }
    return moves
        .reference(key.getAsInt(), area.get())
        .map(each -> each.equals(area.get()) ? text : References.print(each));
  }

  /// A break goes with the row or column behind it.
  private Optional<String> pageBreak(String text, boolean column) {
    int at = number(text);
    if (sheet.isEmpty() || at < 0) {
      return Optional.of(text);
    }
    int now = at;
    for (Shift each : moves.on(sheet.getAsInt())) {
      boolean concerned = column ? each.isWholeColumns() : each.isWholeRows();
      now = concerned && now < each.limit() ? each.moved(now) : now;
      if (now == Shift.GONE) {
        return Optional.empty();
      }
    }
    return Optional.of(now == at ? text : Integer.toString(now));
  }

  /// A number of rows or columns, which some programs write as `5.0`.
  private static int split(String text) {
    return number(text.endsWith(".0") ? text.substring(0, text.length() - 2) : text);
  }

  private static int number(String text) {
    boolean digits =
        !text.isEmpty() && text.length() < 9 && text.chars().allMatch(Character::isDigit);
    return digits ? Integer.parseInt(text) : -1;
  }

  /// Frozen rows and columns stay frozen, and those that come between them are too.
  private void frozen(XmlElement pane, XmlElement view) {
    if (!pane.attributeOr("state", "").startsWith("frozen")) {
      return;
    }
    Area first = view.attribute("topLeftCell").flatMap(A1::parse).orElse(Area.cell(0, 0));
    int rows = split(pane.attributeOr("ySplit", "0"));
    int columns = split(pane.attributeOr("xSplit", "0"));
    int top = first.firstRow();
    int left = first.firstColumn();
    if (rows > 0 && top + rows <= Grid.ROWS) {
      var frozen = new Area(top, 0, top + rows - 1, Grid.COLUMNS - 1);
      moves
          .reference(sheet.getAsInt(), frozen)
          .filter(now -> now.rows() != rows)
          .ifPresent(now -> edits.setAttribute(pane, "ySplit", Integer.toString(now.rows())));
    }
    if (columns > 0 && left + columns <= Grid.COLUMNS) {
      var frozen = new Area(0, left, Grid.ROWS - 1, left + columns - 1);
      moves
          .reference(sheet.getAsInt(), frozen)
          .filter(now -> now.columns() != columns)
          .ifPresent(now -> edits.setAttribute(pane, "xSplit", Integer.toString(now.columns())));
    }
  }

  /// Columns of a filter are told by their distance from its first column.
  private void filterColumns(XmlElement filter) {
    Optional<Area> before = filter.attribute("ref").flatMap(A1::parse);
    int key = sheet.getAsInt();
    Optional<Area> after = before.flatMap(area -> moves.reference(key, area));
    if (after.isEmpty() || before.get().columns() == after.get().columns()) {
      return;
    }
    for (XmlElement each : filter.children()) {
      if (!each.name().equals("filterColumn")) {
        continue;
      }
      int column = before.get().firstColumn() + each.number("colId", 0);
      Optional<Area> cell = moves.cell(key, Area.cell(before.get().firstRow(), column));
      if (cell.isEmpty()) {
        edits.drop(each);
      } else {
        int now = cell.get().firstColumn() - after.get().firstColumn();
        edits.setAttribute(each, "colId", Integer.toString(now));
      }
    }
  }
}
