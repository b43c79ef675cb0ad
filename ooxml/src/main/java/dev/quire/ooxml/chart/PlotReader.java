package dev.quire.ooxml.chart;

import dev.quire.ooxml.xml.XmlElement;
import dev.quire.workbook.chart.BarShape;
import dev.quire.workbook.chart.Plot;
import dev.quire.workbook.chart.Plot.Grouping;
import dev.quire.workbook.chart.Plot.Kind;
import dev.quire.workbook.chart.Plot.Options;
import dev.quire.workbook.chart.Series;
import dev.quire.workbook.chart.ShapeFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads groups of series that are drawn in the same way (ECMA-376 part 1, 21.2.2: `barChart` and
/// its kind).
final class PlotReader {
  private static final Map<String, Kind> KINDS =
      Map.ofEntries(
          Map.entry("barChart", Kind.COLUMN),
          Map.entry("bar3DChart", Kind.COLUMN),
          Map.entry("lineChart", Kind.LINE),
          Map.entry("line3DChart", Kind.LINE),
          Map.entry("areaChart", Kind.AREA),
          Map.entry("area3DChart", Kind.AREA),
          Map.entry("pieChart", Kind.PIE),
          Map.entry("pie3DChart", Kind.PIE),
          Map.entry("doughnutChart", Kind.DOUGHNUT),
          Map.entry("ofPieChart", Kind.PIE_OF_PIE),
          Map.entry("scatterChart", Kind.SCATTER),
          Map.entry("bubbleChart", Kind.BUBBLE),
          Map.entry("radarChart", Kind.RADAR),
          Map.entry("stockChart", Kind.STOCK),
          Map.entry("surfaceChart", Kind.SURFACE),
          Map.entry("surface3DChart", Kind.SURFACE));

  private final SeriesReader series;
  private final Unsaid unsaid;

  PlotReader(SeriesReader series) {
    this.series = series;
    this.unsaid = series.unsaid();
  }

  /// The groups of a plot area.
  static List<XmlElement> groups(XmlElement plotArea) {
    return plotArea.children().stream().filter(each -> KINDS.containsKey(each.name())).toList();
  }

  Plot plot(XmlElement group, boolean onSecondary) {
    Kind kind = kind(group);
    return new Plot(
        kind,
        grouping(group, kind),
        onSecondary,
        series(group, kind),
        kind != Kind.STOCK && kind != Kind.SURFACE && unsaid.flag(group, "varyColors"),
        options(group, kind),
        Nodes.child(group, "dLbls").map(series::labels));
  }

  static Kind kind(XmlElement group) {
    Kind kind = KINDS.getOrDefault(group.name(), Kind.COLUMN);
    return switch (kind) {
      case COLUMN -> Nodes.val(group, "barDir").orElse("col").equals("bar") ? Kind.BAR : kind;
      case PIE_OF_PIE ->
          Nodes.val(group, "ofPieType").orElse("pie").equals("bar") ? Kind.BAR_OF_PIE : kind;
      default -> kind;
    };
  }

  private static Grouping grouping(XmlElement group, Kind kind) {
    boolean bars = kind == Kind.COLUMN || kind == Kind.BAR;
    return Nodes.val(group, "grouping")
        .map(each -> Words.GROUPINGS.meaning(each, Grouping.STANDARD))
        .orElse(bars ? Grouping.CLUSTERED : Grouping.STANDARD);
  }

  private List<Series> series(XmlElement group, Kind kind) {
    boolean unmarked = group.name().equals("lineChart") && !unsaid.flag(group, "marker");
    boolean plainRadar =
        kind == Kind.RADAR && Nodes.val(group, "radarStyle").orElse("").equals("standard");
    boolean curves = group.name().equals("lineChart") || kind == Kind.SCATTER;
    return Nodes.children(group, "ser").stream()
        .map(each -> series.series(each, kind, unmarked || plainRadar, curves))
        .toList();
  }

  private Options options(XmlElement group, Kind kind) {
    Options usual = Options.USUAL;
    boolean bars = kind == Kind.COLUMN || kind == Kind.BAR;
    boolean second = kind == Kind.PIE_OF_PIE || kind == Kind.BAR_OF_PIE;
    Optional<XmlElement> upDown = Nodes.child(group, "upDownBars");
    return new Options(
        bars || second ? Nodes.whole(group, "gapWidth", usual.gapPercent()) : usual.gapPercent(),
        Nodes.whole(group, "overlap", 0),
        kind == Kind.DOUGHNUT ? Nodes.whole(group, "holeSize", 10) : usual.holePercent(),
        Nodes.whole(group, "firstSliceAng", 0),
        Nodes.whole(group, "bubbleScale", usual.bubblePercent()),
        Nodes.val(group, "sizeRepresents").orElse("area").equals("w"),
        kind != Kind.SCATTER || isJoined(group),
        isFilled(group, kind),
        isDeep(group, kind),
        series.line(group, "hiLowLines"),
        series.line(group, "dropLines"),
        bar(upDown, "upBars"),
        bar(upDown, "downBars"),
        upDown.map(each -> Nodes.whole(each, "gapWidth", 150)).orElse(usual.upDownGapPercent()),
        barShape(group),
        Nodes.whole(group, "gapDepth", usual.gapDepthPercent()),
        usual.analysis());
  }

  /// Series may say it instead of their group; they agree in what Excel writes itself.
  private static BarShape barShape(XmlElement group) {
    return Nodes.val(group, "shape")
        .or(() ->
            Nodes.children(group, "ser").stream()
                .flatMap(each -> Nodes.val(each, "shape").stream())
                .findFirst())
        .map(each -> Words.SHAPES.meaning(each, BarShape.BOX))
        .orElse(BarShape.BOX);
  }

  /// Bars whose look nobody tells are there all the same.
  private Optional<ShapeFormat> bar(Optional<XmlElement> upDown, String name) {
    return series.shape(upDown, name);
  }

  /// Excel joins points unless the lines of their series say no: styles have no effect of their own
  /// (documentation of openpyxl, D). A style that is missing says nothing.
  private static boolean isJoined(XmlElement group) {
    String style = Nodes.val(group, "scatterStyle").orElse("lineMarker");
    return !style.equals("marker") && !style.equals("none");
  }

  private boolean isFilled(XmlElement group, Kind kind) {
    return switch (kind) {
      case RADAR -> Nodes.val(group, "radarStyle").orElse("").equals("filled");
      case SURFACE -> !unsaid.flag(group, "wireframe");
      default -> false;
    };
  }

  private boolean isDeep(XmlElement group, Kind kind) {
    return kind == Kind.BUBBLE
        ? Nodes.flag(group, "bubble3D", false)
            || Nodes.children(group, "ser").stream().anyMatch(each -> unsaid.flag(each, "bubble3D"))
        : group.name().endsWith("3DChart");
  }
}
