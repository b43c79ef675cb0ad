package dev.quire.conformance.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.OpenSession;
import dev.quire.conformance.fixture.Reply;
import dev.quire.conformance.fixture.User;
import dev.quire.conformance.fixture.WorkbookServer;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Session ids that are of no use, on every kind of workbook URL (semantics §1.6).
final class DeadSessionIdTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();

  private static final String CELL = "/worksheets/Sheet1/range(address='A1')";

  private final User ann = SERVER.user("ann");
  private final BookFile book = SERVER.book();

  /// Ways in which an id can be of no use.
  enum Fate {
    UNKNOWN,
    MALFORMED,
    NOT_ASCII,
    EXPIRED,
    CLOSED,
    OF_ANOTHER_WORKBOOK,
    OF_ANOTHER_USER
  }

  private OpenSession dead(Fate fate) {
    OpenSession session = ann.opens(book).nonPersistent();
    return switch (fate) {
      case UNKNOWN -> session.withId(session.id().replaceAll("[0-9]", "A"));
      case MALFORMED -> session.withId("cluster=PNL1&session=%00'\"{}");
      case NOT_ASCII -> session.withId("s\u00e4ssion");
      case EXPIRED -> {
        SERVER.wait(Duration.ofMinutes(8));
        yield session;
      }
      case CLOSED -> {
        session.close().is(204);
        yield session;
      }
      case OF_ANOTHER_WORKBOOK -> session.usedAt(SERVER.book());
      case OF_ANOTHER_USER -> session.usedBy(SERVER.user("bob"));
    };
  }

  @ParameterizedTest
  @EnumSource
  void closeAnswers404(Fate fate) {
    dead(fate).close().knowsNoSession();
  }

  @ParameterizedTest
  @EnumSource
  void refreshAnswers404(Fate fate) {
    dead(fate).refresh().knowsNoSession();
  }

  @ParameterizedTest
  @EnumSource
  void readAnswers404(Fate fate) {
    dead(fate).read("A1").knowsNoSession();
  }

  @ParameterizedTest
  @EnumSource
  void writeAnswers404AndWritesNothing(Fate fate) {
    OpenSession session = dead(fate);
    session.write("A1", 5).knowsNoSession();
    assertEquals(1, ann.reads(session.book(), "A1").getAsInt());
  }

  @ParameterizedTest
  @EnumSource(names = "OF_ANOTHER_USER")
  void foreignUseDoesNotHarmTheOwner(Fate fate) {
    OpenSession foreign = dead(fate);
    foreign.close().knowsNoSession();
    foreign.usedBy(ann).refresh().is(204);
  }

  @Test
  void foreignUseDoesNotRestartTheClock() {
    OpenSession session = ann.opens(book).nonPersistent();
    SERVER.wait(Duration.ofMinutes(4));
    session.usedBy(SERVER.user("bob")).refresh().knowsNoSession();
    SERVER.wait(Duration.ofMinutes(4));
    session.refresh().knowsNoSession();
  }

  static Stream<Ask> everyKindOfUrl() {
    return Stream.of(
        Ask.get(""),
        Ask.get("/worksheets"),
        Ask.get("/worksheets?$select=name"),
        Ask.get("/worksheets/Sheet1"),
        Ask.get(CELL),
        Ask.get("/worksheets/Sheet1/range"),
        Ask.get("/worksheets/Sheet1/cell(row=0,column=0)"),
        Ask.get("/worksheets/Sheet1/usedRange(valuesOnly=true)"),
        Ask.get(CELL + "/offsetRange(rowOffset=1,columnOffset=0)"),
        Ask.get("/names"),
        Ask.get("/tables"),
        Ask.get("/application"),
        Ask.get("/tables/$count"),
        Ask.get("/worksheets/Nowhere"),
        Ask.patch(CELL, "{\"values\":[[1]]}"),
        Ask.patch("/worksheets/Sheet1", "{\"name\":\"New\"}"),
        Ask.post("/worksheets/add", "{\"name\":\"New\"}"),
        Ask.post("/worksheets", "{}"),
        Ask.post("/application/calculate", "{\"calculationType\":\"Full\"}"),
        Ask.of("DELETE", "/worksheets/Other"));
  }

  @ParameterizedTest
  @MethodSource("everyKindOfUrl")
  void unknownSessionAnswers404OnEveryWorkbookUrl(Ask ask) {
    var there = new Ask(ask.method(), book.workbook() + ask.path(), ask.headers(), ask.body());
    ann.send(there.in("nonsense")).knowsNoSession();
    OpenSession closed = ann.opens(book).nonPersistent();
    closed.close().is(204);
    closed.send(there).knowsNoSession();
  }

  @Test
  void answersAreTheSameWhetherAForeignSessionExistsOrNot() {
    OpenSession session = ann.opens(book).persistent();
    User bob = SERVER.user("bob");
    Reply exists = session.usedBy(bob).close();
    Reply doesNot = session.withId("A" + session.id().substring(1)).usedBy(bob).close();
    assertEquals(withoutIds(exists), withoutIds(doesNot));
    assertEquals(exists.headers().keySet(), doesNot.headers().keySet());
  }

  private static JsonObject withoutIds(Reply reply) {
    JsonObject inner = reply.error().getAsJsonObject("innerError").deepCopy();
    inner.remove("request-id");
    inner.remove("client-request-id");
    return inner;
  }

  @Test
  void bodyHasTheCodesInsideAndDateAndIdsBesideThem() {
    Reply reply =
        ann.send(
            Ask.post(book.workbook() + "/closeSession")
                .in("nonsense")
                .with("client-request-id", "mine"));
    JsonObject inner = reply.knowsNoSession().error().getAsJsonObject("innerError");
    assertEquals(
        List.of("code", "message", "date", "request-id", "client-request-id"),
        List.copyOf(inner.keySet()));
    assertEquals("mine", inner.get("client-request-id").getAsString());
  }
}
