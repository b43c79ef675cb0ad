package dev.quire.conformance.session;

import static net.jqwik.api.Arbitraries.integers;
import static net.jqwik.api.Arbitraries.of;

import dev.quire.conformance.fixture.DirectServer;
import dev.quire.graph.GraphSettings;
import dev.quire.session.SessionSettings;
import dev.quire.store.MemoryDrive;
import dev.quire.store.journal.JournalStore;
import dev.quire.store.journal.SqliteJournal;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.OptionalInt;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/// Any history of several users with several sessions on several workbooks, and of another program
/// that replaces the files under them, goes as a simple model says it does.
final class SessionsProperties {
  private static final int USERS = 3;
  private static final int BOOKS = 2;
  private static final int PER_WORKBOOK = 4;

  /// Held here, because a logger that nobody holds forgets its level.
  private static final Logger WARNINGS = Logger.getLogger("dev.quire.session");

  private static DirectServer server;
  private static DirectServer journaled;
  private static JournalStore journal;
  private static int histories;

  @BeforeContainer
  static void start() throws IOException {
    // Conflicts are what is tested here; that each is reported would fill the screen.
    WARNINGS.setLevel(Level.OFF);
    SessionSettings usual = SessionSettings.GRAPH;
    var limits =
        new SessionSettings(
            usual.persistentIdle(),
            usual.privateIdle(),
            OptionalInt.of(PER_WORKBOOK),
            usual.quiet(),
            usual.bookIdle(),
            usual.operationLife());
    server = new DirectServer(new MemoryDrive(), GraphSettings.GRAPH, limits);
    journal = SqliteJournal.open(Files.createTempDirectory("quire-journal"));
    journaled = new DirectServer(new MemoryDrive(), GraphSettings.GRAPH, limits, journal);
  }

  @AfterContainer
  static void stop() {
    server.close();
    journaled.close();
    journal.close();
    WARNINGS.setLevel(null);
  }

  @Property(tries = 300)
  void everyHistoryGoesAsTheModelSays(@ForAll("histories") List<Step> steps) {
    var history = new History(server, "h" + histories++, USERS, BOOKS, PER_WORKBOOK);
    steps.forEach(history::take);
    history.ends();
  }

  @Property(tries = 200)
  void everyHistoryWithCrashesGoesAsTheModelSays(@ForAll("crashing") List<Step> steps) {
    var history = new History(journaled, "j" + histories++, USERS, BOOKS, PER_WORKBOOK);
    steps.forEach(history::take);
    history.ends();
  }

  @Provide
  Arbitrary<List<Step>> histories() {
    return step().list().ofMinSize(1).ofMaxSize(60);
  }

  @Provide
  Arbitrary<List<Step>> crashing() {
    return Arbitraries.frequencyOf(Tuple.of(8, step()), Tuple.of(1, of(new Step.Crash())))
        .list()
        .ofMinSize(1)
        .ofMaxSize(60);
  }

  private static Arbitrary<Step> step() {
    return Arbitraries.frequencyOf(
        Tuple.of(5, Combinators.combine(user(), book(), of(true, false)).as(Step.Create::new)),
        Tuple.of(2, session().map(Step.Refresh::new)),
        Tuple.of(6, Combinators.combine(session(), cell()).as(Step.Read::new)),
        Tuple.of(8, Combinators.combine(session(), input(), number()).as(Step.Write::new)),
        Tuple.of(3, session().map(Step.Close::new)),
        Tuple.of(3, Combinators.combine(user(), book(), cell()).as(Step.ReadOutside::new)),
        Tuple.of(
            2, Combinators.combine(user(), book(), input(), number()).as(Step.WriteOutside::new)),
        Tuple.of(1, Combinators.combine(user(), book()).as(Step.Download::new)),
        Tuple.of(1, Combinators.combine(book(), number()).as(Step.Overwrite::new)),
        Tuple.of(1, Combinators.combine(session(), user()).as(Step.Borrow::new)),
        Tuple.of(1, Combinators.combine(session(), book()).as(Step.Misplace::new)),
        Tuple.of(4, of(1, 2, 100, 299, 300, 119, 419, 420).map(Step.Wait::new)));
  }

  private static Arbitrary<Integer> user() {
    return integers().between(0, USERS - 1);
  }

  private static Arbitrary<Integer> book() {
    return integers().between(0, BOOKS - 1);
  }

  private static Arbitrary<Integer> session() {
    return integers().between(0, 9);
  }

  private static Arbitrary<Integer> number() {
    return integers().between(1, 99);
  }

  /// Cells that are written.
  private static Arbitrary<String> input() {
    return of("A1", "A2", "C3");
  }

  /// Cells that are read.
  private static Arbitrary<String> cell() {
    return of("A1", "A2", "B1", "C3");
  }
}
