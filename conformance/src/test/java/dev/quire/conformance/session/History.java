package dev.quire.conformance.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.DirectServer;
import dev.quire.conformance.fixture.OpenSession;
import dev.quire.conformance.fixture.Reply;
import dev.quire.conformance.fixture.Samples;
import dev.quire.conformance.fixture.SavedSheet;
import dev.quire.conformance.fixture.User;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/// Does the same to a server and to the model, and compares what they say.
final class History {
  private static final int END_SECONDS = 3600;

  /// What another program writes; the numbers in A1 count up from [#FIRST_OTHER].
  private static final int FIRST_OTHER = 501;

  private static final List<byte[]> OTHER_FILES =
      List.of(Samples.with("A1", FIRST_OTHER), Samples.with("A1", FIRST_OTHER + 1));

  private final DirectServer server;
  private final SessionsModel model;
  private final List<User> users;
  private final List<BookFile> books;
  private final List<String> shas;

  /// Begins with fresh users and workbooks.
  ///
  /// @param name sets them apart from those of other histories
  History(DirectServer server, String name, int userCount, int bookCount, int perWorkbook) {
    this.server = server;
    this.model = new SessionsModel(bookCount, perWorkbook, server.isJournaled());
    this.users =
        IntStream.range(0, userCount).mapToObj(n -> server.user(name + "-user" + n)).toList();
    this.books =
        IntStream.range(0, bookCount).mapToObj(n -> server.book(name + "-" + n + ".xlsx")).toList();
    this.shas = books.stream().map(BookFile::sha).toList();
  }

  void take(Step step) {
    switch (step) {
      case Step.Create create -> create(create);
      case Step.Wait(int seconds) -> {
        server.wait(Duration.ofSeconds(seconds));
        model.wait(seconds);
      }
      case Step.ReadOutside(int user, int book, String cell) ->
          assertEquals(
              model.book(book).live().number(cell), number(users.get(user), books.get(book), cell));
      case Step.WriteOutside write -> writeOutside(write);
      case Step.Overwrite(int book, int number) -> {
        server.overwrites(books.get(book), OTHER_FILES.get(number % OTHER_FILES.size()));
        model.overwrite(book, FIRST_OTHER + number % OTHER_FILES.size());
      }
      case Step.Crash _ -> {
        // The journal is told of idle times every ten seconds.
        take(new Step.Wait(10));
        server.crashes();
        model.crash();
      }
      case Step.Download(int user, int book) -> download(users.get(user), book);
      case Step.Refresh(int session) -> inSession(session, step);
      case Step.Read(int session, _) -> inSession(session, step);
      case Step.Write(int session, _, _) -> inSession(session, step);
      case Step.Close(int session) -> inSession(session, step);
      case Step.Borrow(int session, _) -> inSession(session, step);
      case Step.Misplace(int session, _) -> inSession(session, step);
    }
  }

  private void create(Step.Create create) {
    Reply reply =
        users
            .get(create.user())
            .opens(books.get(create.book()))
            .sends("{\"persistChanges\":" + create.persistent() + "}");
    if (model.isFull(create.book())) {
      reply.is(429);
    } else {
      model.create(create.user(), create.book(), create.persistent(), reply.is(201).member("id"));
    }
  }

  private void inSession(int number, Step step) {
    if (!model.hasSessions()) {
      return;
    }
    SessionsModel.Entry entry = model.session(number);
    BookFile book = books.get(entry.book);
    var session = new OpenSession(users.get(entry.user), book, book.workbook(), entry.id);
    if (step instanceof Step.Borrow(_, int user)) {
      borrow(session, entry, user);
    } else if (step instanceof Step.Misplace(_, int other)) {
      misplace(session, entry, other);
    } else if (model.isOpen(entry)) {
      inOpen(session, entry, step);
    } else {
      request(session, step).knowsNoSession();
    }
  }

  private void inOpen(OpenSession session, SessionsModel.Entry entry, Step step) {
    Reply reply = request(session, step);
    model.use(entry);
    switch (step) {
      case Step.Read(_, String cell) ->
          assertEquals(model.cells(entry).number(cell), number(reply));
      case Step.Write _, Step.Close _ when model.isStuck(entry) -> {
        refusesConflict(reply);
        model.detect(entry);
      }
      case Step.Write(_, String cell, int number) -> {
        reply.is(200);
        model.write(entry, cell, number);
      }
      case Step.Close _ -> {
        reply.is(204);
        model.close(entry);
        assertFile(entry.book, books.get(entry.book).content().get());
      }
      default -> reply.is(204);
    }
  }

  private static void refusesConflict(Reply reply) {
    reply.refuses(409, "AccessConflict", "accessConflict");
  }

  private void writeOutside(Step.WriteOutside write) {
    Reply reply =
        users.get(write.user()).writes(books.get(write.book()), write.cell(), write.number());
    if (model.book(write.book()).isInConflict()) {
      refusesConflict(reply);
      model.detect(write.book());
    } else {
      reply.is(200);
      model.writeOutside(write.book(), write.cell(), write.number());
    }
  }

  private static Reply request(OpenSession session, Step step) {
    return switch (step) {
      case Step.Read(_, String cell) -> session.read(cell);
      case Step.Write(_, String cell, int number) -> session.write(cell, number);
      case Step.Close _ -> session.close();
      default -> session.refresh();
    };
  }

  private void borrow(OpenSession session, SessionsModel.Entry entry, int user) {
    if (user != entry.user) {
      session.usedBy(users.get(user)).write("A1", 999).knowsNoSession();
      session.usedBy(users.get(user)).close().knowsNoSession();
    }
  }

  private void misplace(OpenSession session, SessionsModel.Entry entry, int book) {
    if (book != entry.book) {
      session.usedAt(books.get(book)).write("A1", 999).knowsNoSession();
      session.usedAt(books.get(book)).close().knowsNoSession();
    }
  }

  private void download(User user, int book) {
    Reply reply = user.send(Ask.get(books.get(book).item() + "/content"));
    model.detect(book);
    model.book(book).save();
    assertFile(book, reply.is(200).body());
  }

  /// The file has what the model says, which includes all that was acknowledged before a close.
  private void assertFile(int book, byte[] content) {
    var saved = SavedSheet.of(content);
    for (String cell : List.of("A1", "A2", "B1", "C3")) {
      assertEquals(model.book(book).file().number(cell), saved.number(cell), cell);
    }
  }

  private static int number(User user, BookFile book, String cell) {
    return number(user.send(Ask.get(book.cell(cell) + "?$select=values")));
  }

  /// A blank cell reads as an empty text.
  private static int number(Reply reply) {
    String value =
        reply.is(200).json().getAsJsonArray("values").get(0).getAsJsonArray().get(0).getAsString();
    return value.isEmpty() ? 0 : Integer.parseInt(value);
  }

  /// When all sessions have expired, the files have every acknowledged write or what another
  /// program has put there, and those that nobody wrote to have the bytes they had.
  void ends() {
    take(new Step.Wait(END_SECONDS));
    for (int book = 0; book < books.size(); book++) {
      assertFile(book, books.get(book).content().get());
      if (!model.book(book).isTouched()) {
        assertEquals(shas.get(book), books.get(book).sha(), "nobody wrote to this file");
      }
    }
  }
}
