package dev.quire.ooxml.patch;

import dev.quire.ooxml.part.Differential;
import dev.quire.ooxml.part.StylesReader;
import dev.quire.ooxml.part.WorkbookLayout;
import dev.quire.ooxml.xml.SliceEdits;
import dev.quire.ooxml.xml.Tags;
import dev.quire.ooxml.xml.XmlElement;
import dev.quire.ooxml.xml.XmlTree;
import dev.quire.workbook.style.Color;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Differential formats that filters and sorts name their colours by (ECMA-376 part 1, 18.3.2.1),
/// added behind those of the file.
final class NewDifferentials implements TablePart.Formats {
  /// What comes before the list in a styles part.
  private static final List<String> BEFORE =
      List.of("numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles");

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> added = new ArrayList<>();
  private final UnaryOperator<String> qualified;
  private final int known;

  NewDifferentials(WorkbookLayout layout) {
    Optional<XmlTree> styles =
        layout
            .part("styles")
            .map(layout.parts()::tree)
            .filter(tree -> !StylesReader.cellFormats(tree.root()).isEmpty());
    List<XmlElement> elements =
        styles.map(tree -> Differential.elements(tree.root())).orElse(List.of());
    known = elements.size();
    qualified =
        styles.<UnaryOperator<String>>map(tree -> tree.root()::qualified).orElse(name -> name);
    for (int number = 0; number < known; number++) {
      numbers.putIfAbsent(
          styles.orElseThrow(IllegalStateException::new).source(elements.get(number)), number);
    }
  }

  @Override
  public int numberOf(Color color, boolean background) {
    return numbers.computeIfAbsent(
        background ? fill(color) : text(color),
        dxf -> {
          added.add(dxf);
          return known + added.size() - 1;
        });
  }

  boolean isEmpty() {
    return added.isEmpty();
  }

  /// Puts the new formats into the styles part.
  void write(XmlElement root, SliceEdits edits) {
    if (added.isEmpty()) {
      return;
    }
    String text = String.join("", added);
    root.child("dxfs")
        .ifPresentOrElse(
            list -> Insertion.append(edits, list, text, added.size()),
            () ->
                Insertion.after(
                    edits,
                    root,
                    BEFORE,
                    "<%1$s count=\"%2$d\">%3$s</%1$s>"
                        .formatted(root.qualified("dxfs"), added.size(), text)));
  }

  /// White is what cells without a background count as.
  private String fill(Color color) {
    String pattern =
        color.equals(Color.WHITE)
            ? tag("patternFill", Tags.attribute("patternType", "none"), "")
            : tag(
                "patternFill",
                Tags.attribute("patternType", "solid"),
                tag("fgColor", rgb(color), "") + tag("bgColor", rgb(color), ""));
    return tag("dxf", "", tag("fill", "", pattern));
  }

  private String text(Color color) {
    return tag("dxf", "", tag("font", "", tag("color", rgb(color), "")));
  }

  private static String rgb(Color color) {
    return Tags.attribute("rgb", "FF" + color.toString().substring(1));
  }

  private String tag(String name, String attributes, String content) {
    return Tags.element(qualified.apply(name), attributes, content);
  }
}
