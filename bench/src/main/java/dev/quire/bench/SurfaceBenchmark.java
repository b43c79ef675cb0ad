package dev.quire.bench;

import dev.quire.graph.GraphSettings;
import dev.quire.graph.edm.EdmModel;
import dev.quire.graph.path.PathParser;
import dev.quire.server.QuireServer;
import dev.quire.server.ServerConfig;
import dev.quire.server.service.ServiceSettings;
import dev.quire.server.service.WorkbookService;
import dev.quire.server.token.TokenOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// What must not grow with the workbook around: one row of a table of 150,000, a read of 36,400
/// cells, a write of 250,000 values, each in a workbook with nothing else in it and in one with a
/// million cells more; and how long a path takes to be understood.
public final class SurfaceBenchmark {
  private static final int WARM_UP = 300;
  private static final int ROUNDS = 300;
  private static final int WRITES = 4;
  private static final int PATHS = 200_000;
  private static final List<String> ROUTES =
      List.of(
          "/v1.0/me/drive/root:/folder/Book.xlsx:/workbook/worksheets",
          "/v1.0/drives/b%21abc/items/01ABC/workbook/worksheets/%7B0000-0001%7D/range(address='A1%3AB2')",
          "/v1.0/me/drive/items/01ABC/workbook/tables/Orders/rows/itemAt(index=4)/range",
          "/v1.0/me/drive/items/01ABC/workbook/tables('1')/headerRowRange/resizedRange(deltaRows=101,deltaColumns=0)/usedRange",
          "/v1.0/me/drive/items/01ABC/workbook/worksheets('It%27%27s')/charts('Chart%201')/axes/valueAxis/format/font");

  private final LeanClient client;
  private final String token;

  private SurfaceBenchmark(LeanClient client, String token) {
    this.client = client;
    this.token = token;
  }

  /// Runs all measurements and prints them.
  @SuppressWarnings("SystemOut")
  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("quire-bench");
    Path drive = Files.createDirectories(folder.resolve("drive"));
    TableBook.write(drive.resolve("alone.xlsx"), false);
    TableBook.write(drive.resolve("among-a-million.xlsx"), true);
    System.out.printf("routing: %.2f µs for a path (mean of %,d)%n", routing(), PATHS);
    // The answer to a write is the whole range, which is larger than what the cloud service gives.
    var settings = ServiceSettings.graph(drive, folder.resolve("state")).with(GraphSettings.SERVER);
    try (var server =
        QuireServer.start(
            ServerConfig.development(folder.resolve("data")),
            (tokens, clock) -> WorkbookService.open(settings, tokens, clock))) {
      String token =
          server.issuer().orElseThrow().mint(TokenOrder.work("ada", Duration.ofHours(1)));
      try (var client = new LeanClient(server.baseUrl())) {
        var benchmark = new SurfaceBenchmark(client, token);
        // Both are warmed up before either is measured, so that neither profits from the other.
        for (int round = 0; round < 2; round++) {
          for (String name : List.of("alone", "among-a-million")) {
            benchmark.run(name, round == 1);
          }
        }
      }
    }
    System.exit(0);
  }

  /// Microseconds for a path, in the middle of the mix.
  private static double routing() {
    var parser = new PathParser(EdmModel.bundled());
    long started = 0;
    int steps = 0;
    for (int round = -PATHS; round < PATHS; round++) {
      if (round == 0) {
        started = System.nanoTime();
      }
      steps +=
          parser
              .parse("GET", ROUTES.get(Math.floorMod(round, ROUTES.size())))
              .workbookPart()
              .size();
    }
    double micros = (System.nanoTime() - started) / 1e3 / PATHS;
    if (steps == 0) {
      throw new IllegalStateException("no path was understood");
    }
    return micros;
  }

  @SuppressWarnings("SystemOut")
  private void run(String name, boolean measured) throws IOException {
    String workbook = "/v1.0/me/drive/root:/" + name + ".xlsx:/workbook";
    Percentiles row = repeated(workbook + "/tables/Orders/rows?$top=1", WARM_UP, ROUNDS);
    Percentiles last =
        repeated(workbook + "/tables/Orders/rows?$top=1&$skip=149999", WARM_UP, ROUNDS);
    Percentiles cells =
        repeated(workbook + "/worksheets/Rows/range(address='A2:C12134')?$select=values", 30, 60);
    Percentiles write = writes(workbook);
    if (measured) {
      System.out.println(name + ", $top=1 of 150,000 rows: " + row);
      System.out.println(name + ", $top=1&$skip=149999: " + last);
      System.out.println(name + ", read of 36,399 cells: " + cells);
      System.out.println(name + ", PATCH of 250,000 values: " + write);
    }
  }

  private Percentiles repeated(String path, int warmUp, int rounds) throws IOException {
    var times = new long[rounds];
    for (int round = -warmUp; round < rounds; round++) {
      long start = System.nanoTime();
      expect(200, send("GET", path, "", ""));
      if (round >= 0) {
        times[round] = System.nanoTime() - start;
      }
    }
    return Percentiles.of(times);
  }

  /// Each write is of other numbers, in a session that does not persist.
  private Percentiles writes(String workbook) throws IOException {
    LeanClient.Answer created =
        send("POST", workbook + "/createSession", "", "{\"persistChanges\":false}");
    expect(201, created);
    int id = created.body().indexOf("\"id\":\"") + 6;
    String ticket = created.body().substring(id, created.body().indexOf('"', id));
    var times = new long[WRITES];
    for (int round = -WRITES; round < WRITES; round++) {
      String body = values(round);
      long start = System.nanoTime();
      expect(
          200,
          send("PATCH", workbook + "/worksheets/Paper/range(address='A1:CV2500')", ticket, body));
      if (round >= 0) {
        times[round] = System.nanoTime() - start;
      }
    }
    expect(204, send("POST", workbook + "/closeSession", ticket, ""));
    return Percentiles.of(times);
  }

  /// Close to the 5 MB that a request may have.
  private static String values(int round) {
    var body = new StringBuilder(5_000_000).append("{\"values\":[");
    for (int row = 0; row < 2500; row++) {
      body.append(row == 0 ? "[" : ",[");
      for (int column = 0; column < 100; column++) {
        body.append(column == 0 ? "" : ",")
            .append(100_000_000L + row * 1000L + column + round)
            .append(".12345678");
      }
      body.append(']');
    }
    return body.append("]}").toString();
  }

  private LeanClient.Answer send(String method, String path, String ticket, String body)
      throws IOException {
    String headers =
        "Authorization: Bearer %s\r\nContent-Type: application/json\r\n%s"
            .formatted(token, ticket.isEmpty() ? "" : "workbook-session-id: " + ticket + "\r\n");
    return client.send(method, path, headers, body);
  }

  private static void expect(int status, LeanClient.Answer answer) {
    if (answer.status() != status) {
      throw new IllegalStateException(answer.status() + ": " + answer.body());
    }
  }
}
