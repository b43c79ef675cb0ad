package dev.quire.ooxml.chart;

import dev.quire.ooxml.xml.SliceEdits;
import dev.quire.ooxml.xml.XmlElement;
import dev.quire.workbook.chart.Fill;
import dev.quire.workbook.chart.Line;
import dev.quire.workbook.chart.ShapeFormat;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Changes fills and lines of shapes in a part; effects and whatever else they have stay.
final class ShapePatch {
  private static final Set<String> FILLS =
      Set.of("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill");

  private static final Set<String> BEFORE_FILLS = Set.of("xfrm", "custGeom", "prstGeom");

  private final SliceEdits edits;
  private final Pieces pieces;
  private final LookWriter looks;

  ShapePatch(SliceEdits edits, LookWriter looks) {
    this.edits = edits;
    this.pieces = new Pieces(edits);
    this.looks = looks;
  }

  /// Brings `spPr` below an element up to date.
  ///
  /// @param order names of the element's children in the order of the schema
  void apply(XmlElement holder, List<String> order, ShapeFormat before, ShapeFormat after) {
    if (before.equals(after)) {
      return;
    }
    Optional<XmlElement> old = Nodes.child(holder, "spPr");
    if (old.isEmpty() || old.get().span().empty()) {
      pieces.set(holder, "spPr", order, looks.shape(after));
      return;
    }
    if (!before.fill().equals(after.fill())) {
      fill(old.get(), after.fill());
    }
    if (!before.line().equals(after.line())) {
      line(old.get(), before.line(), after.line());
    }
  }

  private void fill(XmlElement properties, Fill fill) {
    String text = looks.alone(looks.fill(fill));
    Optional<XmlElement> old =
        properties.children().stream().filter(each -> FILLS.contains(each.name())).findFirst();
    if (old.isPresent()) {
      edits.replace(old.get(), text);
    } else {
      insert(properties, BEFORE_FILLS, text);
    }
  }

  private void line(XmlElement properties, Line before, Line after) {
    Optional<XmlElement> old = Nodes.child(properties, "ln");
    boolean onlyFill = before.withFill(after.fill()).equals(after);
    if (old.isPresent() && onlyFill && !old.get().span().empty()) {
      fill(old.get(), after.fill());
    } else if (old.isPresent()) {
      edits.replace(old.get(), looks.alone(looks.line(after)));
    } else {
      var all = new HashSet<>(FILLS);
      all.addAll(BEFORE_FILLS);
      insert(properties, all, looks.alone(looks.line(after)));
    }
  }

  private void insert(XmlElement parent, Set<String> behind, String text) {
    int at = parent.span().content();
    for (XmlElement each : parent.children()) {
      if (behind.contains(each.name())) {
        at = each.span().end();
      }
    }
    edits.insert(at, text);
  }
}
