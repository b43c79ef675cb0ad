package dev.quire.ooxml.patch;

import dev.quire.ooxml.guard.XlsxLimits;
import dev.quire.ooxml.holder.HolderEdits;
import dev.quire.ooxml.xml.Ascii;
import dev.quire.ooxml.xml.SliceEdits;
import dev.quire.ooxml.xml.XmlElement;
import dev.quire.ooxml.xml.XmlText;
import dev.quire.ooxml.xml.XmlTree;
import dev.quire.workbook.Moves;
import dev.quire.workbook.NamedItem;
import dev.quire.workbook.Workbook;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// Lets the defined names of the workbook part follow, and the area that it shows where it is
/// embedded.
final class NamesMove {
  private final List<OptionalInt> keys;
  private final Workbook before;
  private final Workbook after;
  private final Moves moves;
  private final XlsxLimits limits;
  private final Map<Scoped, Integer> places = new HashMap<>();

  private record Scoped(String name, OptionalInt sheet) {}

  NamesMove(
      List<OptionalInt> keys, Workbook before, Workbook after, Moves moves, XlsxLimits limits) {
    this.limits = limits;
    this.keys = keys;
    this.before = before;
    this.after = after;
    this.moves = moves;
    for (int at = 0; at < before.names().size(); at++) {
      NamedItem each = before.names().get(at);
      places.put(new Scoped(each.name(), each.sheet()), at);
    }
  }

  /// The workbook part afterwards; the very bytes when it stays.
  byte[] apply(XmlTree tree) {
    var edits = new SliceEdits(tree);
    for (XmlElement list : tree.root().children("definedNames")) {
      for (XmlElement each : list.children("definedName")) {
        String now = formula(each);
        if (!now.equals(each.text())) {
          edits.replaceContent(each, XmlText.escape(now));
        }
      }
    }
    tree.root().children("oleSize").forEach(each -> shown(tree, each, edits));
    return edits.isEmpty() ? tree.bytes() : edits.apply();
  }

  /// The area lies on the tab that is open.
  private void shown(XmlTree tree, XmlElement area, SliceEdits edits) {
    int tab =
        tree.root()
            .child("bookViews")
            .flatMap(views -> views.child("workbookView"))
            .map(view -> view.number("activeTab", 0))
            .orElse(0);
    OptionalInt sheet = tab < keys.size() ? keys.get(tab) : OptionalInt.empty();
    XmlTree alone = XmlTree.read(tree.part(), Ascii.bytes(tree.source(area)), limits);
    HolderEdits.apply(alone, moves, sheet)
        .filter(now -> now != alone.bytes())
        .ifPresent(now -> edits.replace(area, Ascii.string(now, 0, now.length)));
  }

  private String formula(XmlElement element) {
    int tab = element.number("localSheetId", -1);
    OptionalInt sheet = tab < 0 || tab >= keys.size() ? OptionalInt.empty() : keys.get(tab);
    String name = element.attributeOr("name", "");
    Integer place = places.get(new Scoped(name, sheet));
    if (place == null) {
      return moves.formula(element.text(), OptionalInt.empty(), List.of());
    }
    String was = before.nameFormulaForFile(before.names().get(place));
    String now = after.nameFormulaForFile(after.names().get(place));
    return was.equals(now) ? element.text() : now;
  }
}
