package dev.quire.bench;

import dev.quire.engine.ref.Area;
import dev.quire.engine.value.NumberValue;
import dev.quire.ooxml.XlsxFile;
import dev.quire.server.QuireServer;
import dev.quire.server.ServerConfig;
import dev.quire.server.service.ServiceSettings;
import dev.quire.server.service.WorkbookService;
import dev.quire.server.token.TokenOrder;
import dev.quire.store.journal.BookKey;
import dev.quire.store.journal.FileMark;
import dev.quire.store.journal.JournalStore;
import dev.quire.store.journal.LogEntry;
import dev.quire.store.journal.SqliteJournal;
import dev.quire.workbook.CellGrid;
import dev.quire.workbook.Edit;
import dev.quire.workbook.Entry;
import dev.quire.workbook.encoding.EditRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// How many acknowledged writes of one cell a second 64 clients get, beside what the journal alone
/// takes of the same changes in the same run.
public final class JournalBenchmark {
  private static final int CLIENTS = 64;
  private static final long WARM_UP_NANOS = Duration.ofSeconds(25).toNanos();
  private static final long RUN_NANOS = Duration.ofSeconds(8).toNanos();
  private static final int MOST_TIMES = 1_000_000;

  private JournalBenchmark() {}

  /// What one client does, again and again.
  private interface Client extends AutoCloseable {
    void write(int count) throws Exception;

    @Override
    default void close() throws Exception {}
  }

  /// Makes the clients.
  private interface Clients {
    Client open(int number) throws Exception;
  }

  /// Runs all measurements and prints them.
  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("quire-bench");
    journalAlone(folder);
    server(folder);
    System.exit(0);
  }

  private static void journalAlone(Path folder) throws Exception {
    try (JournalStore journal = SqliteJournal.open(folder.resolve("alone"))) {
      measure("journal alone, a log each", number -> new LogClient(journal, number));
    }
  }

  private static final class LogClient implements Client {
    private final JournalStore journal;
    private final BookKey book;
    private long sequence;

    LogClient(JournalStore journal, int number) {
      this.journal = journal;
      this.book = new BookKey("drive", "item" + number);
    }

    @Override
    public void write(int count) {
      sequence++;
      var entry = new Entry.Constant(new NumberValue(count));
      var edit =
          new Edit.WriteCells(
              0, Area.cell(0, 0), Optional.empty(), Optional.of(CellGrid.filled(entry)));
      var file = new FileMark(0, "", new byte[0]);
      journal
          .append(
              book,
              new LogEntry(sequence, EditRecord.write(edit)),
              sequence == 1 ? Optional.of(file) : Optional.empty())
          .join();
    }
  }

  private static void server(Path folder) throws Exception {
    Path drive = Files.createDirectories(folder.resolve("drive"));
    for (int number = 0; number < CLIENTS; number++) {
      Files.write(drive.resolve("Book%d.xlsx".formatted(number)), XlsxFile.blank());
    }
    ServerConfig config = ServerConfig.development(folder.resolve("data"));
    var settings = ServiceSettings.graph(drive, folder.resolve("state"));
    try (var server =
        QuireServer.start(
            config, (tokens, clock) -> WorkbookService.open(settings, tokens, clock))) {
      String token =
          server.issuer().orElseThrow().mint(TokenOrder.work("bench", Duration.ofHours(2)));
      measure("GET /health, for comparison", _ -> new Health(new LeanClient(server.baseUrl())));
      // The first of them also warms up the second.
      for (int books : List.of(16, CLIENTS)) {
        measure(
            "PATCH of a cell, %d workbooks".formatted(books),
            number ->
                new Patching(new LeanClient(server.baseUrl()), token, number % books, number));
      }
    }
  }

  private record Health(LeanClient http) implements Client {
    @Override
    public void write(int count) throws Exception {
      http.send("GET", "/health", "", "");
    }

    @Override
    public void close() throws Exception {
      http.close();
    }
  }

  private static final class Patching implements Client {
    private final LeanClient http;
    private final String path;
    private final String headers;

    Patching(LeanClient http, String token, int book, int row) throws Exception {
      this.http = http;
      String workbook = "/v1.0/me/drive/root:/Book%d.xlsx:/workbook".formatted(book);
      this.path = workbook + "/worksheets/Sheet1/range(address='A%d')".formatted(row + 1);
      String usual =
          "Authorization: Bearer %s\r\nContent-Type: application/json\r\n".formatted(token);
      String body =
          http.send("POST", workbook + "/createSession", usual, "{\"persistChanges\":true}").body();
      int id = body.indexOf("\"id\":\"") + 6;
      String ticket = body.substring(id, body.indexOf('"', id));
      this.headers = usual + "workbook-session-id: " + ticket + "\r\n";
    }

    @Override
    public void write(int count) throws Exception {
      var answer = http.send("PATCH", path, headers, "{\"values\":[[" + count + "]]}");
      if (answer.status() != 200) {
        throw new IllegalStateException(answer.status() + ": " + answer.body());
      }
    }

    @Override
    public void close() throws Exception {
      http.close();
    }
  }

  @SuppressWarnings("SystemOut")
  private static void measure(String what, Clients clients) throws Exception {
    var times = new long[MOST_TIMES];
    var measured = new AtomicInteger();
    var failures = new AtomicInteger();
    long begin = System.nanoTime() + WARM_UP_NANOS;
    long end = begin + RUN_NANOS;
    var threads = new Thread[CLIENTS];
    for (int number = 0; number < CLIENTS; number++) {
      Client client = clients.open(number);
      threads[number] =
          Thread.ofPlatform()
              .start(() -> {
                try (client) {
                  work(client, begin, end, times, measured);
                } catch (Exception failed) {
                  failures.incrementAndGet();
                }
              });
    }
    Thread.sleep(Math.max(0, (begin - System.nanoTime()) / 1_000_000));
    long cpu = cpuNanos();
    for (Thread thread : threads) {
      thread.join();
    }
    cpu = cpuNanos() - cpu;
    int count = Math.min(measured.get(), times.length);
    System.out.printf(
        "%s, 64 clients: %,.0f/s, %.0f us CPU each (clients included), %s%s%n",
        what,
        measured.get() / (RUN_NANOS / 1e9),
        cpu / 1e3 / Math.max(1, measured.get()),
        Percentiles.of(Arrays.copyOf(times, count)),
        failures.get() == 0 ? "" : ", %d clients failed".formatted(failures.get()));
  }

  private static long cpuNanos() {
    return ProcessHandle.current().info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
  }

  private static void work(
      Client client, long begin, long end, long[] times, AtomicInteger measured) throws Exception {
    int count = 0;
    for (long now = System.nanoTime(); now < end; count++) {
      client.write(count);
      long done = System.nanoTime();
      if (now >= begin) {
        int at = measured.getAndIncrement();
        if (at < times.length) {
          times[at] = done - now;
        }
      }
      now = done;
    }
  }
}
