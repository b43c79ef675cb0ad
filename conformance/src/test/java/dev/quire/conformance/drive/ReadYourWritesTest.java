package dev.quire.conformance.drive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.OpenSession;
import dev.quire.conformance.fixture.User;
import dev.quire.conformance.fixture.WorkbookServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The content of a file, right after a write was acknowledged, holds the write. 500 trials;
/// `-DargLine=-Dquire.trials=10000` for more.
final class ReadYourWritesTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();

  private static final int TRIALS = Integer.getInteger("quire.trials", 500);
  private static final long SEED = 6;

  private final Random random = new Random(SEED);
  private final List<User> users = List.of(SERVER.user("ann"), SERVER.user("bob"));
  private final List<BookFile> books = List.of(SERVER.book(), SERVER.book(), SERVER.book());
  private final List<OpenSession> sessions = new ArrayList<>();

  @Test
  void contentRightAfterAnAcknowledgedWriteHoldsIt() {
    for (int trial = 1; trial <= TRIALS; trial++) {
      BookFile book = one(books);
      String cell = "A" + (1 + random.nextInt(2));
      write(book, cell, trial);
      byte[] content = one(users).send(Ask.get(book.item() + "/content")).is(200).body();
      assertEquals(trial, BookFile.number(content, cell), "trial " + trial + ", seed " + SEED);
    }
  }

  /// In a session that is open, in a new one, in one that is closed at once, or in none.
  private void write(BookFile book, String cell, int number) {
    List<OpenSession> open = sessions.stream().filter(each -> each.book() == book).toList();
    switch (random.nextInt(4)) {
      case 0 -> one(users).writes(book, cell, number).is(200);
      case 1 -> one(users).opens(book).persistent().writes(cell, number).close().is(204);
      default -> {
        OpenSession session = open.isEmpty() ? one(users).opens(book).persistent() : one(open);
        if (open.isEmpty()) {
          sessions.add(session);
        }
        session.writes(cell, number);
      }
    }
  }

  private <T> T one(List<T> many) {
    return many.get(random.nextInt(many.size()));
  }
}
