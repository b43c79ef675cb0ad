package dev.quire.conformance.drive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

  /// Takes what is told about subscriptions themselves.
  private final Listener caretaker = new Listener();

  private final User ann = SERVER.user("ann");
  private final BookFile book = SERVER.book();

  @AfterEach
  void stopListening() {
    for (var each : ann.send(Ask.get(SUBSCRIPTIONS)).is(200).json().getAsJsonArray("value")) {
      ann.send(Ask.of("DELETE", at(each.getAsJsonObject().get("id").getAsString()))).is(204);
    }
    listener.close();
    caretaker.close();
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

  private JsonObject caredFor(String resource) {
    JsonObject body = body(resource);
    body.addProperty("lifecycleNotificationUrl", caretaker.url());
    return body;
  }

  private void isTold(String id, String event) {
    JsonObject told = caretaker.next();
    assertTrue(id.startsWith(told.get("subscriptionId").getAsString()));
    assertEquals(event, told.get("lifecycleEvent").getAsString());
    assertEquals("secret", told.get("clientState").getAsString());
    assertFalse(told.has("resource"));
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
  void whoeverIsToCareForASubscriptionShowsThatHeWantsTo() {
    caretaker.wantsNothing();
    Reply refused = creates(caredFor("me/drive/root")).refuses(400, "ValidationError", "");
    assertTrue(refused.message().contains("lifecycleNotificationUrl"), refused.message());
    JsonObject stranger = body("me/drive/root");
    stranger.addProperty("lifecycleNotificationUrl", "https://hooks.example.com/life");
    refused = creates(stranger).is(400);
    assertTrue(refused.message().contains("'lifecycleNotificationUrl'"), refused.message());
    assertTrue(refused.message().contains("--notify-hosts"), refused.message());
  }

  @Test
  void caretakerIsShownAndStays() {
    String id = creates(caredFor("me/drive/root")).is(201).member("id");
    assertEquals(
        caretaker.url(), ann.send(Ask.get(at(id))).is(200).member("lifecycleNotificationUrl"));
    JsonObject change = caredFor("me/drive/root");
    ann.send(Ask.patch(at(id), change.toString())).is(200);
    change.addProperty("lifecycleNotificationUrl", listener.url());
    ann.send(Ask.patch(at(id), change.toString())).is(501);
    String other = root();
    assertTrue(
        ann.send(Ask.get(at(other))).is(200).json().get("lifecycleNotificationUrl").isJsonNull());
  }

  private String forAnHour() {
    JsonObject body = caredFor("me/drive/root");
    body.addProperty("expirationDateTime", SERVER.now().plus(Duration.ofHours(1)).toString());
    return creates(body).is(201).member("id");
  }

  @Test
  void ownerIsToldThatASubscriptionEndsSoonUntilHeAnswers() {
    String id = forAnHour();
    SERVER.wait(Duration.ofMinutes(44));
    assertEquals(Optional.empty(), caretaker.within(1, TimeUnit.SECONDS));
    SERVER.wait(Duration.ofMinutes(2));
    isTold(id, "reauthorizationRequired");
    SERVER.wait(Duration.ofMinutes(1));
    assertEquals(Optional.empty(), caretaker.within(1, TimeUnit.SECONDS));
    SERVER.wait(Duration.ofMinutes(6));
    isTold(id, "reauthorizationRequired");
    ann.send(Ask.of("GET", at(id) + "/reauthorize")).is(405);
    SERVER.user("bob").send(Ask.post(at(id) + "/reauthorize", "")).is(404);
    ann.send(Ask.post(at(id) + "/reauthorize", "")).is(204);
    SERVER.wait(Duration.ofMinutes(5));
    assertEquals(Optional.empty(), caretaker.within(1, TimeUnit.SECONDS));
  }

  @Test
  void renewedSubscriptionEndsLater() {
    String id = forAnHour();
    SERVER.wait(Duration.ofMinutes(46));
    isTold(id, "reauthorizationRequired");
    String later = SERVER.now().plus(Duration.ofHours(2)).toString();
    ann.send(Ask.patch(at(id), "{\"expirationDateTime\":\"%s\"}".formatted(later))).is(200);
    SERVER.wait(Duration.ofMinutes(85));
    assertEquals(Optional.empty(), caretaker.within(1, TimeUnit.SECONDS));
    SERVER.wait(Duration.ofMinutes(10));
    isTold(id, "reauthorizationRequired");
  }

  @Test
  void subscriptionToAFileGoesWithTheFile() {
    String id = creates(caredFor("me/drive/items/" + book.id())).is(201).member("id");
    ann.send(Ask.of("DELETE", book.item())).is(204);
    listener.next();
    isTold(id, "subscriptionRemoved");
    ann.send(Ask.get(at(id))).is(404);
  }

  @Test
  void whatMayHaveStayedUntoldAtAStopIsMissed() throws CannotStart {
    String id = creates(caredFor("me/drive/root")).is(201).member("id");
    SERVER.restarts();
    isTold(id, "missed");
    assertEquals(Optional.empty(), listener.within(1, TimeUnit.SECONDS));
  }

  @Test
  void subscriptionsNeedThePermissionOfTheDrive() {
    SERVER.user("ann", "Files.Read").send(Ask.get(SUBSCRIPTIONS)).is(403);
    ann.send(Ask.of("PUT", SUBSCRIPTIONS)).is(405);
  }
}
