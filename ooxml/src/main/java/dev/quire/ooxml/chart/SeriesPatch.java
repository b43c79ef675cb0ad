package dev.quire.ooxml.chart;

import dev.quire.ooxml.xml.SliceEdits;
import dev.quire.ooxml.xml.XmlElement;
import dev.quire.workbook.chart.Plot;
import dev.quire.workbook.chart.Plot.Kind;
import dev.quire.workbook.chart.Series;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Brings the series of a group up to date.
final class SeriesPatch {
  /// Children of `ser`, whatever the kind of chart, in the order of the schema.
  private static final List<String> ORDER =
      List.of(
          "idx",
          "order",
          "tx",
          "spPr",
          "invertIfNegative",
          "pictureOptions",
          "marker",
          "explosion",
          "dPt",
          "dLbls",
          "trendline",
          "errBars",
          "cat",
          "xVal",
          "val",
          "yVal",
          "smooth",
          "bubbleSize",
          "bubble3D",
          "shape",
          "extLst");

  private static final List<String> POINT =
      List.of(
          "idx",
          "invertIfNegative",
          "marker",
          "bubble3D",
          "explosion",
          "spPr",
          "pictureOptions",
          "extLst");

  private static final List<String> GROUP =
      List.of(
          "barDir",
          "ofPieType",
          "scatterStyle",
          "radarStyle",
          "wireframe",
          "grouping",
          "varyColors",
          "ser",
          "dLbls");

  private final SliceEdits edits;
  private final Pieces pieces;
  private final ShapePatch shapes;
  private final SeriesWriter writer;

  SeriesPatch(SliceEdits edits, ShapePatch shapes, SeriesWriter writer) {
    this.edits = edits;
    this.pieces = new Pieces(edits);
    this.shapes = shapes;
    this.writer = writer;
  }

  /// Brings what series remember of cells up to date, where nothing else was to change.
  void caches(XmlElement group, Plot before, Plot after) {
    var caches = new CachePatch(edits, writer.data());
    List<XmlElement> elements = Nodes.children(group, "ser");
    for (int at = 0; at < elements.size(); at++) {
      Series old = before.series().get(at);
      XmlElement element = elements.get(at);
      after.series().stream()
          .filter(each -> isSame(each, old) && isChanged(old, each))
          .findFirst()
          .ifPresent(now -> caches.apply(element, old, now));
    }
  }

  void apply(XmlElement group, Plot before, Plot after) {
    if (before.equals(after)) {
      return;
    }
    List<XmlElement> elements = Nodes.children(group, "ser");
    for (int at = 0; at < elements.size(); at++) {
      Series old = before.series().get(at);
      Optional<Series> now = after.series().stream().filter(each -> isSame(each, old)).findFirst();
      if (now.isEmpty()) {
        edits.remove(elements.get(at));
      } else {
        series(elements.get(at), old, now.get(), after);
      }
    }
    var added = new StringBuilder();
    after.series().stream()
        .filter(each -> before.series().stream().noneMatch(old -> isSame(each, old)))
        .forEach(each -> added.append(writer.series(each, after)));
    if (!added.isEmpty()) {
      pieces.insert(group, "ser", GROUP, added.toString());
    }
    if (!before.labels().equals(after.labels())) {
      pieces.set(group, "dLbls", GROUP, after.labels().map(writer::labels).orElse(""));
    }
  }

  private static boolean isSame(Series one, Series other) {
    return one.index() == other.index() && one.order() == other.order();
  }

  private void series(XmlElement ser, Series before, Series after, Plot plot) {
    if (before.equals(after)) {
      return;
    }
    if (!isChanged(before, after)) {
      edits.replace(ser, writer.series(after, plot));
      return;
    }
    if (!before.name().equals(after.name())) {
      pieces.set(ser, "tx", ORDER, writer.data().name(after.name()));
    }
    shapes.apply(ser, ORDER, before.format(), after.format());
    if (!before.marker().equals(after.marker())) {
      pieces.set(ser, "marker", ORDER, writer.looks().marker(after.marker()));
    }
    points(ser, before, after, plot);
    if (!before.labels().equals(after.labels())) {
      pieces.set(ser, "dLbls", ORDER, after.labels().map(writer::labels).orElse(""));
    }
    data(ser, before, after, plot.kind());
  }

  /// Whether one may have come of the other: what no change takes away is still there. Otherwise a
  /// new series has the number of one that is gone.
  private static boolean isChanged(Series before, Series after) {
    return after.points().keySet().containsAll(before.points().keySet())
        && before.smooth() == after.smooth()
        && before.explosionPercent() == after.explosionPercent()
        && before.trendlines().size() == after.trendlines().size()
        && before.errorBars().size() == after.errorBars().size();
  }

  private void data(XmlElement ser, Series before, Series after, Kind kind) {
    boolean pairs = kind == Kind.SCATTER || kind == Kind.BUBBLE;
    if (!before.categories().equals(after.categories())) {
      String name = pairs ? "xVal" : "cat";
      pieces.set(ser, name, ORDER, writer.data().either(name, after.categories()));
    }
    if (!before.values().equals(after.values())) {
      String name = pairs ? "yVal" : "val";
      pieces.set(ser, name, ORDER, writer.data().numbers(name, after.values()));
    }
    if (!before.sizes().equals(after.sizes())) {
      pieces.set(ser, "bubbleSize", ORDER, writer.data().numbers("bubbleSize", after.sizes()));
    }
  }

  private void points(XmlElement ser, Series before, Series after, Plot plot) {
    boolean bars =
        plot.kind() == Kind.COLUMN || plot.kind() == Kind.BAR || plot.kind() == Kind.BUBBLE;
    new TreeMap<>(after.points())
        .forEach((at, now) -> {
          Series.PointFormat then = before.points().get(at);
          if (then == null) {
            insert(ser, at, writer.point(at, now, bars));
          } else if (!then.equals(now)) {
            element(ser, at)
                .ifPresent(point -> shapes.apply(point, POINT, then.format(), now.format()));
          }
        });
  }

  private static Optional<XmlElement> element(XmlElement ser, int at) {
    return Nodes.children(ser, "dPt").stream()
        .filter(each -> Nodes.whole(each, "idx", -1) == at)
        .reduce((_, last) -> last);
  }

  /// Points stand in their order.
  private void insert(XmlElement ser, int at, String text) {
    Optional<XmlElement> behind =
        Nodes.children(ser, "dPt").stream()
            .filter(each -> Nodes.whole(each, "idx", -1) > at)
            .findFirst();
    if (behind.isPresent()) {
      edits.insert(behind.get().span().start(), text);
    } else {
      pieces.insert(ser, "dPt", ORDER, text);
    }
  }
}
