package dev.quire.conformance.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.HttpExchange;
import dev.quire.conformance.fixture.Reply;
import dev.quire.conformance.fixture.Samples;
import dev.quire.server.QuireServer;
import dev.quire.server.ServerConfig;
import dev.quire.server.service.ServiceSettings;
import dev.quire.server.service.WorkbookService;
import dev.quire.server.token.TokenOrder;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A busy server writes a line for each request; nobody can read in its log what is in cells, or
/// use what is there to come in.
final class QuietLogTest {
  /// Stands in cells, formulas, names, queries and bodies, and nowhere else.
  private static final String MARKER = "Zanzibar-7731";

  private static final String WORKBOOK = "/v1.0/me/drive/root:/Book.xlsx:/workbook";

  @TempDir Path folder;

  private final ByteArrayOutputStream log = new ByteArrayOutputStream();

  /// What the parts of the server tell the platform's log.
  private static final class Listener extends Handler {
    private final StringBuffer heard = new StringBuffer();

    @Override
    public void publish(LogRecord line) {
      heard.append(new SimpleFormatter().format(line));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @Test
  void logHoldsNoCellNoTokenAndNoSession() throws Exception {
    var listener = new Listener();
    Logger root = Logger.getLogger("");
    root.addHandler(listener);
    String token;
    String session;
    try (QuireServer server = server()) {
      token = server.issuer().orElseThrow().mint(TokenOrder.work("ann", Duration.ofHours(1)));
      session = requests(server, token);
    } finally {
      root.removeHandler(listener);
    }
    String all = log.toString(StandardCharsets.UTF_8) + listener.heard;
    assertTrue(all.contains("PATCH"), "the log has a line for each request: " + all);
    assertTrue(all.contains("were recovered") || all.contains("was changed"), all);
    assertFalse(all.contains(MARKER), all);
    assertFalse(all.contains(token.substring(token.length() - 40)), all);
    assertFalse(all.contains(session), all);
  }

  private QuireServer server() throws Exception {
    Path drive = Files.createDirectories(folder.resolve("drive"));
    Files.write(drive.resolve("Book.xlsx"), Samples.small());
    ServerConfig plain = ServerConfig.development(folder.resolve("data"));
    var config =
        new ServerConfig(
            plain.host(),
            plain.port(),
            plain.tls(),
            plain.data(),
            plain.identity(),
            plain.bodyLimitBytes(),
            plain.idleTimeout(),
            plain.connections(),
            plain.drainTimeout(),
            plain.clock(),
            new PrintStream(log, true, StandardCharsets.UTF_8),
            true);
    var settings = ServiceSettings.graph(drive, folder.resolve("state"));
    return QuireServer.start(
        config, (tokens, clock) -> WorkbookService.open(settings, tokens, clock));
  }

  /// Some that are answered and some that are refused, in every way that repeats what was sent.
  ///
  /// @return the id of the session
  private String requests(QuireServer server, String token) throws Exception {
    try (var http = new HttpExchange(server.baseUrl())) {
      String session =
          http.send(as(token, Ask.post(WORKBOOK + "/createSession", "{\"persistChanges\":true}")))
              .is(201)
              .member("id");
      String cell = WORKBOOK + "/worksheets/Sheet1/range(address='A1')";
      List<Ask> asks =
          List.of(
              Ask.patch(cell, "{\"values\":[[\"" + MARKER + "\"]]}"),
              Ask.get(cell + "?$select=values&$filter=" + MARKER),
              Ask.patch(cell, "{\"formulas\":[[\"=SUM(\\\"" + MARKER + "\"]]}"),
              Ask.patch(cell, "{\"" + MARKER + "\":"),
              Ask.post(WORKBOOK + "/worksheets/add", "{\"name\":\"" + MARKER + "[]\"}"),
              Ask.post(WORKBOOK + "/functions/concatenate", "{\"values\":[\"" + MARKER + "\"]}"));
      int refused = 0;
      for (Ask ask : asks) {
        Reply reply = http.send(as(token, ask.in(session)));
        refused += reply.status() >= 400 ? 1 : 0;
        assertTrue(reply.status() < 500, reply::text);
        assertEquals("nosniff", reply.header("x-content-type-options").orElse(""));
        assertTrue(reply.header("content-security-policy").isPresent());
      }
      assertTrue(refused > 0, "nothing was refused");
      // Changed by others while there is something to save: the log tells of it.
      Files.write(folder.resolve("drive/Book.xlsx"), Samples.with("A1", 7));
      http.send(as(token, Ask.post(WORKBOOK + "/closeSession").in(session))).is(409);
      http.send(Ask.get(WORKBOOK + "/worksheets").with("Authorization", "Bearer " + MARKER))
          .is(401);
      return session;
    }
  }

  private static Ask as(String token, Ask ask) {
    return ask.with("Authorization", "Bearer " + token);
  }
}
