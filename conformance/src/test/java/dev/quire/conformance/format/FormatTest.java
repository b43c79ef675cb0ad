package dev.quire.conformance.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.OpenSession;
import dev.quire.conformance.fixture.Reply;
import dev.quire.conformance.fixture.User;
import dev.quire.conformance.fixture.WorkbookServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is set is read back, is in the file after closing, and is what another program reads there.
final class FormatTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();

  private final User ann = SERVER.user("ann");
  private final BookFile book = SERVER.book();
  private final OpenSession session = ann.opens(book).persistent();

  private String format(String address, String rest) {
    return session.workbook()
        + "/worksheets/Sheet1/range(address='%s')/format%s".formatted(address, rest);
  }

  private JsonObject get(String address, String rest) {
    return session.send(Ask.get(format(address, rest))).is(200).json();
  }

  private Reply patch(String address, String rest, String json) {
    return session.send(Ask.patch(format(address, rest), json));
  }

  private JsonObject set(String address, String rest, String json) {
    return patch(address, rest, json).is(200).json();
  }

  /// Checks that an object has these members.
  private static void has(JsonObject found, String json) {
    for (var member : JsonParser.parseString(json).getAsJsonObject().entrySet()) {
      assertEquals(member.getValue(), found.get(member.getKey()), member.getKey());
    }
  }

  /// Closes the session and looks at the file with other eyes.
  private void saved(Consumer<XSSFSheet> look) {
    session.close().is(204);
    try (var file = new XSSFWorkbook(new ByteArrayInputStream(book.content().get()))) {
      look.accept(file.getSheet("Sheet1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static XSSFCellStyle style(XSSFSheet sheet, int row, int column) {
    XSSFCell cell = sheet.getRow(row).getCell(column);
    return cell.getCellStyle();
  }

  @Test
  void fontIsSetAndSaved() {
    JsonObject font =
        set(
            "B2",
            "/font",
            "{\"bold\":true,\"color\":\"#4B180E\",\"size\":26,\"underline\":\"Double\"}");
    has(
        font,
        """
        {"bold":true,"color":"#4B180E","italic":false,"name":"Calibri","size":26,"underline":"Double"}\
        """);
    saved(sheet -> {
      var saved = style(sheet, 1, 1).getFont();
      assertTrue(saved.getBold());
      assertEquals(26, saved.getFontHeightInPoints());
      assertEquals("FF4B180E", saved.getXSSFColor().getARGBHex());
      assertEquals("Calibri", saved.getFontName());
    });
  }

  @Test
  void htmlNamesAreColors() {
    has(set("A1", "/fill", "{\"color\":\"Orange\"}"), "{\"color\":\"#FFA500\"}");
    saved(sheet ->
        assertEquals("FFFFA500", style(sheet, 0, 0).getFillForegroundColorColor().getARGBHex()));
  }

  @Test
  void clearedFillIsWhite() {
    set("A1", "/fill", "{\"color\":\"#00FF00\"}");
    session.send(Ask.post(format("A1", "/fill/clear"), "")).is(204);
    has(get("A1", "/fill"), "{\"color\":\"#FFFFFF\"}");
  }

  @Test
  void whatDiffersFromCellToCellIsNull() {
    set("A1", "/font", "{\"italic\":true}");
    JsonElement italic = get("A1:B1", "/font").get("italic");
    assertTrue(italic.isJsonNull(), String.valueOf(italic));
    assertFalse(get("A1:B1", "/font").get("bold").getAsBoolean());
  }

  @Test
  void alignmentWrapAndSizesAreSetAndSaved() {
    String wanted =
        """
        {"columnWidth":135,"horizontalAlignment":"Center","rowHeight":49,"verticalAlignment":"Top","wrapText":true}\
        """;
    has(set("B3", "", wanted), wanted);
    has(get("B3", ""), wanted);
    saved(sheet -> {
      assertEquals(HorizontalAlignment.CENTER, style(sheet, 2, 1).getAlignment());
      assertTrue(style(sheet, 2, 1).getWrapText());
      assertEquals(49, sheet.getRow(2).getHeightInPoints());
      assertEquals(180, Math.round(sheet.getColumnWidthInPixels(1)));
    });
  }

  @Test
  void protectionOfCellsIsSetAndSaved() {
    has(
        set("A2", "/protection", "{\"locked\":false,\"formulaHidden\":true}"),
        "{\"locked\":false,\"formulaHidden\":true}");
    saved(sheet -> {
      assertFalse(style(sheet, 1, 0).getLocked());
      assertTrue(style(sheet, 1, 0).getHidden());
    });
  }

  @ParameterizedTest
  @CsvSource({
    "EdgeTop, Continuous, Thick, THICK",
    "EdgeBottom, Dash, Thin, DASHED",
    "EdgeLeft, Double, Thick, DOUBLE",
    "EdgeRight, Continuous, Hairline, HAIR"
  })
  void edgesAreDrawnAndSaved(String side, String line, String weight, BorderStyle expected) {
    String wanted =
        "{\"style\":\"%s\",\"weight\":\"%s\",\"color\":\"#112233\"}".formatted(line, weight);
    has(set("B2:C3", "/borders/" + side, wanted), wanted);
    has(get("B2:C3", "/borders/" + side), wanted);
    saved(sheet -> {
      BorderStyle found =
          switch (side) {
            case "EdgeTop" -> style(sheet, 1, 2).getBorderTop();
            case "EdgeBottom" -> style(sheet, 2, 1).getBorderBottom();
            case "EdgeLeft" -> style(sheet, 2, 1).getBorderLeft();
            default -> style(sheet, 1, 2).getBorderRight();
          };
      assertEquals(expected, found);
    });
  }

  @Test
  void styleAndWeightThatFilesLackFallBack() {
    JsonObject border = set("A1", "/borders/EdgeTop", "{\"style\":\"Dash\",\"weight\":\"Thick\"}");
    has(border, "{\"style\":\"Continuous\",\"weight\":\"Thick\"}");
  }

  @Test
  void thereAreEightBorders() {
    assertEquals(8, get("A1:B2", "/borders").get("value").getAsJsonArray().size());
    has(get("A1:B2", "/borders/count()"), "{\"value\":8}");
  }

  @Test
  void lineBetweenCellsIsSeenFromBoth() {
    set("A1", "/borders/EdgeRight", "{\"style\":\"Continuous\"}");
    has(get("B1", "/borders/EdgeLeft"), "{\"style\":\"Continuous\",\"weight\":\"Thin\"}");
    set("B1", "/borders/EdgeLeft", "{\"style\":\"None\"}");
    has(get("A1", "/borders/EdgeRight"), "{\"style\":\"None\"}");
  }

  @Test
  void wholeColumnsKeepTheirLookForCellsToCome() {
    set("D:D", "/fill", "{\"color\":\"#00FFFF\"}");
    has(get("D500", "/fill"), "{\"color\":\"#00FFFF\"}");
    has(get("C500", "/fill"), "{\"color\":\"#FFFFFF\"}");
    saved(sheet ->
        assertEquals(
            "FF00FFFF",
            ((XSSFCellStyle) sheet.getColumnStyle(3)).getFillForegroundColorColor().getARGBHex()));
  }

  @Test
  void rowFormattedOverAColumnKeepsTheColumnsLook() {
    set("D:D", "/fill", "{\"color\":\"#00FFFF\"}");
    set("7:7", "/font", "{\"bold\":true}");
    has(get("D7", "/fill"), "{\"color\":\"#00FFFF\"}");
    has(get("D7", "/font"), "{\"bold\":true}");
    has(get("E7", "/font"), "{\"bold\":true}");
  }

  @Test
  void hiddenRowsAndColumnsAreSaved() {
    String range = session.workbook() + "/worksheets/Sheet1/range(address='A2:B2')";
    session.send(Ask.patch(range, "{\"rowHidden\":true,\"columnHidden\":true}")).is(200);
    saved(sheet -> {
      assertTrue(sheet.getRow(1).getZeroHeight());
      assertTrue(sheet.isColumnHidden(1));
    });
  }

  /// In Excel a line is hidden exactly when it has no size.
  @Test
  void sizeShowsWhatWasHiddenAndNoSizeHides() {
    String range = session.workbook() + "/worksheets/Sheet1/range(address='A2:B2')";
    session.send(Ask.patch(range, "{\"rowHidden\":true,\"columnHidden\":true}")).is(200);
    has(
        set("A2:B2", "", "{\"rowHeight\":30,\"columnWidth\":75}"),
        "{\"rowHeight\":30,\"columnWidth\":75}");
    has(session.send(Ask.get(range)).json(), "{\"rowHidden\":false,\"columnHidden\":false}");
    has(
        set("A2", "", "{\"rowHeight\":0,\"columnWidth\":0}"),
        "{\"rowHeight\":0,\"columnWidth\":0}");
    has(session.send(Ask.get(range)).json(), "{\"rowHidden\":true,\"columnHidden\":null}");
    saved(sheet -> {
      assertTrue(sheet.getRow(1).getZeroHeight());
      assertEquals(30, sheet.getRow(1).getHeightInPoints());
      assertTrue(sheet.isColumnHidden(0));
      assertFalse(sheet.isColumnHidden(1));
    });
  }

  @ParameterizedTest
  @CsvSource({
    "font,color",
    "font,bold",
    "fill,color",
    "protection,locked",
    "borders/EdgeTop,style"
  })
  void nullIsRefusedByName(String part, String member) {
    String said = patch("A1", "/" + part, "{\"" + member + "\":null}").is(400).message();
    assertTrue(said.contains("'" + member + "'"), said);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"bold\":\"yes\"}",
        "{\"bold\":true,\"color\":null}",
        "{\"color\":\"#12345\"}",
        "{\"size\":0}",
        "{\"size\":410}",
        "{\"name\":\"\"}",
        "{\"underline\":\"Wavy\"}",
        "{\"colour\":\"red\"}",
        "{}"
      })
  void badFontIsRefusedAndNothingChanges(String json) {
    JsonObject before = get("A1", "/font");
    patch("A1", "/font", json).is(400);
    assertEquals(before, get("A1", "/font"));
  }
}
