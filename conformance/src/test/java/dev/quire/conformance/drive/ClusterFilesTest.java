package dev.quire.conformance.drive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.OpenSession;
import dev.quire.conformance.fixture.Reply;
import dev.quire.conformance.fixture.Samples;
import dev.quire.conformance.fixture.User;
import dev.quire.conformance.fixture.WorkbookServer;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Changes of files that several servers of a cluster look after.
final class ClusterFilesTest {
  private static final int PIECE_BYTES = 2 << 20;
  private static final String REPLACING = "\"@microsoft.graph.conflictBehavior\":\"replace\"";

  @RegisterExtension static final WorkbookServer CLUSTER = WorkbookServer.cluster();

  private static final AtomicInteger NAMES = new AtomicInteger();

  private final User first = CLUSTER.userAt(CLUSTER.urls().getFirst(), "ann");
  private final User second = CLUSTER.userAt(CLUSTER.urls().getLast(), "ann");

  /// A workbook that the server of a user looks after, with a change that its file lacks.
  private static BookFile lookedAfterBy(User user, int value) {
    BookFile book = CLUSTER.book();
    user.writes(book, "A1", value).is(200);
    return book;
  }

  private static Reply copy(User user, BookFile from, BookFile to) {
    return user.send(
        Ask.post(from.item() + "/copy", "{\"name\":\"%s\",%s}".formatted(to.path(), REPLACING)));
  }

  private static Reply move(User user, BookFile from, BookFile to) {
    return user.send(
        Ask.patch(from.item(), "{\"name\":\"%s\",%s}".formatted(to.path(), REPLACING)));
  }

  private static byte[] content(User user, BookFile book) {
    return user.send(Ask.get(book.item() + "/content")).is(200).body();
  }

  @Test
  void copyReplacesTheFileOfAnotherServer() {
    BookFile from = lookedAfterBy(first, 41);
    BookFile to = lookedAfterBy(second, 42);
    for (User asked : List.of(first, second)) {
      first.writes(from, "A1", first.reads(from, "A1").getAsInt() + 1).is(200);
      second.writes(to, "A1", 1).is(200);
      copy(asked, from, to).is(202);
      int value = first.reads(from, "A1").getAsInt();
      for (User each : List.of(first, second)) {
        assertEquals(value, each.reads(to, "A1").getAsInt());
        assertEquals(value, BookFile.number(content(each, to), "A1"));
      }
    }
  }

  @Test
  void moveReplacesTheFileOfAnotherServer() {
    BookFile from = lookedAfterBy(first, 41);
    BookFile to = lookedAfterBy(second, 42);
    move(second, from, to).is(200);
    for (User each : List.of(first, second)) {
      each.send(Ask.get(to.item())).is(404);
      assertEquals(41, each.reads(from, "A1").getAsInt());
      assertEquals(to.path(), each.send(Ask.get(from.item())).is(200).member("name"));
    }
    first.writes(from, "A1", 43).is(200);
    assertEquals(43, BookFile.number(content(second, from), "A1"));
  }

  @Test
  void nobodyLosesTheFileHeWorksOn() {
    BookFile from = lookedAfterBy(first, 41);
    BookFile to = lookedAfterBy(second, 42);
    OpenSession fork = second.opens(to).nonPersistent();
    copy(first, from, to).is(423);
    move(first, from, to).is(423);
    assertEquals(42, fork.reads("A1").getAsInt());
    fork.close().is(204);
    User bob = CLUSTER.user("bob");
    bob.send(Ask.post(to.item() + "/checkout", "")).is(204);
    copy(first, from, to).is(423);
    move(first, from, to).is(423);
    bob.send(Ask.post(to.item() + "/checkin", "{}")).is(204);
    move(first, from, to).is(200);
  }

