package dev.quire.conformance.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.Escapes;
import dev.quire.conformance.fixture.Reply;
import dev.quire.conformance.fixture.User;
import dev.quire.conformance.fixture.WorkbookServer;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What public clients assert against the real service with real files.
final class LiveCasesTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();

  private static final Pattern STEP =
      Pattern.compile("(GET|POST|PATCH) (/drives/\\S+)(?: (\\{.*?\\}))?(?: then (.*))?");
  private static final String USED =
      "/drives/{d}/items/{i}/workbook/worksheets/{sheet}/usedRange(valuesOnly=true)";

  private final AtomicInteger files = new AtomicInteger();
  private final User ann = SERVER.user("ann");

  @TestFactory
  Stream<DynamicTest> answersAsTheRealServiceDoes() {
    return Records.lines("live-cases.jsonl").stream()
        .map(
            record -> DynamicTest.dynamicTest(record.get("id").getAsString(), () -> check(record)));
  }

  private void check(JsonObject record) {
    BookFile file = file(record.get("fixture"));
    String sheet = record.has("sheetPosition") ? sheet(file, record) : "";
    Reply reply = send(record.get("request").getAsString(), file, sheet);
    JsonObject expected = record.getAsJsonObject("expect");
    expected.keySet().forEach(what -> assertAs(what, expected, reply));
  }

  private BookFile file(JsonElement name) {
    if (name.isJsonNull()) {
      return SERVER.book();
    }
    String fixture = name.getAsString();
    String plain = fixture.substring(fixture.lastIndexOf('/') + 1);
    return SERVER.book(
        "case%d/%s".formatted(files.incrementAndGet(), plain),
        Records.bytes("live-fixtures/" + plain));
  }

  private String sheet(BookFile file, JsonObject record) {
    JsonArray sheets =
        ann.send(Ask.get(file.workbook() + "/worksheets")).is(200).json().getAsJsonArray("value");
    int position = record.get("sheetPosition").getAsInt();
    return Escapes.segment(sheets.get(position).getAsJsonObject().get("id").getAsString());
  }

  /// The answer to the last step of a request such as `POST … {…} then GET …`.
  private Reply send(String request, BookFile file, String sheet) {
    var step = STEP.matcher(request);
    if (!step.matches()) {
      // "then GET used range text" and "then GET /drives/…" both look at what is there afterwards.
      return ann.send(ask("GET", USED + "?$select=address,text", "", file, sheet));
    }
    String body = step.group(3) == null ? "" : step.group(3);
    Reply reply = ann.send(ask(step.group(1), step.group(2), body, file, sheet));
    if (step.group(4) == null) {
      return reply;
    }
    assertEquals(2, reply.status() / 100, reply::text);
    return send(step.group(4), file, sheet);
  }

  private static Ask ask(String method, String template, String body, BookFile file, String sheet) {
    String path =
        "/v1.0"
            + template
                .replace("{d}", Escapes.segment(file.driveId()))
                .replace("{i}", file.id())
                .replace("{sheet}", sheet);
    return body.isEmpty() ? Ask.of(method, path) : Ask.of(method, path).json(body);
  }

  private static void assertAs(String what, JsonObject expected, Reply reply) {
    switch (what) {
      case "status" -> assertStatus(expected.get(what).getAsString(), reply);
      case "addressWithoutSheet" ->
          assertEquals(expected.get(what).getAsString(), withoutSheet(reply.member("address")));
      case "text" -> assertEquals(expected.get(what), reply.json().get(what), reply::text);
      case "value" -> assertListed(expected.getAsJsonArray(what), reply);
      case "error" -> {
        JsonObject error = expected.getAsJsonObject(what);
        assertEquals(error.get("code").getAsString(), reply.code());
        assertEquals(error.get("message").getAsString(), reply.message());
      }
      case "errorCodePrefix" ->
          assertTrue(reply.code().startsWith(expected.get(what).getAsString()), reply::text);
      default -> throw new AssertionError("nobody knows how to check " + what);
    }
  }

  private static void assertStatus(String expected, Reply reply) {
    assertEquals(Integer.parseInt(expected.substring(0, 3)), reply.status(), reply::text);
    if (expected.contains("other than ItemNotFound")) {
      assertNotEquals("ItemNotFound", reply.code());
    }
  }

  private static String withoutSheet(String address) {
    return address.substring(address.lastIndexOf('!') + 1);
  }

  private static void assertListed(JsonArray expected, Reply reply) {
    JsonArray found = reply.json().getAsJsonArray("value");
    assertEquals(expected.size(), found.size(), reply::text);
    for (int n = 0; n < expected.size(); n++) {
      JsonObject wanted = expected.get(n).getAsJsonObject();
      JsonObject is = found.get(n).getAsJsonObject();
      wanted.keySet().forEach(name -> assertMember(name, wanted, is));
    }
  }

  private static void assertMember(String name, JsonObject wanted, JsonObject is) {
    String value = wanted.get(name).getAsString();
    if (value.startsWith("not ")) {
      assertFalse(is.get(name).getAsString().equals(value.substring("not ".length())));
    } else {
      assertEquals(value, is.get(name).getAsString(), name);
    }
  }
}
