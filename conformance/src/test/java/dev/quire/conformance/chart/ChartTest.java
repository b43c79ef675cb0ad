package dev.quire.conformance.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.quire.conformance.fixture.WorkbookServer;
import dev.quire.conformance.surface.Covers;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Adding, placing, naming and removing charts (semantics §10).
final class ChartTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();
  private final Sales book = new Sales(SERVER);

  @Test
  @Covers({
    "Collection(workbookChart) action add(type, sourceData, seriesBy)",
    "workbookWorksheet get charts/{id}",
    "workbookChart get-property *"
  })
  void chartIsAddedReadBackAndSaved() {
    JsonObject added =
        book.post(
                Sales.CHARTS + "/add",
                "{`type`:`ColumnClustered`,`sourceData`:`A1:C5`,`seriesBy`:`Auto`}")
            .is(201)
            .json();
    assertEquals("Chart 1", added.get("name").getAsString());
    assertEquals(360, added.get("width").getAsDouble());
    assertEquals(216, added.get("height").getAsDouble());
    assertEquals(0, added.get("left").getAsDouble());
    assertEquals(0, added.get("top").getAsDouble());
    String id = added.get("id").getAsString();
    assertTrue(id.matches("\\{[0-9A-F-]{36}}"), id);
    JsonObject read = book.json(Sales.CHARTS + "/" + id.replace("{", "%7B").replace("}", "%7D"));
    assertEquals("Chart 1", read.get("name").getAsString());
    for (String property : new String[] {"height", "left", "name", "top", "width"}) {
      assertEquals(
          added.get(property),
          book.json(Sales.CHARTS + "/Chart%201/" + property).get("value"),
          property);
    }
    XDDFChartData.Series north =
        book.saved(charts -> charts.getFirst().getChartSeries().getFirst().getSeries(0));
    assertEquals("Sheet1!$B$2:$B$5", north.getValuesData().getDataRangeReference());
    assertEquals("Sheet1!$A$2:$A$5", north.getCategoryData().getDataRangeReference());
    assertEquals("Q3", north.getCategoryData().getPointAt(2));
    assertEquals(30.0, north.getValuesData().getPointAt(2).doubleValue());
  }

  @Test
  @Covers({
    "workbookWorksheet collection-list charts",
    "workbookWorksheet collection-count charts/$count",
    "workbookWorksheet create charts",
    "Collection(workbookChart) function *"
  })
  void chartsAreListedCountedAndFound() {
    book.chart("Pie");
    book.post(
            Sales.CHARTS,
            "{`type`:`Line`,`sourceData`:{`Address`:`Sheet1!A1:B5`},`seriesBy`:`Columns`}")
        .is(201);
    var all = book.json(Sales.CHARTS).getAsJsonArray("value");
    assertEquals(2, all.size());
    assertEquals("Chart 2", all.get(1).getAsJsonObject().get("name").getAsString());
    assertEquals("2", book.get(Sales.CHARTS + "/$count").is(200).text());
    assertEquals(2, book.json(Sales.CHARTS + "/count()").get("value").getAsInt());
    assertEquals("Chart 2", book.text(Sales.CHARTS + "/itemAt(index=1)", "name"));
    assertEquals("Chart 1", book.text(Sales.CHARTS + "/item(name='Chart%201')", "name"));
    assertEquals(0, book.json("/worksheets/Other/charts").getAsJsonArray("value").size());
    int saved = book.saved(List::size);
    assertEquals(2, saved);
  }

  @Test
  @Covers({"workbookWorksheet delete charts/{id}", "workbookChart get worksheet"})
  void deletedChartIsGone() {
    String chart = book.chart("Area");
    assertEquals("Sheet1", book.text(chart + "/worksheet", "name"));
    book.delete(chart).is(204);
    book.get(chart).is(404);
    int saved = book.saved(List::size);
    assertEquals(0, saved);
  }

  @Test
  @Covers("workbookWorksheet update charts/{id}")
  void nameAndPlaceChange() {
    String chart = book.chart("ColumnStacked");
    JsonObject now =
        book.patch(chart, "{`name`:`Totals`,`left`:96,`top`:37.5,`width`:200.25,`height`:100}")
            .is(200)
            .json();
    assertEquals("Totals", now.get("name").getAsString());
    JsonObject read = book.json(Sales.CHARTS + "/Totals");
    assertEquals(96, read.get("left").getAsDouble());
    assertEquals(37.5, read.get("top").getAsDouble());
    assertEquals(200.25, read.get("width").getAsDouble());
    assertEquals(100, read.get("height").getAsDouble());
    ClientAnchor anchor = anchor();
    assertEquals(2, anchor.getCol1());
    assertEquals(0, anchor.getDx1());
    assertEquals(2, anchor.getRow1());
    assertEquals(7.5 * 12700, anchor.getDy1());
  }

  private ClientAnchor anchor() {
    return (ClientAnchor) book.shape().getAnchor();
  }

  @Test
  @Covers("workbookChart action setPosition(startCell, endCell)")
  void chartIsPutOverCells() {
    String chart = book.chart("Bubble", "B1:C5");
    book.post(chart + "/setPosition", "{`startCell`:`E3`,`endCell`:`F4`}").is(204);
    JsonObject read = book.json(chart);
    assertEquals(4 * 48, read.get("left").getAsDouble());
    assertEquals(2 * 15, read.get("top").getAsDouble());
    assertEquals(2 * 48, read.get("width").getAsDouble());
    assertEquals(2 * 15, read.get("height").getAsDouble());
    assertEquals(4, anchor().getCol1());
    assertEquals(2, anchor().getRow1());
  }

  /// Only `endCell` gives a chart another size.
  @Test
  void chartIsMovedToACellAndKeepsItsSize() {
    String chart = book.chart("Bubble", "B1:C5");
    book.post(chart + "/setPosition", "{`startCell`:`E3`}").is(204);
    JsonObject read = book.json(chart);
    assertEquals(4 * 48, read.get("left").getAsDouble());
    assertEquals(2 * 15, read.get("top").getAsDouble());
    assertEquals(360, read.get("width").getAsDouble());
    assertEquals(216, read.get("height").getAsDouble());
    assertEquals(4, anchor().getCol1());
    assertEquals(2, anchor().getRow1());
    assertEquals(4 + 7, anchor().getCol2());
  }

  /// What was acknowledged would not be in the file.
  @Test
  void charactersThatFilesCannotHoldAreRefusedByName() {
    String chart = book.chart("Line", "A1:C5");
    for (String part : List.of("", "/series/0")) {
      String said = book.patch(chart + part, "{`name`:`a\\u0001b`}").is(400).message();
      assertEquals("'name' has the character U+0001, which no file can hold.", said);
    }
    String said = book.patch(chart + "/title", "{`text`:`\\ud800`}").is(400).message();
    assertEquals("'text' has the character U+D800, which no file can hold.", said);
  }

  @Test
  void placeThatLabelsCannotHaveIsRefusedByName() {
    String chart = book.chart("Line", "A1:C5");
    String said =
        book.patch(chart + "/dataLabels", "{`showValue`:true,`position`:`InsideEnd`}")
            .refuses(400, "InvalidArgument", "invalidArgument")
            .message();
    assertEquals(
        "'position' of labels in this kind of chart has to be one of Bottom, Center, Left, Right, Top.",
        said);
  }

  @Test
  @Covers("workbookChart action setData(sourceData, seriesBy)")
  void chartShowsOtherCells() {
    String chart = book.chart("ColumnClustered");
    book.post(chart + "/setData", "{`sourceData`:`A1:C3`,`seriesBy`:`Rows`}").is(204);
    var names = book.json(chart + "/series").getAsJsonArray("value");
    assertEquals(2, names.size());
    assertEquals("Q1", names.get(0).getAsJsonObject().get("name").getAsString());
    XDDFChartData data = book.saved(charts -> charts.getFirst().getChartSeries().getFirst());
    assertEquals(2, data.getSeriesCount());
    assertEquals("Sheet1!$B$3:$C$3", data.getSeries(1).getValuesData().getDataRangeReference());
    assertEquals("Sheet1!$B$1:$C$1", data.getSeries(1).getCategoryData().getDataRangeReference());
  }

  @ParameterizedTest
  @CsvSource({
    "ColumnStacked100, bar:percentStacked",
    "BarClustered, bar:clustered",
    "LineMarkers, line:standard",
    "Pie, pie",
    "Doughnut, doughnut",
    "XYScatterLines, scatter",
    "Radar, radar",
    "SurfaceTopView, surface",
    "3DColumn, bar3D:standard",
    "3DBarStacked, bar3D:stacked",
    "3DLine, line3D:standard",
    "3DAreaStacked100, area3D:percentStacked",
    "3DPieExploded, pie3D",
    "Surface, surface3D",
    "CylinderColClustered, bar3D:clustered",
    "ConeBarStacked100, bar3D:percentStacked",
    "PyramidCol, bar3D:standard",
    "BarOfPie, ofPie"
  })
  void typesAreDrawnInTheirWay(String type, String drawn) {
    book.chart(type);
    String xml = book.xml();
    String[] group = drawn.split(":");
    assertTrue(xml.contains(":" + group[0] + "Chart>"), xml);
    if (group.length > 1) {
      assertTrue(xml.contains("grouping val=\"" + group[1] + "\""), xml);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "3DColumnClustered, box, 15, 20, true",
    "CylinderColStacked, cylinder, 15, 20, true",
    "ConeBarClustered, cone, 15, 20, true",
    "PyramidCol, pyramid, 15, 20, false",
    "3DArea, , 15, 20, false",
    "3DPie, , 30, 0, false",
    "SurfaceTopView, , 90, 0, false"
  })
  void depthIsSavedAsExcelSavesIt(
      String type, String shape, int tilt, int turn, boolean rightAngles) {
    book.chart(type);
    var chart = book.saved(charts -> charts.getFirst().getCTChart());
    assertEquals(tilt, chart.getView3D().getRotX().getVal());
    assertEquals(turn, chart.getView3D().getRotY().getVal());
    assertEquals(rightAngles, chart.getView3D().getRAngAx().getVal());
    assertTrue(chart.isSetFloor() && chart.isSetSideWall() && chart.isSetBackWall());
    if (shape != null) {
      String saved = chart.getPlotArea().getBar3DChartArray(0).getShape().getVal().toString();
      assertEquals(shape, saved);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ColumnClustered, 3DColumnClustered",
    "3DColumnClustered, CylinderColClustered",
    "CylinderColClustered, ConeColClustered",
    "ConeColClustered, PyramidColClustered",
    "Line, 3DLine",
    "AreaStacked, 3DAreaStacked",
    "Pie, 3DPie",
    "3DPie, 3DPieExploded",
    "Bubble, Bubble3DEffect",
    "SurfaceTopView, Surface",
    "Surface, SurfaceWireframe",
    "SurfaceTopView, SurfaceTopViewWireframe"
  })
  void chartsOfDifferentTypesLookDifferent(String one, String other) {
    assertNotEquals(
        book.text(book.chart(one) + "/image()", "value"),
        book.text(book.chart(other) + "/image()", "value"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{`type`:`Nonsense`,`sourceData`:`A1:C5`,`seriesBy`:`Auto`} | 400 | type",
        "{`sourceData`:`A1:C5`,`seriesBy`:`Auto`} | 400 | type",
        "{`type`:`Pie`,`seriesBy`:`Auto`} | 400 | sourceData",
        "{`type`:`Pie`,`sourceData`:`nowhere`,`seriesBy`:`Auto`} | 400 | nowhere",
        "{`type`:`Pie`,`sourceData`:7,`seriesBy`:`Auto`} | 400 | sourceData",
        "{`type`:`Pie`,`sourceData`:`A1:C5`,`seriesBy`:`Diagonal`} | 400 | seriesBy",
        "{`type`:`StockOHLC`,`sourceData`:`A1:C5`,`seriesBy`:`Auto`} | 400 | series",
        "{`type`:`Sunburst`,`sourceData`:`A1:C5`,`seriesBy`:`Auto`} | 501 | Sunburst"
      })
  void whatCannotBeAChartIsRefused(String body, int status, String named) {
    String before = book.digest();
    String answer = book.post(Sales.CHARTS + "/add", body).is(status).text();
    assertTrue(answer.contains(named), answer);
    assertEquals(before, book.digest());
  }

  @Test
  void chartFollowsItsCells() {
    book.chart("ColumnClustered");
    book.post("/worksheets/Sheet1/range(address='1:2')/insert", "{`shift`:`Down`}").is(200);
    book.patch("/worksheets/Sheet1", "{`name`:`New name`}").is(200);
    String xml = book.savedAs("New name");
    assertTrue(xml.contains("'New name'!$B$4:$B$7"), xml);
    book.get("/worksheets/New%20name/charts/Chart%201/series/0/points").is(200);
    assertEquals(
        40.0,
        book.json("/worksheets/New%20name/charts/Chart%201/series/0/points/3")
            .get("value")
            .getAsDouble());
  }

  @Test
  @Covers("workbookChart function image(*")
  void pictureHasTheSizeAskedFor() throws IOException {
    String chart = book.chart("ColumnClustered");
    assertEquals("480 x 288", size(picture(chart + "/image()")));
    assertEquals("240 x 144", size(picture(chart + "/image(width=240)")));
    assertEquals("400 x 240", size(picture(chart + "/image(width=400,height=400)")));
    var centered = picture(chart + "/image(width=400,height=400,fittingMode='FitAndCenter')");
    assertEquals("400 x 400", size(centered));
    assertEquals(0xFFFFFFFF, centered.getRGB(200, 10));
    assertEquals(
        "400 x 400", size(picture(chart + "/image(width=400,height=400,fittingMode='fill')")));
    assertEquals(
        "4000 x 2400", size(picture(chart + "/image(width=4000,height=4000,fittingMode='Fit')")));
  }

  @Test
  void pictureLargerThanPicturesMayBeIsRefused() {
    String chart = book.chart("Pie");
    String answer = book.get(chart + "/image(width=4001,height=10)").is(400).text();
    assertTrue(answer.contains("'width'") && answer.contains("4000"), answer);
    assertTrue(
        book.get(chart + "/image(width=10,height=4001)").is(400).text().contains("'height'"));
  }

  @Test
  void pictureFollowsTheCells() throws IOException {
    String chart = book.chart("ColumnClustered");
    String before = book.json(chart + "/image()").get("value").getAsString();
    assertEquals(before, book.json(chart + "/image()").get("value").getAsString());
    book.patch("/worksheets/Sheet1/range(address='B4')", "{`values`:900}").is(200);
    assertNotEquals(before, book.json(chart + "/image()").get("value").getAsString());
  }

  private BufferedImage picture(String path) throws IOException {
    String value = book.json(path).get("value").getAsString();
    return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(value)));
  }

  private static String size(BufferedImage picture) {
    return picture.getWidth() + " x " + picture.getHeight();
  }

  @Test
  void pictureOfUnknownFittingIsRefused() {
    String chart = book.chart("Pie");
    String answer =
        book.get(chart + "/image(width=0,height=0,fittingMode='Sideways')").is(400).text();
    assertTrue(answer.contains("fittingMode"), answer);
  }
}
