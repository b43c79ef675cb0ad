package dev.quire.conformance.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.Reply;
import dev.quire.conformance.fixture.Samples;
import dev.quire.conformance.fixture.User;
import dev.quire.conformance.fixture.WorkbookServer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Error bodies that were met in the wild: what brings them about, and how much of the body is ours
/// to the letter. Where the record's own text was localised, abridged or about an older service,
/// only the codes have to agree.
final class ObservedErrorsTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();

  /// How much of a body has to be the same.
  private enum Match {
    /// Codes and messages on every level.
    ALL,
    /// The code on top, and the codes inside where there are any.
    CODES
  }

  /// @param record id of the observation
  /// @param cause brings it about
  private record Case(String record, Match match, Supplier<Reply> cause) {}

  private final User ann = SERVER.user("ann");
  private final BookFile book = SERVER.book();

  private List<Case> cases() {
    return List.of(
        new Case("close-session-without-header", Match.ALL, this::closeWithoutHeader),
        new Case("session-recreatable-message", Match.ALL, this::closeUnknown),
        new Case("wac-token", Match.ALL, () -> sheetsOf("text.xlsx", "a;b\n1;2\n")),
        new Case("generic-file-open-error", Match.CODES, () -> sheetsOf("cut.xlsx", "PK\3\4cut")),
        new Case("range-key-predicate", Match.ALL, () -> sheet("range('address=A1:B1')")),
        new Case("range-address-syntax", Match.CODES, () -> sheet("range(address=''1.1'!A1)")),
        new Case("worksheet-not-found", Match.CODES, () -> get("/worksheets/04FDB70A-1F4F")),
        new Case("item-already-exists", Match.CODES, this::addTakenName),
        new Case("resource-locked", Match.CODES, this::replaceOpenFile),
        new Case("token-empty", Match.ALL, () -> SERVER.exchange().send(Ask.get(book.item()))),
        new Case("access-denied", Match.CODES, this::readWithoutPermission),
        new Case("row-width-mismatch", Match.CODES, this::patchTooWide));
  }

  @TestFactory
  Stream<DynamicTest> bodyIsTheOneThatWasSeen() {
    Map<String, JsonObject> records = Records.byId("observed.jsonl");
    return cases().stream()
        .map(each ->
            DynamicTest.dynamicTest(
                each.record(),
                () -> check(records.get(each.record()), each.match(), each.cause().get())));
  }

  private static void check(JsonObject record, Match match, Reply reply) {
    if (!record.get("status").isJsonNull()) {
      assertEquals(record.get("status").getAsInt(), reply.status(), reply::text);
    }
    assertLevel(record.getAsJsonObject("body").getAsJsonObject("error"), reply.error(), match);
    JsonObject inner = reply.error().getAsJsonObject("innerError");
    assertTrue(
        inner.keySet().containsAll(Set.of("date", "request-id", "client-request-id")), reply::text);
  }

  private static void assertLevel(JsonObject seen, JsonObject ours, Match match) {
    for (String name : seen.keySet()) {
      JsonElement value = seen.get(name);
      boolean compared = name.equals("code") || name.equals("message") && match == Match.ALL;
      if (compared) {
        assertEquals(value, ours.get(name), ours::toString);
      } else if (name.equals("innerError")) {
        assertLevel(value.getAsJsonObject(), ours.getAsJsonObject(name), match);
      }
    }
  }

  /// The order in which the members of an error stood on the wire.
  @Test
  void membersStandInTheOrderThatWasSeen() {
    JsonObject error = sheetsOf("cut.xlsx", "PK\3\4cut").error();
    assertEquals(List.of("code", "message", "innerError"), List.copyOf(error.keySet()));
    assertEquals(
        List.of("code", "message", "innerError", "date", "request-id", "client-request-id"),
        List.copyOf(error.getAsJsonObject("innerError").keySet()));
  }

  private Reply get(String path) {
    return ann.send(Ask.get(book.workbook() + path));
  }

  private Reply sheet(String path) {
    return get("/worksheets/Sheet1/" + path);
  }

  private Reply closeWithoutHeader() {
    return ann.send(Ask.post(book.workbook() + "/closeSession"));
  }

  private Reply closeUnknown() {
    return ann.send(Ask.post(book.workbook() + "/closeSession").in("nonsense"));
  }

  private Reply sheetsOf(String name, String content) {
    BookFile file = SERVER.book(name, content.getBytes(StandardCharsets.ISO_8859_1));
    return ann.send(Ask.get(file.workbook() + "/worksheets"));
  }

  private Reply addTakenName() {
    return ann.send(Ask.post(book.workbook() + "/worksheets/add", "{\"name\":\"Other\"}"));
  }

  private Reply replaceOpenFile() {
    ann.opens(book).persistent();
    return ann.send(Ask.put(book.item() + "/content", Samples.small()));
  }

  private Reply readWithoutPermission() {
    return SERVER.user("bob", "User.Read").send(Ask.get(book.item()));
  }

  private Reply patchTooWide() {
    return ann.send(Ask.patch(book.cell("A1"), "{\"values\":[[1,2],[3,4]]}"));
  }
}
