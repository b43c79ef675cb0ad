package dev.quire.ooxml.chart;

import dev.quire.ooxml.xml.Tags;
import dev.quire.workbook.Workbook;
import dev.quire.workbook.chart.ChartSpace;
import dev.quire.workbook.chart.Legend;
import dev.quire.workbook.chart.Plot;
import dev.quire.workbook.chart.Scene;
import dev.quire.workbook.chart.ShapeFormat;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes a chart part in the order of the schema.
final class ChartWriter {
  private static final String CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";
  private static final String STRICT_CHART = "http://purl.oclc.org/ooxml/drawingml/chart";

  /// Ids of axes begin behind these numbers.
  private static final int PRIMARY = 500_000_000;

  private static final int SECONDARY = 600_000_000;

  private final Markup markup;
  private final LookWriter looks;
  private final SeriesWriter series;
  private final AxisWriter axes;

  private ChartWriter(Markup markup, ChartSpace space, Workbook book, int sheet) {
    this.markup = markup;
    this.looks = new LookWriter(markup, space.theme());
    this.series = new SeriesWriter(looks, new DataWriter(markup, book, sheet));
    this.axes = new AxisWriter(series);
  }

  /// Writes pieces into a part of somebody else.
  ///
  /// @param prefix of the chart namespace with its colon, empty for none
  static ChartWriter pieces(
      String prefix, boolean strict, ChartSpace space, Workbook book, int sheet) {
    return new ChartWriter(new Markup(prefix, true, strict), space, book, sheet);
  }

  SeriesWriter series() {
    return series;
  }

  AxisWriter axes() {
    return axes;
  }

  LookWriter looks() {
    return looks;
  }

  Markup markup() {
    return markup;
  }

  /// The whole root element of a part.
  ///
  /// @param sheet key of the worksheet that has the chart
  static String whole(boolean strict, ChartSpace space, Workbook book, int sheet) {
    var markup = new Markup("c:", false, strict);
    return new ChartWriter(markup, space, book, sheet).whole(space);
  }

  private String whole(ChartSpace space) {
    String namespaces =
        Tags.attribute("xmlns:c", markup.strict() ? STRICT_CHART : CHART)
            + markup.declaration()
            + Tags.attribute(
                "xmlns:mc", "http://schemas.openxmlformats.org/markup-compatibility/2006");
    return markup.with(
        "chartSpace",
        namespaces,
        markup.val("roundedCorners", space.roundedCorners()),
        markup.strict() ? "" : style(),
        chart(space),
        looks.shape(space.area()),
        looks.text(space.text(), OptionalDouble.empty()));
  }

  /// The style of charts since 2013, which readers of before know by another number.
  private static String style() {
    return "<mc:AlternateContent><mc:Choice Requires=\"c14\""
        + " xmlns:c14=\"http://schemas.microsoft.com/office/drawing/2007/8/2/chart\">"
        + "<c14:style val=\"102\"/></mc:Choice>"
        + "<mc:Fallback><c:style val=\"2\"/></mc:Fallback></mc:AlternateContent>";
  }

  private String chart(ChartSpace space) {
    return markup.element(
        "chart",
        axes.title(space.title()),
        markup.val("autoTitleDeleted", !space.title().visible()),
        space.scene().map(this::scene).orElse(""),
        plotArea(space),
        legend(space.legend()),
        markup.val("plotVisOnly", !space.plotsHidden()),
        markup.val("dispBlanksAs", Words.BLANKS.word(space.blanks())));
  }

  private String plotArea(ChartSpace space) {
    return markup.element(
        "plotArea",
        markup.element("layout"),
        groups(space),
        axes.axes(space.axes(), PRIMARY),
        space.secondary().map(each -> axes.axes(each, SECONDARY)).orElse(""),
        looks.shape(space.plotArea()));
  }

  private String groups(ChartSpace space) {
    var plots = new PlotWriter(series);
    return space.plots().stream()
        .map(each -> plots.plot(each, ids(space, each)))
        .collect(Collectors.joining());
  }

  private String ids(ChartSpace space, Plot plot) {
    return plot.onSecondary() && space.secondary().isPresent()
        ? axes.ids(space.secondary().get(), SECONDARY)
        : axes.ids(space.axes(), PRIMARY) + depth(space, plot);
  }

  /// Where nothing stands behind one another, the third axis is one that is not there.
  private String depth(ChartSpace space, Plot plot) {
    boolean missing = plot.options().threeD() && space.axes().series().isEmpty();
    return switch (plot.kind()) {
      case COLUMN, BAR, LINE, AREA -> missing ? markup.val("axId", 0) : "";
      case PIE, DOUGHNUT, PIE_OF_PIE, BAR_OF_PIE, SCATTER, BUBBLE, RADAR, STOCK, SURFACE -> "";
    };
  }

  /// From where a chart with depth is seen, and what stands around it.
  private String scene(Scene scene) {
    return markup.element(
            "view3D",
            markup.val("rotX", scene.tiltDegrees()),
            scene.heightPercent().isPresent()
                ? markup.val("hPercent", scene.heightPercent().getAsInt())
                : "",
            markup.val("rotY", scene.turnDegrees()),
            markup.val("depthPercent", scene.depthPercent()),
            markup.val("rAngAx", scene.rightAngles()),
            scene.perspective() == Scene.USUAL_PERSPECTIVE
                ? ""
                : markup.val("perspective", scene.perspective()))
        + wall("floor", scene.floor())
        + wall("sideWall", scene.sideWall())
        + wall("backWall", scene.backWall());
  }

  private String wall(String name, ShapeFormat format) {
    return markup.element(name, markup.val("thickness", 0), looks.shape(format));
  }

  /// `legend`; nothing when there is none.
  String legend(Legend legend) {
    if (!legend.visible()) {
      return "";
    }
    Stream<String> hidden =
        legend.hidden().stream()
            .sorted()
            .map(each ->
                markup.element("legendEntry", markup.val("idx", each), markup.val("delete", true)));
    return markup.element(
        "legend",
        markup.val("legendPos", Words.LEGEND_POSITIONS.word(legend.position())),
        hidden.collect(Collectors.joining()),
        markup.val("overlay", legend.overlay()),
        looks.shape(legend.format()),
        looks.text(legend.text(), OptionalDouble.empty()));
  }
}
