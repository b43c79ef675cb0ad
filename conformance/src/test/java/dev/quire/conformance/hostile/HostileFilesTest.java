package dev.quire.conformance.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.Corpus;
import dev.quire.conformance.fixture.Reply;
import dev.quire.conformance.fixture.User;
import dev.quire.conformance.fixture.WorkbookServer;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Files that want to do harm: each is opened, or refused with part and limit, in time, and the
/// next request is answered. The process has a gigabyte of heap for server and test together.
final class HostileFilesTest {
  private static final Duration MOST = Duration.ofSeconds(2);

  /// What Graph says of files that it does not open.
  private static final Set<String> REFUSALS =
      Set.of("GenericFileOpenError", "UnsupportedWorkbook", "AccessDenied", "invalidRequest");

  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();

  private final User ann = SERVER.user("ann");

  @TestFactory
  Stream<DynamicTest> threatsAreOpenedOrRefusedWithPartAndLimit() {
    return Threats.all().stream()
        .map(threat -> DynamicTest.dynamicTest(threat.name(), () -> check(threat)));
  }

  private void check(Threat threat) throws IOException {
    Reply reply = inTime(threat.name(), threat.content().get());
    if (threat.expected().equals(Threat.OPENS)) {
      reply.is(200);
    } else if (!threat.expected().startsWith(Threat.OPENS)) {
      assertTrue(REFUSALS.contains(reply.code()), reply::text);
      String told = reply.message().toLowerCase(Locale.ROOT);
      assertTrue(told.contains(threat.expected().toLowerCase(Locale.ROOT)), reply::text);
    }
  }

  @TestFactory
  Stream<DynamicTest> damagedFilesOfOthersAreOpenedOrRefused() {
    return Corpus.table("hostile.tsv").stream()
        .map(row -> DynamicTest.dynamicTest(row[0], () -> check(row[0], row[4])));
  }

  private void check(String path, String expected) throws IOException {
    byte[] content = Corpus.file(path);
    if (content.length == 0) {
      SERVER.needsToBeAlone("what is uploaded empty becomes a new workbook");
    }
    Reply reply = inTime(path, content);
    boolean opened = reply.status() == 200;
    assertTrue(opened || REFUSALS.contains(reply.code()), reply::text);
    if (expected.equals("open") || expected.equals("refuse")) {
      assertEquals(expected.equals("open"), opened, reply::text);
    }
  }

  /// Asks for the sheets of a file and for a cell of the first one, and afterwards for one of a
  /// healthy file.
  private Reply inTime(String name, byte[] content) throws IOException {
    BookFile healthy = SERVER.book();
    BookFile book = SERVER.book("hostile%08x.xlsx".formatted(name.hashCode()), content);
    long start = System.nanoTime();
    Reply reply = ann.send(Ask.get(book.workbook() + "/worksheets"));
    if (reply.status() == 200) {
      String sheet =
          reply.json().getAsJsonArray("value").get(0).getAsJsonObject().get("id").getAsString();
      reply =
          ann.send(
              Ask.get(
                  book.workbook()
                      + "/worksheets/"
                      + sheet.replace("{", "%7B").replace("}", "%7D")
                      + "/range(address='A1')"));
    }
    Duration taken = Duration.ofNanos(System.nanoTime() - start);
    assertTrue(taken.compareTo(MOST) < 0, () -> "took " + taken);
    assertEquals(1, ann.reads(healthy, "A1").getAsInt());
    SERVER.removes(book);
    return reply;
  }
}
