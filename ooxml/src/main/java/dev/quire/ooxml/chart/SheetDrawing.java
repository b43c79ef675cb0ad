package dev.quire.ooxml.chart;

import dev.quire.ooxml.part.PackageParts;
import dev.quire.ooxml.part.Relationship;
import dev.quire.ooxml.part.Relationships;
import dev.quire.ooxml.xml.XmlElement;
import dev.quire.ooxml.xml.XmlTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is drawn on a worksheet (ECMA-376 part 1, §20.5).
///
/// @param part name of the drawing part
/// @param tree the part
/// @param references what the part refers to
/// @param charts from back to front
/// @param lastShape the highest number of a shape
public record SheetDrawing(
    String part, XmlTree tree, Relationships references, List<Located> charts, int lastShape) {

  /// A chart in a drawing.
  ///
  /// @param anchor the element that says where it lies
  /// @param frame the element that holds it, `graphicFrame`
  /// @param reference what leads to its part, if anything does
  /// @param isClassic whether it is a chart of before 2016, which have a part of another kind
  public record Located(
      XmlElement anchor, XmlElement frame, Optional<Relationship> reference, boolean isClassic) {
    /// What names the chart.
    public Optional<XmlElement> properties() {
      return Nodes.down(frame, "nvGraphicFramePr", "cNvPr");
    }
  }

  /// The drawing of a worksheet, if it has one.
  ///
  /// @param sheet name of the worksheet's part
  public static Optional<SheetDrawing> of(PackageParts parts, String sheet) {
    return parts
        .relationships(sheet)
        .first("drawing")
        .map(Relationship::target)
        .filter(parts::has)
        .map(part -> read(parts, part));
  }

  private static SheetDrawing read(PackageParts parts, String part) {
    return read(part, parts.tree(part), parts.relationships(part));
  }

  /// The same drawing in another spelling.
  public SheetDrawing reread(XmlTree other) {
    return read(part, other, references);
  }

  private static SheetDrawing read(String part, XmlTree tree, Relationships references) {
    var charts = new ArrayList<Located>();
    for (XmlElement anchor : tree.root().children()) {
      if (anchor.name().endsWith("Anchor")) {
        frame(anchor).flatMap(each -> located(anchor, each, references)).ifPresent(charts::add);
      }
    }
    return new SheetDrawing(part, tree, references, List.copyOf(charts), lastShape(tree.root()));
  }

  /// Charts of newer kinds stand where readers who know them look.
  private static Optional<XmlElement> frame(XmlElement anchor) {
    return Nodes.child(anchor, "graphicFrame")
        .or(() -> Nodes.down(anchor, "AlternateContent", "Choice", "graphicFrame"));
  }

  private static Optional<Located> located(
      XmlElement anchor, XmlElement frame, Relationships references) {
    Optional<XmlElement> chart = Nodes.down(frame, "graphic", "graphicData", "chart");
    return chart.map(each -> {
      Optional<Relationship> reference =
          each.attributes().stream()
              .filter(attribute -> attribute.name().equals("id"))
              .findFirst()
              .flatMap(attribute -> references.find(attribute.value()))
              .filter(found -> !found.external());
      return new Located(
          anchor, frame, reference, reference.filter(found -> found.is("chart")).isPresent());
    });
  }

  private static int lastShape(XmlElement element) {
    int last = element.name().equals("cNvPr") ? element.number("id", 1) : 1;
    for (XmlElement each : element.children()) {
      last = Math.max(last, lastShape(each));
    }
    return last;
  }
}
