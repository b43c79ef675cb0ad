package dev.quire.conformance.function;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.User;
import dev.quire.conformance.fixture.WorkbookServer;
import dev.quire.conformance.surface.Covers;
import dev.quire.conformance.surface.Operation;
import dev.quire.engine.Catalogue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Every function that is served, through the API, against the cases that hold the engine to Excel:
/// what a cell shows is what the call answers.
final class EveryFunctionTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();

  private static final Path CASES =
      Path.of("..", "engine", "src", "test", "resources", "dev", "quire", "engine", "cases");

  private final User ann = SERVER.user("ann");

  @TestFactory
  @Covers("workbookFunctions action *")
  Stream<DynamicTest> callAnswersWhatTheCellShows() throws IOException {
    BookFile book = SERVER.book("functions.xlsx", workspace());
    return Operation.all().stream()
        .filter(each -> each.owner().equals("workbookFunctions"))
        .filter(EveryFunctionTest::isSteady)
        .map(each -> DynamicTest.dynamicTest(each.name(), () -> check(book, each)));
  }

  /// Served, and the same at any moment.
  private static boolean isSteady(Operation function) {
    return Catalogue.plain()
        .find(excelName(function))
        .filter(found -> !found.isVolatile())
        .isPresent();
  }

  private void check(BookFile book, Operation function) throws IOException {
    List<FormulaCase> cases = cases(function);
    assertTrue(
        !cases.isEmpty() || WorksheetFunctionTest.hasCall(function.name()),
        "no case has values as arguments, so calls.tsv needs one");
    for (FormulaCase each : cases) {
      String path = book.workbook() + "/functions/" + function.name();
      JsonObject result = ann.send(Ask.post(path, each.body().toString())).is(200).json();
      assertTrue(
          each.isMetBy(result),
          () ->
              each.formula()
                  + " as "
                  + each.body()
                  + " gave "
                  + result.get("value")
                  + " "
                  + result.get("error"));
    }
  }

  private static List<FormulaCase> cases(Operation function) throws IOException {
    return lines("functions/" + excelName(function) + ".tsv")
        .flatMap(row -> FormulaCase.of(function, row[0], row[1]).stream())
        .toList();
  }

  private static String excelName(Operation function) {
    return function.name().toUpperCase(Locale.ROOT).replace('_', '.');
  }

  private static Stream<String[]> lines(String file) throws IOException {
    return Files.readAllLines(CASES.resolve(file)).stream().map(line -> line.split("\t", -1));
  }

  /// The sheet around the cases.
  private static byte[] workspace() throws IOException {
    try (var book = new XSSFWorkbook()) {
      var sheet = book.createSheet(OneSheet.NAME);
      for (String[] row : lines("workspace.tsv").toList()) {
        var at = new CellReference(row[0]);
        var line = sheet.getRow(at.getRow());
        fill((line == null ? sheet.createRow(at.getRow()) : line).createCell(at.getCol()), row[1]);
      }
      var out = new ByteArrayOutputStream();
      book.write(out);
      return out.toByteArray();
    }
  }

  private static void fill(Cell cell, String literal) {
    if (literal.startsWith("\"")) {
      cell.setCellValue(literal.substring(1, literal.length() - 1).replace("\"\"", "\""));
    } else if (literal.startsWith("#")) {
      cell.setCellErrorValue(FormulaError.forString(literal).getCode());
    } else if (literal.equals("TRUE") || literal.equals("FALSE")) {
      cell.setCellValue(Boolean.parseBoolean(literal));
    } else {
      cell.setCellValue(Double.parseDouble(literal));
    }
  }
}
