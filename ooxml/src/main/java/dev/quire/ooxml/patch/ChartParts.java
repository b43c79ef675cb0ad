package dev.quire.ooxml.patch;

import dev.quire.ooxml.chart.ChartPatch;
import dev.quire.ooxml.chart.DrawingWriter;
import dev.quire.ooxml.chart.FrameReader;
import dev.quire.ooxml.chart.SheetDrawing;
import dev.quire.ooxml.chart.SheetDrawing.Located;
import dev.quire.ooxml.part.Relationship;
import dev.quire.ooxml.part.Relationships;
import dev.quire.ooxml.part.WorkbookLayout;
import dev.quire.ooxml.xml.Bytes;
import dev.quire.ooxml.xml.SliceEdits;
import dev.quire.ooxml.xml.XmlElement;
import dev.quire.ooxml.xml.XmlScanner;
import dev.quire.ooxml.xml.XmlTree;
import dev.quire.workbook.ChartFrames;
import dev.quire.workbook.SheetLayout;
import dev.quire.workbook.Workbook;
import dev.quire.workbook.Worksheet;
import dev.quire.workbook.chart.Chart;
import dev.quire.workbook.chart.ChartFrame;
import dev.quire.workbook.chart.SheetCharts;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Brings drawings and chart parts of a package up to date.
///
/// The model rules what a chart shows and where it lies. Before it is asked, the parts have
/// followed the cells that moved, as all other parts have, and the model has followed by the same
/// rules; so only charts that somebody changed are written.
final class ChartParts {
  private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
  private static final String CHART_TYPE = OFFICE + "drawingml.chart+xml";
  private static final String DRAWING_TYPE = OFFICE + "drawing+xml";

  private final WorkbookLayout layout;
  private final Workbook base;
  private final Workbook current;
  private final SheetRenames renames;
  private final PackageEdit edit;
  private final Set<String> written = new HashSet<>();

  ChartParts(
      WorkbookLayout layout,
      Workbook base,
      Workbook current,
      SheetRenames renames,
      PackageEdit edit) {
    this.layout = layout;
    this.base = base;
    this.current = current;
    this.renames = renames;
    this.edit = edit;
  }

  /// Whether a part has been written here, with the present names of sheets in it.
  boolean hasWritten(String part) {
    return written.contains(part.toLowerCase(Locale.ROOT));
  }

  /// Brings the charts of one worksheet up to date.
  ///
  /// @return the relationship of a drawing that the worksheet has not had before
  Optional<String> apply(Tab tab, Worksheet sheet) {
    SheetCharts before =
        base.worksheet(sheet.key()).map(Worksheet::charts).orElse(SheetCharts.NONE);
    if (before == sheet.charts() || before.all().equals(sheet.charts().all())) {
      return Optional.empty();
    }
    Optional<SheetDrawing> drawing =
        tab.isNew() ? Optional.empty() : SheetDrawing.of(layout.parts(), tab.part());
    if (drawing.isPresent()) {
      change(drawing.get(), before.all(), sheet);
      return Optional.empty();
    }
    return Optional.of(create(tab, sheet));
  }

  private String create(Tab tab, Worksheet sheet) {
    String part = edit.numbered("xl/drawings/drawing", ".xml");
    var anchors = new StringBuilder();
    var writer = new DrawingWriter("xdr:", layout.isStrict());
    Relationships references = layout.parts().relationships(part);
    int shape = 2;
    for (Chart each : sheet.charts().all()) {
      anchors.append(add(each, shape++, references, writer, sheet.key()));
    }
    String content =
        NewParts.DECLARATION + DrawingWriter.whole(anchors.toString(), layout.isStrict());
    edit.add(part, DRAWING_TYPE, out -> out.write(content));
    return edit.relate(
        layout.parts().relationships(tab.part()),
        NewParts.relationship(layout.isStrict(), "drawing"),
        part);
  }

  private String add(
      Chart chart, int shape, Relationships references, DrawingWriter writer, int sheet) {
    String part = edit.numbered("xl/charts/chart", ".xml");
    String content =
        NewParts.DECLARATION + ChartPatch.whole(layout.isStrict(), chart.space(), current, sheet);
    edit.add(part, CHART_TYPE, out -> out.write(content));
    written.add(part.toLowerCase(Locale.ROOT));
    String id = edit.relate(references, NewParts.relationship(layout.isStrict(), "chart"), part);
    return writer.anchor(chart, shape, id);
  }

