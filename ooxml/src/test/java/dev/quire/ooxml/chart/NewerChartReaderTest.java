package dev.quire.ooxml.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.engine.ref.A1;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.TextValue;
import dev.quire.ooxml.guard.XlsxLimits;
import dev.quire.ooxml.xml.XmlTree;
import dev.quire.workbook.chart.Analysis;
import dev.quire.workbook.chart.Analysis.Bins;
import dev.quire.workbook.chart.Analysis.Branches;
import dev.quire.workbook.chart.Axis;
import dev.quire.workbook.chart.ChartSpace;
import dev.quire.workbook.chart.DataLabels;
import dev.quire.workbook.chart.Legend;
import dev.quire.workbook.chart.Plot;
import dev.quire.workbook.chart.Plot.Kind;
import dev.quire.workbook.chart.Series;
import dev.quire.workbook.chart.SeriesData;
import dev.quire.workbook.chart.SeriesData.SheetArea;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Charts of the kinds that came in 2016, as Excel writes them.
class NewerChartReaderTest {
  private static final String DATA =
      """
      <cx:chartData><cx:data id="0">
        <cx:strDim type="cat"><cx:f>_xlchart.v1.0</cx:f>
          <cx:lvl ptCount="2"><cx:pt idx="0">North</cx:pt><cx:pt idx="1">South</cx:pt></cx:lvl></cx:strDim>
        <cx:numDim type="%s"><cx:f>%s</cx:f>
          <cx:lvl ptCount="3" formatCode="0.0"><cx:pt idx="0">3</cx:pt><cx:pt idx="2">5</cx:pt></cx:lvl></cx:numDim>
      </cx:data></cx:chartData>
      """;

  private static ChartSpace read(String values, String formula, String chart) {
    String text =
        "<cx:chartSpace xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'"
            + " xmlns:cx='http://schemas.microsoft.com/office/drawing/2014/chartex'>"
            + DATA.formatted(values, formula)
            + chart
            + "</cx:chartSpace>";
    var tree =
        XmlTree.read(
            "xl/charts/chartEx1.xml", text.getBytes(StandardCharsets.UTF_8), XlsxLimits.DEFAULT);
    var reader =
        new NewerChartReader(
            DrawingColors.of(Optional.empty()),
            new DataReader(Map.of("sheet1", 7)),
            Map.of("_xlchart.v1.0", "Sheet1!$A$2:$A$3"));
    return reader.read(tree.root());
  }

  private static ChartSpace series(String layout, String inside) {
    return read(
        "val",
        "Sheet1!$B$2:$B$3",
        "<cx:chart><cx:plotArea><cx:plotAreaRegion><cx:series layoutId='%s'><cx:dataId val='0'/>%s</cx:series></cx:plotAreaRegion></cx:plotArea></cx:chart>"
            .formatted(layout, inside));
  }

  /// A kind as a file says it.
  record Said(String layout, String properties, Kind kind, Analysis means) {}

