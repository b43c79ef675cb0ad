package dev.quire.conformance.sdk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/// What is in the file afterwards, seen by a reader that is not ours.
final class JavaSdkSavingTest extends SdkCase {
  @Test
  void closedSessionThatPersistsIsInTheFile() throws IOException {
    String session = Sdk.open(book, true);
    write(Optional.of(session), 77);
    close(session);
    assertEquals(List.of(77.0, 770.0), inFile(JavaSdkSavingTest::numbers));
  }

  @Test
  void sessionThatDoesNotPersistLeavesTheFile() throws IOException {
    String session = Sdk.open(book, false);
    write(Optional.of(session), 77);
    close(session);
    try (var content = sdk.item("root:/" + path + ":").content().get()) {
      assertArrayEquals(original, content.readAllBytes());
    }
  }

  @Test
  void writeWithoutASessionIsInTheFileAtOnce() throws IOException {
    write(Optional.empty(), 77);
    assertEquals(List.of(77.0, 770.0), inFile(JavaSdkSavingTest::numbers));
  }

  @Test
  void deletedWorksheetIsNotInTheFile() throws IOException {
    String session = Sdk.open(book, true);
    var stock = book.worksheets().byWorkbookWorksheetId("Stock");
    stock.delete(request -> request.headers.add(Sdk.SESSION, session));
    close(session);
    List<String> names = inFile(JavaSdkSavingTest::sheets);
    assertEquals("Sheet1", names.getFirst());
    assertEquals(SdkBooks.ODD_NAMES, names.subList(1, names.size()));
  }

  private <T> T inFile(Function<XSSFWorkbook, T> reading) throws IOException {
    try (var content = sdk.item("root:/" + path + ":").content().get();
        var file = new XSSFWorkbook(content)) {
      return reading.apply(file);
    }
  }

  /// A1 and B1, which is ten times A1, as they are written in the file.
  private static List<Double> numbers(XSSFWorkbook file) {
    var row = file.getSheet("Sheet1").getRow(0);
    return List.of(row.getCell(0).getNumericCellValue(), row.getCell(1).getNumericCellValue());
  }

  private static List<String> sheets(XSSFWorkbook file) {
    return IntStream.range(0, file.getNumberOfSheets()).mapToObj(file::getSheetName).toList();
  }

  private void write(Optional<String> session, double number) {
    var cell = book.worksheets().byWorkbookWorksheetId("Sheet1").rangeWithAddress("A1");
    sdk.write(cell, session, Sdk.values(List.of(List.of(number))));
  }

  private void close(String session) {
    book.closeSession().post(request -> request.headers.add(Sdk.SESSION, session));
  }
}
