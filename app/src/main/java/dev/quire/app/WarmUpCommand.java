package dev.quire.app;

import dev.quire.app.setting.Settings;
import dev.quire.app.setting.UsageError;
import dev.quire.server.CannotStart;
import dev.quire.server.QuireServer;
import dev.quire.server.token.TokenOrder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/// What the launcher runs once after a build, while the virtual machine notes which classes are
/// used and which methods most time goes into: a server's start, a few requests, a larger workbook
/// and the small commands, all in a temporary folder.
final class WarmUpCommand implements Command {
  private static final int ROUNDS = 20;
  private static final int LARGE_ROUNDS = 6;

  @Override
  public int run(Settings settings, List<String> words, Shell shell)
      throws UsageError, IOException, CannotStart, InterruptedException {
    var folder = Files.createTempDirectory("quire-warm-up");
    try {
      var options = Map.of("QUIRE_DATA", folder.toString(), "QUIRE_PORT", "0");
      var ours = new Shell(options, folder, shell.out(), shell.err(), shell.clock());
      var config = Config.of(Settings.of(Map.of(), options, Map.of()), ours);
      var drive = ServeCommand.drive(config);
      try (var server = ServeCommand.start(config, drive)) {
        new Banner(server, config, drive).print(shell.out());
        use(server);
        new CommandLines(ours).run("token");
        new CommandLines(ours).run("clock", "now");
      }
    } finally {
      delete(folder);
    }
    return 0;
  }

  private static void use(QuireServer server) throws IOException, InterruptedException {
    var token = server.issuer().orElseThrow().mint(TokenOrder.work("warm-up", Duration.ofHours(1)));
    try (var client = HttpClient.newHttpClient()) {
      for (var round = 0; round < ROUNDS; round++) {
        for (var path : List.of("/health", "/nothing", "/v1.0/me/drive/root/children")) {
          client.send(request(server, path, token).build(), BodyHandlers.discarding());
        }
        workbook(client, server, token);
        client.send(
            request(server, "/v1.0/$batch", token)
                .header("Content-Encoding", "gzip")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(zipped("{\"requests\":[]}")))
                .build(),
            BodyHandlers.discarding());
      }
      large(client, server, token);
    }
  }

  /// Has a workbook read again and again: each upload is another file.
  private static void large(HttpClient client, QuireServer server, String token)
      throws IOException, InterruptedException {
    var book = "/v1.0/me/drive/root:/Large.xlsx:/";
    var range = book + "workbook/worksheets/Sheet1/range(address='A1:J20')";
    for (var round = 0; round < LARGE_ROUNDS; round++) {
      client.send(
          request(server, book + "content", token)
              .PUT(BodyPublishers.ofByteArray(WarmUpBook.bytes()))
              .build(),
          BodyHandlers.discarding());
      client.send(request(server, range, token).GET().build(), BodyHandlers.discarding());
    }
  }

  private static void workbook(HttpClient client, QuireServer server, String token)
      throws IOException, InterruptedException {
    var book = "/v1.0/me/drive/root:/Loan.xlsx:/workbook";
    var created =
        client.send(
            request(server, book + "/createSession", token)
                .POST(BodyPublishers.ofString("{\"persistChanges\":false}"))
                .build(),
            BodyHandlers.ofString());
    var ticket = created.body().replaceFirst("(?s).*\"id\":\"", "").replaceFirst("(?s)\".*", "");
    var range = book + "/worksheets/Loan/range(address='A1:D12')";
    for (var request :
        List.of(
            request(server, range, token).GET(),
            request(server, book + "/names", token).GET(),
            request(server, book + "/worksheets/Loan/range(address='H1')", token)
                .method("PATCH", BodyPublishers.ofString("{\"values\":[[\"=SUM(A1:D12)\"]]}")),
            request(server, book + "/closeSession", token).POST(BodyPublishers.noBody()))) {
      client.send(request.header("workbook-session-id", ticket).build(), BodyHandlers.discarding());
    }
  }

  private static HttpRequest.Builder request(QuireServer server, String path, String token) {
    return HttpRequest.newBuilder(server.baseUrl().resolve(path))
        .header("Authorization", "Bearer " + token)
        .header("Accept-Encoding", "identity");
  }

  private static byte[] zipped(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(bytes)) {
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
