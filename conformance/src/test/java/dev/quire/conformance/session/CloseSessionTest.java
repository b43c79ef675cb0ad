package dev.quire.conformance.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.OpenSession;
import dev.quire.conformance.fixture.Reply;
import dev.quire.conformance.fixture.User;
import dev.quire.conformance.fixture.WorkbookServer;
import dev.quire.conformance.surface.Covers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// closeSession (semantics §1.5).
final class CloseSessionTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();

  private final User ann = SERVER.user("ann");
  private final BookFile book = SERVER.book();

  private Ask close() {
    return Ask.post(book.workbook() + "/closeSession");
  }

  @Test
  void answers204WithoutBody() {
    Reply reply = ann.opens(book).persistent().close().is(204);
    assertEquals("", reply.text());
    assertTrue(reply.header("content-type").isEmpty());
    assertTrue(reply.header("request-id").isPresent());
  }

  @Test
  void bodyOfContentLengthZeroIsAccepted() {
    OpenSession session = ann.opens(book).nonPersistent();
    session.send(close().json("")).is(204);
  }

  @Test
  void emptyObjectAsBodyIsAccepted() {
    ann.opens(book).persistent().send(close().json("{}")).is(204);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"application/json", "text/plain", "application/x-www-form-urlencoded", "*/*"})
  void anyContentTypeIsAccepted(String type) {
    ann.opens(book).nonPersistent().send(close().with("Content-Type", type)).is(204);
    ann.opens(book).nonPersistent().send(close().json("{}").with("Content-Type", type)).is(204);
  }

  @Test
  void missingHeaderAnswers400WithTheBodyThatWasSeen() {
    Reply reply = ann.send(close().with("client-request-id", "mine"));
    reply.refuses(400, "UnknownError", "");
    assertEquals("Bad Request", reply.message());
    JsonObject error = reply.error();
    assertEquals(List.of("code", "message", "innerError"), List.copyOf(error.keySet()));
    JsonObject inner = error.getAsJsonObject("innerError");
    assertEquals(List.of("date", "request-id", "client-request-id"), List.copyOf(inner.keySet()));
    assertEquals("2026-03-02T09:00:00", inner.get("date").getAsString().substring(0, 19));
    assertEquals("mine", inner.get("client-request-id").getAsString());
    assertEquals(reply.header("request-id").orElseThrow(), inner.get("request-id").getAsString());
  }

  @Test
  void blankHeaderAnswers400() {
    ann.send(close().in(" ")).refuses(400, "UnknownError", "");
  }

  @Test
  @Covers("workbook action closeSession()")
  void secondCloseAnswers404() {
    OpenSession session = ann.opens(book).nonPersistent();
    session.close().is(204);
    session.close().knowsNoSession();
  }

  @Test
  void secondCloseOfAPersistentSessionAnswers404() {
    OpenSession session = ann.opens(book).persistent();
    session.close().is(204);
    session.close().knowsNoSession();
  }

  @Test
  void malformedBodyDoesNotCloseTheSession() {
    OpenSession session = ann.opens(book).nonPersistent();
    session.send(close().json("{")).is(400);
    session.refresh().is(204);
  }

  @Test
  void closingOneSessionLeavesOthersOpen() {
    OpenSession kept = ann.opens(book).persistent().writes("A1", 5);
    ann.opens(book).persistent().close().is(204);
    assertEquals(5, kept.reads("A1").getAsInt());
  }

  @Test
  void closeWithoutChangesLeavesTheBytesAsTheyWere() {
    String before = book.sha();
    OpenSession session = ann.opens(book).persistent();
    session.reads("A1");
    session.close().is(204);
    assertEquals(before, book.sha());
  }

  @Test
  void twoConcurrentClosesAnswer204And404() {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int round = 0; round < 20; round++) {
        OpenSession session =
            round % 2 == 0 ? ann.opens(book).persistent() : ann.opens(book).nonPersistent();
        session.writes("A1", round);
        var one = CompletableFuture.supplyAsync(session::close, threads);
        var two = CompletableFuture.supplyAsync(session::close, threads);
        List<Integer> statuses =
            Stream.of(one, two).map(CompletableFuture::join).map(Reply::status).sorted().toList();
        assertEquals(List.of(204, 404), statuses);
      }
    }
  }

  @Test
  void closedFileIsWholeForAnotherProgram() {
    ann.opens(book).persistent().writes("C3", 33).close().is(204);
    assertEquals(33, book.saved("C3"));
    assertEquals(1, book.saved("A1"));
    assertEquals(3, book.saved("B1"));
  }

  @Test
  void hugeSessionIdIsRefusedAndNotAMistakeOfOurs() {
    Reply reply = ann.send(close().in("A".repeat(4000)));
    reply.knowsNoSession();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "DELETE"})
  void otherMethodsThanPostAnswer405(String method) {
    OpenSession session = ann.opens(book).nonPersistent();
    session.send(Ask.of(method, book.workbook() + "/closeSession")).is(405);
    session.refresh().is(204);
  }

  @Test
  void bodyWithMembersIsAcceptedAsOldClientsSendThem() {
    byte[] body = "{\"persistChanges\":true}".getBytes(StandardCharsets.UTF_8);
    ann.opens(book)
        .nonPersistent()
        .send(close().json(new String(body, StandardCharsets.UTF_8)))
        .is(204);
  }
}
