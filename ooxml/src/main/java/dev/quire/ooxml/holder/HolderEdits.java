package dev.quire.ooxml.holder;

import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.Shift;
import dev.quire.ooxml.xml.SliceEdits;
import dev.quire.ooxml.xml.XmlElement;
import dev.quire.ooxml.xml.XmlText;
import dev.quire.ooxml.xml.XmlTree;
import dev.quire.workbook.Moves;
import java.util.BitSet;
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
  private final FilterColumns filters;

  private HolderEdits(XmlTree tree, Moves moves, OptionalInt sheet) {
    this.tree = tree;
    this.edits = new SliceEdits(tree);
    this.moves = moves;
    this.sheet = sheet;
    this.anchors = new Anchors(edits, sheet.isPresent() ? moves.on(sheet.getAsInt()) : List.of());
    this.filters = new FilterColumns(edits, moves, sheet);
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
    if (!filters.visit(element)) {
      return Verdict.GOES;
    }
    sheet.ifPresent(key -> new ViewMoves(edits, moves, key).apply(element, parent));
    return children(element, home);
  }

  private Verdict children(XmlElement element, List<Area> home) {
    var gone = new BitSet();
    for (int at = 0; at < element.children().size(); at++) {
      XmlElement child = element.children().get(at);
      switch (visit(child, element, home)) {
        case STAYS -> {}
        case GOES -> {
          gone.set(at);
          edits.drop(child);
        }
        case PARENT_GOES -> {
          return Verdict.GOES;
        }
      }
    }
    if (gone.isEmpty()) {
      return Verdict.STAYS;
    }
    boolean list = Holders.LISTS.contains(element.name());
    if (list && gone.cardinality() == items(element)) {
      return Verdict.GOES;
    }
    count(element, gone.cardinality());
    if (element.name().equals("scenarios")) {
      chosen(element, gone);
    }
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

  /// Scenarios are told by their place among those that are left.
  private void chosen(XmlElement scenarios, BitSet gone) {
    int left = scenarios.children().size() - gone.cardinality();
    for (String name : List.of("current", "show")) {
      int place = scenarios.number(name, 0);
      int now = Math.min(place - gone.get(0, place).cardinality(), left - 1);
      if (now != place) {
        edits.setAttribute(scenarios, name, Integer.toString(now));
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
      case HEADED_AREA -> onSheet(text, moves::headed);
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
    if (key.isEmpty() || area.isEmpty() || isElsewhere(element)) {
      return Optional.of(text);
    }
    return moves
        .reference(key.getAsInt(), area.get())
        .map(each -> each.equals(area.get()) ? text : References.print(each));
  }

  /// Whether a source lies in another workbook, which a relationship tells.
  private static boolean isElsewhere(XmlElement source) {
    return source.attributes().stream()
        .anyMatch(each -> each.name().equals("id") && !each.prefix().isEmpty());
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

  private static int number(String text) {
    boolean digits =
        !text.isEmpty() && text.length() < 9 && text.chars().allMatch(Character::isDigit);
    return digits ? Integer.parseInt(text) : -1;
  }
}
