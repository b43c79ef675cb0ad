package dev.quire.conformance.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.graph.drives.item.items.item.workbook.worksheets.item.charts.ChartsRequestBuilder;
import com.microsoft.graph.drives.item.items.item.workbook.worksheets.item.charts.add.AddPostRequestBody;
import com.microsoft.graph.models.WorkbookChart;
import com.microsoft.graph.models.WorkbookChartLegend;
import com.microsoft.graph.models.WorkbookChartTitle;
import com.microsoft.kiota.serialization.UntypedString;
import java.io.IOException;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Charts with the Java SDK.
final class JavaSdkChartTest extends SdkCase {
  private ChartsRequestBuilder charts;

  @BeforeEach
  void openSheet() {
    charts = book.worksheets().byWorkbookWorksheetId("Stock").charts();
  }

  private WorkbookChart add(String type) {
    var body = new AddPostRequestBody();
    body.setType(type);
    body.setSourceData(new UntypedString("A1:B8"));
    body.setSeriesBy("Auto");
    return charts.add().post(body);
  }

  @Test
  void chartIsAddedChangedReadAndDeleted() throws IOException {
    WorkbookChart added = add("BarClustered");
    assertEquals("Chart 1", added.getName());
    assertEquals(360, added.getWidth());
    var chart = charts.byWorkbookChartId(added.getId());
    var title = new WorkbookChartTitle();
    title.setText("Units in stock");
    assertEquals("Units in stock", chart.title().patch(title).getText());
    var legend = new WorkbookChartLegend();
    legend.setVisible(true);
    legend.setPosition("Top");
    chart.legend().patch(legend);
    var change = new WorkbookChart();
    change.setName("Stock");
    change.setHeight(150.0);
    assertEquals("Stock", chart.patch(change).getName());
    WorkbookChart read = charts.itemWithName("Stock").get();
    assertEquals(150, read.getHeight());
    assertEquals("Top", charts.byWorkbookChartId("Stock").legend().get().getPosition());
    assertEquals(
        List.of("Units"),
        charts.byWorkbookChartId("Stock").series().get().getValue().stream()
            .map(each -> each.getName())
            .toList());
    var units = charts.byWorkbookChartId("Stock").series().byWorkbookChartSeriesId("0");
    assertEquals(7, units.points().count().get().getValue());
    XSSFChart saved = inFile().getFirst();
    assertEquals("Units in stock", saved.getTitleText().getString());
    charts.byWorkbookChartId("Stock").delete();
    assertEquals(0, charts.count().get().getValue());
    assertTrue(inFile().isEmpty());
  }

  private List<XSSFChart> inFile() throws IOException {
    try (var content = sdk.item("root:/" + path + ":").content().get();
        var file = new XSSFWorkbook(content)) {
      return file.getSheet("Stock").createDrawingPatriarch().getCharts();
    }
  }
}
