package dev.quire.bench.filing;

import dev.quire.bench.filing.Filer.Lost;
import dev.quire.bench.filing.World.Seen;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;

/// What a client has asked for and was answered, and how its folder therefore looks. As long as a
/// request has not been answered clearly there are two worlds it may be in.
final class Ledger {
  private static final int LINES = 60;

  /// Somebody has a session, or was quicker: nothing was done.
  private static final Set<Integer> REFUSALS = Set.of(412, 423);

  private final Queue<String> complaints;
  private final Deque<Lost> lost;
  private final Deque<String> diary = new ArrayDeque<>();
  private volatile World known = World.EMPTY;
  private volatile Optional<World> maybe = Optional.empty();
  private volatile int done;

  /// @param complaints gets what no server may ever say
  /// @param lost gets the sessions whose files were deleted
  Ledger(Queue<String> complaints, Deque<Lost> lost) {
    this.complaints = complaints;
    this.lost = lost;
  }

  /// How many changes have been acknowledged.
  int done() {
    return done;
  }

  /// Whether it is known what became of everything.
  boolean isClear() {
    return maybe.isEmpty();
  }

  /// How the folder looks, as far as is known.
  World world() {
    return known;
  }

  /// The files in it.
  List<Paper> papers() {
    return List.copyOf(known.papers().values());
  }

  /// Decides from what a server shows which of two worlds has come about.
  ///
  /// @return what is wrong if it is neither
  Optional<String> settle(Seen seen) {
    World before = known;
    Optional<World> after = maybe;
    maybe = Optional.empty();
    Optional<World> right =
        after
            .filter(each -> each.fits(seen))
            .or(() -> Optional.of(before).filter(each -> each.fits(seen)));
    known = right.orElseGet(() -> adopted(seen, before));
    known
        .papers()
        .forEach((path, paper) ->
            Optional.ofNullable(seen.files().get(path)).ifPresent(paper::isCalled));
    before.papers().values().forEach(paper -> leaveOrStay(paper));
    return right.isPresent()
        ? Optional.empty()
        : Optional.of(
            "the folder holds %s %s, not %s%s"
                .formatted(
                    seen.files(),
                    seen.folders(),
                    before.told(),
                    after.map(each -> " nor " + each.told()).orElse("")));
  }

  /// Notes whether a file that was to go is still there.
  void leaveOrStay(Paper paper) {
    if (known.papers().containsValue(paper)) {
      paper.leaving(false);
    } else {
      paper
          .ticket()
          .ifPresent(ticket -> lost.add(new Lost(paper.id().orElseThrow(), ticket, Instant.now())));
    }
  }

  /// What can be made of a world that must not be.
  private static World adopted(Seen seen, World before) {
    var papers = new TreeMap<String, Paper>();
    seen.files()
        .forEach((path, id) ->
            before.papers().values().stream()
                .filter(paper -> paper.id().equals(Optional.of(id)))
                .findFirst()
                .ifPresent(paper -> papers.put(path, paper)));
    return new World(papers, seen.folders());
  }

  /// Does something after which the world is another one.
  ///
  /// @return the answer, if it was done
  Optional<HttpResponse<byte[]>> attempt(World after, int expected, Request request)
      throws IOException, InterruptedException {
    maybe = Optional.of(after);
    String begun = LocalTime.now().toString();
    var answer = request.send();
    note(begun, answer);
    int status = answer.statusCode();
    if (status == expected) {
      known = after;
      maybe = Optional.empty();
      done++;
      return Optional.of(answer);
    }
    if (REFUSALS.contains(status)) {
      maybe = Optional.empty();
    } else if (!Scribe.EXCUSES.contains(status)) {
      complaints.add(
          "%s %s: %d %s"
              .formatted(
                  answer.request().method(), answer.request().uri(), status, Wire.text(answer)));
    }
    return Optional.empty();
  }

  private void note(String begun, HttpResponse<byte[]> answer) {
    var request = answer.request();
    diary.add(
        "%.12s %s %s: %d at %.12s"
            .formatted(
                begun,
                request.method(),
                request.uri().toString().replaceFirst("/v1.0/me/drive", " "),
                answer.statusCode(),
                LocalTime.now().toString()));
    if (diary.size() > LINES) {
      diary.removeFirst();
    }
  }

  /// What was done last, for people.
  String diary() {
    return String.join("\n    ", diary);
  }

  /// Something that is asked of a server.
  interface Request {
    HttpResponse<byte[]> send() throws IOException, InterruptedException;
  }
}
