package dev.quire.bench;

import dev.quire.server.QuireServer;
import dev.quire.server.ServerConfig;
import dev.quire.server.service.ServiceSettings;
import dev.quire.server.service.WorkbookService;
import dev.quire.server.token.TokenOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What a client waits for, over loopback HTTP, on a workbook of a million cells: opening and
/// closing sessions, one cell with two thousand dependents, a read of 36,400 cells; and the memory
/// of an idle what-if session.
public final class SessionBenchmark {
  private static final int WARM_UP = 4_000;
  private static final int ROUNDS = 2_000;
  private static final int SESSIONS = 2_000;
  private static final String WORKBOOK = "/v1.0/me/drive/root:/Large.xlsx:/workbook";
  private final LeanClient client;
  private final String token;

  private SessionBenchmark(LeanClient client, String token) {
    this.client = client;
    this.token = token;
  }

  /// Runs all measurements and prints them.
  @SuppressWarnings("SystemOut")
  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("quire-bench");
    Path drive = Files.createDirectories(folder.resolve("drive"));
    LargeBook.write(drive.resolve("Large.xlsx"));
    ServerConfig config = ServerConfig.development(folder.resolve("data"));
    try (var server =
        QuireServer.start(
            config,
            (tokens, clock) ->
                WorkbookService.open(settings(drive, folder.resolve("state")), tokens, clock))) {
      String token =
          server.issuer().orElseThrow().mint(TokenOrder.work("bench", Duration.ofHours(2)));
      try (var client = new LeanClient(server.baseUrl())) {
        new SessionBenchmark(client, token).run();
      }
    }
    System.exit(0);
  }

  private static ServiceSettings settings(Path drive, Path state) {
    return ServiceSettings.graph(drive, state).with(Unlimited.sessions(Duration.ofHours(1)));
  }

  @SuppressWarnings("SystemOut")
  private void run() throws Exception {
    long begun = System.nanoTime();
    String first = create();
    System.out.printf(
        "first createSession (reads 1M cells): %.0f ms%n", (System.nanoTime() - begun) / 1e6);
    close(first);
    lifecycle();
    patch();
    read();
    memory();
  }

  @SuppressWarnings("SystemOut")
  private void lifecycle() throws Exception {
    var bare = new long[ROUNDS];
    var creates = new long[ROUNDS];
    var closes = new long[ROUNDS];
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      long before = System.nanoTime();
      // What HTTP itself costs between this client and this server, for comparison.
      client.send("GET", "/health", "", "").is(200);
      long start = System.nanoTime();
      String ticket = create();
      long created = System.nanoTime();
      close(ticket);
      long closed = System.nanoTime();
      if (round >= 0) {
        bare[round] = start - before;
        creates[round] = created - start;
        closes[round] = closed - created;
      }
    }
    System.out.println("GET /health, for comparison: " + Percentiles.of(bare));
    System.out.println("createSession, workbook open: " + Percentiles.of(creates));
    System.out.println("closeSession, non-persistent: " + Percentiles.of(closes));
  }

  @SuppressWarnings("SystemOut")
  private void patch() throws Exception {
    String ticket = create();
    var times = new long[ROUNDS];
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      long start = System.nanoTime();
      LeanClient.Answer answer =
          send(
              "PATCH",
              "/worksheets/Model/range(address='A1')",
              ticket,
              "{\"values\":[[" + (round + 10_000) + "]]}");
      answer.is(200);
      if (round >= 0) {
        times[round] = System.nanoTime() - start;
      }
    }
    close(ticket);
    System.out.println("PATCH of a cell with 2,000 dependents: " + Percentiles.of(times));
  }

  @SuppressWarnings("SystemOut")
  private void read() throws Exception {
    for (String select : List.of("?$select=values", "?$select=values,text,formulas")) {
      var times = new long[60];
      long size = 0;
      for (int round = -30; round < times.length; round++) {
        long start = System.nanoTime();
        LeanClient.Answer answer =
            send("GET", "/worksheets/Data/range(address='A1:FZ200')" + select, "", "");
        answer.is(200);
        size = answer.body().length();
        if (round >= 0) {
          times[round] = System.nanoTime() - start;
        }
      }
      System.out.printf(
          "read of A1:FZ200 (36,400 cells, %s, %,d bytes): %s%n",
          select, size, Percentiles.of(times));
    }
  }

  @SuppressWarnings("SystemOut")
  private void memory() throws Exception {
    var tickets = new ArrayList<String>();
    long before = usedBytes();
    for (int count = 0; count < SESSIONS; count++) {
      tickets.add(create());
    }
    long after = usedBytes();
    System.out.printf(
        "memory of an idle what-if session: %,d bytes (mean of %,d)%n",
        (after - before) / SESSIONS, SESSIONS);
    for (String ticket : tickets) {
      close(ticket);
    }
  }

  private static long usedBytes() throws InterruptedException {
    for (int round = 0; round < 4; round++) {
      System.gc();
      Thread.sleep(100);
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private String create() throws IOException {
    LeanClient.Answer answer = send("POST", "/createSession", "", "{\"persistChanges\":false}");
    answer.is(201);
    String body = answer.body();
    int id = body.indexOf("\"id\":\"") + 6;
    return body.substring(id, body.indexOf('"', id));
  }

  private void close(String ticket) throws IOException {
    send("POST", "/closeSession", ticket, "").is(204);
  }

  private LeanClient.Answer send(String method, String path, String ticket, String body)
      throws IOException {
    String headers =
        "Authorization: Bearer %s\r\nContent-Type: application/json\r\n%s"
            .formatted(token, ticket.isEmpty() ? "" : "workbook-session-id: " + ticket + "\r\n");
    return client.send(method, WORKBOOK + path, headers, body);
  }
}
