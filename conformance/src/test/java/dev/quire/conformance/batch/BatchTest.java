package dev.quire.conformance.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.OpenSession;
import dev.quire.conformance.fixture.Reply;
import dev.quire.conformance.fixture.User;
import dev.quire.conformance.fixture.WorkbookServer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class BatchTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();

  private final User ann = SERVER.user("ann");
  private final BookFile book = SERVER.book();

  @Test
  void partsAreAnsweredEachWithItsOwnStatus() {
    Reply reply =
        send(get("1", url("/worksheets?$select=name")), get("2", url("/worksheets/Nowhere")));
    assertEquals(200, part(reply, "1").get("status").getAsInt());
    assertEquals(404, part(reply, "2").get("status").getAsInt());
    assertEquals(
        "ItemNotFound",
        part(reply, "2")
            .getAsJsonObject("body")
            .getAsJsonObject("error")
            .get("code")
            .getAsString());
  }

  @Test
  void partsOfOneSessionAreWorkedOffInOrder() {
    OpenSession session = ann.opens(book).nonPersistent();
    String cell = url("/worksheets/Sheet1/range(address='A1')");
    Reply reply =
        send(
            patch("first", cell, "{\"values\":[[41]]}", session.id()),
            patch("second", cell, "{\"values\":[[42]]}", session.id()));
    assertEquals(200, part(reply, "second").get("status").getAsInt());
    assertEquals(42, session.reads("A1").getAsInt());
  }

  @Test
  void theSessionOfTheBatchItselfIsNotThatOfItsParts() {
    OpenSession session = ann.opens(book).nonPersistent().writes("A1", 77);
    Reply reply =
        ann.send(
            Ask.post(
                    "/v1.0/$batch",
                    requests(get("1", url("/worksheets/Sheet1/range(address='A1')"))))
                .in(session.id()));
    JsonObject range = part(reply.is(200), "1").getAsJsonObject("body");
    assertEquals("[[1]]", range.get("values").toString());
  }

  @Test
  void whatDependsOnAFailureIsNotTried() {
    Reply reply =
        send(
            get("1", url("/worksheets/Nowhere")),
            "{\"id\":\"2\",\"method\":\"DELETE\",\"url\":\"%s\",\"dependsOn\":[\"1\"]}"
                .formatted(url("/worksheets/Sheet1")));
    assertEquals(424, part(reply, "2").get("status").getAsInt());
    ann.send(Ask.get("/v1.0" + url("/worksheets/Sheet1"))).is(200);
  }

  @Test
  void someDependentAndSomeIndependentPartsAreRefused() {
    String free = get("1", url("/worksheets"));
    String dependent =
        "{\"id\":\"2\",\"method\":\"GET\",\"url\":\"%s\",\"dependsOn\":[\"1\"]}"
            .formatted(url("/worksheets"));
    Reply reply = post(free, dependent, get("3", url("/worksheets")));
    assertEquals(
        "Batch should be either fully sequential or fully parallel.", reply.is(400).message());
  }

  @Test
  void anEmptyBatchIsRefused() {
    assertEquals("Invalid batch payload format.", post().is(400).message());
  }

  @Test
  void moreThanTwentyPartsAreRefused() {
    String[] parts =
        IntStream.range(0, 21)
            .mapToObj(n -> get(Integer.toString(n), url("/worksheets")))
            .toArray(String[]::new);
    post(parts).is(400);
  }

  @Test
  void aPartWithoutAnIdIsRefused() {
    assertEquals(
        "Each request of a batch needs a string 'id'.",
        post("{\"method\":\"GET\",\"url\":\"/me/drive\"}").is(400).message());
  }

  @Test
  void blanksInAddressesAreTakenAsClientsSendThem() {
    Reply reply = send(get("1", url("/worksheets/No such sheet")));
    assertEquals(404, part(reply, "1").get("status").getAsInt());
  }

  private Reply send(String... parts) {
    return post(parts).is(200);
  }

  private Reply post(String... parts) {
    return ann.send(Ask.post("/v1.0/$batch", requests(parts)));
  }

  private static String requests(String... parts) {
    return "{\"requests\":[" + String.join(",", parts) + "]}";
  }

  private String url(String inWorkbook) {
    return book.workbook().replaceFirst("^/v1\\.0", "") + inWorkbook;
  }

  private static String get(String id, String url) {
    return "{\"id\":\"%s\",\"method\":\"GET\",\"url\":\"%s\"}".formatted(id, url);
  }

  private static String patch(String id, String url, String body, String session) {
    return "{\"id\":\"%s\",\"method\":\"PATCH\",\"url\":\"%s\",\"headers\":{\"Content-Type\":\"application/json\",\"workbook-session-id\":\"%s\"},\"body\":%s}"
        .formatted(id, url, session, body);
  }

  private static JsonObject part(Reply reply, String id) {
    return reply.json().getAsJsonArray("responses").asList().stream()
        .map(JsonElement::getAsJsonObject)
        .filter(each -> each.get("id").getAsString().equals(id))
        .collect(Collectors.toList())
        .getFirst();
  }
}
