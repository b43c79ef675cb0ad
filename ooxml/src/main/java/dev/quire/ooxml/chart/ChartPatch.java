package dev.quire.ooxml.chart;

import dev.quire.ooxml.xml.SliceEdits;
import dev.quire.ooxml.xml.XmlElement;
import dev.quire.ooxml.xml.XmlTree;
import dev.quire.workbook.Workbook;
import dev.quire.workbook.chart.Axes;
import dev.quire.workbook.chart.Axis;
import dev.quire.workbook.chart.AxisRole;
import dev.quire.workbook.chart.ChartSpace;
import dev.quire.workbook.chart.ChartTitle;
import dev.quire.workbook.chart.Fill;
import dev.quire.workbook.chart.Legend;
import dev.quire.workbook.chart.SeriesData;
import dev.quire.workbook.chart.ShapeFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Brings a chart part up to date: what changed is written anew, everything else stays byte for
/// byte.
public final class ChartPatch {
  private static final List<String> ROOT =
      List.of(
          "date1904",
          "lang",
          "roundedCorners",
          "style",
          "clrMapOvr",
          "pivotSource",
          "protection",
          "chart",
          "spPr",
          "txPr");

  private static final List<String> CHART =
      List.of(
          "title",
          "autoTitleDeleted",
          "pivotFmts",
          "view3D",
          "floor",
          "sideWall",
          "backWall",
          "plotArea",
          "legend");

  private static final List<String> TITLE = List.of("tx", "layout", "overlay", "spPr", "txPr");

  private static final List<String> LEGEND =
      List.of("legendPos", "legendEntry", "layout", "overlay", "spPr", "txPr");

  private static final List<String> SCALING = List.of("logBase", "orientation", "max", "min");

  private static final List<String> AXIS =
      List.of(
          "axId",
          "scaling",
          "delete",
          "axPos",
          "majorGridlines",
          "minorGridlines",
          "title",
          "numFmt",
          "majorTickMark",
          "minorTickMark",
          "tickLblPos",
          "spPr",
          "txPr",
          "crossAx",
          "crosses",
          "crossesAt",
          "crossBetween",
          "auto",
          "lblOffset",
          "baseTimeUnit",
          "majorUnit",
          "majorTimeUnit",
          "minorUnit",
          "minorTimeUnit",
          "dispUnits");

  private final XmlTree tree;
  private final SliceEdits edits;
  private final Pieces pieces;
  private final ChartWriter writer;
  private final ShapePatch shapes;

  private ChartPatch(XmlTree tree, ChartWriter writer) {
    this.tree = tree;
    this.edits = new SliceEdits(tree);
    this.pieces = new Pieces(edits);
    this.writer = writer;
    this.shapes = new ShapePatch(edits, writer.looks());
  }

  /// The root element of a new part, with what stands before it left to the caller.
  ///
  /// @param sheet key of the worksheet that has the chart
  public static String whole(boolean strict, ChartSpace space, Workbook book, int sheet) {
    return ChartWriter.whole(strict, space, book, sheet);
  }

  /// The part after a change.
  ///
  /// @param tree the part as it is
  /// @param before what it shows
  /// @param after what it is to show
  /// @param sheet key of the worksheet that has the chart
  public static byte[] apply(
      XmlTree tree, boolean strict, ChartSpace before, ChartSpace after, Workbook book, int sheet) {
    String prefix = tree.root().qualified("");
    var patch = new ChartPatch(tree, ChartWriter.pieces(prefix, strict, after, book, sheet));
    patch.apply(before, after);
    return patch.edits.isEmpty() ? tree.bytes() : patch.edits.apply();
  }

  private void apply(ChartSpace before, ChartSpace after) {
    XmlElement root = tree.root();
    XmlElement chart = Nodes.child(root, "chart").orElseThrow();
    XmlElement plotArea = Nodes.child(chart, "plotArea").orElseThrow();
    if (!before.title().equals(after.title())) {
      pieces.set(
          chart,
          "autoTitleDeleted",
          CHART,
          writer.markup().val("autoTitleDeleted", !after.title().visible()));
      title(chart, CHART, before.title(), after.title());
    }
    if (!before.legend().equals(after.legend())) {
      legend(chart, before.legend(), after.legend());
    }
    shapes.apply(root, ROOT, before.area(), after.area());
    if (!before.text().equals(after.text())) {
      pieces.set(root, "txPr", ROOT, writer.looks().text(after.text(), OptionalDouble.empty()));
    }
    List<XmlElement> groups = PlotReader.groups(plotArea);
    var series = new SeriesPatch(edits, shapes, writer.series());
    for (int at = 0; at < groups.size(); at++) {
      series.apply(groups.get(at), before.plots().get(at), after.plots().get(at));
    }
    axes(plotArea, ChartReader.primary(groups), before.axes(), after.axes());
    before
        .secondary()
        .ifPresent(then ->
            after.secondary().ifPresent(now -> axes(plotArea, secondary(groups), then, now)));
    for (int at = 0; at < groups.size() && !edits.isEmpty(); at++) {
      series.caches(groups.get(at), before.plots().get(at), after.plots().get(at));
    }
  }

