package dev.quire.ooxml.chart;

import dev.quire.ooxml.xml.XmlElement;
import dev.quire.workbook.chart.Analysis;
import dev.quire.workbook.chart.Axes;
import dev.quire.workbook.chart.Axis;
import dev.quire.workbook.chart.AxisScale;
import dev.quire.workbook.chart.ChartSpace;
import dev.quire.workbook.chart.ChartTitle;
import dev.quire.workbook.chart.DataLabels;
import dev.quire.workbook.chart.Legend;
import dev.quire.workbook.chart.Line;
import dev.quire.workbook.chart.Marker;
import dev.quire.workbook.chart.Plot;
import dev.quire.workbook.chart.Plot.Grouping;
import dev.quire.workbook.chart.Plot.Kind;
import dev.quire.workbook.chart.Series;
import dev.quire.workbook.chart.SeriesData;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// Reads a chart part of a kind that came in 2016 ([MS-ODRAWXML] 2.24.3, namespace
/// `http://schemas.microsoft.com/office/drawing/2014/chartex`). Maps are not known.
final class NewerChartReader {
  private final DrawingColors colors;
  private final LookOfShapes looks;
  private final DataReader data;
  private final Map<String, String> names;

  /// @param names hidden names of the workbook that stand for the data of such charts, with what
  ///   they stand for
  NewerChartReader(DrawingColors colors, DataReader data, Map<String, String> names) {
    this.colors = colors;
    this.looks = new LookOfShapes(colors);
    this.data = data;
    this.names = Map.copyOf(names);
  }

  /// Words of the format for kinds of series, each with the older kind that it looks like.
  private enum Layout {
    WATERFALL("waterfall", Kind.COLUMN),
    FUNNEL("funnel", Kind.BAR),
    TREEMAP("treemap", Kind.PIE),
    SUNBURST("sunburst", Kind.DOUGHNUT),
    HISTOGRAM("clusteredColumn", Kind.COLUMN),
    BOXES("boxWhisker", Kind.COLUMN);

    private final String word;
    private final Kind kind;

    Layout(String word, Kind kind) {
      this.word = word;
      this.kind = kind;
    }

    static Optional<Layout> of(XmlElement series) {
      String word = series.attributeOr("layoutId", "");
      for (Layout each : values()) {
        if (each.word.equals(word)) {
          return Optional.of(each);
        }
      }
      return Optional.empty();
    }
  }

  ChartSpace read(XmlElement root) {
    Optional<XmlElement> plotArea = Nodes.down(root, "chart", "plotArea");
    List<XmlElement> all =
        plotArea
            .flatMap(area -> Nodes.child(area, "plotAreaRegion"))
            .map(region -> Nodes.children(region, "series"))
            .orElse(List.of())
            .stream()
            .filter(each -> !each.flag("hidden", false))
            .toList();
    Optional<Layout> layout = all.stream().flatMap(each -> Layout.of(each).stream()).findFirst();
    if (layout.isEmpty()) {
      return ChartReader.unknown(colors.theme());
    }
    XmlElement chart = Nodes.child(root, "chart").orElseThrow();
    Plot plot = plot(root, plotArea.orElseThrow(), all, layout.get());
    return new ChartSpace(
        List.of(plot),
        axes(plotArea.orElseThrow(), layout.get()),
        Optional.empty(),
        Nodes.child(chart, "title").map(this::title).orElse(ChartTitle.NONE),
        Nodes.child(chart, "legend").map(this::legend).orElse(Legend.NONE),
        DataLabels.NONE,
        looks.shape(root),
        Nodes.child(plotArea.orElseThrow(), "plotAreaRegion")
            .flatMap(region -> Nodes.child(region, "plotSurface"))
            .map(looks::shape)
            .orElse(looks.shape(plotArea.orElseThrow())),
        looks.text(root),
        ChartSpace.Blanks.GAP,
        false,
        false,
        colors.theme(),
        Optional.empty());
  }

  private Plot plot(XmlElement root, XmlElement plotArea, List<XmlElement> all, Layout layout) {
    var series = new ArrayList<Series>();
    boolean pareto = false;
    for (XmlElement each : all) {
      if (Layout.of(each).filter(layout::equals).isPresent()) {
        series.add(series(root, each, series.size()));
      }
      pareto |= each.attributeOr("layoutId", "").equals("paretoLine");
    }
    XmlElement properties =
        all.stream()
            .filter(each -> Layout.of(each).isPresent())
            .findFirst()
            .flatMap(each -> Nodes.child(each, "layoutPr"))
            .orElse(root);
    Plot.Options usual = Plot.Options.USUAL;
    return new Plot(
        layout.kind,
        layout.kind == Kind.COLUMN || layout.kind == Kind.BAR
            ? Grouping.CLUSTERED
            : Grouping.STANDARD,
        false,
        series,
        false,
        new Plot.Options(
            gap(plotArea).orElse(usual.gapPercent()),
            0,
            usual.holePercent(),
            0,
            usual.bubblePercent(),
            false,
            usual.lines(),
            false,
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            usual.upDownGapPercent(),
            usual.shape(),
            usual.gapDepthPercent(),
            Optional.of(analysis(layout, properties, pareto))),
        Optional.empty());
  }

