package dev.quire.conformance.surface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.Reply;
import dev.quire.conformance.fixture.RichBook;
import dev.quire.conformance.fixture.User;
import dev.quire.conformance.fixture.WorkbookServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which methods a place has, and what HEAD, OPTIONS and compression do.
final class MethodTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();
  private final User ann = SERVER.user("ann");
  private final BookFile book = SERVER.book("Rich.xlsx", RichBook.bytes());

  private Reply ask(String method, String below) {
    Ask ask = Ask.of(method, book.workbook() + below);
    return ann.send(method.equals("POST") || method.equals("PATCH") ? ask.json("{}") : ask);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | GET, HEAD, OPTIONS",
        "/worksheets | GET, HEAD, POST, OPTIONS",
        "/worksheets/Other | GET, HEAD, PATCH, DELETE, OPTIONS",
        "/worksheets/Other/name | GET, HEAD, OPTIONS",
        "/worksheets/$count | GET, HEAD, OPTIONS",
        "/worksheets/Other/range(address='A1') | GET, HEAD, PATCH, OPTIONS",
        "/worksheets/Other/range(address='A1')/clear | POST, OPTIONS",
        "/worksheets/Other/range(address='A1')/format/borders | GET, HEAD, OPTIONS",
        "/application | GET, HEAD, PATCH, OPTIONS",
        "/functions/sum | POST, OPTIONS",
        "/createSession | POST, OPTIONS"
      })
  void placeTellsItsMethodsAndRefusesOthers(String below, String allowed) {
    assertEquals(allowed, ask("OPTIONS", below).is(204).header("allow").orElse(""));
    for (String method : new String[] {"PUT", "TRACE", "POST", "DELETE"}) {
      boolean isAllowed = Arrays.asList(allowed.split(", ")).contains(method);
      boolean mayBeBuiltLater = below.endsWith("/worksheets") && method.equals("DELETE");
      if (!isAllowed && !mayBeBuiltLater && !(method.equals("POST") && below.contains("range("))) {
        Reply reply = ask(method, below).is(405);
        assertEquals(allowed, reply.header("allow").orElse(""), method);
        assertTrue(reply.innerCode().startsWith("methodNotAllowed"), reply::text);
      }
    }
  }

  /// Operations that the entity model has because every entity has them, and that mean nothing:
  /// each says why, lists in `Allow` what the place has instead, and that is what OPTIONS says.
  @TestFactory
  @Covers(Coverage.REFUSALS)
  Stream<DynamicTest> whatMeansNothingIsRefusedAndChangesNothing() {
    var coverage = new Coverage();
    return Stream.concat(Operation.all().stream(), Operation.beta().stream())
        .filter(each -> coverage.state(each) == Coverage.State.REFUSED)
        .map(each ->
            DynamicTest.dynamicTest(
                each.version() + " " + each.id(),
                () -> {
                  String why = coverage.refusal(each);
                  assertFalse(why.isBlank());
                  String before = book.sha();
                  Reply reply = send(each, each.http()).is(405);
                  assertEquals("MethodNotAllowed", reply.code(), reply::text);
                  assertEquals("methodNotAllowed", reply.innerCode(), reply::text);
                  assertTrue(reply.message().contains(why), reply::text);
                  String allowed = reply.header("allow").orElse("");
                  assertFalse(List.of(allowed.split(", ")).contains(each.http()), allowed);
                  assertEquals(allowed, send(each, "OPTIONS").is(204).header("allow").orElse(""));
                  assertEquals(before, book.sha());
                }));
  }

  private Reply send(Operation operation, String method) {
    String below = operation.below().replace("Sheet1", "Other").replaceAll("[{}]", "");
    String workbook = book.workbook().replace("/v1.0/", "/" + operation.version() + "/");
    Ask ask = Ask.of(method, workbook + below);
    return ann.send(method.equals("POST") || method.equals("PATCH") ? ask.json("{}") : ask);
  }

  /// Functions are also called with POST, but change nothing.
  @Test
  void changeThatIsPostedToAFunctionIsRefused() {
    String range = book.workbook() + "/worksheets/Other/range(address='A1:B2')";
    String before = book.sha();
    Reply reply = ann.send(Ask.post(range, "{\"values\":[[1,2],[3,4]]}"));
    reply.refuses(400, "InvalidArgument", "invalidArgument");
    assertTrue(reply.message().contains("'values'"), reply::message);
    assertEquals(before, book.sha());
    Reply row = ann.send(Ask.post(range + "/row", "{\"Row\":1}")).is(200);
    assertEquals("Other!A2:B2", row.member("address"));
  }

  @Test
  void headIsGetWithoutABody() {
    Reply head = ask("HEAD", "/worksheets").is(200);
    assertEquals(0, head.body().length);
    Reply read = ask("GET", "/worksheets");
    assertEquals(read.header("content-type"), head.header("content-type"));
    assertEquals(Optional.of(Integer.toString(read.body().length)), head.header("content-length"));
    assertEquals(0, ask("HEAD", "/worksheets/Nowhere").is(404).body().length);
  }

  @Test
  void answersAreCompressedOnRequest() throws IOException {
    Ask sheets = Ask.get(book.workbook() + "/worksheets/Other/range(address='A1:Z99')");
    String plain = withoutPort(ann.send(sheets).is(200).text());
    Reply packed = ann.send(sheets.with("Accept-Encoding", "gzip")).is(200);
    assertEquals("gzip", packed.header("content-encoding").orElse(""));
    try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
      String text = new String(unpacked.readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(plain, withoutPort(text));
    }
  }

  /// Each server of a cluster tells its own address.
  private static String withoutPort(String text) {
    return text.replaceAll("127\\.0\\.0\\.1:\\d+", "server");
  }
}
