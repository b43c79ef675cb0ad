package dev.quire.conformance.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.OpenSession;
import dev.quire.conformance.fixture.Reply;
import dev.quire.conformance.fixture.User;
import dev.quire.conformance.fixture.WorkbookServer;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Testers order faults, and requests meet exactly those.
final class OrderedFaultTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();

  private final User ann = SERVER.user("ann");
  private final BookFile book = SERVER.book();

  private static Map<String, Object> orders(Map<String, Object> order) {
    return SERVER.orders("faults", order);
  }

  @AfterEach
  void clear() {
    assertEquals(List.of(), orders(Map.of("clear", true)).get("faults"));
  }

  @Test
  void requestsFailAsOftenAsOrderedAndNothingIsDone() {
    orders(Map.of("fault", "429", "path", "/range(", "times", 2, "wait", "PT3S"));
    Reply refused = ann.writes(book, "A1", 5).is(429);
    assertEquals(List.of("3"), refused.headers().get("Retry-After"));
    ann.writes(book, "A1", 5).is(429);
    assertEquals(1, ann.reads(book, "A1").getAsInt());
    ann.writes(book, "A1", 5).is(200);
  }

  @Test
  void faultOfAFileIsMetByWhateverAddressAndNotByOtherFiles() {
    BookFile other = SERVER.book();
    orders(Map.of("fault", "503", "file", book.path(), "times", 2));
    ann.reads(other, "A1");
    ann.send(Ask.get(book.item())).is(503);
    ann.send(Ask.get("/v1.0/me/drive/root:/" + book.path() + ":/workbook/worksheets")).is(503);
    ann.reads(book, "A1");
    orders(Map.of("fault", "503", "file", book.id()));
    ann.send(Ask.get("/v1.0/me/drive/root:/" + book.path())).is(503);
  }

  @Test
  void downloadsLagBehindAWriteAsLongAsOrdered() {
    BookFile other = SERVER.book();
    ann.writes(book, "A1", 5).is(200);
    orders(Map.of("fault", "lagging", "file", book.path(), "times", 2));
    assertEquals(5, downloaded(book));
    ann.writes(other, "A1", 7).is(200);
    ann.writes(book, "A1", 6).is(200);
    assertEquals(7, downloaded(other));
    assertEquals(5, downloaded(book));
    assertEquals(6, ann.reads(book, "A1").getAsInt());
    assertEquals(5, downloaded(book));
    assertEquals(6, downloaded(book));
  }

  private double downloaded(BookFile file) {
    return BookFile.number(ann.send(Ask.get(file.item() + "/content")).is(200).body(), "A1");
  }

  @ParameterizedTest
  @CsvSource({
    "409, 409, EditModeCannotAcquireLock",
    "503, 503, ServiceUnavailableUncategorized",
    "504, 504, GatewayTimeoutUncategorized",
    "invalidSessionReCreatable, 404, InvalidSessionReCreatable",
    "invalidSessionNotFound, 404, InvalidSessionNotFound",
    "GenericFileOpenError, 500, GenericFileOpenError"
  })
  void everyErrorOfTheServiceCanBeOrdered(String fault, int status, String code) {
    orders(Map.of("fault", fault));
    Reply reply = ann.writes(book, "A1", 5).is(status);
    assertEquals(code, reply.json().getAsJsonObject("error").get("code").getAsString());
  }

  @Test
  void faultIsForTheSessionThatIsNamed() {
    OpenSession one = ann.opens(book).persistent();
    OpenSession other = ann.opens(book).persistent();
    orders(Map.of("fault", "503", "session", one.id(), "after", 1));
    other.writes("A1", 5);
    one.writes("A1", 6);
    one.write("A1", 7).is(503);
    one.writes("A1", 8);
  }

  @Test
  void slowRequestIsAnsweredLater() {
    orders(Map.of("fault", "slow", "wait", "PT0.3S"));
    long begun = System.nanoTime();
    ann.writes(book, "A1", 5).is(200);
    assertTrue(System.nanoTime() - begun > 290_000_000L);
  }

  @Test
  void droppedRequestHasNoAnswerAndDidNothing() {
    orders(Map.of("fault", "drop", "method", "PATCH"));
    assertThrows(UncheckedIOException.class, () -> ann.writes(book, "A1", 5));
    assertEquals(1, ann.reads(book, "A1").getAsInt());
  }

  @Test
  void orderThatMakesNoSenseIsRefused() {
    SERVER.needsToBeAlone("faults are ordered of one server by its folder");
    assertThrows(UncheckedIOException.class, () -> orders(Map.of("fault", "tired")));
    assertThrows(UncheckedIOException.class, () -> orders(Map.of("fault", "429", "tmies", 2)));
  }
}
