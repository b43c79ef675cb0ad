package dev.quire.store.journal;

import static dev.quire.store.journal.JournalFolder.BOOK;
import static dev.quire.store.journal.JournalFolder.append;
import static dev.quire.store.journal.JournalFolder.appendOneByOne;
import static dev.quire.store.journal.JournalFolder.changes;
import static dev.quire.store.journal.JournalFolder.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.quire.store.Sha256;
import dev.quire.store.StoreFault;
import dev.quire.store.cluster.ClusterDatabase;
import dev.quire.store.cluster.Databases;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The journal of several servers in a real PostgreSQL.
@ExtendWith(Databases.class)
final class SharedJournalTest extends JournalStoreContract {
  private final List<AutoCloseable> open = new ArrayList<>();
  private final String url;
  private Server first;

  SharedJournalTest(String database) {
    this.url = database;
  }

  /// A server of the cluster: what it holds in hand, and its journal.
  private final class Server {
    private final ClusterDatabase database = new ClusterDatabase(url, Duration.ofSeconds(20));
    private final Map<BookKey, Long> fences = new HashMap<>();
    private final SharedJournal journal =
        new SharedJournal(
            database::connect,
            book ->
                fences.containsKey(book)
                    ? OptionalLong.of(fences.get(book))
                    : OptionalLong.empty());

    Server() {
      open.add(database);
      open.add(journal);
    }
  }

  @Override
  protected JournalStore emptyJournal() {
    first = server();
    return first.journal;
  }

  /// It takes the files from whoever has them.
  private Server server() {
    var server = new Server();
    server.database.prepare();
    for (BookKey book : List.of(BOOK, OTHER)) {
      server.fences.put(book, taken(server.database, book));
    }
    return server;
  }

  private static long taken(ClusterDatabase database, BookKey book) {
    return database.transact(connection -> {
      try (var update =
          connection.prepareStatement(
              "update book set fence = fence + 1 where drive = ? and item = ?")) {
        update.setString(1, book.drive());
        update.setString(2, book.item());
        if (update.executeUpdate() == 0) {
          SharedJournal.addFile(connection, book, book.hashCode());
          update.executeUpdate();
        }
      }
      try (var select =
          connection.prepareStatement("select fence from book where drive = ? and item = ?")) {
        select.setString(1, book.drive());
        select.setString(2, book.item());
        try (var found = select.executeQuery()) {
          found.next();
          return found.getLong(1);
        }
      }
    });
  }

  @Override
  protected JournalStore nextRun() {
    return server().journal;
  }

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
  }

  @Test
  void serverWhoseTurnIsOverWritesNothingMore() {
    appendOneByOne(first.journal, BOOK, 3);
    var second = server();
    var late = append(first.journal, BOOK, 4);
    var failure = assertThrows(CompletionException.class, late::join);
    assertInstanceOf(StoreFault.class, failure.getCause());
    assertThrows(
        StoreFault.class, () -> first.journal.intend(BOOK, new FileMark(3, "11", new byte[0])));
    assertThrows(
        StoreFault.class, () -> first.journal.open(new SessionRow("t", "ann", BOOK, NOON)));
    append(second.journal, BOOK, 4).join();
    assertEquals(changes(4), texts(second.journal.read(BOOK).orElseThrow()));
    assertEquals(List.of(), second.journal.sessions(BOOK));
  }

  @Test
  void serverThatHasTheTurnAgainKnowsWhatTheOtherWrote() {
    appendOneByOne(first.journal, BOOK, 2);
    var second = server();
    second.journal.read(BOOK);
    append(second.journal, BOOK, 3).join();
    first.fences.put(BOOK, taken(first.database, BOOK));
    assertEquals(changes(3), texts(first.journal.read(BOOK).orElseThrow()));
    append(first.journal, BOOK, 4).join();
    assertEquals(changes(4), texts(first.journal.read(BOOK).orElseThrow()));
  }

  @Test
  void contentThatAnEarlierVersionKeptIsFoundAndReleased() {
    var content = ByteBuffer.wrap(new byte[] {1, 2, 3});
    String hash = Sha256.hex(content);
    first.database.transact(connection -> {
      try (var insert =
          connection.prepareStatement(
              "insert into kept (drive, item, hash, content) values (?, ?, ?, ?)")) {
        insert.setString(1, BOOK.drive());
        insert.setString(2, BOOK.item());
        insert.setString(3, hash);
        insert.setBytes(4, content.array());
        return insert.executeUpdate();
      }
    });
    assertEquals(content, first.journal.kept(BOOK, hash).orElseThrow());
    first.journal.release(BOOK, hash);
    assertEquals(Optional.empty(), first.journal.kept(BOOK, hash));
  }

  @Test
  void contentsGoWithTheFileTheyWereKeptFor() throws Exception {
    Server server = server();
    var content = ByteBuffer.wrap(new byte[] {1, 2, 3});
    String hash = Sha256.hex(content);
    server.journal.keep(BOOK, hash, content);
    try (var connection = server.database.connect()) {
      SharedJournal.forget(connection, BOOK, Duration.ofMinutes(5));
      if (!connection.getAutoCommit()) {
        connection.commit();
      }
    }
    assertEquals(Optional.empty(), server.journal.kept(BOOK, hash));
  }

  @Test
  void fileOfAnotherServerIsRefusedBeforeTheDatabaseIsAsked() {
    first.fences.clear();
    assertThrows(StoreFault.Unreachable.class, () -> first.journal.read(BOOK));
    assertThrows(StoreFault.Unreachable.class, () -> append(first.journal, BOOK, 1));
  }
}