  /// The charts of the model before and those of the drawing stand in the same order.
  private void change(SheetDrawing drawing, List<Chart> before, Worksheet sheet) {
    XmlTree tree = renamed(drawing.tree());
    SheetDrawing present = tree == drawing.tree() ? drawing : drawing.reread(tree);
    var edits = new SliceEdits(tree);
    Map<String, Chart> now =
        sheet.charts().all().stream().collect(Collectors.toMap(Chart::id, Function.identity()));
    Map<String, Chart> then = new HashMap<>();
    for (int at = 0; at < before.size(); at++) {
      Chart old = before.get(at);
      then.put(old.id(), old);
      Located located = present.charts().get(at);
      Chart changed = now.get(old.id());
      if (changed == null) {
        delete(located, present, edits);
      } else if (!changed.equals(old)) {
        change(located, old, changed, tree, edits, sheet.key());
      }
    }
    var writer = new DrawingWriter(tree.root().qualified(""), layout.isStrict());
    var added = new StringBuilder();
    int shape = present.lastShape() + 1;
    for (Chart each : sheet.charts().all()) {
      if (!then.containsKey(each.id())) {
        added.append(add(each, shape++, present.references(), writer, sheet.key()));
      }
    }
    if (!added.isEmpty()) {
      edits.append(tree.root(), added.toString());
    }
    if (!edits.isEmpty()) {
      rewrite(drawing.part(), edits.apply());
    }
  }

  private void delete(Located located, SheetDrawing drawing, SliceEdits edits) {
    edits.remove(located.anchor());
    located
        .reference()
        .ifPresent(reference -> {
          edit.unrelate(drawing.references(), reference);
          DeletedParts.chart(layout, reference.target(), edit);
        });
  }

  private void change(
      Located located, Chart old, Chart now, XmlTree tree, SliceEdits edits, int sheet) {
    if (!old.name().equals(now.name())) {
      located.properties().ifPresent(named -> edits.setAttribute(named, "name", now.name()));
    }
    if (!old.frame().equals(now.frame()) && !isThere(located.anchor(), now.frame(), sheet)) {
      place(located.anchor(), now, tree, edits);
    }
    // What can only be shown differs at most by cells that moved, which its part has followed.
    if (!old.space().equals(now.space()) && !now.space().isReadOnly()) {
      located.reference().map(Relationship::target).ifPresent(part -> show(part, old, now, sheet));
    }
  }

  /// Whether an anchor that tells a size says what it has to already: rows and columns that change
  /// theirs do not change it.
  private boolean isThere(XmlElement anchor, ChartFrame frame, int sheet) {
    SheetLayout now = current.worksheet(sheet).orElseThrow().layout();
    ChartFrame told = FrameReader.frame(anchor, now);
    return told.follows() == frame.follows()
        && ChartFrames.box(now, told).isAt(ChartFrames.box(now, frame));
  }

  private void place(XmlElement anchor, Chart now, XmlTree tree, SliceEdits edits) {
    // what lies there stays, but for its name, which may change in the same save
    var corners = Set.of("from", "to", "pos", "ext");
    List<XmlElement> places =
        anchor.children().stream().filter(each -> corners.contains(each.name())).toList();
    String placed =
        new DrawingWriter(anchor.qualified(""), layout.isStrict()).placed(now.frame(), "", "");
    int contentFrom = placed.indexOf('>') + 1;
    int contentTo = placed.lastIndexOf("</");
    if (anchor.name().equals("twoCellAnchor")) {
      String inside = placed.substring(contentFrom, contentTo);
      places.forEach(edits::remove);
      edits.insert(places.getFirst().span().start(), inside);
      DrawingWriter.follows(now.frame())
          .ifPresentOrElse(
              word -> edits.setAttribute(anchor, "editAs", word),
              () -> edits.removeAttribute(anchor, "editAs"));
      return;
    }
    edits.replace(anchor.span().start(), anchor.span().content(), placed.substring(0, contentTo));
    places.forEach(edits::remove);
    edits.replace(anchor.span().contentEnd(), anchor.span().end(), placed.substring(contentTo));
  }

  private void show(String part, Chart old, Chart now, int sheet) {
    XmlTree tree = renamed(layout.parts().tree(part));
    rewrite(
        part, ChartPatch.apply(tree, layout.isStrict(), old.space(), now.space(), current, sheet));
  }

  /// A part with the present names of sheets in it.
  private XmlTree renamed(XmlTree tree) {
    if (renames.isEmpty()) {
      return tree;
    }
    var bytes = new ByteArrayOutputStream();
    try (var out = new Bytes(bytes)) {
      new ReferenceFilter(renames)
          .copy(new XmlScanner(tree.part(), tree.bytes(), layout.parts().limits()), out);
    }
    return XmlTree.read(tree.part(), bytes.toByteArray(), layout.parts().limits());
  }

  private void rewrite(String part, byte[] content) {
    written.add(part.toLowerCase(Locale.ROOT));
    edit.rewrite(part, out -> out.write(content, 0, content.length));
  }
}
