package dev.quire.ooxml.patch;

import dev.quire.ooxml.xml.SliceEdits;
import dev.quire.ooxml.xml.XmlElement;
import dev.quire.workbook.pivot.PivotTable;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;

/// What the formats, conditional formats and chart formats of a pivot table are for: items of its
/// fields, by their places in the lists of items (ECMA-376 part 1, 18.10.1.68; that places and not
/// numbers of the cache are meant is seen in workbooks of Excel). Where items come between, these
/// places follow; what is for items that are gone goes with them.
final class PivotAreas {
  private final XmlElement root;
  private final SliceEdits edits;
  private final PivotTable before;
  private final PivotTable now;

  /// @param before the pivot table as the part tells it
  PivotAreas(XmlElement root, SliceEdits edits, PivotTable before, PivotTable now) {
    this.root = root;
    this.edits = edits;
    this.before = before;
    this.now = now;
  }

  void follow() {
    for (String kind : List.of("format", "conditionalFormat", "chartFormat")) {
      root.child(kind + "s").ifPresent(list -> keepIf(list, kind, this::follows));
    }
  }

  /// Keeps those of a list that still are for something, or removes the list with the last of them.
  private boolean keepIf(XmlElement list, String name, Predicate<XmlElement> keeps) {
    List<XmlElement> all = list.children(name);
    List<XmlElement> gone = all.stream().filter(keeps.negate()).toList();
    if (gone.isEmpty()) {
      return true;
    }
    if (gone.size() == all.size()) {
      edits.drop(list);
      return false;
    }
    gone.forEach(edits::drop);
    edits.setAttribute(list, "count", Integer.toString(all.size() - gone.size()));
    return true;
  }

  private boolean follows(XmlElement format) {
    return format.children("pivotArea").stream().allMatch(this::isSomewhere)
        && format.children("pivotAreas").stream()
            .allMatch(areas -> keepIf(areas, "pivotArea", this::isSomewhere));
  }

  private boolean isSomewhere(XmlElement area) {
    return area.listed("references", "reference").stream().allMatch(this::isOfSomething);
  }

  /// Data fields are numbered beyond all others, and places on the axis are no items.
  private boolean isOfSomething(XmlElement reference) {
    int field = reference.number("field", -1);
    boolean isOfItems =
        field >= 0 && field < now.fields().size() && !reference.flag("byPosition", false);
    return !isOfItems || keepIf(reference, "x", item -> follows(field, item));
  }

  private boolean follows(int field, XmlElement item) {
    int old = item.number("v", 0);
    int items = before.fields().get(field).items().size();
    // Sums of items stand behind all items.
    OptionalInt place =
        old < items
            ? now.place(before, field, old)
            : OptionalInt.of(old - items + now.fields().get(field).items().size());
    if (place.isPresent() && place.getAsInt() != old) {
      edits.setAttribute(item, "v", Integer.toString(place.getAsInt()));
    }
    return place.isPresent();
  }
}
