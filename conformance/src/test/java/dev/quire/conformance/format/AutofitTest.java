package dev.quire.conformance.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.OpenSession;
import dev.quire.conformance.fixture.WorkbookServer;
import dev.quire.conformance.surface.Covers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Columns and rows that fit what is in them. A digit in Calibri 11 is 7 pixels wide; five pixels
/// are left beside; a pixel is three quarters of a point.
final class AutofitTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();

  private final BookFile book = SERVER.book();
  private final OpenSession session = SERVER.user("ann").opens(book).persistent();

  private String range(String address) {
    return session.workbook() + "/worksheets/Sheet1/range(address='" + address + "')";
  }

  private void set(String address, String below, String json) {
    session.send(Ask.patch(range(address) + below, json.replace('`', '"'))).is(200);
  }

  private double size(String address, String property) {
    return session
        .send(Ask.get(range(address) + "/format"))
        .is(200)
        .json()
        .get(property)
        .getAsDouble();
  }

  private void fit(String address, String action) {
    session.send(Ask.post(range(address) + "/format/" + action, "")).is(204);
  }

  @ParameterizedTest
  @CsvSource({"1, 12", "12345678, 61", "'=REPT(\"8\",40)', 285"})
  @Covers("workbookRangeFormat action autofitColumns()")
  void columnIsAsWideAsItsDigitsAndFivePixels(String typed, int pixels) {
    set("H7", "", "{`values`:[[`" + typed.replace("\"", "\\`") + "`]]}");
    fit("H1:H2", "autofitColumns");
    assertEquals(pixels * 0.75, size("H1", "columnWidth"));
  }

  @Test
  void widestTextDecidesAndOtherColumnsStay() {
    set("H1:H3", "", "{`values`:[[`iii`],[`MMMMMMMMMM`],[`x`]]}");
    double other = size("J1", "columnWidth");
    fit("H:J", "autofitColumns");
    double narrow = size("H1", "columnWidth");
    set("H2", "/format/font", "{`bold`:true,`size`:22}");
    fit("H:J", "autofitColumns");
    assertTrue(size("H1", "columnWidth") > 1.9 * narrow);
    assertEquals(other, size("J1", "columnWidth"));
  }

  @Test
  void hiddenRowsAndMergedCellsDoNotCount() {
    set(
        "H1:I3",
        "",
        "{`values`:[[`a long text in merged cells`,``],[`hidden long text`,1],[88,1]]}");
    session.send(Ask.post(range("H1:I1") + "/merge", "{}")).is(204);
    set("2:2", "", "{`rowHidden`:true}");
    fit("H:H", "autofitColumns");
    assertEquals((2 * 7 + 5) * 0.75, size("H1", "columnWidth"));
  }

  @ParameterizedTest
  @CsvSource({"11, 15", "14, 18.75", "20, 26.25", "36, 46.5"})
  @Covers("workbookRangeFormat action autofitRows()")
  void rowIsAsHighAsItsFont(int font, double points) {
    set("H20", "", "{`values`:[[`x`]]}");
    set("H20", "/format/font", "{`size`:" + font + "}");
    set("H20", "/format", "{`rowHeight`:99}");
    fit("H20", "autofitRows");
    assertEquals(points, size("H20", "rowHeight"));
  }

  @Test
  void wrappedTextMakesItsRowHigher() throws IOException {
    set("H20", "", "{`values`:[[`one two three four five six seven eight nine ten`]]}");
    set("H20", "/format", "{`wrapText`:true,`columnWidth`:60}");
    fit("H20", "autofitRows");
    double high = size("H20", "rowHeight");
    assertTrue(high >= 3 * 13.5 && high <= 9 * 15, "height " + high);
    set("H20", "/format", "{`columnWidth`:600}");
    fit("H20", "autofitRows");
    assertEquals(15, size("H20", "rowHeight"));
    set("H20", "/format", "{`columnWidth`:60}");
    fit("H20", "autofitRows");
    session.close().is(204);
    try (var saved = new XSSFWorkbook(new ByteArrayInputStream(book.content().get()))) {
      assertEquals(high, saved.getSheet("Sheet1").getRow(19).getHeightInPoints());
    }
  }
}
