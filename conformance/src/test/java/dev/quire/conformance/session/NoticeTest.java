package dev.quire.conformance.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.User;
import dev.quire.conformance.fixture.WorkbookServer;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A header says what will become of a write; bodies stay as they are.
final class NoticeTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();

  private final User ann = SERVER.user("ann");
  private final BookFile book = SERVER.book();

  @Test
  void writeThatWillBeDiscardedSaysSo() {
    String notice =
        ann.opens(book)
            .nonPersistent()
            .write("A1", 5)
            .is(200)
            .header("x-quire-notice")
            .orElseThrow();
    assertTrue(notice.contains("discard"), notice);
  }

  @Test
  void writeThatStaysSaysNothing() {
    assertEquals(
        Optional.empty(),
        ann.opens(book).persistent().write("A1", 5).is(200).header("x-quire-notice"));
    assertEquals(Optional.empty(), ann.writes(book, "A1", 6).is(200).header("x-quire-notice"));
  }
}
