package dev.quire.ooxml.patch;

import dev.quire.ooxml.xml.Bytes;
import dev.quire.ooxml.xml.XmlScanner;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Puts elements into a worksheet part, each at its place in the order that the schema demands
/// (ECMA-376 part 1, 18.3.1.99), and takes out those of the same name.
final class SheetElements {
  private static final List<String> ORDER =
      List.of(
          "sheetPr",
          "dimension",
          "sheetViews",
          "sheetFormatPr",
          "cols",
          "sheetData",
          "sheetCalcPr",
          "sheetProtection",
          "protectedRanges",
          "scenarios",
          "autoFilter",
          "sortState",
          "dataConsolidate",
          "customSheetViews",
          "mergeCells",
          "phoneticPr",
          "conditionalFormatting",
          "dataValidations",
          "hyperlinks",
          "printOptions",
          "pageMargins",
          "pageSetup",
          "headerFooter",
          "rowBreaks",
          "colBreaks",
          "customProperties",
          "cellWatches",
          "ignoredErrors",
          "smartTags",
          "drawing",
          "drawingHF",
          "legacyDrawing",
          "legacyDrawingHF",
          "picture",
          "oleObjects",
          "controls",
          "webPublishItems",
          "tableParts",
          "extLst");

  /// Controls and embedded objects come in a wrapper of their own.
  private static final String WRAPPER = "AlternateContent";

  private final TreeMap<Integer, String> pending = new TreeMap<>();
  private final Map<String, String> wanted;
  private final String prefix;

  /// @param wanted elements by their name without prefix; an empty text takes the element away
  SheetElements(Map<String, String> wanted, String prefix) {
    this.wanted = wanted;
    this.prefix = prefix;
    wanted.forEach((name, element) -> pending.put(ORDER.indexOf(name), element));
  }

  /// Writes what has to stand before the element that the scanner has come to.
  ///
  /// @return whether that element is replaced, so that it must not be copied
  boolean before(XmlScanner scanner, Bytes out) {
    if (pending.isEmpty() && wanted.isEmpty() || scanner.depth() != (scanner.isEmpty() ? 1 : 2)) {
      return false;
    }
    String name = local(scanner.name());
    int place = ORDER.indexOf(name.equals(WRAPPER) ? "oleObjects" : name);
    if (place < 0) {
      return false;
    }
    write(pending.headMap(place, wanted.containsKey(name)), out);
    return wanted.containsKey(name);
  }

  /// Writes what is left, before the end of the sheet.
  void atEnd(Bytes out) {
    write(pending, out);
  }

  private static void write(Map<Integer, String> elements, Bytes out) {
    elements.values().forEach(out::write);
    elements.clear();
  }

  private String local(String name) {
    int colon = name.indexOf(':');
    boolean ours = name.startsWith(prefix);
    return ours ? name.substring(prefix.length()) : name.substring(colon + 1);
  }
}
