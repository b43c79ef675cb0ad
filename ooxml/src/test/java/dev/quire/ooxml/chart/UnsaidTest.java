package dev.quire.ooxml.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.quire.ooxml.guard.XlsxLimits;
import dev.quire.ooxml.xml.XmlElement;
import dev.quire.ooxml.xml.XmlTree;
import dev.quire.workbook.chart.Axis;
import dev.quire.workbook.chart.Axis.Place;
import dev.quire.workbook.chart.Axis.Ticks;
import dev.quire.workbook.chart.ChartSpace;
import dev.quire.workbook.chart.ChartSpace.Blanks;
import dev.quire.workbook.chart.Marker;
import dev.quire.workbook.chart.Plot;
import dev.quire.workbook.chart.Series;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Charts that leave elements out, as Excel 2007 and libraries write them.
class UnsaidTest {
  private static final String TITLE =
      "<title><tx><rich><a:bodyPr%s/><a:p><a:r><a:t>T</a:t></a:r></a:p></rich></tx></title>";

  private static final String AXES =
      """
      <catAx><axId val='10'/><axPos val='%s'/>%s<crossAx val='100'/></catAx>
      <valAx><axId val='100'/><axPos val='%s'/>%s<crossAx val='10'/></valAx>
      """;

  private static final String IDS = "<axId val='10'/><axId val='100'/>";

  private static XmlElement xml(String text) {
    return XmlTree.read("part.xml", text.getBytes(StandardCharsets.UTF_8), XlsxLimits.DEFAULT)
        .root();
  }

  private static ChartSpace read(Unsaid unsaid, String chart) {
    String space =
        "<chartSpace xmlns='http://schemas.openxmlformats.org/drawingml/2006/chart'"
            + " xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'><chart>"
            + chart
            + "</chart></chartSpace>";
    return new ChartReader(DrawingColors.of(Optional.empty()), Map.of(), unsaid).read(xml(space));
  }

  private static ChartSpace lines(Unsaid unsaid, String before) {
    String axes = AXES.formatted("b", "", "l", "");
    return read(
        unsaid,
        before
            + "<plotArea><lineChart><ser><idx val='0'/><dLbls><showVal val='1'/></dLbls></ser>"
            + IDS
            + "</lineChart>"
            + axes
            + "</plotArea><legend/>");
  }

  @ParameterizedTest
  @CsvSource({
    "Microsoft Excel, 12.0000, AS_IN_2007",
    "Microsoft Macintosh Excel, 12.0000, AS_IN_2007",
    "Microsoft Excel, 3.0, AS_IN_2007",
    "Microsoft Excel, 14.0300, AS_IN_SCHEMA",
    "Microsoft Excel, 16.0300, AS_IN_SCHEMA",
    "Microsoft Excel, '', AS_IN_SCHEMA",
    "Microsoft Excel Compatible / Openpyxl 3.1.5, 3.1, AS_IN_SCHEMA",
    "Apache POI, 12.0, AS_IN_SCHEMA"
  })
  void whoWroteAFileDecidesWhatIsMeant(String application, String version, Unsaid meant) {
    assertEquals(
        meant,
        Unsaid.of(
            xml(
                "<Properties><Application>%s</Application><AppVersion>%s</AppVersion></Properties>"
                    .formatted(application, version))));
  }

  @ParameterizedTest
  @EnumSource
  void booleansThatAreMissingAreFalseOnlyIn2007(Unsaid unsaid) {
    boolean missing = unsaid == Unsaid.AS_IN_SCHEMA;
    ChartSpace space = lines(unsaid, TITLE.formatted(""));
    Plot plot = space.plots().getFirst();
    Series series = plot.series().getFirst();
    assertEquals(missing, space.roundedCorners());
    assertEquals(missing, space.title().overlay());
    assertEquals(missing, space.legend().overlay());
    assertEquals(missing, !space.plotsHidden());
    assertEquals(missing, plot.variesColors());
    assertEquals(missing, series.smooth());
    assertEquals(missing, series.labels().orElseThrow().category());
    assertEquals(missing ? Marker.AUTOMATIC : Marker.NONE, series.marker());
    assertEquals(missing, !space.axes().value().orElseThrow().visible());
  }

  @Test
  void wordsThatAreMissingAreOthersIn2007() {
    ChartSpace old = lines(Unsaid.AS_IN_2007, "");
    ChartSpace schema = lines(Unsaid.AS_IN_SCHEMA, "");
    assertEquals(Blanks.GAP, old.blanks());
    assertEquals(Blanks.ZERO, schema.blanks());
    Axis oldAxis = old.axes().category().orElseThrow();
    Axis schemaAxis = schema.axes().category().orElseThrow();
    assertEquals(Ticks.OUTSIDE, oldAxis.majorTicks());
    assertEquals(Ticks.NONE, oldAxis.minorTicks());
    assertEquals(Ticks.CROSS, schemaAxis.majorTicks());
    assertEquals(Ticks.CROSS, schemaAxis.minorTicks());
  }

  @Test
  void theOnlySeriesGivesItsNameToTheChartUnlessTheTitleWasTaken() {
    assertEquals(true, lines(Unsaid.AS_IN_2007, "").title().visible());
    assertFalse(lines(Unsaid.AS_IN_2007, "<autoTitleDeleted val='1'/>").title().visible());
    assertFalse(lines(Unsaid.AS_IN_SCHEMA, "").title().visible());
    assertEquals(true, lines(Unsaid.AS_IN_SCHEMA, "<autoTitleDeleted val='0'/>").title().visible());
  }

  @ParameterizedTest
  @CsvSource({
    // openpyxl says of both axes that they stand at the left
    "col, l, l, BOTTOM, LEFT, 0, -90",
    "bar, l, l, LEFT, BOTTOM, -90, 0",
    "col, b, l, BOTTOM, LEFT, 0, -90",
    "col, t, r, TOP, RIGHT, 0, -90",
    "bar, r, t, RIGHT, TOP, -90, 0"
  })
  void kindOfChartDecidesWhereAxesLie(
      String direction,
      String said,
      String otherSaid,
      Place category,
      Place value,
      double categoryTurn,
      double valueTurn) {
    String title = TITLE.formatted("");
    ChartSpace space =
        read(
            Unsaid.AS_IN_2007,
            "<plotArea><barChart><barDir val='%s'/>%s</barChart>".formatted(direction, IDS)
                + AXES.formatted(said, title, otherSaid, title)
                + "</plotArea>");
    Axis along = space.axes().category().orElseThrow();
    Axis across = space.axes().value().orElseThrow();
    assertEquals(category, along.place());
    assertEquals(value, across.place());
    assertEquals(categoryTurn, along.title().degrees());
    assertEquals(valueTurn, across.title().degrees());
  }

  @Test
  void titleThatSaysHowItIsTurnedIsTurnedSo() {
    ChartSpace space =
        read(
            Unsaid.AS_IN_2007,
            "<plotArea><barChart><barDir val='col'/>"
                + IDS
                + "</barChart>"
                + AXES.formatted("b", "", "l", TITLE.formatted(" rot='0'"))
                + "</plotArea>");
    assertEquals(0, space.axes().value().orElseThrow().title().degrees());
  }

  @Test
  void pointsWithoutAStyleAreJoined() {
    ChartSpace space =
        read(Unsaid.AS_IN_SCHEMA, "<plotArea><scatterChart><ser/></scatterChart></plotArea>");
    assertEquals(true, space.plots().getFirst().options().lines());
  }
}
