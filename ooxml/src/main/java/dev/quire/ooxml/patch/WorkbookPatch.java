package dev.quire.ooxml.patch;

import dev.quire.ooxml.part.Namespaces;
import dev.quire.ooxml.part.SheetEntry;
import dev.quire.ooxml.part.WorkbookLayout;
import dev.quire.ooxml.xml.SliceEdits;
import dev.quire.ooxml.xml.Tags;
import dev.quire.ooxml.xml.XmlElement;
import dev.quire.ooxml.xml.XmlElement.Attribute;
import dev.quire.ooxml.xml.XmlTree;
import dev.quire.workbook.CalculationMode;
import dev.quire.workbook.Visibility;
import dev.quire.workbook.Workbook;
import dev.quire.workbook.Worksheet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Changes the workbook part: the list of tabs, which of them is open, defined names, and when
/// formulas are calculated.
final class WorkbookPatch {
  private final WorkbookLayout layout;
  private final XmlTree tree;
  private final XmlElement root;
  private final SliceEdits edits;
  private final Tabs tabs;

  WorkbookPatch(WorkbookLayout layout, Tabs tabs, PackageEdit edit) {
    this.layout = layout;
    this.tree = layout.workbook();
    this.root = tree.root();
    this.edits = edit.slices(tree);
    this.tabs = tabs;
  }

  void apply(Workbook base, Workbook current) {
    if (tabs.isChanged()) {
      sheets();
      views();
    }
    new NamesPatch(layout, tabs, edits).apply(base, current);
    if (base.calculationMode() != current.calculationMode()) {
      calculation(current.calculationMode());
    }
  }

  private void sheets() {
    XmlElement list = root.child("sheets").orElseThrow(IllegalStateException::new);
    int nextId = layout.sheets().stream().mapToInt(SheetEntry::sheetId).max().orElse(0) + 1;
    var out = new StringBuilder();
    for (Tab tab : tabs.after()) {
      if (tab.isNew()) {
        out.append(fresh(tab, nextId++));
      } else {
        out.append(tab.entry().map(entry -> kept(tab, entry)).orElse(""));
      }
    }
    edits.replaceContent(list, out.toString());
  }

  private String kept(Tab tab, SheetEntry entry) {
    String source = tree.source(entry.element());
    if (!Tabs.differs(tab) || tab.sheet().isEmpty()) {
      return source;
    }
    Worksheet now = tab.sheet().get();
    Map<String, Optional<String>> changes = new HashMap<>();
    changes.put("name", Optional.of(now.name()));
    changes.put("state", state(now.visibility()));
    return Tags.with(source, changes, layout.parts().limits());
  }

  private String fresh(Tab tab, int id) {
    Worksheet sheet = tab.sheet().orElseThrow(IllegalStateException::new);
    String namespace =
        layout.isStrict() ? Namespaces.STRICT_RELATIONSHIPS : Namespaces.RELATIONSHIPS;
    Optional<String> prefix =
        root.attributes().stream()
            .filter(each -> each.prefix().equals("xmlns") && each.value().equals(namespace))
            .map(Attribute::name)
            .findFirst();
    String reference =
        prefix
            .map(each -> Tags.attribute(each + ":id", tab.relationship()))
            .orElse(
                Tags.attribute("xmlns:r", namespace) + Tags.attribute("r:id", tab.relationship()));
    return "<"
        + root.qualified("sheet")
        + Tags.attribute("name", sheet.name())
        + Tags.attribute("sheetId", Integer.toString(id))
        + state(sheet.visibility()).map(each -> Tags.attribute("state", each)).orElse("")
        + reference
        + "/>";
  }

  private static Optional<String> state(Visibility visibility) {
    return switch (visibility) {
      case VISIBLE -> Optional.empty();
      case HIDDEN -> Optional.of("hidden");
      case VERY_HIDDEN -> Optional.of("veryHidden");
    };
  }

  /// Lets the same tab stay open, or another visible one where it is gone.
  private void views() {
    for (XmlElement list : root.children("bookViews")) {
      for (XmlElement view : list.children("workbookView")) {
        place(view, "activeTab");
        place(view, "firstSheet");
      }
    }
  }

  private void place(XmlElement view, String attribute) {
    int old = view.number(attribute, 0);
    OptionalInt now = old < layout.sheets().size() ? tabs.newPlace(old) : OptionalInt.empty();
    int place =
        now.isPresent() && tabs.after().get(now.getAsInt()).isVisible()
            ? now.getAsInt()
            : firstVisible();
    if (place != old) {
      edits.setAttribute(view, attribute, Integer.toString(place));
    }
  }

  private int firstVisible() {
    for (int place = 0; place < tabs.after().size(); place++) {
      if (tabs.after().get(place).isVisible()) {
        return place;
      }
    }
    return 0;
  }

  private void calculation(CalculationMode mode) {
    Optional<String> word =
        switch (mode) {
          case AUTOMATIC -> Optional.empty();
          case AUTOMATIC_EXCEPT_TABLES -> Optional.of("autoNoTable");
          case MANUAL -> Optional.of("manual");
        };
    Optional<XmlElement> settings = root.child("calcPr");
    if (settings.isPresent()) {
      XmlElement found = settings.get();
      word.ifPresentOrElse(
          each -> edits.setAttribute(found, "calcMode", each),
          () -> edits.removeAttribute(found, "calcMode"));
    } else {
      Insertion.after(
          edits,
          root,
          List.of("sheets", "functionGroups", "externalReferences", "definedNames"),
          "<" + root.qualified("calcPr") + Tags.attribute("calcMode", word.orElse("auto")) + "/>");
    }
  }
}