  private static List<String> secondary(List<XmlElement> groups) {
    List<String> primary = ChartReader.primary(groups);
    return groups.stream()
        .map(AxisReader::ids)
        .filter(ids -> !ids.isEmpty() && !ids.equals(primary))
        .findFirst()
        .orElse(List.of());
  }

  private void title(XmlElement holder, List<String> order, ChartTitle before, ChartTitle after) {
    Optional<XmlElement> title = Nodes.child(holder, "title");
    if (title.isEmpty() || !after.visible() || title.get().span().empty()) {
      pieces.set(holder, "title", order, writer.axes().title(after));
      return;
    }
    XmlElement old = title.get();
    boolean looks = !before.font().equals(after.font());
    boolean text = !before.text().equals(after.text());
    boolean literal =
        after.text() instanceof SeriesData.Literals && !after.text().equals(SeriesData.NONE);
    if (text || looks && literal) {
      pieces.set(old, "tx", TITLE, writer.axes().text(after));
    }
    if (before.overlay() != after.overlay()) {
      pieces.set(old, "overlay", TITLE, writer.markup().val("overlay", after.overlay()));
    }
    shapes.apply(old, TITLE, before.format(), after.format());
    if (literal && text) {
      pieces.set(old, "txPr", TITLE, "");
    } else if (looks && !literal) {
      pieces.set(
          old,
          "txPr",
          TITLE,
          writer.looks().text(after.font(), OptionalDouble.of(after.degrees())));
    }
  }

  private void legend(XmlElement chart, Legend before, Legend after) {
    Optional<XmlElement> legend = Nodes.child(chart, "legend");
    if (legend.isEmpty() || !after.visible() || legend.get().span().empty()) {
      pieces.set(chart, "legend", CHART, writer.legend(after));
      return;
    }
    XmlElement old = legend.get();
    if (before.position() != after.position()) {
      pieces.set(
          old,
          "legendPos",
          LEGEND,
          writer.markup().val("legendPos", Words.LEGEND_POSITIONS.word(after.position())));
      pieces.set(old, "layout", LEGEND, ""); // a place by hand would win
    }
    if (before.overlay() != after.overlay()) {
      pieces.set(old, "overlay", LEGEND, writer.markup().val("overlay", after.overlay()));
    }
    shapes.apply(old, LEGEND, before.format(), after.format());
    if (!before.text().equals(after.text())) {
      pieces.set(old, "txPr", LEGEND, writer.looks().text(after.text(), OptionalDouble.empty()));
    }
  }

  private void axes(XmlElement plotArea, List<String> ids, Axes before, Axes after) {
    List<Optional<XmlElement>> elements = AxisReader.elements(plotArea, ids);
    for (AxisRole role : AxisRole.values()) {
      Optional<Axis> then = role.of(before);
      Optional<Axis> now = role.of(after);
      Optional<XmlElement> element = elements.get(role.ordinal());
      if (then.isPresent() && now.isPresent() && element.isPresent()) {
        axis(element.get(), then.get(), now.get());
      }
    }
  }

  private void axis(XmlElement element, Axis before, Axis after) {
    if (before.equals(after)) {
      return;
    }
    if (!before.scale().equals(after.scale())) {
      scale(element, before, after);
    }
    if (!before.majorGridlines().equals(after.majorGridlines())) {
      pieces.set(
          element,
          "majorGridlines",
          AXIS,
          writer.axes().gridlines("majorGridlines", after.majorGridlines()));
    }
    if (!before.minorGridlines().equals(after.minorGridlines())) {
      pieces.set(
          element,
          "minorGridlines",
          AXIS,
          writer.axes().gridlines("minorGridlines", after.minorGridlines()));
    }
    if (!before.title().equals(after.title())) {
      title(element, AXIS, before.title(), after.title());
    }
    shapes.apply(
        element,
        AXIS,
        new ShapeFormat(Fill.AUTOMATIC, before.line()),
        new ShapeFormat(Fill.AUTOMATIC, after.line()));
    if (!before.text().equals(after.text())) {
      pieces.set(
          element, "txPr", AXIS, writer.looks().axisText(after.text(), after.labelDegrees()));
    }
  }

  private void scale(XmlElement axis, Axis before, Axis after) {
    Optional<XmlElement> scaling = Nodes.child(axis, "scaling");
    if (scaling.isEmpty() || scaling.get().span().empty()) {
      pieces.set(axis, "scaling", AXIS, writer.axes().scaling(after.scale()));
    } else {
      number(scaling.get(), "max", SCALING, before.scale().maximum(), after.scale().maximum());
      number(scaling.get(), "min", SCALING, before.scale().minimum(), after.scale().minimum());
    }
    number(axis, "majorUnit", AXIS, before.scale().majorUnit(), after.scale().majorUnit());
    number(axis, "minorUnit", AXIS, before.scale().minorUnit(), after.scale().minorUnit());
  }

  private void number(
      XmlElement parent,
      String name,
      List<String> order,
      OptionalDouble before,
      OptionalDouble after) {
    if (!before.equals(after)) {
      pieces.set(parent, name, order, writer.series().number(name, after));
    }
  }
}
