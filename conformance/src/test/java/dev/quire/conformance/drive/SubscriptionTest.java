package dev.quire.conformance.drive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.Listener;
import dev.quire.conformance.fixture.Reply;
import dev.quire.conformance.fixture.Samples;
import dev.quire.conformance.fixture.User;
import dev.quire.conformance.fixture.WorkbookServer;
import dev.quire.server.CannotStart;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Who is told when something in a drive changes.
final class SubscriptionTest {
  private static final String SUBSCRIPTIONS = "/v1.0/subscriptions";

  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();

  private final Listener listener = new Listener();
  private final User ann = SERVER.user("ann");
  private final BookFile book = SERVER.book();

  @AfterEach
  void stopListening() {
    for (var each : ann.send(Ask.get(SUBSCRIPTIONS)).is(200).json().getAsJsonArray("value")) {
      ann.send(Ask.of("DELETE", at(each.getAsJsonObject().get("id").getAsString()))).is(204);
    }
    listener.close();
  }

  private static String at(String id) {
    return SUBSCRIPTIONS + "/" + id.replace("!", "%21");
  }

  private static Instant in(Duration time) {
    return WorkbookServer.START.plus(time);
  }

  private JsonObject body(String resource) {
    var body = new JsonObject();
    body.addProperty("changeType", "updated");
    body.addProperty("notificationUrl", listener.url());
    body.addProperty("resource", resource);
    body.addProperty("expirationDateTime", in(Duration.ofDays(28)).toString());
    body.addProperty("clientState", "secret");
    return body;
  }

  private Reply creates(JsonObject body) {
    return ann.send(Ask.post(SUBSCRIPTIONS, body.toString()));
  }

  private String root() {
    return creates(body("me/drive/root")).is(201).member("id");
  }

  @Test
  void subscriberOfADriveIsToldOfEveryKindOfChange() {
    String id = root();
    BookFile changed = SERVER.book();
    ann.send(Ask.put(changed.item() + "/content", Samples.with("A1", 7))).is(200);
    JsonObject told = listener.next();
    assertTrue(id.startsWith(told.get("subscriptionId").getAsString()));
    assertEquals("updated", told.get("changeType").getAsString());
    assertEquals("secret", told.get("clientState").getAsString());
    assertEquals("me/drive/root", told.get("resource").getAsString());
    ann.send(Ask.patch(changed.item(), "{\"name\":\"moved %s\"}".formatted(changed.path())))
        .is(200);
    listener.next();
    ann.send(Ask.of("DELETE", changed.item())).is(204);
    listener.next();
    ann.opens(book).persistent().writes("A1", 5).close().is(204);
    listener.next();
  }

  @Test
  void subscriberOfAFileIsToldOfThatFileOnly() {
    creates(body("/me/drive/items/" + book.id())).is(201);
    BookFile other = SERVER.book();
    ann.send(Ask.put(other.item() + "/content", Samples.with("A1", 7))).is(200);
    assertEquals(Optional.empty(), listener.within(1, TimeUnit.SECONDS));
    ann.send(Ask.put(book.item() + "/content", Samples.with("A1", 7))).is(200);
    listener.next();
  }

  @Test
  void notificationThatIsNotTakenIsSentAgainAndNobodyWaitsForIt() {
    root();
    listener.refuses(3);
    long begun = System.nanoTime();
    ann.send(Ask.put(book.item() + "/content", Samples.with("A1", 7))).is(200);
    assertTrue(Duration.ofNanos(System.nanoTime() - begun).toSeconds() < 10);
    listener.next();
    assertEquals(0, listener.refusalsLeft());
  }

  @Test
  void whoeverDoesNotAnswerTheTokenIsNotSubscribed() {
    listener.wantsNothing();
    creates(body("me/drive/root")).refuses(400, "ValidationError", "");
    assertEquals(0, ann.send(Ask.get(SUBSCRIPTIONS)).is(200).json().getAsJsonArray("value").size());
  }

