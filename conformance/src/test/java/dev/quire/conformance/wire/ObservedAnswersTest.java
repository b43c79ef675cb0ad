package dev.quire.conformance.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.User;
import dev.quire.conformance.fixture.WorkbookServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Answers that were recorded from the service, from a workbook with the same cells: the same
/// members in the same order with the same values, apart from ids.
final class ObservedAnswersTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final User ann = SERVER.user("ann");

  @Test
  void createdSessionIsAnsweredAsRecorded() {
    BookFile book = SERVER.book();
    compare(
        "create-session-2021",
        ann.send(Ask.post(book.workbook() + "/createSession", "{\"persistChanges\":false}"))
            .is(201)
            .json());
  }

  @Test
  void worksheetsAreAnsweredAsRecorded() {
    BookFile book = SERVER.book("sheets/one.xlsx", oneSheet());
    String path = book.workbook() + "/worksheets?$select=id,position,name,visibility";
    JsonObject answer = compare("worksheets-select", ann.send(Ask.get(path)).is(200).json());
    assertTrue(
        answer
            .get("@odata.context")
            .getAsString()
            .endsWith("/workbook/worksheets(id,position,name,visibility)"),
        "the selection is part of the context, in the order asked for");
  }

  @Test
  void rowsOfATableAreAnsweredAsRecorded() {
    String path = diary().workbook() + "/tables('fooddiary')/rows";
    compare("table-rows-2021", ann.send(Ask.get(path)).is(200).json());
  }

  @Test
  void rangeIsAnsweredAsRecorded() {
    String path = diary().workbook() + "/worksheets('Sheet1')/range(address='Sheet1!A2:J9')";
    compare("range-2021", ann.send(Ask.get(path)).is(200).json());
  }

  private static JsonObject compare(String id, JsonObject answer) {
    JsonObject recorded = Records.byId("observed.jsonl").get(id).getAsJsonObject("body");
    assertEquals(Optional.empty(), Likeness.difference(recorded, sameIds(answer, recorded), true));
    assertEquals(
        recorded.keySet().stream().filter(answer::has).toList(),
        answer.keySet().stream().filter(recorded::has).toList(),
        "the order on the wire");
    return answer;
  }

  /// The id of a session is made up anew each time.
  private static JsonObject sameIds(JsonObject answer, JsonObject recorded) {
    JsonObject copy = answer.deepCopy();
    if (recorded.has("id")) {
      assertTrue(copy.get("id").getAsString().length() > 200, copy::toString);
      copy.add("id", recorded.get("id"));
    }
    return copy;
  }

  private static byte[] oneSheet() {
    try (var book = new XSSFWorkbook()) {
      book.createSheet("Only One Sheet");
      return bytes(book);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /// The diary of the records: its cells are those of the recorded range.
  private BookFile diary() {
    JsonObject range = Records.byId("observed.jsonl").get("range-2021").getAsJsonObject("body");
    JsonArray values = range.getAsJsonArray("values");
    JsonArray formats = range.getAsJsonArray("numberFormat");
    try (var book = new XSSFWorkbook()) {
      XSSFSheet sheet = book.createSheet("Sheet1");
      var header = sheet.createRow(0);
      for (int column = 0; column < 10; column++) {
        header.createCell(column).setCellValue("Column" + column);
      }
      for (int row = 0; row < values.size(); row++) {
        var line = sheet.createRow(row + 1);
        List<JsonElement> cells = new ArrayList<>(values.get(row).getAsJsonArray().asList());
        for (int column = 0; column < cells.size(); column++) {
          var cell = line.createCell(column);
          var value = cells.get(column).getAsJsonPrimitive();
          if (value.isNumber()) {
            cell.setCellValue(value.getAsDouble());
          } else if (!value.getAsString().isEmpty()) {
            cell.setCellValue(value.getAsString());
          }
          String format = formats.get(row).getAsJsonArray().get(column).getAsString();
          cell.setCellStyle(style(book, format));
        }
      }
      var table = sheet.createTable(new AreaReference("A1:J9", SpreadsheetVersion.EXCEL2007));
      table.setName("fooddiary");
      table.setDisplayName("fooddiary");
      return SERVER.book("diary%d/book.xlsx".formatted(COUNT.incrementAndGet()), bytes(book));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /// The formats of the record are those that a file keeps by number.
  private static CellStyle style(XSSFWorkbook book, String format) {
    CellStyle style = book.createCellStyle();
    style.setDataFormat(
        (short)
            switch (format) {
              case "m/d/yyyy" -> 14;
              case "h:mm" -> 20;
              default -> 0;
            });
    return style;
  }

  private static byte[] bytes(XSSFWorkbook book) throws IOException {
    var out = new ByteArrayOutputStream();
    book.write(out);
    return out.toByteArray();
  }
}