  /// Such files tell the gap in widths of a column.
  private static Optional<Integer> gap(XmlElement plotArea) {
    return Nodes.children(plotArea, "axis").stream()
        .flatMap(axis -> Nodes.child(axis, "catScaling").stream())
        .flatMap(scaling -> scaling.attribute("gapWidth").stream())
        .map(Nodes::number)
        .filter(OptionalDouble::isPresent)
        .map(width -> (int) Math.round(Math.clamp(width.getAsDouble(), 0, 5) * 100))
        .findFirst();
  }

  private static Analysis analysis(Layout layout, XmlElement properties, boolean pareto) {
    return switch (layout) {
      case WATERFALL -> new Analysis.Waterfall(totals(properties), connectors(properties));
      case FUNNEL -> new Analysis.Funnel();
      case TREEMAP ->
          new Analysis.Treemap(
              switch (Nodes.val(properties, "parentLabelLayout").orElse("none")) {
                case "banner" -> Analysis.Branches.BANNER;
                case "overlapping" -> Analysis.Branches.OVERLAPPING;
                default -> Analysis.Branches.NONE;
              });
      case SUNBURST -> new Analysis.Sunburst();
      case HISTOGRAM -> new Analysis.Histogram(bins(properties), pareto);
      case BOXES -> boxes(properties);
    };
  }

  private static Set<Integer> totals(XmlElement properties) {
    var totals = new HashSet<Integer>();
    Nodes.child(properties, "subtotals")
        .ifPresent(
            list -> Nodes.children(list, "idx").forEach(each -> totals.add(each.number("val", 0))));
    return totals;
  }

  private static boolean connectors(XmlElement properties) {
    return Nodes.child(properties, "visibility")
        .map(each -> each.flag("connectorLines", true))
        .orElse(true);
  }

  private static Optional<Analysis.Bins> bins(XmlElement properties) {
    return Nodes.child(properties, "binning")
        .map(each ->
            new Analysis.Bins(
                Nodes.number(each, "binSize"),
                Nodes.number(each, "binCount").stream()
                    .mapToInt(count -> (int) count)
                    .filter(count -> count > 0)
                    .findFirst(),
                each.attributeOr("intervalClosed", "r").equals("l"),
                edge(each, "underflow"),
                edge(each, "overflow")));
  }

  private static OptionalDouble edge(XmlElement binning, String name) {
    return binning.attribute(name).map(Nodes::number).orElse(OptionalDouble.empty());
  }

  private static Analysis boxes(XmlElement properties) {
    Optional<XmlElement> shown = Nodes.child(properties, "visibility");
    String method =
        Nodes.child(properties, "statistics")
            .flatMap(each -> each.attribute("quartileMethod"))
            .orElse("exclusive");
    return new Analysis.Boxes(
        shown.map(each -> each.flag("meanLine", false)).orElse(false),
        shown.map(each -> each.flag("meanMarker", true)).orElse(true),
        shown.map(each -> each.flag("nonoutliers", false)).orElse(false),
        shown.map(each -> each.flag("outliers", true)).orElse(true),
        method.equals("exclusive"));
  }

  private Series series(XmlElement root, XmlElement element, int place) {
    Optional<XmlElement> source =
        Nodes.val(element, "dataId")
            .flatMap(id ->
                Nodes.child(root, "chartData").stream()
                    .flatMap(all -> Nodes.children(all, "data").stream())
                    .filter(each -> each.attributeOr("id", "").equals(id))
                    .findFirst());
    return new Series(
        place,
        place,
        Nodes.child(element, "tx").map(this::text).orElse(SeriesData.NONE),
        dimension(source, "cat"),
        dimension(source, "val", "size"),
        SeriesData.NONE,
        looks.shape(element),
        Marker.AUTOMATIC,
        false,
        points(element),
        Nodes.child(element, "dataLabels").map(this::labels),
        List.of(),
        List.of(),
        0);
  }

