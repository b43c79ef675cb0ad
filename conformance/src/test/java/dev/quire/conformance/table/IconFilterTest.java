package dev.quire.conformance.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.Parts;
import dev.quire.conformance.fixture.User;
import dev.quire.conformance.fixture.WorkbookServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.poi.ss.usermodel.ConditionalFormattingThreshold.RangeType;
import org.apache.poi.ss.usermodel.IconMultiStateFormatting.IconSet;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Filters by icon, for every kind of threshold that conditional formats have (ECMA-376 part 1,
/// 18.3.1.11). The numbers are 10, 20, 30, 40, 100; the cell E1 holds 35.
final class IconFilterTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final int[] NUMBERS = {10, 20, 30, 40, 100};
  private final User ann = SERVER.user("ann");

  /// Adds to the workbook before it is stored.
  private interface Extra {
    void add(XSSFSheet sheet);
  }

  private static byte[] bytes(Extra extra) throws IOException {
    try (var book = new XSSFWorkbook()) {
      XSSFSheet sheet = book.createSheet("Data");
      sheet.createRow(0).createCell(0).setCellValue("N");
      sheet.getRow(0).createCell(4).setCellValue(35);
      for (int row = 0; row < NUMBERS.length; row++) {
        sheet.createRow(row + 1).createCell(0).setCellValue(NUMBERS[row]);
      }
      var table = sheet.createTable(new AreaReference("A1:A6", book.getSpreadsheetVersion()));
      table.setName("T");
      table.setDisplayName("T");
      table.getCTTable().addNewAutoFilter().setRef("A1:A6");
      extra.add(sheet);
      var out = new ByteArrayOutputStream();
      book.write(out);
      return out.toByteArray();
    }
  }

  /// Lights that begin at the first number, `middle` and `high`.
  private static void lights(XSSFSheet sheet, RangeType type, String middle, String high) {
    var formats = sheet.getSheetConditionalFormatting();
    var lights = formats.createConditionalFormattingRule(IconSet.GYR_3_TRAFFIC_LIGHTS);
    var thresholds = lights.getMultiStateFormatting().getThresholds();
    thresholds[0].setRangeType(RangeType.PERCENT);
    thresholds[0].setValue(0.0);
    String[] texts = {"", middle, high};
    for (int at = 1; at < 3; at++) {
      thresholds[at].setRangeType(type);
      if (type == RangeType.FORMULA) {
        thresholds[at].setFormula(texts[at]);
      } else {
        thresholds[at].setValue(Double.valueOf(texts[at]));
      }
    }
    formats.addConditionalFormatting(
        new CellRangeAddress[] {CellRangeAddress.valueOf("A2:A6")}, lights);
  }

  private BookFile stored(Extra extra) throws IOException {
    return SERVER.book("Icons" + COUNT.incrementAndGet() + ".xlsx", bytes(extra));
  }

  private String shown(BookFile book) {
    return Shown.in(ann, book, "A2:A6");
  }

  private static String icon(int index) {
    return "{\"icon\":{\"set\":\"ThreeTrafficLights1\",\"index\":%d}}".formatted(index);
  }

  private Ask filter(BookFile book, String action, String body) {
    return Ask.post(book.workbook() + "/tables/T/columns/N/filter/" + action, body);
  }

  @ParameterizedTest
  @CsvSource({
    "NUMBER, 20, 40, 10, 20 30, 40 100",
    "PERCENT, 20, 50, 10 20, 30 40, 100",
    "PERCENTILE, 50, 75, 10 20, 30, 40 100",
    "FORMULA, $E$1-10, $E$1, 10 20, 30, 40 100"
  })
  void rowsAreChosenByTheirIcon(
      RangeType type, String middle, String high, String red, String yellow, String green)
      throws IOException {
    BookFile book = stored(sheet -> lights(sheet, type, middle, high));
    String[] expected = {red, yellow, green};
    for (int index = 0; index < expected.length; index++) {
      ann.send(filter(book, "applyIconFilter", icon(index))).is(204);
      assertEquals(expected[index], shown(book));
    }
    byte[] saved = ann.send(Ask.get(book.item() + "/content")).is(200).body();
    try (var opened = new XSSFWorkbook(new ByteArrayInputStream(saved))) {
      String xml = opened.getTable("T").getCTTable().xmlText();
      assertTrue(xml.contains("iconSet=\"3TrafficLights1\" iconId=\"2\""), xml);
      assertTrue(opened.getSheetAt(0).getRow(1).getZeroHeight());
    }
  }

  /// Sets of 2010 stand in extensions of the file: the conditional format in that of its sheet, the
  /// filter and the sort in alternatives.
  private static byte[] withSetOf2010(byte[] file, String set, String icons) throws IOException {
    var thresholds = new StringBuilder();
    for (int at = 0; at < icons.length(); at++) {
      thresholds.append(
          "<x14:cfvo type=\"num\"><xm:f>%c0</xm:f></x14:cfvo>".formatted(icons.charAt(at)));
    }
    String extension =
        """
        <extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" \
        xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">\
        <x14:conditionalFormattings><x14:conditionalFormatting \
        xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">\
        <x14:cfRule type="iconSet" priority="1" id="{1}"><x14:iconSet iconSet="%s">%s</x14:iconSet>\
        </x14:cfRule><xm:sqref>A2:A6</xm:sqref></x14:conditionalFormatting>\
        </x14:conditionalFormattings></ext></extLst></worksheet>\
        """
            .formatted(set, thresholds);
    return Parts.changed(
        file,
        (name, text) ->
            name.equals("xl/worksheets/sheet1.xml")
                ? text.replace("</worksheet>", extension)
                : text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ThreeStars | 3Stars | 024 | 1 | 20 30 | 20 30 10 40 100",
        "ThreeTriangles | 3Triangles | 034 | 0 | 10 20 | 10 20 30 40 100",
        "FiveBoxes | 5Boxes | 01234 | 3 | 30 | 30 10 20 40 100"
      })
  void setsOf2010AreFilteredAndSortedByAndSaved(
      String set, String spelled, String begins, int index, String shown, String sorted)
      throws IOException {
    byte[] bytes = withSetOf2010(bytes(_ -> {}), spelled, begins);
    BookFile book = SERVER.book("Icons" + COUNT.incrementAndGet() + ".xlsx", bytes);
    String icon = "{\"set\":\"%s\",\"index\":%d}".formatted(set, index);
    ann.send(filter(book, "applyIconFilter", "{\"icon\":" + icon + "}")).is(204);
    assertEquals(shown, shown(book));
    book = again(book);
    assertEquals(shown, shown(book));
    assertEquals(icon, criteria(book).getAsJsonObject("icon").toString());
    ann.send(filter(book, "clear", "")).is(204);
    String sort = "{\"fields\":[{\"key\":0,\"sortOn\":\"Icon\",\"icon\":" + icon + "}]}";
    ann.send(Ask.post(book.workbook() + "/tables/T/sort/apply", sort)).is(204);
    assertEquals(sorted, shown(book));
    book = again(book);
    JsonElement field =
        ann.send(Ask.get(book.workbook() + "/tables/T/sort"))
            .is(200)
            .json()
            .getAsJsonArray("fields")
            .get(0);
    assertEquals(icon, field.getAsJsonObject().getAsJsonObject("icon").toString());
    ann.send(Ask.post(book.workbook() + "/tables/T/sort/reapply", "")).is(204);
    assertEquals(sorted, shown(book));
  }

  private JsonObject criteria(BookFile book) {
    return ann.send(Ask.get(book.workbook() + "/tables/T/columns/N/filter"))
        .is(200)
        .json()
        .getAsJsonObject("criteria");
  }

  /// The saved file, opened as a new workbook; Apache POI can open it too.
  private BookFile again(BookFile book) throws IOException {
    byte[] saved = ann.send(Ask.get(book.item() + "/content")).is(200).body();
    try (var opened = new XSSFWorkbook(new ByteArrayInputStream(saved))) {
      String xml = opened.getTable("T").getCTTable().xmlText();
      assertTrue(xml.contains("Requires=\"x14\""), xml);
    }
    return SERVER.book("IconsAgain" + COUNT.incrementAndGet() + ".xlsx", saved);
  }

  @Test
  void thresholdsFollowTheCellsThatTheyRead() throws IOException {
    BookFile book = stored(sheet -> lights(sheet, RangeType.FORMULA, "$E$1-10", "$E$1"));
    String sheet = book.workbook() + "/worksheets/Data/";
    ann.send(Ask.post(sheet + "range(address='E1')/insert", "{\"shift\":\"Right\"}")).is(200);
    ann.send(Ask.patch(sheet + "range(address='F1')", "{\"values\":[[100]]}")).is(200);
    ann.send(filter(book, "applyIconFilter", icon(2))).is(204);
    assertEquals("100", shown(book));
  }

  @Test
  void anErrorAmongTheCellsTakesAllIconsAway() throws IOException {
    BookFile book = stored(sheet -> lights(sheet, RangeType.NUMBER, "20", "40"));
    ann.send(
            Ask.patch(
                book.workbook() + "/worksheets/Data/range(address='A2')",
                "{\"formulas\":[[\"=1/0\"]]}"))
        .is(200);
    ann.send(filter(book, "applyIconFilter", icon(2))).is(204);
    assertEquals("", shown(book));
  }

  @Test
  void thresholdsThatAreNoNumbersAreRefused() throws IOException {
    BookFile book = stored(sheet -> lights(sheet, RangeType.FORMULA, "\"much\"", "$E$1"));
    String message = ann.send(filter(book, "applyIconFilter", icon(2))).is(409).message();
    assertTrue(message.contains("Data!A2:A6") && message.contains("threshold"), message);
    assertEquals("10 20 30 40 100", shown(book));
  }

  @Test
  void colorsOfConditionalFormatsAreRefusedAndNotOverlooked() throws IOException {
    BookFile book =
        stored(sheet -> {
          var formats = sheet.getSheetConditionalFormatting();
          var rule = formats.createConditionalFormattingRule("A2>25");
          rule.createPatternFormatting().setFillBackgroundColor(IndexedColors.RED.index);
          formats.addConditionalFormatting(
              new CellRangeAddress[] {CellRangeAddress.valueOf("A2:A6")}, rule);
        });
    String message =
        ann.send(filter(book, "applyCellColorFilter", "{\"color\":\"red\"}")).is(409).message();
    assertTrue(message.contains("conditional format"), message);
    assertEquals("10 20 30 40 100", shown(book));
    ann.send(filter(book, "applyFontColorFilter", "{\"color\":\"black\"}")).is(204);
    assertEquals("10 20 30 40 100", shown(book));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "applyIconFilter | {} | icon",
        "applyIconFilter | {`icon`:3} | icon",
        "applyIconFilter | {`icon`:{`index`:1}} | icon.set",
        "applyIconFilter | {`icon`:{`set`:`Nonsense`,`index`:1}} | icon.set",
        "applyIconFilter | {`icon`:{`set`:`ThreeFlags`}} | icon.index",
        "applyIconFilter | {`icon`:{`set`:`ThreeFlags`,`index`:3}} | icon.index",
        "applyCellColorFilter | {} | color",
        "applyCellColorFilter | {`color`:`#12`} | color",
        "applyFontColorFilter | {`color`:7} | color",
        "apply | {`criteria`:{`filterOn`:`CellColor`}} | criteria.color",
        "apply | {`criteria`:{`filterOn`:`Icon`}} | criteria.icon"
      })
  void badCriteriaAreRefused(String action, String body, String named) throws IOException {
    BookFile book = stored(sheet -> lights(sheet, RangeType.NUMBER, "20", "40"));
    String message =
        ann.send(filter(book, action, body.replace('`', '"')))
            .refuses(400, "InvalidArgument", "invalidArgument")
            .message();
    assertTrue(message.contains(named), message);
    assertEquals("10 20 30 40 100", shown(book));
  }
}
