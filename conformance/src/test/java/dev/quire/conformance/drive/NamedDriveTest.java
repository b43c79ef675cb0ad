package dev.quire.conformance.drive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.Escapes;
import dev.quire.conformance.fixture.Reply;
import dev.quire.conformance.fixture.Samples;
import dev.quire.conformance.fixture.User;
import dev.quire.conformance.fixture.WorkbookServer;
import dev.quire.server.service.ServiceSettings;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Folders that stand for the drives of sites and groups (semantics §2.1).
final class NamedDriveTest {
  private static final String SITE = "contoso.sharepoint.com:/sites/hr";
  private static final String GROUP = "6a0b8c3c-1f0e-4f0c-9d59-1f0d3a3a7c11";

  @RegisterExtension
  static final WorkbookServer SERVER = WorkbookServer.with(NamedDriveTest::withSiteAndGroup);

  private final User ann = SERVER.user("ann");

  private static ServiceSettings withSiteAndGroup(ServiceSettings usual) {
    var beside = usual.drives().state().resolveSibling("named");
    return usual.with(
        usual
            .drives()
            .named(
                Map.of(SITE, beside.resolve("hr"), "root", beside.resolve("root")),
                Map.of(GROUP, beside.resolve("team"))));
  }

  @BeforeEach
  void putABookIntoEachDrive() {
    SERVER.needsToBeAlone();
    for (String drive :
        new String[] {"/sites/" + SITE + ":/drive", "/groups/" + GROUP + "/drive"}) {
      ann.send(Ask.put("/v1.0" + drive + "/root:/Book.xlsx:/content", Samples.small()));
    }
  }

  private Reply get(String path) {
    return ann.send(Ask.get("/v1.0" + path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/sites/" + SITE + ":/drive",
        "/sites/CONTOSO.sharepoint.com:/sites/HR:/drive",
        "/groups/" + GROUP + "/drive",
        "/groups('" + GROUP + "')/drive"
      })
  void workbookIsReachedByEveryFormOfAddress(String drive) {
    String id = get(drive + "/root:/Book.xlsx").is(200).member("id");
    String driveId = Escapes.segment(get(drive).is(200).member("id"));
    String owner = drive.substring(0, drive.length() - "/drive".length());
    for (String book :
        new String[] {
          drive + "/items/" + id,
          drive + "/root:/Book.xlsx:",
          owner + "/drives/" + driveId + "/items/" + id,
          "/drives/" + driveId + "/items/" + id
        }) {
      Reply cell = get(book + "/workbook/worksheets/Sheet1/range(address='B1')").is(200);
      assertEquals("[[3]]", cell.json().get("values").toString(), book);
    }
  }

  @Test
  void eachDriveHasItsOwnFiles() {
    get("/sites/root/drive/root:/Book.xlsx").is(404);
    get("/me/drive/root:/Book.xlsx").is(404);
    assertNotEquals(
        get("/sites/root/drive").member("id"), get("/groups/" + GROUP + "/drive").member("id"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/sites/elsewhere/drive", "/groups/nobody/drive", "/sites/a:/b:/drive"})
  void unknownSiteOrGroupHasNoDrive(String drive) {
    assertEquals("ResourceNotFound", get(drive + "/root/children").is(404).code());
  }
}
