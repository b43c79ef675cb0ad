package dev.quire.conformance.drive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.OpenSession;
import dev.quire.conformance.fixture.User;
import dev.quire.conformance.fixture.WorkbookServer;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A snapshot lets each test start from the same state.
final class SnapshotTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();

  private final User ann = SERVER.user("ann");
  private final BookFile changed = SERVER.book();
  private final BookFile deleted = SERVER.book();
  private final BookFile renamed = SERVER.book();

  private Map<String, Object> orders(String what) {
    return SERVER.orders("snapshot", Map.of(what, true));
  }

  @Test
  void restoreBringsBackWhatWasChangedDeletedAndRenamed() {
    OpenSession before = ann.opens(changed).persistent().writes("A1", 5);
    orders("save");
    before.writes("A1", 6);
    ann.send(Ask.of("DELETE", deleted.item())).is(204);
    ann.send(Ask.patch(renamed.item(), "{\"name\":\"Elsewhere.xlsx\"}")).is(200);
    BookFile other = SERVER.book();
    SERVER.orders("faults", Map.of("fault", "503", "times", 9));
    orders("restore");
    assertEquals(5, ann.reads(changed, "A1").getAsInt());
    assertEquals(5, changed.saved("A1"));
    assertEquals(1, ann.reads(deleted, "A1").getAsInt());
    assertEquals(renamed.path(), ann.send(Ask.get(renamed.item())).is(200).member("name"));
    assertFalse(Files.exists(SERVER.drive().resolve(other.path())));
    before.read("A1").is(404);
    ann.opens(changed).persistent().writes("A1", 7).close().is(204);
    assertEquals(7, changed.saved("A1"));
    orders("restore");
    assertEquals(5, ann.reads(changed, "A1").getAsInt());
  }

  @Test
  void itemsThatChangedPlacesGoBack() {
    orders("save");
    ann.send(Ask.patch(changed.item(), "{\"name\":\"Third.xlsx\"}")).is(200);
    ann.send(Ask.patch(deleted.item(), "{\"name\":\"%s\"}".formatted(changed.path()))).is(200);
    ann.send(Ask.patch(changed.item(), "{\"name\":\"%s\"}".formatted(deleted.path()))).is(200);
    orders("restore");
    for (BookFile book : new BookFile[] {changed, deleted, renamed}) {
      assertEquals(book.path(), ann.send(Ask.get(book.item())).is(200).member("name"));
    }
  }
}
