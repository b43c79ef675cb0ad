package dev.quire.conformance.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.quire.conformance.fixture.WorkbookServer;
import dev.quire.conformance.surface.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Title, legend, labels, axes, series and the looks of all of them (semantics §10).
final class ChartLookTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();
  private final Sales book = new Sales(SERVER);

  private void assertSaved(String piece) {
    String xml = book.xml();
    assertTrue(xml.contains(piece), () -> piece + " is not in " + xml);
  }

  @Test
  @Covers({
    "workbookChart get title",
    "workbookChart update title",
    "workbookChartTitle get-property *"
  })
  void titleSaysWhatItIsTold() {
    String title = book.chart("ColumnClustered") + "/title";
    assertEquals("Chart Title", book.text(title, "text"));
    assertTrue(book.json(title).get("visible").getAsBoolean());
    JsonObject now = book.patch(title, "{`text`:`Sales <2026>`,`overlay`:true}").is(200).json();
    assertEquals("Sales <2026>", now.get("text").getAsString());
    assertTrue(book.json(title + "/overlay").get("value").getAsBoolean());
    assertEquals("Sales <2026>", book.json(title + "/text").get("value").getAsString());
    assertEquals(
        "Sales <2026>", book.saved(charts -> charts.getFirst().getTitleText().getString()));
    book.patch(title, "{`visible`:false}").is(200);
    assertFalse(book.json(title + "/visible").get("value").getAsBoolean());
    assertSaved("autoTitleDeleted val=\"1\"");
  }

  @Test
  void titleOfOneSeriesIsItsName() {
    assertEquals("North", book.text(book.chart("Pie", "A1:B5") + "/title", "text"));
  }

  @Test
  @Covers({
    "workbookChart get legend",
    "workbookChart update legend",
    "workbookChartLegend get-property *"
  })
  void legendStandsWhereItIsTold() {
    String legend = book.chart("Line") + "/legend";
    assertEquals("Bottom", book.text(legend, "position"));
    book.patch(legend, "{`position`:`Corner`,`overlay`:true}").is(200);
    assertEquals("Corner", book.json(legend + "/position").get("value").getAsString());
    assertTrue(book.json(legend + "/overlay").get("value").getAsBoolean());
    assertSaved("legendPos val=\"tr\"");
    book.patch(legend, "{`visible`:false}").is(200);
    assertFalse(book.json(legend + "/visible").get("value").getAsBoolean());
    assertFalse(book.xml().contains("legendPos"));
  }

  @Test
  @Covers({
    "workbookChart get dataLabels",
    "workbookChart update dataLabels",
    "workbookChartDataLabels get-property *"
  })
  void labelsSayWhatTheyAreTold() {
    String labels = book.chart("ColumnClustered") + "/dataLabels";
    assertFalse(book.json(labels).get("showValue").getAsBoolean());
    book.patch(
            labels,
            "{`showValue`:true,`showSeriesName`:true,`showCategoryName`:true,`showLegendKey`:true,"
                + "`showPercentage`:false,`showBubbleSize`:false,`separator`:` / `,"
                + "`position`:`InsideEnd`}")
        .is(200);
    for (String shown :
        new String[] {"showValue", "showSeriesName", "showCategoryName", "showLegendKey"}) {
      assertTrue(book.json(labels + "/" + shown).get("value").getAsBoolean(), shown);
    }
    for (String hidden : new String[] {"showPercentage", "showBubbleSize"}) {
      assertFalse(book.json(labels + "/" + hidden).get("value").getAsBoolean(), hidden);
    }
    assertEquals("InsideEnd", book.json(labels + "/position").get("value").getAsString());
    assertEquals(" / ", book.json(labels + "/separator").get("value").getAsString());
    assertSaved("dLblPos val=\"inEnd\"");
    assertSaved("showVal val=\"1\"");
  }

  @Test
  @Covers({
    "workbookChart get axes",
    "workbookChartAxes get *",
    "workbookChartAxes update valueAxis",
    "workbookChartAxis get-property *"
  })
  void scaleIsFixedAndFoundAgain() {
    String axis = book.chart("ColumnClustered") + "/axes/valueAxis";
    JsonObject found = book.json(axis);
    assertEquals(0, found.get("minimum").getAsDouble());
    assertEquals(45, found.get("maximum").getAsDouble());
    assertEquals(5, found.get("majorUnit").getAsDouble());
    assertEquals(1, found.get("minorUnit").getAsDouble());
    JsonObject fixed =
        book.patch(axis, "{`minimum`:-10,`maximum`:50.5,`majorUnit`:20,`minorUnit`:4}")
            .is(200)
            .json();
    assertEquals(50.5, fixed.get("maximum").getAsDouble());
    assertEquals(-10, book.json(axis + "/minimum").get("value").getAsDouble());
    assertEquals(20, book.json(axis + "/majorUnit").get("value").getAsDouble());
    assertEquals(4, book.json(axis + "/minorUnit").get("value").getAsDouble());
    assertSaved("max val=\"50.5\"");
    assertSaved("min val=\"-10\"");
    assertSaved("majorUnit val=\"20\"");
    book.patch(axis, "{`minimum`:``,`maximum`:``,`majorUnit`:``,`minorUnit`:``}").is(200);
    assertEquals(45, book.json(axis + "/maximum").get("value").getAsDouble());
    assertFalse(book.xml().contains("majorUnit"));
  }

  @Test
  @Covers("workbookChartAxes get seriesAxis")
  void chartWithoutAnAxisHasNone() {
    book.get(book.chart("Pie") + "/axes/valueAxis").is(404);
    book.get(book.chart("Surface") + "/axes/seriesAxis").is(200);
  }

  @Test
  @Covers({
    "workbookChartAxis get title",
    "workbookChartAxis update title",
    "workbookChartAxisTitle get-property *"
  })
  void axisHasATitle() {
    String title = book.chart("BarClustered") + "/axes/categoryAxis/title";
    assertFalse(book.json(title).get("visible").getAsBoolean());
    book.patch(title, "{`text`:`Quarter`}").is(200);
    assertEquals("Quarter", book.json(title + "/text").get("value").getAsString());
    assertTrue(book.json(title + "/visible").get("value").getAsBoolean());
    assertSaved("Quarter");
  }

  @Test
  @Covers({
    "workbookChartAxis get m*Gridlines",
    "workbookChartAxis update m*Gridlines",
    "workbookChartGridlines get-property visible"
  })
  void gridlinesComeAndGo() {
    String axis = book.chart("ColumnClustered") + "/axes/valueAxis";
    assertTrue(book.json(axis + "/majorGridlines/visible").get("value").getAsBoolean());
    book.patch(axis + "/majorGridlines", "{`visible`:false}").is(200);
    book.patch(axis + "/minorGridlines", "{`visible`:true}").is(200);
    assertFalse(book.json(axis + "/majorGridlines").get("visible").getAsBoolean());
    assertTrue(book.json(axis + "/minorGridlines").get("visible").getAsBoolean());
    String xml = book.xml();
    assertTrue(xml.contains("minorGridlines") && !xml.contains("majorGridlines"), xml);
  }

  @Test
  @Covers({
    "workbookChart collection-list series",
    "workbookChart collection-count series/$count",
    "workbookChart create series",
    "workbookChart get series/{id}",
    "workbookChart update series/{id}",
    "workbookChart delete series/{id}",
    "workbookChartSeries get-property name",
    "Collection(workbookChartSeries) function *"
  })
  void seriesComeAndGo() {
    String series = book.chart("Line") + "/series";
    assertEquals(2, book.json(series).getAsJsonArray("value").size());
    assertEquals(2, book.json(series + "/count()").get("value").getAsInt());
    assertEquals("South", book.text(series + "/itemAt(index=1)", "name"));
    assertEquals("North", book.json(series + "/0/name").get("value").getAsString());
    book.patch(series + "/0", "{`name`:`Up & down`}").is(200);
    assertEquals("Up & down", book.text(series + "/0", "name"));
    assertEquals(
        "New", book.post(series, "{`name`:`New`}").is(201).json().get("name").getAsString());
    assertEquals("3", book.get(series + "/$count").is(200).text());
    book.delete(series + "/1").is(204);
    assertEquals("New", book.text(series + "/1", "name"));
    book.get(series + "/2").is(404);
    int saved =
        book.saved(charts -> charts.getFirst().getChartSeries().getFirst().getSeriesCount());
    assertEquals(2, saved);
    assertSaved("Up &amp; down");
  }

  @Test
  @Covers({
    "workbookChartSeries collection-list points",
    "workbookChartSeries collection-count points/$count",
    "workbookChartSeries get points/{id}",
    "workbookChartPoint get-property value",
    "Collection(workbookChartPoint) function *"
  })
  void pointsHaveValues() {
    String points = book.chart("Pie", "A1:B5") + "/series/0/points";
    assertEquals(4, book.json(points).getAsJsonArray("value").size());
    assertEquals(4, book.json(points + "/count()").get("value").getAsInt());
    assertEquals("4", book.get(points + "/$count").is(200).text());
    assertEquals(30, book.json(points + "/itemAt(index=2)").get("value").getAsDouble());
    book.patch("/worksheets/Sheet1/range(address='B4')", "{`values`:[[31]]}").is(200);
    assertEquals(31, book.json(points + "/2").get("value").getAsDouble());
    book.get(points + "/4").is(404);
  }

  @Test
  void largestNumbersAreDrawn() {
    String chart = book.chart("Line", "A1:B5");
    book.patch(chart + "/axes/valueAxis", "{`majorUnit`:1e-300}").is(200);
    book.patch("/worksheets/Sheet1/range(address='B2:B3')", "{`values`:[[1e308],[-1e308]]}")
        .is(200);
    book.get(chart + "/image").is(200);
    book.get(chart + "/axes/valueAxis").is(200);
  }

  @ParameterizedTest
  @CsvSource({
    "format, areaFormat",
    "title/format, title",
    "legend/format, legend",
    "dataLabels/format, labels",
    "series/0/format, series",
    "series/0/points/1/format, point"
  })
  @Covers({
    "workbookChart* get format",
    "workbookChart get format",
    "workbookChart*Format get fill",
    "workbookChartFill action *"
  })
  void everythingIsFilledAndEmptied(String place, String what) {
    String chart = book.chart("ColumnClustered");
    book.patch(chart + "/dataLabels", "{`showValue`:true}").is(200);
    book.get(chart + "/" + place + "/fill").is(200);
    book.post(chart + "/" + place + "/fill/setSolidColor", "{`color`:`#12AB9F`}").is(204);
    assertSaved("srgbClr val=\"12AB9F\"");
    book.post(chart + "/" + place + "/fill/clear", "{}").is(204);
    String xml = book.xml();
    assertFalse(xml.contains("12AB9F"), what + xml);
  }

  @ParameterizedTest
  @CsvSource({"axes/valueAxis/format", "axes/valueAxis/majorGridlines/format", "series/1/format"})
  @Covers({
    "workbookChart*Format get line",
    "workbookChart*Format update line",
    "workbookChartLineFormat *",
    "workbookChartAxis get format",
    "workbookChartGridlines get format",
    "workbookChartSeries get format"
  })
  void linesAreColouredAndTakenAway(String place) {
    String line = book.chart("ColumnClustered") + "/" + place + "/line";
    JsonObject coloured = book.patch(line, "{`color`:`#12AB9F`}").is(200).json();
    assertEquals("#12AB9F", coloured.get("color").getAsString());
    assertEquals("#12AB9F", book.json(line + "/color").get("value").getAsString());
    assertSaved("srgbClr val=\"12AB9F\"");
    book.post(line + "/clear", "{}").is(204);
    assertEquals("", book.text(line, "color"));
    assertFalse(book.xml().contains("12AB9F"));
  }

  @ParameterizedTest
  @CsvSource({
    "format",
    "title/format",
    "legend/format",
    "dataLabels/format",
    "axes/valueAxis/format",
    "axes/valueAxis/title/format"
  })
  @Covers({
    "workbookChart*Format get font",
    "workbookChart*Format update font",
    "workbookChartFont get-property *",
    "workbookChartAxisTitle get format",
    "workbookChartDataLabels get format",
    "workbookChartLegend get format",
    "workbookChartTitle get format"
  })
  void textsAreWrittenAsTold(String place) {
    String chart = book.chart("ColumnClustered");
    book.patch(chart + "/dataLabels", "{`showValue`:true}").is(200);
    book.patch(chart + "/axes/valueAxis/title", "{`text`:`Tons`}").is(200);
    String font = chart + "/" + place + "/font";
    book.patch(
            font,
            "{`bold`:true,`italic`:true,`name`:`Georgia`,`size`:13.5,`underline`:`Single`,"
                + "`color`:`#12AB9F`}")
        .is(200);
    assertTrue(book.json(font + "/bold").get("value").getAsBoolean());
    assertTrue(book.json(font + "/italic").get("value").getAsBoolean());
    assertEquals("Georgia", book.json(font + "/name").get("value").getAsString());
    assertEquals(13.5, book.json(font + "/size").get("value").getAsDouble());
    assertEquals("Single", book.json(font + "/underline").get("value").getAsString());
    assertEquals("#12AB9F", book.json(font + "/color").get("value").getAsString());
    assertSaved("typeface=\"Georgia\"");
    assertSaved("sz=\"1350\"");
    assertSaved("srgbClr val=\"12AB9F\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/title | {`text`:7} | text",
        "/title | {`text`:``} | text",
        "/title | {`sub`:1} | sub",
        "/legend | {`position`:`Nowhere`} | position",
        "/legend | {`visible`:`yes`} | visible",
        "/dataLabels | {`position`:`Left`} | position",
        "/dataLabels | {`showValue`:1} | showValue",
        "/axes/valueAxis | {`maximum`:`ten`} | maximum",
        "/axes/valueAxis | {`maximum`:1,`minimum`:2} | minimum",
        "/axes/valueAxis | {`majorUnit`:0} | majorUnit",
        "/axes/valueAxis | {`minimum`:-1e308,`maximum`:1e308} | minimum",
        "/axes/categoryAxis | {`maximum`:3} | categories",
        "/series/0 | {`name`:``} | name",
        "/title/format/font | {`size`:0} | size",
        "/title/format/font | {`underline`:`Double`} | underline",
        "/axes/valueAxis/format/line | {`color`:`nocolour`} | color"
      })
  void wrongChangesAreRefusedWhole(String place, String body, String named) {
    String chart = book.chart("AreaStacked");
    String before = book.digest();
    String answer = book.patch(chart + place, body).is(400).text();
    assertTrue(answer.contains(named), answer);
    assertEquals(before, book.digest());
  }
}
