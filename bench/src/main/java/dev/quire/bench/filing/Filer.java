package dev.quire.bench.filing;

import dev.quire.bench.filing.World.Seen;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// A client with a folder of its own. One of its threads creates, renames, moves, copies, replaces
/// and deletes files there one after the other, the other one writes into them meanwhile. So at any
/// moment at most one change of the drive has not been answered, and it must have happened wholly
/// or not at all.
public final class Filer {
  private static final int TICKETS_KEPT = 8;

  /// A server tells what became of a session as long as the session would have lived: 5 minutes
  /// after its last request, which may have come up to a round before its file was deleted.
  private static final Duration TOLD = Duration.ofMinutes(3);

  private static final long SETTLING_MILLIS = 500;

  private final String folder;
  private final Random random;
  private final Ledger ledger;
  private final Deeds deeds;
  private final Scribe scribe;
  private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
  private final Deque<Lost> lost = new ArrayDeque<>();
  private volatile boolean stopped;

  /// A session whose file was deleted.
  record Lost(String id, String ticket, Instant since) {}

  /// @param number tells it from others
  /// @param values gives values that nobody wrote before
  public Filer(int number, long seed, AtomicInteger values) {
    this.folder = "Filer" + number;
    this.random = new Random(seed);
    this.scribe = new Scribe(new Random(random.nextLong()), values, complaints);
    this.ledger = new Ledger(complaints, lost);
    this.deeds = new Deeds(random, values, ledger);
  }

  /// How many changes of the drive have been acknowledged.
  public int deeds() {
    return ledger.done();
  }

  /// Works until it is stopped or interrupted, nobody answers, or an answer does not tell what
  /// became of a request.
  public void run(Wire wire) throws InterruptedException {
    stopped = false;
    var office = new Office(wire, folder);
    Thread writing = Thread.ofVirtual().start(() -> write(office));
    try {
      office.open();
      while (!stopped && ledger.isClear()) {
        deeds.next(office);
      }
    } catch (IOException gone) {
      // It was killed.
    } finally {
      stopped = true;
      writing.join();
    }
  }

  /// Lets it end what it is doing.
  public void stop() {
    stopped = true;
  }

  private void write(Office office) {
    try {
      while (!stopped) {
        scribe.write(office, ledger::papers);
      }
    } catch (IOException gone) {
      // It was killed.
    } catch (InterruptedException done) {
      Thread.currentThread().interrupt();
    }
  }

  /// Compares with what a server shows that is well, and goes on from there.
  ///
  /// @param asked whether the server was asked to end, which ends sessions
  /// @return a sentence for everything that is wrong
  public List<String> check(Wire wire, boolean asked) throws IOException, InterruptedException {
    var office = new Office(wire, folder);
    var wrong = new ArrayList<String>();
    if (!ledger.isClear()) {
      Thread.sleep(SETTLING_MILLIS); // Another server may be at it still.
    }
    office.open();
    Seen seen = office.look();
    if (seen.hasOneIdTwice()) {
      wrong.add("two files have one id: " + seen.files());
    }
    ledger.settle(seen).ifPresent(wrong::add);
    for (var each : ledger.world().papers().entrySet()) {
      wrong.addAll(content(office, each.getKey(), each.getValue()));
      wrong.addAll(session(office, each.getKey(), each.getValue(), asked));
    }
    wrong.addAll(lostSessions(office));
    for (String each = complaints.poll(); each != null; each = complaints.poll()) {
      wrong.add(each);
    }
    if (!wrong.isEmpty()) {
      wrong.add("after\n    " + ledger.diary());
    }
    return wrong.stream().map(each -> folder + ": " + each).toList();
  }

  private static List<String> content(Office office, String path, Paper paper)
      throws IOException, InterruptedException {
    String id = paper.id().orElseThrow();
    Found found = Found.in(office.content(Office.item(id) + "/content"));
    Optional<Truth> may =
        paper
            .mayHold()
            .filter(other -> other.fork().compare(found.values(), found.sheets()).isEmpty());
    may.ifPresent(paper::holdsNow);
    paper.holdsStill();
    return paper.holds().compare(found.values(), found.sheets()).stream()
        .map(each -> "%s (%s): %s".formatted(path, id, each))
        .toList();
  }

  private static List<String> session(Office office, String path, Paper paper, boolean asked)
      throws IOException, InterruptedException {
    if (paper.ticket().isEmpty()) {
      return List.of();
    }
    int status = office.refresh(paper.id().orElseThrow(), paper.ticket().get()).statusCode();
    if (status == 204) {
      return List.of();
    }
    paper.ticket(Optional.empty());
    return status == 404 && asked
        ? List.of()
        : List.of("the session on %s answers %d".formatted(path, status));
  }

  private List<String> lostSessions(Office office) throws IOException, InterruptedException {
    while (lost.size() > TICKETS_KEPT) {
      lost.removeFirst();
    }
    Instant told = Instant.now().minus(TOLD);
    lost.removeIf(each -> each.since().isBefore(told));
    var wrong = new ArrayList<String>();
    for (Lost each : lost) {
      var answer = office.refresh(each.id(), each.ticket());
      if (answer.statusCode() != 404 || !Wire.text(answer).contains("invalidSessionNotFound")) {
        wrong.add(
            "the session on the deleted file %s answers %d %s"
                .formatted(each.id(), answer.statusCode(), Wire.text(answer)));
      }
    }
    return wrong;
  }
}