  @Test
  void twoServersThatReplaceEachOthersFilesDoNotWaitForEachOther() throws Exception {
    BookFile one = lookedAfterBy(first, 41);
    BookFile other = lookedAfterBy(second, 42);
    try (var together = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Reply>> replies = new ArrayList<>();
      for (int n = 0; n < 10; n++) {
        Callable<Reply> there = () -> copy(first, one, other);
        Callable<Reply> back = () -> copy(second, other, one);
        replies.add(together.submit(there));
        replies.add(together.submit(back));
      }
      for (Future<Reply> each : replies) {
        each.get().is(202);
      }
    }
    assertArrayEquals(content(first, one), content(second, one));
    assertArrayEquals(content(first, other), content(second, other));
  }

  @Test
  void ofTwoFilesThatAreMovedOntoEachOtherOneStays() throws Exception {
    try (var together = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int n = 0; n < 20; n++) {
        BookFile one = lookedAfterBy(first, 41);
        BookFile other = lookedAfterBy(second, 42);
        Callable<Reply> there = () -> move(first, one, other);
        Callable<Reply> back = () -> move(second, other, one);
        var replies = List.of(together.submit(there), together.submit(back));
        for (Future<Reply> each : replies) {
          int status = each.get().status();
          assertTrue(List.of(200, 404, 423).contains(status), each.get()::text);
        }
        long left =
            Stream.of(one, other)
                .filter(each -> first.send(Ask.get(each.item())).status() == 200)
                .count();
        assertTrue(left >= 1);
      }
    }
  }

  @Test
  void uploadInPiecesReplacesTheFileOfAnotherServer() {
    String path = "Pieces%d.bin".formatted(NAMES.incrementAndGet());
    String item = "/v1.0/me/drive/root:/" + path;
    String link =
        first.send(Ask.post(item + ":/createUploadSession", "{}")).is(200).member("uploadUrl");
    second.send(Ask.put(item + ":/content", new byte[] {1})).is(201);
    second.send(Ask.put(item + ":/content", new byte[] {2})).is(200);
    var bytes = new byte[4 * PIECE_BYTES]; // more than the body of one request may have
    new Random(7).nextBytes(bytes);
    for (int at = 0; at < bytes.length; at += PIECE_BYTES) {
      Ask piece =
          Ask.put(CLUSTER.path(link), Arrays.copyOfRange(bytes, at, at + PIECE_BYTES))
              .with(
                  "Content-Range",
                  "bytes %d-%d/%d".formatted(at, at + PIECE_BYTES - 1, bytes.length));
      first.exchange().send(piece).is(at + PIECE_BYTES == bytes.length ? 200 : 202);
    }
    for (User each : List.of(first, second)) {
      assertArrayEquals(bytes, each.send(Ask.get(item + ":/content")).is(200).body());
    }
  }

  private static BookFile in(String folder, User user, int value) {
    String path = "%s/Book%d.xlsx".formatted(folder, NAMES.incrementAndGet());
    BookFile book = CLUSTER.book(path, Samples.small());
    user.writes(book, "A1", value).is(200);
    return book;
  }

  @Test
  void copyOfAFolderHoldsWhatWasAcknowledgedByAnyServer() {
    String folder = "Folder%d".formatted(NAMES.incrementAndGet());
    List<BookFile> books = List.of(in(folder, first, 41), in(folder, second, 42));
    first
        .send(
            Ask.post(
                "/v1.0/me/drive/root:/%s:/copy".formatted(folder),
                "{\"name\":\"Copy of %s\"}".formatted(folder)))
        .is(202);
    for (BookFile each : books) {
      BookFile copied = CLUSTER.locate("Copy of " + each.path(), second);
      assertEquals(first.reads(each, "A1").getAsInt(), second.reads(copied, "A1").getAsInt());
    }
  }

  @Test
  void folderIsDeletedWithTheFilesOfAllServers() {
    String folder = "Folder%d".formatted(NAMES.incrementAndGet());
    List<BookFile> books = List.of(in(folder, first, 41), in(folder, second, 42));
    first.send(Ask.of("DELETE", "/v1.0/me/drive/root:/" + folder)).is(204);
    for (User each : List.of(first, second)) {
      each.send(Ask.get("/v1.0/me/drive/root:/" + folder)).is(404);
      books.forEach(book -> each.send(Ask.get(book.cell("A1"))).is(404));
    }
  }

  @Test
  void snapshotIsRefusedWhereFilesAreNotOneServers() {
    UncheckedIOException refused =
        assertThrows(
            UncheckedIOException.class,
            () -> CLUSTER.ordersOfFirst("snapshot", Map.of("save", true)));
    assertTrue(refused.getMessage().contains("A cluster has no snapshots"), refused.getMessage());
  }

  private static void isGone(Reply reply) {
    reply.refuses(404, "ItemNotFound", "invalidSessionNotFound");
  }

  @Test
  void everyServerKnowsTheSessionsOfADeletedWorkbookForTheirTime() {
    BookFile book = lookedAfterBy(first, 41);
    List<String> ids = new ArrayList<>();
    ids.add(second.opens(book).persistent().id());
    ids.add(first.opens(book).nonPersistent().id());
    second.send(Ask.of("DELETE", book.item())).is(204);
    for (User each : List.of(first, second)) {
      for (String id : ids) {
        isGone(each.send(inSession(book, id)));
      }
      String foreign =
          CLUSTER.user("bob").send(inSession(book, ids.getFirst())).is(404).innerCode();
      assertEquals("", foreign);
    }
    CLUSTER.wait(Duration.ofMinutes(6));
    for (User each : List.of(first, second)) {
      assertEquals("", each.send(inSession(book, ids.getFirst())).is(404).innerCode());
    }
  }

  private static Ask inSession(BookFile book, String id) {
    return Ask.get(book.cell("A1")).with("workbook-session-id", id);
  }

  @Test
  void sessionsOfFilesInADeletedFolderAreKnownEverywhere() {
    String folder = "Folder%d".formatted(NAMES.incrementAndGet());
    List<OpenSession> sessions = new ArrayList<>();
    for (User each : List.of(first, second)) {
      BookFile book = in(folder, each, 41);
      sessions.add(each.opens(book).persistent());
      sessions.add(each.opens(book).nonPersistent());
    }
    first.send(Ask.of("DELETE", "/v1.0/me/drive/root:/" + folder)).is(204);
    for (OpenSession session : sessions) {
      for (User each : List.of(first, second)) {
        isGone(session.usedBy(each).read("A1"));
      }
    }
  }

  @Test
  void folderStaysWholeWhenOneOfItsFilesMayNotBeDeleted() {
    String folder = "Folder%d".formatted(NAMES.incrementAndGet());
    List<BookFile> books = List.of(in(folder, first, 41), in(folder, second, 42));
    User bob = CLUSTER.user("bob");
    bob.send(Ask.post(books.getLast().item() + "/checkout", "")).is(204);
    first.send(Ask.of("DELETE", "/v1.0/me/drive/root:/" + folder)).is(423);
    for (User each : List.of(first, second)) {
      assertEquals(41, each.reads(books.getFirst(), "A1").getAsInt());
      assertEquals(42, each.reads(books.getLast(), "A1").getAsInt());
    }
  }

  /// Whoever comes second finds a file of the other server where there was none a moment ago.
  @Test
  void twoServersThatAreSentTheSameNewFileTakeItBoth() throws Exception {
    try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int round = 0; round < 20; round++) {
        String path = "/v1.0/me/drive/root:/New%d.xlsx:/content".formatted(NAMES.incrementAndGet());
        List<Future<Reply>> replies =
            Stream.of(first, second, first, second)
                .map(user -> senders.submit(() -> user.send(Ask.put(path, Samples.small()))))
                .toList();
        for (Future<Reply> reply : replies) {
          assertTrue(
              List.of(200, 201).contains(reply.get().status()), () -> "" + reply.resultNow());
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"faults, A cluster takes no faults", "clock, The clock of a cluster cannot be moved"})
  void whatWouldHoldForOneServerOnlyIsRefused(String control, String why) {
    UncheckedIOException refused =
        assertThrows(
            UncheckedIOException.class,
            () -> CLUSTER.ordersOfFirst(control, Map.of("clear", true)));
    assertTrue(refused.getMessage().contains(why), refused.getMessage());
  }
}
