package dev.quire.ooxml.patch;

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

/// Lets the defined names of the workbook part follow.
final class NamesMove {
  private final List<OptionalInt> keys;
  private final Workbook before;
  private final Workbook after;
  private final Moves moves;
  private final Map<Scoped, Integer> places = new HashMap<>();

  private record Scoped(String name, OptionalInt sheet) {}

  NamesMove(List<OptionalInt> keys, Workbook before, Workbook after, Moves moves) {
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
    return edits.isEmpty() ? tree.bytes() : edits.apply();
  }

  private String formula(XmlElement element) {
    int tab = element.number("localSheetId", -1);
    OptionalInt sheet = tab < 0 || tab >= keys.size() ? OptionalInt.empty() : keys.get(tab);
    String name = element.attributeOr("name", "");
    Integer place = places.get(new Scoped(name, sheet));
    if (place == null) {
      return moves.formula(element.text(), OptionalInt.empty(), List.of());
    }
    String was = before.nameFormula(before.names().get(place));
    String now = after.nameFormula(after.names().get(place));
    return was.equals(now) ? element.text() : now;
  }
}
