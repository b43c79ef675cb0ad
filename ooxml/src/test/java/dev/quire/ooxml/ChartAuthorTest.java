package dev.quire.ooxml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.workbook.Workbook;
import dev.quire.workbook.chart.ChartType;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a chart means that says nothing of whether its axes are deleted depends on who wrote the
/// workbook.
class ChartAuthorTest {
  private static final String CHART = "xl/charts/chart1.xml";
  private static final String PROPERTIES =
      "<Properties><Application>%s</Application><AppVersion>%s</AppVersion></Properties>";

  /// A workbook with a chart whose axes do not say whether they are deleted.
  private static Map<String, byte[]> parts() {
    Workbook book = Charts.sales();
    int sheet = book.worksheets().getFirst().key();
    Workbook drawn = Charts.add(book, sheet, ChartType.COLUMN_CLUSTERED, "A1:E5");
    byte[] saved = Books.open(XlsxFile.blank()).save(drawn, Books.NOW).bytes();
    Map<String, byte[]> parts = Parts.of(saved);
    String chart = Parts.text(saved, CHART);
    String silent = chart.replace("<c:delete val=\"0\"/>", "");
    assertTrue(silent.length() < chart.length());
    parts.put(CHART, silent.getBytes(StandardCharsets.UTF_8));
    return parts;
  }

  private static byte[] writtenBy(String properties) {
    Map<String, byte[]> parts = parts();
    String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    String relationships = new String(parts.get("_rels/.rels"), StandardCharsets.UTF_8);
    String own =
        "<Relationship Id=\"own\" Type=\"%sextended-properties\" Target=\"docProps/own.xml\"/>"
            .formatted(office);
    parts.put(
        "_rels/.rels",
        relationships
            .replaceAll("<Relationship [^>]*extended-properties[^>]*/>", "")
            .replace("</Relationships>", own + "</Relationships>")
            .getBytes(StandardCharsets.UTF_8));
    parts.put("docProps/own.xml", properties.getBytes(StandardCharsets.UTF_8));
    return TestPackage.zip(parts);
  }

  private static boolean showsAxes(byte[] bytes) {
    Workbook book = Books.open(bytes).workbook();
    int sheet = book.worksheets().getFirst().key();
    var axes = Charts.of(book, sheet).getFirst().space().axes();
    boolean value = axes.value().orElseThrow().visible();
    assertEquals(value, axes.category().orElseThrow().visible());
    return value;
  }

  @ParameterizedTest
  @CsvSource({
    "Microsoft Excel, 12.0000, true",
    "Microsoft Excel, 16.0300, false",
    "Microsoft Excel Compatible / Openpyxl 3.1.5, 3.1, false"
  })
  void axesAreShownAsTheAuthorMeansIt(String application, String version, boolean shown) {
    assertEquals(shown, showsAxes(writtenBy(PROPERTIES.formatted(application, version))));
  }

  @Test
  void authorWhoCannotBeReadMeansTheSchema() {
    assertEquals(false, showsAxes(writtenBy("<Properties><Application>Microsoft Excel")));
  }
}