  @Test
  void strangersGetNothingAndTheErrorNamesTheSetting() {
    JsonObject body = body("me/drive/root");
    body.addProperty("notificationUrl", "https://hooks.example.com/quire");
    Reply refused = creates(body).is(400);
    assertTrue(refused.message().contains("--notify-hosts"), refused.message());
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    String[][] changes = {
      {"changeType", "created"},
      {"notificationUrl", "nonsense"},
      {"notificationUrl", "http://user@127.0.0.1/"},
      {"expirationDateTime", "tomorrow"},
      {"expirationDateTime", WorkbookServer.START.minusSeconds(1).toString()},
      {"expirationDateTime", in(Duration.ofDays(60)).toString()},
      {"clientState", "x".repeat(129)}
    };
    for (String[] change : changes) {
      JsonObject body = body("me/drive/root");
      body.addProperty(change[0], change[1]);
      creates(body).is(400);
    }
    creates(body("me/drive/root:/nothing.xlsx")).is(404);
    creates(body("me/drive")).is(501);
    JsonObject rich = body("me/drive/root");
    rich.addProperty("includeResourceData", true);
    creates(rich).is(501);
  }

  @Test
  void subscriptionIsShownRenewedAndDeletedByItsOwnerOnly() {
    String id = root();
    Reply shown = ann.send(Ask.get(at(id))).is(200);
    assertEquals("me/drive/root", shown.member("resource"));
    assertTrue(shown.json().get("clientState").isJsonNull());
    User bob = SERVER.user("bob");
    bob.send(Ask.get(at(id))).is(404);
    bob.send(Ask.of("DELETE", at(id))).is(404);
    String later = in(Duration.ofDays(29)).toString();
    Reply renewed =
        ann.send(Ask.patch(at(id), "{\"expirationDateTime\":\"%s\"}".formatted(later))).is(200);
    assertEquals(later, renewed.member("expirationDateTime"));
    assertEquals(1, ann.send(Ask.get(SUBSCRIPTIONS)).is(200).json().getAsJsonArray("value").size());
    ann.send(Ask.of("DELETE", at(id))).is(204);
    ann.send(Ask.get(at(id))).is(404);
    ann.send(Ask.put(book.item() + "/content", Samples.with("A1", 7))).is(200);
    assertEquals(Optional.empty(), listener.within(1, TimeUnit.SECONDS));
  }

  @Test
  void subscriptionOutlivesTheServerButNotItsTime() throws CannotStart {
    JsonObject body = body("me/drive/root");
    body.addProperty("expirationDateTime", in(Duration.ofDays(3)).toString());
    String id = creates(body).is(201).member("id");
    SERVER.restarts();
    listener.next(); // Something may have changed meanwhile,
    listener.untilNothingComes(); // as each server of a cluster says.
    ann.send(Ask.get(at(id))).is(200);
    ann.send(Ask.put(book.item() + "/content", Samples.with("A1", 7))).is(200);
    listener.next();
    SERVER.wait(Duration.ofDays(4));
    User later = SERVER.user("ann");
    later.send(Ask.get(at(id))).is(404);
    later.send(Ask.put(book.item() + "/content", Samples.with("A1", 8))).is(200);
    assertEquals(Optional.empty(), listener.within(1, TimeUnit.SECONDS));
  }

  @Test
  void whatWasNotTakenBeforeTheServerStoppedIsSentByTheNext() throws CannotStart {
    root();
    listener.refuses(Integer.MAX_VALUE);
    ann.send(Ask.put(book.item() + "/content", Samples.with("A1", 7))).is(200);
    SERVER.restarts();
    listener.refuses(0);
    listener.next();
  }

  @Test
  void subscriptionsNeedThePermissionOfTheDrive() {
    SERVER.user("ann", "Files.Read").send(Ask.get(SUBSCRIPTIONS)).is(403);
    ann.send(Ask.of("PUT", SUBSCRIPTIONS)).is(405);
  }
}
