package dev.quire.ooxml.patch;

import dev.quire.ooxml.guard.XlsxLimits;
import dev.quire.ooxml.part.Numbers;
import dev.quire.ooxml.part.StyleWords;
import dev.quire.ooxml.part.Xstring;
import dev.quire.ooxml.xml.Ascii;
import dev.quire.ooxml.xml.SliceEdits;
import dev.quire.ooxml.xml.Tags;
import dev.quire.ooxml.xml.XmlElement;
import dev.quire.ooxml.xml.XmlTree;
import dev.quire.workbook.style.Alignment;
import dev.quire.workbook.style.Border;
import dev.quire.workbook.style.Borders;
import dev.quire.workbook.style.Color;
import dev.quire.workbook.style.Font;
import dev.quire.workbook.style.HorizontalAlignment;
import dev.quire.workbook.style.Look;
import dev.quire.workbook.style.Protection;
import dev.quire.workbook.style.Side;
import dev.quire.workbook.style.Underline;
import dev.quire.workbook.style.VerticalAlignment;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Adds fonts, fills and borders behind those of a styles part. A new font is the one it was
/// derived from with only what changed replaced, so that what the model does not know of a font
/// (its theme, its character set) stays.
final class LookPatch {
  private final XmlTree tree;
  private final XlsxLimits limits;
  private final Additions fonts;
  private final Additions fills;
  private final Additions borders;

  /// Elements to be added to a list of the part, each text once.
  private static final class Additions {
    private final List<XmlElement> existing;
    private final Map<String, Integer> added = new LinkedHashMap<>();

    Additions(List<XmlElement> existing) {
      this.existing = existing;
    }

    int numberOf(String element) {
      return added.computeIfAbsent(element, _ -> existing.size() + added.size());
    }
  }

  LookPatch(XmlTree tree, XlsxLimits limits) {
    this.tree = tree;
    this.limits = limits;
    this.fonts = new Additions(elements("fonts", "font"));
    this.fills = new Additions(elements("fills", "fill"));
    this.borders = new Additions(elements("borders", "border"));
  }

  private List<XmlElement> elements(String list, String element) {
    return tree.root().listed(list, element);
  }

  /// A cell format with another look.
  ///
  /// @param format the `xf` element that it is derived from
  /// @param source the text of it
  /// @param before the look of that format
  String apply(XmlElement format, String source, Look before, Look after) {
    Map<String, Optional<String>> changes = new HashMap<>();
    if (!after.font().equals(before.font())) {
      String font = font(basis(fonts, format.number("fontId", 0)), before.font(), after.font());
      refer(changes, "fontId", "applyFont", fonts.numberOf(font));
    }
    if (!after.fill().equals(before.fill())) {
      refer(changes, "fillId", "applyFill", fills.numberOf(fill(after.fill())));
    }
    if (!after.borders().equals(before.borders())) {
      String border = borders(after.borders());
      refer(changes, "borderId", "applyBorder", borders.numberOf(border));
    }
    String changed = Tags.with(source, changes, limits);
    if (!after.alignment().equals(before.alignment())) {
      changed = child(changed, "alignment", "applyAlignment", alignment(after.alignment()));
    }
    if (!after.protection().equals(before.protection())) {
      changed = child(changed, "protection", "applyProtection", protection(after.protection()));
    }
    return changed;
  }

  private static void refer(
      Map<String, Optional<String>> changes, String id, String apply, int number) {
    changes.put(id, Optional.of(Integer.toString(number)));
    changes.put(apply, Optional.of("1"));
  }

  private static Optional<XmlElement> basis(Additions all, int number) {
    return number < all.existing.size() ? Optional.of(all.existing.get(number)) : Optional.empty();
  }

  /// Puts the new elements into the part.
  void write(SliceEdits edits) {
    write(edits, "fonts", fonts, List.of("numFmts"));
    write(edits, "fills", fills, List.of("numFmts", "fonts"));
    write(edits, "borders", borders, List.of("numFmts", "fonts", "fills"));
  }

  private void write(SliceEdits edits, String name, Additions additions, List<String> before) {
    if (additions.added.isEmpty()) {
      return;
    }
    String text = String.join("", additions.added.keySet());
    int count = additions.added.size();
    tree.root()
        .child(name)
        .ifPresentOrElse(
            list -> Insertion.append(edits, list, text, count),
            () -> {
              String tag = tree.root().qualified(name);
              Insertion.after(
                  edits,
                  tree.root(),
                  before,
                  "<%s count=\"%d\">%s</%s>".formatted(tag, count, text, tag));
            });
  }

  private String tag(String name, String attributes) {
    return "<" + tree.root().qualified(name) + attributes + "/>";
  }

  private String element(String name, String attributes, String content) {
    String qualified = tree.root().qualified(name);
    return "<" + qualified + attributes + ">" + content + "</" + qualified + ">";
  }