  static List<Said> kinds() {
    return List.of(
        new Said(
            "waterfall",
            "<cx:visibility connectorLines='0'/><cx:subtotals><cx:idx val='0'/><cx:idx val='4'/></cx:subtotals>",
            Kind.COLUMN,
            new Analysis.Waterfall(Set.of(0, 4), false)),
        new Said("waterfall", "", Kind.COLUMN, new Analysis.Waterfall(Set.of(), true)),
        new Said("funnel", "", Kind.BAR, new Analysis.Funnel()),
        new Said("sunburst", "", Kind.DOUGHNUT, new Analysis.Sunburst()),
        new Said(
            "treemap",
            "<cx:parentLabelLayout val='banner'/>",
            Kind.PIE,
            new Analysis.Treemap(Branches.BANNER)),
        new Said("treemap", "", Kind.PIE, new Analysis.Treemap(Branches.NONE)),
        new Said(
            "clusteredColumn",
            "<cx:binning intervalClosed='l' underflow='2' overflow='auto'><cx:binSize val='2.5'/></cx:binning>",
            Kind.COLUMN,
            new Analysis.Histogram(
                Optional.of(
                    new Bins(
                        OptionalDouble.of(2.5),
                        OptionalInt.empty(),
                        true,
                        OptionalDouble.of(2),
                        OptionalDouble.empty())),
                false)),
        new Said(
            "clusteredColumn",
            "<cx:aggregation/>",
            Kind.COLUMN,
            new Analysis.Histogram(Optional.empty(), false)),
        new Said(
            "boxWhisker",
            "<cx:visibility meanLine='1' meanMarker='0' nonoutliers='1' outliers='0'/><cx:statistics quartileMethod='inclusive'/>",
            Kind.COLUMN,
            new Analysis.Boxes(true, false, true, false, false)));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void kindsAreKnownByTheirLayout(Said said) {
    Plot plot =
        series(said.layout(), "<cx:layoutPr>" + said.properties() + "</cx:layoutPr>")
            .plots()
            .getFirst();
    assertEquals(said.kind(), plot.kind());
    assertEquals(Optional.of(said.means()), plot.analysis());
  }

  @Test
  void lineBesideColumnsMakesAParetoChart() {
    ChartSpace space =
        read(
            "val",
            "Sheet1!$B$2:$B$3",
            "<cx:chart><cx:plotArea><cx:plotAreaRegion>"
                + "<cx:series layoutId='clusteredColumn'><cx:dataId val='0'/><cx:layoutPr><cx:aggregation/></cx:layoutPr></cx:series>"
                + "<cx:series layoutId='paretoLine' ownerIdx='0'/>"
                + "</cx:plotAreaRegion></cx:plotArea></cx:chart>");
    assertEquals(
        Optional.of(new Analysis.Histogram(Optional.empty(), true)),
        space.plots().getFirst().analysis());
    assertEquals(1, space.series().size());
  }

  @Test
  void dataAreCellsAlsoBehindNamesThatExcelMadeUp() {
    Series read = series("funnel", "").series().getFirst();
    assertEquals(cells("A2:A3"), read.categories());
    assertEquals(cells("B2:B3"), read.values());
  }

  @Test
  void whatTheFileRemembersStandsForOtherFormulas() {
    Series read =
        read(
                "size",
                "[1]Far!$B$2:$B$4",
                "<cx:chart><cx:plotArea><cx:plotAreaRegion><cx:series layoutId='treemap'><cx:dataId val='0'/></cx:series></cx:plotAreaRegion></cx:plotArea></cx:chart>")
            .series()
            .getFirst();
    SeriesData.Formula values = (SeriesData.Formula) read.values();
    assertEquals(new NumberValue(5), values.cached().get(2));
    assertEquals("0.0", values.numberFormat());
  }

  @Test
  void titleLegendAxesAndLabelsAreRead() {
    ChartSpace space =
        read(
            "val",
            "Sheet1!$B$2:$B$3",
            """
            <cx:chart>
              <cx:title pos="t"><cx:tx><cx:txData><cx:v>Sales</cx:v></cx:txData></cx:tx></cx:title>
              <cx:plotArea><cx:plotAreaRegion>
                <cx:series layoutId="waterfall">
                  <cx:tx><cx:txData><cx:f>Sheet1!$B$1</cx:f><cx:v>Change</cx:v></cx:txData></cx:tx>
                  <cx:dataPt idx="1"><cx:spPr><a:solidFill><a:srgbClr val="FF0000"/></a:solidFill></cx:spPr></cx:dataPt>
                  <cx:dataLabels pos="outEnd"><cx:numFmt formatCode="0.00" sourceLinked="0"/>
                    <cx:visibility seriesName="0" categoryName="1" value="1"/></cx:dataLabels>
                  <cx:dataId val="0"/></cx:series></cx:plotAreaRegion>
                <cx:axis id="0"><cx:catScaling gapWidth="0.5"/><cx:tickLabels/></cx:axis>
                <cx:axis id="1" hidden="1"><cx:valScaling max="90" min="10"/><cx:majorGridlines/></cx:axis>
              </cx:plotArea>
              <cx:legend pos="b" overlay="0"/>
            </cx:chart>
            """);
    assertEquals(
        new SeriesData.Literals(List.of(new TextValue("Sales")), "General"), space.title().text());
    assertEquals(Legend.Position.BOTTOM, space.legend().position());
    assertEquals(50, space.plots().getFirst().options().gapPercent());
    Series series = space.series().getFirst();
    assertEquals(cells("B1"), series.name());
    assertEquals(Set.of(1), series.points().keySet());
    DataLabels labels = series.labels().orElseThrow();
    assertTrue(labels.value() && labels.category() && !labels.series());
    assertEquals(Optional.of("0.00"), labels.numberFormat());
    Axis values = space.axes().value().orElseThrow();
    assertEquals(OptionalDouble.of(90), values.scale().maximum());
    assertTrue(!values.visible() && values.majorGridlines().isPresent());
    assertEquals(Axis.Labels.NEXT_TO_AXIS, space.axes().category().orElseThrow().labels());
  }

  @Test
  void mapsAreNotKnown() {
    ChartSpace map = series("regionMap", "");
    assertTrue(map.plots().isEmpty() && map.isReadOnly());
    assertTrue(series("funnel", "").isReadOnly());
  }

  private static SeriesData cells(String area) {
    return new SeriesData.Cells(List.of(new SheetArea(7, A1.parse(area).orElseThrow())));
  }
}
