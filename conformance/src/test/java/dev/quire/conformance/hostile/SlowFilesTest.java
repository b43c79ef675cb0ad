package dev.quire.conformance.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.Reply;
import dev.quire.conformance.fixture.User;
import dev.quire.conformance.fixture.WorkbookServer;
import dev.quire.ooxml.guard.XlsxLimits;
import dev.quire.server.service.ServiceSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A server that gives no file any time to be read (`--reading-limit`), by a clock that stands
/// still: each file takes longer than it may, at the first look at the clock.
final class SlowFilesTest {
  @RegisterExtension
  static final WorkbookServer SERVER = WorkbookServer.with(SlowFilesTest::withoutTime);

  private final User ann = SERVER.user("ann");

  private static ServiceSettings withoutTime(ServiceSettings usual) {
    XlsxLimits files = usual.files();
    return usual.with(
        new XlsxLimits(
            files.fileBytes(),
            files.entries(),
            files.nameBytes(),
            files.partBytes(),
            files.packageBytes(),
            files.packageRatio(),
            files.packageFloorBytes(),
            files.depth(),
            files.attributes(),
            files.tokenBytes(),
            files.treeBytes(),
            files.treeElements(),
            files.modelBytes(),
            files.styles(),
            files.names(),
            files.deflateLevel(),
            Duration.ofMillis(-1)));
  }

  @Test
  void fileThatTakesTooLongIsRefusedAndTheNextRequestIsAnswered() {
    BookFile book = SERVER.book();
    for (int time = 0; time < 3; time++) {
      Reply refused = ann.send(Ask.get(book.workbook() + "/worksheets"));
      assertEquals(501, refused.status(), refused::text);
      assertEquals("UnsupportedWorkbook", refused.code(), refused::text);
      assertTrue(
          refused.message().contains("[Content_Types].xml: reading takes longer than"),
          refused::text);
      ann.send(Ask.get("/v1.0/me/drive/root/children")).is(200);
      assertTrue(book.content().get().length > 0);
    }
  }
}
