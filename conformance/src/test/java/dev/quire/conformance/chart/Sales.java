package dev.quire.conformance.chart;

import com.google.gson.JsonObject;
import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.Reply;
import dev.quire.conformance.fixture.User;
import dev.quire.conformance.fixture.WorkbookServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFShape;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// A fresh workbook of quarters and what is done to its charts: texts in A2:A5, `North` and `South`
/// in B1:C1, numbers in B2:C5, and a sheet `Other`.
final class Sales {
  private static final AtomicInteger COUNT = new AtomicInteger();
  static final String CHARTS = "/worksheets/Sheet1/charts";

  private final User user;
  private final BookFile book;

  Sales(WorkbookServer server) {
    this(server, bytes());
  }

  /// Another workbook, whose first sheet is `Sheet1` as well.
  Sales(WorkbookServer server, byte[] content) {
    user = server.user("ann");
    book = server.book("Sales" + COUNT.incrementAndGet() + ".xlsx", content);
  }

  private static byte[] bytes() {
    try (var book = new XSSFWorkbook()) {
      var sheet = book.createSheet("Sheet1");
      var header = sheet.createRow(0);
      header.createCell(1).setCellValue("North");
      header.createCell(2).setCellValue("South");
      for (int row = 1; row <= 4; row++) {
        var line = sheet.createRow(row);
        line.createCell(0).setCellValue("Q" + row);
        line.createCell(1).setCellValue(10 * row);
        line.createCell(2).setCellValue(5 + row);
      }
      book.createSheet("Other");
      var out = new ByteArrayOutputStream();
      book.write(out);
      return out.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  BookFile file() {
    return book;
  }

  /// A chart on the first sheet.
  ///
  /// @return its address below the workbook
  String chart(String type) {
    return chart(type, "A1:C5");
  }

  String chart(String type, String source) {
    JsonObject added =
        post(
                CHARTS + "/add",
                "{`type`:`%s`,`sourceData`:`%s`,`seriesBy`:`Auto`}".formatted(type, source))
            .is(201)
            .json();
    return CHARTS + "/" + added.get("name").getAsString().replace(" ", "%20");
  }

  Reply get(String below) {
    return user.send(Ask.get(book.workbook() + below));
  }

  JsonObject json(String below) {
    return get(below).is(200).json();
  }

  String text(String below, String property) {
    return json(below).get(property).getAsString();
  }

  Reply post(String below, String json) {
    return user.send(Ask.post(book.workbook() + below, json.replace('`', '"')));
  }

  Reply patch(String below, String json) {
    return user.send(Ask.patch(book.workbook() + below, json.replace('`', '"')));
  }

  Reply delete(String below) {
    return user.send(Ask.of("DELETE", book.workbook() + below));
  }

  byte[] content() {
    return user.send(Ask.get(book.item() + "/content")).is(200).body();
  }

  String digest() {
    return Arrays.hashCode(content()) + "";
  }

  /// Asks another program about the charts of the first sheet in the saved file.
  <T> T saved(Function<List<XSSFChart>, T> question) {
    return saved("Sheet1", question);
  }

  private <T> T saved(String sheet, Function<List<XSSFChart>, T> question) {
    try (var opened = new XSSFWorkbook(new ByteArrayInputStream(content()))) {
      XSSFDrawing drawing = opened.getSheet(sheet).getDrawingPatriarch();
      return question.apply(drawing == null ? List.of() : drawing.getCharts());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// The first shape of the first sheet in the saved file.
  XSSFShape shape() {
    try (var opened = new XSSFWorkbook(new ByteArrayInputStream(content()))) {
      return opened.getSheet("Sheet1").getDrawingPatriarch().getShapes().getFirst();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// The XML of the first chart in the saved file.
  String xml() {
    return savedAs("Sheet1");
  }

  /// The XML of the first chart of a sheet in the saved file.
  String savedAs(String sheet) {
    return saved(sheet, charts -> charts.getFirst().getCTChartSpace().xmlText());
  }
}
