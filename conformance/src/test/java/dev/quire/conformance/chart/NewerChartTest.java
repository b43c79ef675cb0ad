package dev.quire.conformance.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.quire.conformance.fixture.Parts;
import dev.quire.conformance.fixture.WorkbookServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Charts of the kinds that came in 2016 and came with a file: they are listed, told, drawn, placed
/// and kept; what they show is not changed.
final class NewerChartTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();
  private static final String CHART = "/worksheets/Sheet1/charts/Chart%201";
  private static final String PART = "xl/charts/chart1.xml";

  private static final String WATERFALL =
      """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <cx:chartSpace xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"\
       xmlns:cx="http://schemas.microsoft.com/office/drawing/2014/chartex"><cx:chartData><cx:data id="0">\
      <cx:strDim type="cat"><cx:f>Sheet1!$A$1:$A$3</cx:f></cx:strDim>\
      <cx:numDim type="val"><cx:f>Sheet1!$B$1:$B$3</cx:f></cx:numDim></cx:data></cx:chartData>\
      <cx:chart><cx:title pos="t"><cx:tx><cx:txData><cx:v>Cash</cx:v></cx:txData></cx:tx></cx:title>\
      <cx:plotArea><cx:plotAreaRegion><cx:series layoutId="waterfall"><cx:dataId val="0"/>\
      <cx:layoutPr><cx:subtotals><cx:idx val="2"/></cx:subtotals></cx:layoutPr></cx:series></cx:plotAreaRegion>\
      <cx:axis id="0"><cx:catScaling/><cx:tickLabels/></cx:axis>\
      <cx:axis id="1"><cx:valScaling/><cx:tickLabels/></cx:axis></cx:plotArea></cx:chart></cx:chartSpace>\
      """;

  private final Sales book = new Sales(SERVER, withWaterfall());

  @Test
  void chartIsListedToldAndDrawn() throws IOException {
    assertEquals("Cash", book.text(CHART + "/title", "text"));
    assertEquals(45.0, book.json(CHART + "/series/0/points/2").get("value").getAsDouble());
    byte[] before = picture();
    assertEquals(300, ImageIO.read(new ByteArrayInputStream(before)).getWidth());
    book.patch("/worksheets/Sheet1/range(address='B2')", "{`values`:-40}").is(200);
    assertFalse(Arrays.equals(before, picture()), "the picture follows the cells");
  }

  private byte[] picture() {
    return Base64.getDecoder().decode(book.text(CHART + "/image(width=300)", "value"));
  }

  @Test
  void chartIsPlacedAndFollowsInsertedRowsWhileItsPartIsKept() {
    book.patch(CHART, "{`left`:100,`name`:`Cash flow`}").is(200);
    book.post("/worksheets/Sheet1/range(address='1:1')/insert", "{`shift`:`Down`}").is(200);
    assertEquals(
        WATERFALL.replace("$1:", "$2:").replace("$3<", "$4<"), Parts.text(book.content(), PART));
    JsonObject last = book.json("/worksheets/Sheet1/charts/Cash%20flow/series/0/points/2");
    assertEquals(45.0, last.get("value").getAsDouble());
  }

  @Test
  void whatItShowsIsNotChanged() {
    String answer = book.patch(CHART + "/title", "{`text`:`Other`}").is(400).text();
    assertTrue(answer.contains("Chart 1"), answer);
    assertEquals(WATERFALL, Parts.text(book.content(), PART));
  }

  /// A chart of 2016 in the place of one that a library writes.
  private static byte[] withWaterfall() {
    return Parts.changed(
        withColumns(),
        (name, text) ->
            switch (name) {
              case PART -> WATERFALL;
              case "[Content_Types].xml" ->
                  text.replace(
                      "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
                      "application/vnd.ms-office.chartex+xml");
              case "xl/drawings/_rels/drawing1.xml.rels" ->
                  text.replace(
                      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart",
                      "http://schemas.microsoft.com/office/2014/relationships/chartEx");
              default -> text;
            });
  }

  private static byte[] withColumns() {
    try (var book = new XSSFWorkbook()) {
      var sheet = book.createSheet("Sheet1");
      String[] names = {"Start", "Spent", "End"};
      double[] values = {70, -25, 45};
      for (int row = 0; row < names.length; row++) {
        var line = sheet.createRow(row);
        line.createCell(0).setCellValue(names[row]);
        line.createCell(1).setCellValue(values[row]);
      }
      var drawing = sheet.createDrawingPatriarch();
      var chart = drawing.createChart(drawing.createAnchor(0, 0, 0, 0, 3, 1, 9, 14));
      var cells =
          XDDFDataSourcesFactory.fromNumericCellRange(sheet, CellRangeAddress.valueOf("B1:B3"));
      var data = chart.createData(ChartTypes.PIE, null, null);
      data.addSeries(cells, cells);
      chart.plot(data);
      chart.getGraphicFrame().setName("Chart 1");
      var out = new ByteArrayOutputStream();
      book.write(out);
      return out.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
