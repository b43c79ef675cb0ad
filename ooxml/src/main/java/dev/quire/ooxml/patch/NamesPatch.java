package dev.quire.ooxml.patch;

import dev.quire.ooxml.part.WorkbookLayout;
import dev.quire.ooxml.xml.SliceEdits;
import dev.quire.ooxml.xml.Tags;
import dev.quire.ooxml.xml.XmlElement;
import dev.quire.ooxml.xml.XmlText;
import dev.quire.ooxml.xml.XmlTree;
import dev.quire.workbook.NamedItem;
import dev.quire.workbook.Workbook;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Changes the list of defined names. Names that are the same stay as the file spells them; those
/// of chart sheets and the like, which the workbook does not know, only follow their tab.
final class NamesPatch {
  private final WorkbookLayout layout;
  private final XmlTree tree;
  private final Tabs tabs;
  private final SliceEdits edits;

  private record Key(String name, OptionalInt sheet) {
    static Key of(NamedItem item) {
      return new Key(item.name().toLowerCase(Locale.ROOT), item.sheet());
    }
  }

  NamesPatch(WorkbookLayout layout, Tabs tabs, SliceEdits edits) {
    this.layout = layout;
    this.tree = layout.workbook();
    this.tabs = tabs;
    this.edits = edits;
  }

  void apply(Workbook base, Workbook current) {
    Map<Key, NamedItem> before = byKey(base);
    Map<Key, NamedItem> rest = byKey(current);
    var now = new HashMap<>(rest);
    Optional<XmlElement> list = tree.root().child("definedNames");
    var out = new StringBuilder();
    for (XmlElement each : list.map(XmlElement::children).orElse(List.of())) {
      out.append(kept(each, before, now, rest, base, current));
    }
    rest.values().forEach(each -> out.append(fresh(each, current)));
    write(list, out.toString());
  }

  private void write(Optional<XmlElement> list, String content) {
    if (list.isEmpty()) {
      if (!content.isEmpty()) {
        String name = tree.root().qualified("definedNames");
        Insertion.after(
            edits,
            tree.root(),
            List.of("sheets", "functionGroups", "externalReferences"),
            "<" + name + ">" + content + "</" + name + ">");
      }
      return;
    }
    var same = new StringBuilder();
    list.get().children().forEach(each -> same.append(tree.source(each)));
    if (content.contentEquals(same)) {
      return;
    }
    if (content.isEmpty()) {
      edits.remove(list.get());
    } else {
      edits.replaceContent(list.get(), content);
    }
  }

  private String kept(
      XmlElement element,
      Map<Key, NamedItem> before,
      Map<Key, NamedItem> now,
      Map<Key, NamedItem> rest,
      Workbook base,
      Workbook current) {
    int tab = element.number("localSheetId", -1);
    boolean local = tab >= 0 && tab < layout.sheets().size();
    OptionalInt place = local ? tabs.newPlace(tab) : OptionalInt.empty();
    if (local && place.isEmpty()) {
      return "";
    }
    Map<String, Optional<String>> changes = new HashMap<>();
    if (local && place.getAsInt() != tab) {
      changes.put("localSheetId", Optional.of(Integer.toString(place.getAsInt())));
    }
    OptionalInt sheet = local ? tabs.keyBefore(tab) : OptionalInt.empty();
    if (local && sheet.isEmpty()) {
      return changed(element, changes, element.text());
    }
    var key = new Key(element.attributeOr("name", "").toLowerCase(Locale.ROOT), sheet);
    NamedItem then = before.get(key);
    NamedItem item = now.get(key);
    if (then == null) {
      return changed(element, changes, element.text());
    }
    if (item == null) {
      return "";
    }
    rest.remove(key);
    if (!item.comment().equals(then.comment())) {
      changes.put("comment", item.comment());
    }
    if (item.visible() != then.visible()) {
      changes.put("hidden", item.visible() ? Optional.empty() : Optional.of("1"));
    }
    String formula = current.nameFormulaForFile(item);
    boolean same = formula.equals(base.nameFormulaForFile(then));
    return changed(element, changes, same ? element.text() : formula);
  }

  private String changed(XmlElement element, Map<String, Optional<String>> changes, String text) {
    String source = tree.source(element);
    String tagged =
        changes.isEmpty() ? source : Tags.with(source, changes, layout.parts().limits());
    if (text.equals(element.text())) {
      return tagged;
    }
    int content = tagged.indexOf('>') + 1;
    return tagged.substring(0, content)
        + XmlText.escape(text)
        + "</"
        + element.qualifiedName()
        + ">";
  }

  private String fresh(NamedItem item, Workbook current) {
    String name = tree.root().qualified("definedName");
    var out = new StringBuilder("<").append(name).append(Tags.attribute("name", item.name()));
    item.comment().ifPresent(each -> out.append(Tags.attribute("comment", each)));
    if (item.sheet().isPresent()) {
      OptionalInt place = tabs.place(item.sheet().getAsInt());
      if (place.isEmpty()) {
        return "";
      }
      out.append(Tags.attribute("localSheetId", Integer.toString(place.getAsInt())));
    }
    if (!item.visible()) {
      out.append(Tags.attribute("hidden", "1"));
    }
    out.append('>').append(XmlText.escape(current.nameFormulaForFile(item)));
    return out.append("</").append(name).append('>').toString();
  }

  private static Map<Key, NamedItem> byKey(Workbook book) {
    var items = new LinkedHashMap<Key, NamedItem>();
    book.names().forEach(each -> items.put(Key.of(each), each));
    return items;
  }
}
