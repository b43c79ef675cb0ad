package dev.quire.conformance.drive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.Reply;
import dev.quire.conformance.fixture.Samples;
import dev.quire.conformance.fixture.User;
import dev.quire.conformance.fixture.WorkbookServer;
import dev.quire.server.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What has changed in a drive since a client asked last.
final class DeltaTest {
  private static final String DELTA = "/v1.0/me/drive/root/delta";

  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();

  private final User ann = SERVER.user("ann");

  private Reply asks(String link) {
    return ann.send(Ask.get(link.replaceFirst("^https?://[^/]*", "")));
  }

  private String latest() {
    return asks(DELTA + "?token=latest").is(200).member("@odata.deltaLink");
  }

  private static List<JsonObject> items(Reply reply) {
    return StreamSupport.stream(reply.is(200).json().getAsJsonArray("value").spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .toList();
  }

  /// Without folders, which change when something in them does.
  private static List<String> files(Reply reply) {
    return items(reply).stream()
        .filter(item -> !item.has("folder"))
        .map(item -> item.get("id").getAsString())
        .toList();
  }

  @Test
  void firstAnswerHasAllThatIsInTheDrive() {
    BookFile book = SERVER.book("Deep/er/First.xlsx", Samples.small());
    List<JsonObject> all = items(asks(DELTA + "?$top=1000"));
    List<String> names = all.stream().map(item -> item.get("name").getAsString()).toList();
    assertTrue(names.contains("root"));
    assertTrue(names.indexOf("Deep") < names.indexOf("er"), names::toString);
    assertTrue(names.indexOf("er") < names.indexOf("First.xlsx"), names::toString);
    assertTrue(all.stream().anyMatch(item -> item.get("id").getAsString().equals(book.id())));
  }

  @Test
  void nothingHasChangedSinceTheLatestToken() {
    SERVER.book();
    Reply reply = asks(latest()).is(200);
    assertEquals(List.of(), items(reply));
    assertFalse(reply.json().has("@odata.nextLink"));
  }

  @Test
  void newChangedAndMovedFilesAreListedOnceEach() {
    BookFile changed = SERVER.book();
    BookFile moved = SERVER.book();
    BookFile same = SERVER.book();
    String link = latest();
    ann.send(Ask.put(changed.item() + "/content", Samples.with("A1", 7))).is(200);
    ann.send(Ask.put(changed.item() + "/content", Samples.with("A1", 8))).is(200);
    ann.send(Ask.patch(moved.item(), "{\"name\":\"moved %s\"}".formatted(moved.path()))).is(200);
    BookFile made = SERVER.book();
    List<String> files = files(asks(link));
    assertEquals(3, files.size());
    assertTrue(files.containsAll(List.of(changed.id(), moved.id(), made.id())));
    assertFalse(files.contains(same.id()));
  }

  @Test
  void deletedFilesCarryTheDeletedFacet() {
    BookFile book = SERVER.book();
    String link = latest();
    ann.send(Ask.of("DELETE", book.item())).is(204);
    JsonObject gone =
        items(asks(link)).stream().filter(item -> item.has("deleted")).findFirst().orElseThrow();
    assertEquals(book.id(), gone.get("id").getAsString());
    assertEquals("deleted", gone.getAsJsonObject("deleted").get("state").getAsString());
    assertTrue(items(asks(DELTA + "?$top=1000")).stream().noneMatch(item -> item.has("deleted")));
  }

  @Test
  void whatOtherProgramsDoIsSeenToo() throws IOException {
    BookFile book = SERVER.book();
    String link = latest();
    Files.delete(SERVER.drive().resolve(book.path()));
    assertEquals(List.of(book.id()), files(asks(link)));
  }

  @Test
  void pagesFollowOneAnotherAndEndWithADeltaLink() {
    String link = latest();
    var made = new ArrayList<String>();
    for (int n = 0; n < 5; n++) {
      made.add(SERVER.book().id());
    }
    var found = new ArrayList<String>();
    Reply page = asks(link + "?$top=2");
    int pages = 1;
    while (page.is(200).json().has("@odata.nextLink")) {
      assertEquals(2, items(page).size());
      found.addAll(files(page));
      page = asks(page.member("@odata.nextLink"));
      pages++;
    }
    found.addAll(files(page));
    assertEquals(3, pages); // five files and their folder
    assertEquals(Set.copyOf(made), Set.copyOf(found));
    assertEquals(made.size(), found.size());
    assertEquals(List.of(), items(asks(page.member("@odata.deltaLink"))));
  }

  @Test
  void tokensHoldAfterARestart() throws CannotStart {
    String link = latest();
    SERVER.restarts();
    BookFile book = SERVER.book();
    assertEquals(List.of(book.id()), files(asks(link)));
  }

  @Test
  void tokenOfAnotherNumberingAnswers410AndWhereToBegin() {
    Reply refused = asks(DELTA + "(token='0123456789abcdef.1')");
    refused.refuses(410, "resyncRequired", "");
    String anew = refused.header("Location").orElseThrow();
    assertTrue(items(asks(anew)).size() > 0);
  }

  @Test
  void nonsenseIsRefused() {
    asks(DELTA + "(token='nonsense')").is(400);
    asks(DELTA + "?$top=0").is(400);
    ann.send(Ask.post(DELTA, "{}")).is(405);
    BookFile book = SERVER.book("Folder/Some.xlsx", Samples.small());
    asks(book.item() + "/delta").is(501);
  }

  @Test
  void onlyWhatIsSelectedIsShown() {
    JsonObject root = items(asks(DELTA + "?$select=id,name")).getFirst();
    assertTrue(root.has("id") && root.has("name"));
    assertFalse(root.has("size"));
  }
}
