package dev.quire.bench.torture;

import dev.quire.bench.filing.Filer;
import dev.quire.bench.filing.Found;
import dev.quire.bench.filing.Truth;
import dev.quire.bench.filing.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// A start, some work, a kill; and after another start, the check.
///
/// @param command what starts `quire`
/// @param folder the server's folder
/// @param books what the workbooks must hold
/// @param writers the clients that write into them
/// @param filers the clients with files of their own
/// @param fault what happens to the disk
record Round(
    List<String> command,
    Path folder,
    Map<String, Truth> books,
    List<Writer> writers,
    List<Filer> filers,
    DiskFault fault) {
  private static final int LONGEST_WORK_MILLIS = 4_000;
  private static final int WRITES_BEFORE_KILL = 50;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
  private static final int LONGEST_START_MILLIS = 1_200;
  private static final int LONGEST_END_MILLIS = 400;

  /// @return a sentence for everything that is wrong
  List<String> run(Random random) throws IOException, InterruptedException {
    int saveAfter = 20 + random.nextInt(400);
    boolean asked = work(random, saveAfter);
    long logged = Files.size(folder.resolve("log"));
    var wrong = new ArrayList<>(filesOpen());
    if (random.nextInt(3) == 0) {
      killWhileStarting(random, saveAfter);
      wrong.addAll(filesOpen());
    }
    wrong.addAll(check(asked, saveAfter, logged));
    writers.forEach(writer -> {
      wrong.addAll(writer.complaints());
      writer.complaints().clear();
    });
    return wrong;
  }

  /// @return whether the server was asked to end first, which ends sessions
  private boolean work(Random random, int saveAfter) throws IOException, InterruptedException {
    var server = Server.start(command, folder, saveAfter);
    boolean asks = random.nextInt(4) == 0;
    try (var api = new Api(server.ready())) {
      var threads = new ArrayList<Thread>();
      writers.forEach(
          writer -> threads.add(Thread.ofVirtual().start(() -> writer.run(api, books))));
      filers.forEach(filer -> threads.add(Thread.ofVirtual().start(() -> run(filer, api.wire()))));
      if (random.nextInt(4) > 0) {
        awaitWrites(writes() + WRITES_BEFORE_KILL);
      }
      Thread.sleep(random.nextInt(LONGEST_WORK_MILLIS));
      fault.whileWorking(random);
      if (asks) {
        server.asksToEnd();
        Thread.sleep(random.nextInt(LONGEST_END_MILLIS));
      }
      server.kill();
      for (Thread thread : threads) {
        thread.interrupt();
        thread.join();
      }
    }
    fault.afterKill(random);
    return asks;
  }

  private static void run(Filer filer, Wire wire) {
    try {
      filer.run(wire);
    } catch (InterruptedException done) {
      Thread.currentThread().interrupt();
    }
  }

  /// On a busy machine a server could be killed again and again before it has done anything.
  private void awaitWrites(long count) throws InterruptedException {
    long until = System.nanoTime() + LONGEST_WAIT.toNanos();
    while (writes() < count && System.nanoTime() - until < 0) {
      Thread.sleep(10);
    }
  }

  private long writes() {
    return books.values().stream().mapToLong(Truth::writes).sum();
  }

  private void killWhileStarting(Random random, int saveAfter)
      throws IOException, InterruptedException {
    var server = Server.start(command, folder, saveAfter);
    Thread.sleep(random.nextInt(LONGEST_START_MILLIS));
    server.kill();
  }

  private List<String> filesOpen() throws IOException {
    var wrong = new ArrayList<String>();
    for (String book : books.keySet()) {
      try {
        Found.in(Files.readAllBytes(folder.resolve("drive").resolve(book)));
      } catch (IOException damaged) {
        wrong.add(book + " does not open: " + damaged.getMessage());
      }
    }
    if (fault.mayDamage()) {
      // A journal that no longer knows of the last save takes the file for somebody else's work
      // and keeps what it has beside it.
      return wrong;
    }
    try (var files = Files.list(folder.resolve("drive"))) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.contains("changes of"))
          .forEach(name -> wrong.add("a conflict that nobody made: " + name));
    }
    return wrong;
  }

  /// @param logged where the log ended before any server has seen what the fault did
  private List<String> check(boolean asked, int saveAfter, long logged)
      throws IOException, InterruptedException {
    var wrong = new ArrayList<String>();
    try (var server = Server.start(command, folder, saveAfter);
        var api = new Api(server.ready())) {
      var found = new HashMap<String, Found>();
      for (String book : books.keySet()) {
        wrong.addAll(content(api, book, found));
      }
      boolean told = fault.mayDamage() && tellsOfDamage(logged);
      for (Writer writer : writers) {
        wrong.addAll(sessions(api, writer, asked || told));
      }
      for (Filer filer : filers) {
        wrong.addAll(filer.check(api.wire(), asked));
      }
      found.forEach((book, each) -> {
        Truth truth = books.get(book);
        var sentences =
            told
                ? truth.compareDamaged(each.values(), each.sheets())
                : truth.compare(each.values(), each.sheets());
        sentences.forEach(sentence -> wrong.add(book + ": " + sentence));
      });
      server.kill();
    }
    return wrong;
  }

  /// Sessions that were open go on under the same id.
  private List<String> sessions(Api api, Writer writer, boolean asked)
      throws IOException, InterruptedException {
    var wrong = new ArrayList<String>();
    for (var open : List.copyOf(writer.tickets().entrySet())) {
      int status =
          api.send(
                  "POST",
                  Api.workbook(open.getKey()) + "/refreshSession",
                  Optional.of(open.getValue()),
                  "{}")
              .statusCode();
      if (status == 404 && asked) {
        writer.tickets().remove(open.getKey());
      } else if (status != 204) {
        wrong.add("a session on %s answers %d".formatted(open.getKey(), status));
      }
    }
    return wrong;
  }

  /// Whether a server has said in the log that something is damaged.
  private boolean tellsOfDamage(long from) throws IOException {
    byte[] log = Files.readAllBytes(folder.resolve("log"));
    String told = new String(log, (int) from, log.length - (int) from, StandardCharsets.UTF_8);
    return told.contains("damaged") || told.contains("could not be recovered");
  }

  private static List<String> content(Api api, String book, Map<String, Found> found)
      throws IOException, InterruptedException {
    var answer = api.send("GET", Api.file(book) + ":/content", Optional.empty(), "");
    if (answer.statusCode() != 200) {
      return List.of(book + ": " + new String(answer.body(), StandardCharsets.UTF_8));
    }
    found.put(book, Found.in(answer.body()));
    return List.of();
  }
}
