package dev.quire.conformance.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.OpenSession;
import dev.quire.conformance.fixture.Parts;
import dev.quire.conformance.fixture.Reply;
import dev.quire.conformance.fixture.Samples;
import dev.quire.conformance.fixture.User;
import dev.quire.conformance.fixture.WorkbookServer;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What closeSession tells of the file that was saved: headers of ours.
final class SaveReportTest {
  private static final String REPORT = "x-quire-save-report";
  private static final String NOTICE = "x-quire-notice";

  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();

  private final User ann = SERVER.user("ann");

  private static Optional<String> report(Reply reply) {
    return reply.header(REPORT);
  }

  @Test
  void closedSessionTellsWhatWasSaved() {
    BookFile book = SERVER.book();
    OpenSession session = ann.opens(book).persistent();
    session.writes("A1", 7);
    // A1, and the formula in B1 that reads it, both on one sheet.
    assertEquals(
        Optional.of("rewritten=1, added=0, removed=0, identical=9, cells=2"),
        report(session.close().is(204)));
  }

  @Test
  void savesInTheBackgroundAreToldToo() {
    BookFile book = SERVER.book();
    OpenSession session = ann.opens(book).persistent();
    session.writes("A1", 7);
    SERVER.wait(Duration.ofSeconds(3));
    session.writes("A2", 8);
    String told = report(session.close().is(204)).orElseThrow();
    assertTrue(told.startsWith("rewritten=1, added=0, removed=0, identical=9, cells="), told);
  }

  @Test
  void nothingIsToldWhereNothingWasSaved() {
    BookFile book = SERVER.book();
    assertEquals(Optional.empty(), report(ann.opens(book).persistent().close()));
    OpenSession forgetful = ann.opens(book).nonPersistent();
    forgetful.writes("A1", 7);
    assertEquals(Optional.empty(), report(forgetful.close()));
  }

  @Test
  void signatureIsRemovedByAChangeOnlyAndTheAnswersSaySo() throws IOException {
    byte[] signed = Parts.with(Samples.small(), "_xmlsignatures/sig1.xml", "<Signature/>");
    BookFile book = SERVER.book("signed.xlsx", signed);
    ann.reads(book, "A1");
    ann.opens(book).persistent().close();
    assertEquals(signed.length, book.content().get().length);

    OpenSession session = ann.opens(book).persistent();
    String sentence = "The digital signature";
    assertTrue(session.write("A1", 7).header(NOTICE).orElse("").startsWith(sentence));
    Reply closed = session.close();
    assertTrue(closed.header(NOTICE).orElse("").startsWith(sentence), closed::toString);
    assertTrue(report(closed).orElse("").contains("removed=1"));
    assertEquals(7, book.saved("A1"));
    assertTrue(ann.writes(book, "A1", 8).header(NOTICE).isEmpty());
  }
}