  /// The children of a font in the order of Excel; those that the model does not know come from the
  /// font it is derived from.
  private String font(Optional<XmlElement> basis, Font before, Font after) {
    var content = new StringBuilder();
    boolean renamed = !after.name().equals(before.name());
    for (String name :
        List.of(
            "b",
            "i",
            "strike",
            "condense",
            "extend",
            "outline",
            "shadow",
            "u",
            "vertAlign",
            "sz",
            "color",
            "name",
            "family",
            "charset",
            "scheme")) {
      content.append(
          switch (name) {
            case "b" -> after.bold() ? tag("b", "") : "";
            case "i" -> after.italic() ? tag("i", "") : "";
            case "u" -> underline(after.underline());
            case "sz" -> tag("sz", value(Numbers.print(after.sizePoints())));
            case "color" ->
                after.color().equals(before.color()) && basis.isPresent()
                    ? kept(basis, name)
                    : after.color().map(color -> tag(name, rgb(color))).orElse("");
            case "name" -> tag("name", value(Xstring.encode(after.name())));
            // They say what kind of font the old name was.
            case "family", "charset", "scheme" -> renamed ? "" : kept(basis, name);
            default -> kept(basis, name);
          });
    }
    return element("font", "", content.toString());
  }

  private String kept(Optional<XmlElement> basis, String child) {
    return basis.flatMap(each -> each.child(child)).map(tree::source).orElse("");
  }

  private String underline(Underline underline) {
    return switch (underline) {
      case NONE -> "";
      case SINGLE -> tag("u", "");
      case DOUBLE, SINGLE_ACCOUNTANT, DOUBLE_ACCOUNTANT ->
          tag("u", value(StyleWords.of(underline)));
    };
  }

  private static String value(String text) {
    return Tags.attribute("val", text);
  }

  private static String rgb(Color color) {
    return Tags.attribute("rgb", "FF" + color.toString().substring(1));
  }

  private String fill(Optional<Color> color) {
    String pattern =
        color
            .map(each ->
                element(
                    "patternFill",
                    Tags.attribute("patternType", "solid"),
                    tag("fgColor", rgb(each)) + tag("bgColor", Tags.attribute("indexed", "64"))))
            .orElse(tag("patternFill", Tags.attribute("patternType", "none")));
    return element("fill", "", pattern);
  }

  private String borders(Borders after) {
    String diagonals =
        (after.up() ? Tags.attribute("diagonalUp", "1") : "")
            + (after.down() ? Tags.attribute("diagonalDown", "1") : "");
    return element(
        "border",
        diagonals,
        line("left", after.on(Side.LEFT))
            + line("right", after.on(Side.RIGHT))
            + line("top", after.on(Side.TOP))
            + line("bottom", after.on(Side.BOTTOM))
            + line("diagonal", after.diagonal()));
  }

  private String line(String name, Border line) {
    if (!line.isDrawn()) {
      return tag(name, "");
    }
    String color =
        line.color()
            .map(each -> tag("color", rgb(each)))
            .orElse(tag("color", Tags.attribute("auto", "1")));
    return element(name, Tags.attribute("style", StyleWords.of(line.line())), color);
  }

  private static Map<String, Optional<String>> alignment(Alignment after) {
    boolean general = after.horizontal() == HorizontalAlignment.GENERAL;
    boolean bottom = after.vertical() == VerticalAlignment.BOTTOM;
    Map<String, Optional<String>> attributes = new LinkedHashMap<>();
    attributes.put(
        "horizontal", general ? Optional.empty() : Optional.of(StyleWords.of(after.horizontal())));
    attributes.put(
        "vertical", bottom ? Optional.empty() : Optional.of(StyleWords.of(after.vertical())));
    attributes.put("wrapText", after.wraps() ? Optional.of("1") : Optional.empty());
    return attributes;
  }

  private static Map<String, Optional<String>> protection(Protection after) {
    Map<String, Optional<String>> attributes = new LinkedHashMap<>();
    attributes.put("locked", after.locked() ? Optional.empty() : Optional.of("0"));
    attributes.put("hidden", after.formulaHidden() ? Optional.of("1") : Optional.empty());
    return attributes;
  }

  /// Sets attributes of a child of a cell format, which comes before all others of the schema:
  /// first alignment, then protection.
  private String child(
      String format, String name, String apply, Map<String, Optional<String>> attributes) {
    String marked = Tags.with(format, Map.of(apply, Optional.of("1")), limits);
    XmlTree read = XmlTree.read("xf", Ascii.bytes(marked), limits);
    var edits = new SliceEdits(read);
    Optional<XmlElement> old =
        read.root().children().stream().filter(each -> each.name().equals(name)).findFirst();
    if (old.isPresent()) {
      edits.replace(old.get(), Tags.with(read.source(old.get()), attributes, limits));
    } else {
      String fresh = Tags.with(tag(name, ""), attributes, limits);
      Insertion.after(edits, read.root(), List.of("alignment"), fresh);
    }
    byte[] bytes = edits.apply();
    return Ascii.string(bytes, 0, bytes.length);
  }
}