  /// What a dimension holds: cells, or what the file remembers of something else.
  private SeriesData dimension(Optional<XmlElement> source, String... types) {
    for (XmlElement each : source.map(XmlElement::children).orElse(List.of())) {
      if (each.name().endsWith("Dim") && List.of(types).contains(each.attributeOr("type", ""))) {
        return data.dimension(each, names);
      }
    }
    return SeriesData.NONE;
  }

  private SeriesData text(XmlElement holder) {
    return Nodes.child(holder, "txData")
        .map(each -> data.dimension(each, names))
        .or(() -> Nodes.child(holder, "rich").map(DataReader::literal))
        .orElse(SeriesData.NONE);
  }

  private Map<Integer, Series.PointFormat> points(XmlElement element) {
    var points = new HashMap<Integer, Series.PointFormat>();
    for (XmlElement each : Nodes.children(element, "dataPt")) {
      int index = each.number("idx", -1);
      if (index >= 0) {
        points.put(
            index, new Series.PointFormat(looks.shape(each), Marker.AUTOMATIC, Optional.empty()));
      }
    }
    return points;
  }

  private DataLabels labels(XmlElement labels) {
    Optional<XmlElement> shown = Nodes.child(labels, "visibility");
    return new DataLabels(
        shown.map(each -> each.flag("value", true)).orElse(true),
        shown.map(each -> each.flag("categoryName", false)).orElse(false),
        shown.map(each -> each.flag("seriesName", false)).orElse(false),
        false,
        false,
        false,
        labels
            .attribute("pos")
            .map(each -> Words.LABEL_POSITIONS.meaning(each, DataLabels.Position.OUTSIDE_END)),
        Nodes.child(labels, "separator").map(XmlElement::text),
        SeriesReader.numberFormat(labels),
        false,
        looks.shape(labels),
        looks.text(labels));
  }

  private ChartTitle title(XmlElement title) {
    Optional<XmlElement> text = Nodes.child(title, "tx");
    return new ChartTitle(
        true,
        text.map(this::text).orElse(SeriesData.NONE),
        title.flag("overlay", false),
        looks.shape(title),
        text.flatMap(each -> Nodes.child(each, "rich"))
            .map(looks::paragraphs)
            .orElseGet(() -> looks.text(title)),
        LookOfShapes.degrees(title).orElse(0));
  }

  private Legend legend(XmlElement legend) {
    return new Legend(
        true,
        Words.LEGEND_POSITIONS.meaning(legend.attributeOr("pos", "r"), Legend.Position.RIGHT),
        legend.flag("overlay", false),
        Set.of(),
        looks.shape(legend),
        looks.text(legend));
  }

  private Axes axes(XmlElement plotArea, Layout layout) {
    if (layout == Layout.TREEMAP || layout == Layout.SUNBURST) {
      return Axes.NONE;
    }
    List<XmlElement> all = Nodes.children(plotArea, "axis");
    boolean across = layout == Layout.FUNNEL;
    return new Axes(
        axis(all, "catScaling", Axis.Kind.CATEGORY, across ? Axis.Place.LEFT : Axis.Place.BOTTOM),
        axis(all, "valScaling", Axis.Kind.VALUE, across ? Axis.Place.BOTTOM : Axis.Place.LEFT),
        Optional.empty());
  }

  private Optional<Axis> axis(
      List<XmlElement> all, String scaling, Axis.Kind kind, Axis.Place place) {
    return all.stream()
        .filter(each -> Nodes.child(each, scaling).isPresent())
        .findFirst()
        .map(each -> axis(each, Nodes.child(each, scaling).orElseThrow(), kind, place));
  }

  private Axis axis(XmlElement axis, XmlElement scaling, Axis.Kind kind, Axis.Place place) {
    boolean shown = !axis.flag("hidden", false);
    return new Axis(
        kind,
        shown,
        new AxisScale(
            edge(scaling, "min"),
            edge(scaling, "max"),
            edge(scaling, "majorUnit"),
            edge(scaling, "minorUnit"),
            OptionalDouble.empty(),
            false),
        place,
        new Axis.Crossing.Automatic(),
        true,
        Nodes.child(axis, "title").map(this::title).orElse(ChartTitle.NONE),
        line(axis, "majorGridlines"),
        line(axis, "minorGridlines"),
        Axis.Ticks.NONE,
        Axis.Ticks.NONE,
        Nodes.child(axis, "tickLabels").isPresent() ? Axis.Labels.NEXT_TO_AXIS : Axis.Labels.NONE,
        Optional.empty(),
        LookOfShapes.degrees(axis),
        SeriesReader.numberFormat(axis),
        looks.shape(axis).line(),
        looks.text(axis));
  }

  private Optional<Line> line(XmlElement axis, String name) {
    return Nodes.child(axis, name).map(each -> looks.shape(each).line());
  }
}
