package dev.quire.conformance.drive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.google.gson.JsonObject;
import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.Reply;
import dev.quire.conformance.fixture.Samples;
import dev.quire.conformance.fixture.User;
import dev.quire.conformance.fixture.WorkbookServer;
import dev.quire.server.service.ServiceSettings;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Users with a folder each see their own drive and nothing of the others.
final class OwnDriveTest {
  @RegisterExtension
  static final WorkbookServer SERVER = WorkbookServer.with(OwnDriveTest::personal);

  private static ServiceSettings personal(ServiceSettings usual) {
    return usual.with(usual.drives().personal());
  }

  private final User ann = SERVER.user("ann");
  private final User bob = SERVER.user("bob");
  private JsonObject item = new JsonObject();

  @BeforeEach
  void putABookIntoAnnsDrive() {
    Reply put = ann.send(Ask.put("/v1.0/me/drive/root:/Book.xlsx:/content", Samples.small()));
    item = put.json();
  }

  private String itemId() {
    return item.get("id").getAsString();
  }

  private static String driveId(User user) {
    return user.send(Ask.get("/v1.0/me/drive")).is(200).member("id");
  }

  @Test
  void eachUserHasADriveOfTheirOwn() {
    assertNotEquals(driveId(ann), driveId(bob));
    bob.send(Ask.get("/v1.0/me/drive/root:/Book.xlsx")).is(404);
    assertFalse(bob.send(Ask.get("/v1.0/me/drive/root/children")).text().contains("Book.xlsx"));
  }

  @Test
  void meIsTheSameAsUsersWithMyIdOrName() {
    for (String drive :
        new String[] {
          "/v1.0/me/drive",
          "/v1.0/users/" + ann.id() + "/drive",
          "/v1.0/users/ann/drive",
          "/v1.0/drives/" + driveId(ann),
          "/v1.0/drive"
        }) {
      assertEquals(driveId(ann), ann.send(Ask.get(drive)).is(200).member("id"), drive);
    }
  }

  @Test
  void driveIdsLookLikeRealOnes() {
    assertEquals("b!", driveId(ann).substring(0, 2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "/root", "/root/children", "/items/@", "/items/@/content", "/root:/Book.xlsx"})
  void driveOfAnotherUserIsNotThere(String rest) {
    String path = rest.replace("@", itemId());
    for (String drive : annsDrive().toList()) {
      bob.send(Ask.get(drive + path)).refuses(404, "ResourceNotFound", "");
    }
  }

  private Stream<String> annsDrive() {
    return Stream.of(
        "/v1.0/drives/" + driveId(ann),
        "/v1.0/users/" + ann.id() + "/drive",
        "/v1.0/users/ann/drive");
  }

  @Test
  void answersAreTheSameWhetherAnotherUserExistsOrNot() {
    Reply exists = bob.send(Ask.get("/v1.0/users/ann/drive"));
    Reply doesNot = bob.send(Ask.get("/v1.0/users/nobody/drive"));
    assertEquals(doesNot.status(), exists.status());
    assertEquals(doesNot.code(), exists.code());
    assertEquals(doesNot.message(), exists.message());
  }

  @Test
  void workbookOfAnotherUserIsNotThere() {
    String workbook = "/items/" + itemId() + "/workbook";
    for (String drive : annsDrive().toList()) {
      bob.send(Ask.post(drive + workbook + "/createSession", "{}")).is(404);
      bob.send(Ask.get(drive + workbook + "/worksheets")).is(404);
      bob.send(Ask.of("DELETE", drive + "/items/" + itemId())).is(404);
      bob.send(Ask.put(drive + "/root:/Book.xlsx:/content", Samples.small())).is(404);
    }
    bob.send(Ask.get("/v1.0/me/drive" + workbook + "/worksheets")).is(404);
  }

  @Test
  void sessionIdOfAnotherUserIsOfNoUseInAnyDrive() {
    String workbook = "/v1.0/me/drive/items/" + itemId() + "/workbook";
    String id = ann.send(Ask.post(workbook + "/createSession", "{}")).is(201).member("id");
    bob.send(Ask.put("/v1.0/me/drive/root:/Book.xlsx:/content", Samples.small()));
    bob.send(Ask.post("/v1.0/me/drive/root:/Book.xlsx:/workbook/closeSession").in(id))
        .knowsNoSession();
    ann.send(Ask.post(workbook + "/closeSession").in(id)).is(204);
  }
}
