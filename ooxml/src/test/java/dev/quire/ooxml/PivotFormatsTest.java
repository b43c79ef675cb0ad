package dev.quire.ooxml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.workbook.Edit;
import dev.quire.workbook.Workbook;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Formats within a pivot table are for items by their places, so a refresh that puts an item
/// between moves them. The workbook is that of [GroupedPivots]: its years are `<`, 2024, 2025, `>`.
final class PivotFormatsTest {
  private static final String END = "</dataFields>";
  private static final double DECEMBER_2023 = 45_265;
  private static final String YEARS = "<pivotArea><references count=\"1\"><reference field=\"5\"";

  /// The pivot table of years and months with these formats, after the days have changed.
  ///
  /// @param days serial numbers, downwards from A2
  private static String saved(String formats, double... days) {
    XlsxFile file = Books.open(GroupedPivots.bytes(END, END + formats));
    Workbook book = refreshed(file.workbook());
    int data = book.worksheets().get(0).key();
    for (int at = 0; at < days.length; at++) {
      book = Books.number(book, data, "A" + (at + 2), days[at]);
    }
    byte[] bytes = file.save(refreshed(book), Books.NOW).bytes();
    assertEquals(List.of(), Lint.introduced(file.bytes(), bytes));
    return Parts.text(bytes, "xl/pivotTables/pivotTable1.xml");
  }

  private static Workbook refreshed(Workbook book) {
    int report = book.worksheets().get(1).key();
    return Books.apply(book, new Edit.RefreshPivots(report, Optional.empty(), Books.NOW));
  }

  private static String years(String items) {
    int count = items.split("/>", 0).length;
    return YEARS + " count=\"" + count + "\">" + items + "</reference></references></pivotArea>";
  }

  private static void holds(String xml, String table) {
    assertTrue(table.contains(xml), table);
  }

  @ParameterizedTest
  @CsvSource({
    "<x v=\"1\"/>, <x v=\"2\"/>",
    "<x v=\"2\"/>, <x v=\"3\"/>",
    "<x v=\"4\"/>, <x v=\"5\"/>",
    "<x v=\"1\"/><x v=\"2\"/>, <x v=\"2\"/><x v=\"3\"/>"
  })
  void formatStaysWithItsYear(String before, String after) {
    String formats = "<formats count=\"1\"><format dxfId=\"0\">%s</format></formats>";

    String table = saved(formats.formatted(years(before)), DECEMBER_2023);

    holds(formats.formatted(years(after)), table);
  }

  @Test
  void conditionalAndChartFormatsStayToo() {
    String formats =
        "<conditionalFormats count=\"1\"><conditionalFormat priority=\"1\"><pivotAreas count=\"1\">%1$s"
            + "</pivotAreas></conditionalFormat></conditionalFormats><chartFormats count=\"1\">"
            + "<chartFormat chart=\"0\" format=\"1\">%1$s</chartFormat></chartFormats>";

    String table = saved(formats.formatted(years("<x v=\"2\"/>")), DECEMBER_2023);

    holds(formats.formatted(years("<x v=\"3\"/>")), table);
  }

  @Test
  void formatOfYearThatIsGoneGoesWithIt() {
    String formats =
        "<formats count=\"3\"><format dxfId=\"0\">%s</format><format dxfId=\"1\">%s</format>"
            + "<format dxfId=\"2\">%s</format></formats>";

    String table =
        saved(
            formats.formatted(
                years("<x v=\"1\"/>"), years("<x v=\"2\"/>"), years("<x v=\"1\"/><x v=\"2\"/>")),
            45_292,
            45_340,
            45_440,
            45_450,
            45_451);

    holds(
        "<formats count=\"2\"><format dxfId=\"0\">%1$s</format><format dxfId=\"2\">%1$s</format></formats>"
            .formatted(years("<x v=\"1\"/>")),
        table);
  }

  @Test
  void lastFormatThatIsForNothingTakesTheListAlong() {
    String formats = "<formats count=\"1\"><format dxfId=\"0\">%s</format></formats>";

    String table =
        saved(formats.formatted(years("<x v=\"2\"/>")), 45_292, 45_340, 45_440, 45_450, 45_451);

    assertFalse(table.contains("<formats"), table);
  }

  @Test
  void whatIsNotForItemsStays() {
    String formats =
        """
        <formats count="3"><format dxfId="0"><pivotArea type="all"/></format><format dxfId="1">\
        <pivotArea><references count="1"><reference field="4294967294" count="1"><x v="0"/>\
        </reference></references></pivotArea></format><format dxfId="2"><pivotArea><references \
        count="1"><reference field="5" count="1" byPosition="1"><x v="2"/></reference></references>\
        </pivotArea></format></formats>\
        """;

    holds(formats, saved(formats, DECEMBER_2023));
  }
}
