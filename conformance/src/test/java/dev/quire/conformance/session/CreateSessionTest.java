package dev.quire.conformance.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.Reply;
import dev.quire.conformance.fixture.User;
import dev.quire.conformance.fixture.WorkbookServer;
import dev.quire.conformance.surface.Covers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// createSession (semantics §1.2).
final class CreateSessionTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();
  @RegisterExtension static final WorkbookServer OWNER = WorkbookServer.owner();

  private final User ann = SERVER.user("ann");
  private final BookFile book = SERVER.book();

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  @Covers("workbook action createSession(persistChanges)")
  void answers201WithContextThenPersistChangesThenId(boolean persistent) {
    Reply reply = ann.opens(book).sends("{\"persistChanges\":" + persistent + "}").is(201);
    JsonObject session = reply.json();
    assertEquals(List.of("@odata.context", "persistChanges", "id"), List.copyOf(session.keySet()));
    assertTrue(
        reply
            .member("@odata.context")
            .endsWith("/v1.0/$metadata#microsoft.graph.workbookSessionInfo"),
        reply::text);
    assertEquals(persistent, session.get("persistChanges").getAsBoolean());
    assertTrue(reply.header("content-type").orElseThrow().startsWith("application/json"));
  }

  @Test
  void idIsOver200CharactersOfBase64WithTwoPadding() {
    String id = ann.opens(book).nonPersistent().id();
    assertTrue(id.length() > 200, id);
    assertTrue(id.endsWith("=="), id);
    String text = new String(Base64.getDecoder().decode(id), StandardCharsets.US_ASCII);
    assertTrue(text.contains("=") && text.contains("&") && text.contains("."), text);
  }

  @Test
  void idsDifferInAtLeast128Bits() {
    Set<String> ids = new HashSet<>();
    Set<String> secrets = new HashSet<>();
    for (int n = 0; n < 20; n++) {
      var session = ann.opens(book).nonPersistent();
      ids.add(session.id());
      String text = new String(Base64.getDecoder().decode(session.id()), StandardCharsets.US_ASCII);
      var secret = Pattern.compile("[0-9a-f]{32}").matcher(text);
      assertTrue(secret.find(), text);
      secrets.add(secret.group());
      session.close().is(204);
    }
    assertEquals(20, ids.size());
    assertEquals(20, secrets.size());
  }

  @Test
  void missingBodyMeansNonPersistentInProfileGraphAndANoticeSaysSo() {
    Reply reply = ann.send(Ask.post(book.workbook() + "/createSession")).is(201);
    assertDefaulted(reply, false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"persistChanges\":null}", "{\"other\":1}"})
  void missingPersistChangesMeansNonPersistentInProfileGraph(String body) {
    assertDefaulted(ann.opens(book).sends(body).is(201), false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}"})
  void missingPersistChangesMeansPersistentInProfileServer(String body) {
    BookFile owned = OWNER.book();
    assertDefaulted(OWNER.user("ann").opens(owned).sends(body).is(201), true);
  }

  private static void assertDefaulted(Reply reply, boolean persistent) {
    assertEquals(persistent, reply.json().get("persistChanges").getAsBoolean());
    String notice = reply.header("x-quire-notice").orElseThrow();
    assertTrue(notice.contains("persistChanges " + persistent), notice);
  }

  @Test
  void givenPersistChangesNeedsNoNotice() {
    Reply reply = ann.opens(book).sends("{\"persistChanges\":true}").is(201);
    assertTrue(reply.header("x-quire-notice").isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"true\"", "1", "[true]", "{\"a\":true}", "\"\""})
  void wrongTypeOfPersistChangesAnswers400AndNamesTheField(String value) {
    Reply reply = ann.opens(book).sends("{\"persistChanges\":" + value + "}");
    reply.refuses(400, "InvalidArgument", "invalidArgument");
    assertTrue(reply.message().contains("persistChanges"), reply.message());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"persistchanges\":true}", "{\"PersistChanges\":true}"})
  void bodyParameterNamesIgnoreCase(String body) {
    Reply reply = ann.opens(book).sends(body).is(201);
    assertTrue(reply.json().get("persistChanges").getAsBoolean());
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "true", "\"x\""})
  void bodyThatIsNoObjectAnswers400(String body) {
    ann.opens(book).sends(body).refuses(400, "InvalidArgument", "invalidArgument");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{\"persistChanges\":tru}", "persistChanges=true", "{}{}"})
  void malformedBodyAnswers400(String body) {
    ann.opens(book).sends(body).refuses(400, "BadRequest", "");
  }

  @Test
  void idOfAnotherSessionInTheHeaderDoesNotMatter() {
    ann.send(
            Ask.post(book.workbook() + "/createSession", "{\"persistChanges\":true}")
                .in("nonsense"))
        .is(201);
  }

  @Test
  void sessionsOfOneUserOnOneWorkbookAreDistinct() {
    var first = ann.opens(book).nonPersistent();
    var second = ann.opens(book).nonPersistent();
    assertFalse(first.id().equals(second.id()));
    first.close().is(204);
    second.refresh().is(204);
  }

  @Test
  void unknownItemAnswers404ItemNotFound() {
    ann.send(
            Ask.post(
                "/v1.0/me/drive/items/01GQDMCCPK5MFK6QCSJFC2HYWA7AABCDEF/workbook/createSession",
                "{}"))
        .is(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "DELETE", "PUT", "PATCH"})
  void otherMethodsThanPostAnswer405(String method) {
    Reply reply = ann.send(Ask.of(method, book.workbook() + "/createSession")).is(405);
    assertEquals("POST, OPTIONS", reply.header("allow").orElseThrow());
  }
}
