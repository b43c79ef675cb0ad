package dev.quire.conformance.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.Reply;
import dev.quire.conformance.fixture.User;
import dev.quire.conformance.fixture.WorkbookServer;
import dev.quire.conformance.surface.Covers;
import dev.quire.conformance.surface.Operation;
import dev.quire.engine.Catalogue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/// `workbook/functions/…`: arguments by name, results and errors (semantics §12).
final class WorksheetFunctionTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();
  private final User ann = SERVER.user("ann");
  private final BookFile book = SERVER.book();

  private Reply call(String function, String arguments) {
    return ann.send(Ask.post(book.workbook() + "/functions/" + function, arguments));
  }

  private void assertGives(String expected, String function, String arguments) {
    JsonObject result = call(function, arguments).is(200).json();
    assertTrue(result.get("error").isJsonNull(), result::toString);
    assertSame(JsonParser.parseString(expected), result.get("value"));
  }

  /// Numbers to 14 digits; the rest to the letter.
  private static void assertSame(JsonElement expected, JsonElement found) {
    if (expected.isJsonPrimitive() && expected.getAsJsonPrimitive().isNumber()) {
      double number = expected.getAsDouble();
      assertEquals(number, found.getAsDouble(), Math.abs(number) * 4e-14);
    } else {
      assertEquals(expected, found);
    }
  }

  @TestFactory
  Stream<DynamicTest> functionsGiveWhatTheirCellsWouldShow() throws IOException {
    return cases()
        .map(row ->
            DynamicTest.dynamicTest(
                row[0] + " " + row[1], () -> assertGives(row[2], row[0], row[1])));
  }

  /// Whether there is a case for a function.
  static boolean hasCall(String function) throws IOException {
    return cases().anyMatch(row -> row[0].equals(function));
  }

  private static Stream<String[]> cases() throws IOException {
    try (var in = WorksheetFunctionTest.class.getResourceAsStream("calls.tsv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split("\t"));
    }
  }

  @Test
  void everyFunctionOfTheCatalogueIsServedAndTheOthersAnswer501() {
    var catalogue = Catalogue.plain();
    for (Operation function : functions()) {
      String name = function.name().toUpperCase(Locale.ROOT).replace('_', '.');
      int status = call(function.name(), "{\"nonsense\":1}").status();
      assertEquals(catalogue.find(name).isPresent() ? 400 : 501, status, function.name());
    }
  }

  private static List<Operation> functions() {
    return Operation.all().stream()
        .filter(each -> each.owner().equals("workbookFunctions"))
        .toList();
  }

  /// The members in the order that was seen.
  @Test
  @Covers("workbookFunctionResult get-property value")
  void resultIsAFunctionResult() {
    JsonObject result = call("pmt", "{\"rate\":4.5,\"nper\":12,\"pv\":-1250}").is(200).json();
    assertEquals(
        List.of("@odata.context", "@odata.type", "@odata.id", "error", "value"),
        List.copyOf(result.keySet()));
    assertEquals(
        "/v1.0/$metadata#microsoft.graph.workbookFunctionResult",
        SERVER.path(result.get("@odata.context").getAsString()));
    assertTrue(result.get("@odata.id").getAsString().endsWith("/workbook/functions/pmt()"));
  }

  @Test
  @Covers("workbookFunctionResult get-property error")
  void errorOfExcelIsAResult() {
    JsonObject result = call("quotient", "{\"numerator\":1,\"denominator\":0}").is(200).json();
    assertEquals("#DIV/0!", result.get("error").getAsString());
    assertTrue(result.get("value").isJsonNull());
  }

  @Test
  void rangesAreReadAsTheSessionSeesThem() {
    var session = ann.opens(book).nonPersistent();
    session.writes("A1", 40);
    String sum = "{\"values\":[{\"Address\":\"Sheet1!A1:A2\"},100]}";
    Reply inside = session.send(Ask.post(book.workbook() + "/functions/sum", sum)).is(200);
    assertEquals(142, inside.json().get("value").getAsInt());
    assertGives("103", "sum", sum);
  }

  @Test
  void severalCellsComeAsRows() {
    String choose = "{\"indexNum\":1,\"values\":[{\"address\":\"A1:B1\"}]}";
    JsonArray rows = call("choose", choose).is(200).json().getAsJsonArray("value");
    assertEquals("[[1,3]]", rows.toString());
  }

  @Test
  void callingChangesNothing() {
    String before = book.sha();
    call("sum", "{\"values\":[1]}").is(200);
    assertEquals(before, book.sha());
  }

  @TestFactory
  Stream<DynamicTest> badArgumentIsNamed() {
    return Stream.of(
            bad("pmt", "{\"nper\":12,\"pv\":-1250}", "rate"),
            bad("pmt", "{\"rate\":null,\"nper\":12,\"pv\":-1250}", "rate"),
            bad("pmt", "{\"rate\":1,\"pv\":1}", "nper"),
            bad("pmt", "{\"rate\":1,\"nper\":1,\"pv\":1,\"interest\":1}", "interest"),
            bad("abs", "{\"number\":{\"adress\":\"A1\"}}", "adress"),
            bad("abs", "{\"number\":{\"address\":7}}", "address"),
            bad("abs", "{\"number\":{}}", "number"),
            bad("abs", "{\"number\":[[1,2],[3]]}", "number"),
            bad("abs", "{\"number\":[]}", "number"),
            bad("abs", "{\"number\":[[1],2]}", "number"),
            bad("abs", "{\"number\":{\"address\":\"A1,C3\"}}", "A1,C3"),
            bad("abs", "", "number"),
            bad("sum", "{}", "values"),
            bad("len", "{\"text\":\"" + "x".repeat(32_768) + "\"}", "text"))
        .map(each ->
            DynamicTest.dynamicTest(
                each.function() + " " + each.named(),
                () -> {
                  Reply reply = call(each.function(), each.arguments());
                  reply.refuses(400, "InvalidArgument", "invalidArgument");
                  assertTrue(reply.message().contains("'" + each.named()), reply::text);
                }));
  }

  private record Bad(String function, String arguments, String named) {}

  private static Bad bad(String function, String arguments, String named) {
    return new Bad(function, arguments, named);
  }

  @Test
  void rangeOnASheetThatIsNotThereIsNotFound() {
    call("abs", "{\"number\":{\"address\":\"Nowhere!A1\"}}").is(404);
  }

  @Test
  void functionsAreCalledWithPostOnly() {
    Reply reply = ann.send(Ask.get(book.workbook() + "/functions/abs"));
    assertEquals("POST, OPTIONS", reply.is(405).header("allow").orElse(""));
  }
}
