package dev.quire.conformance.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.DirectServer;
import dev.quire.conformance.fixture.OpenSession;
import dev.quire.conformance.fixture.Reply;
import dev.quire.conformance.fixture.User;
import dev.quire.graph.GraphSettings;
import dev.quire.session.BookRef;
import dev.quire.session.SessionSettings;
import dev.quire.store.MemoryDrive;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Requests that are still at work while their session is closed or time passes. They are stopped
/// half-way below the API, where a test can hold them.
final class RunningRequestsTest {
  private static final long PATIENCE_SECONDS = 10;

  private final MemoryDrive drive = new MemoryDrive();
  private final DirectServer server =
      new DirectServer(drive, GraphSettings.GRAPH, SessionSettings.GRAPH);
  private final User ann = server.user("ann");
  private final BookFile book = server.book("Book.xlsx");
  private final BookRef ref = new BookRef(book.driveId(), drive, book.id());
  private final CountDownLatch atWork = new CountDownLatch(1);
  private final CountDownLatch mayFinish = new CountDownLatch(1);

  @AfterEach
  void stop() {
    mayFinish.countDown();
    server.close();
  }

  /// A request in the session that is at work until it may finish.
  private CompletableFuture<Integer> slowRequest(OpenSession session) throws InterruptedException {
    var request =
        CompletableFuture.supplyAsync(
            () -> server.sessions().read("ann", ref, Optional.of(session.id()), _ -> held()),
            Thread::startVirtualThread);
    assertTrue(atWork.await(PATIENCE_SECONDS, TimeUnit.SECONDS));
    return request;
  }

  private int held() {
    atWork.countDown();
    try {
      return mayFinish.await(PATIENCE_SECONDS, TimeUnit.SECONDS) ? 1 : 0;
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  /// A write that is held at work and then fails.
  private CompletableFuture<Void> slowWriteThatFails(OpenSession session)
      throws InterruptedException {
    var request =
        CompletableFuture.runAsync(
            () ->
                server
                    .sessions()
                    .write(
                        "ann",
                        ref,
                        Optional.of(session.id()),
                        _ -> {
                          held();
                          throw new IllegalStateException("no edit after all");
                        }),
            Thread::startVirtualThread);
    assertTrue(atWork.await(PATIENCE_SECONDS, TimeUnit.SECONDS));
    return request;
  }

  @Test
  void closeWaitsForRunningRequests() throws Exception {
    OpenSession session = ann.opens(book).persistent();
    CompletableFuture<Integer> request = slowRequest(session);
    var close = CompletableFuture.supplyAsync(session::close, Thread::startVirtualThread);
    assertThrows(TimeoutException.class, () -> close.get(100, TimeUnit.MILLISECONDS));
    mayFinish.countDown();
    assertEquals(1, request.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
    close.get(PATIENCE_SECONDS, TimeUnit.SECONDS).is(204);
    session.read("A1").knowsNoSession();
  }

  @Test
  void requestsThatComeWhileASessionIsClosingFinishOrFindItGone() throws Exception {
    OpenSession session = ann.opens(book).persistent();
    CompletableFuture<Integer> request = slowRequest(session);
    var close = CompletableFuture.supplyAsync(session::close, Thread::startVirtualThread);
    var late =
        CompletableFuture.supplyAsync(() -> session.write("A1", 5), Thread::startVirtualThread);
    mayFinish.countDown();
    request.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    close.get(PATIENCE_SECONDS, TimeUnit.SECONDS).is(204);
    Reply answer = late.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (answer.status() == 200) {
      assertEquals(5, book.saved("A1"), "an acknowledged write is saved by the close");
    } else {
      answer.knowsNoSession();
      assertEquals(1, book.saved("A1"), "a refused write changes nothing");
    }
  }

  @Test
  void sessionDoesNotExpireWhileARequestRuns() throws Exception {
    OpenSession session = ann.opens(book).nonPersistent();
    CompletableFuture<Integer> request = slowRequest(session);
    server.wait(Duration.ofMinutes(20));
    mayFinish.countDown();
    assertEquals(1, request.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
    session.refresh().is(204);
  }

  @Test
  void endOfARequestRestartsTheClockToo() throws Exception {
    OpenSession session = ann.opens(book).persistent();
    CompletableFuture<Integer> request = slowRequest(session);
    server.wait(Duration.ofMinutes(4));
    mayFinish.countDown();
    request.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    server.wait(Duration.ofMinutes(4));
    session.refresh().is(204);
  }

  @Test
  void readersDoNotWaitForAWriter() throws Exception {
    OpenSession session = ann.opens(book).persistent();
    var writer = slowWriteThatFails(session);
    assertEquals(1, session.reads("A1").getAsInt());
    assertEquals(1, ann.reads(book, "A1").getAsInt());
    assertFalse(writer.isDone());
    mayFinish.countDown();
    assertThrows(ExecutionException.class, () -> writer.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
  }

  @Test
  void writerThatFailsHalfWayLeavesTheSessionUsable() {
    OpenSession session = ann.opens(book).persistent();
    assertThrows(
        IllegalArgumentException.class,
        () ->
            server
                .sessions()
                .write(
                    "ann",
                    ref,
                    Optional.of(session.id()),
                    _ -> {
                      throw new IllegalArgumentException("no edit after all");
                    }));
    session.writes("A1", 5).close().is(204);
    assertEquals(5, book.saved("A1"));
  }

  @Test
  void stopSavesWhatWasAcknowledgedBesideARequestThatDoesNotEnd() throws Exception {
    OpenSession session = ann.opens(book).persistent().writes("A1", 40);
    var request = slowRequest(session);
    server.sessions().close(Duration.ofMillis(50));
    assertEquals(40, book.saved("A1"));
    mayFinish.countDown();
    request.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  @Test
  void stopSavesWhatWasAcknowledgedBesideAWriteThatDoesNotEnd() throws Exception {
    OpenSession session = ann.opens(book).persistent().writes("A1", 40);
    var request = slowWriteThatFails(session);
    server.sessions().close(Duration.ofMillis(50));
    assertEquals(40, book.saved("A1"));
    mayFinish.countDown();
    assertThrows(ExecutionException.class, () -> request.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
  }
}
