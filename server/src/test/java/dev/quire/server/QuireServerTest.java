package dev.quire.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.graph.exchange.GraphRequest;
import dev.quire.graph.exchange.GraphResponse;
import dev.quire.graph.exchange.Headers;
import dev.quire.graph.gate.TokenVerifier;
import dev.quire.graph.gate.TokenVerifier.TokenRefused;
import dev.quire.server.data.RuntimeFile;
import dev.quire.server.http.Listen;
import dev.quire.server.token.ClaimRules;
import dev.quire.server.token.TokenOrder;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A whole server, with a Graph API that says who is there.
final class QuireServerTest {
  @TempDir private Path folder;
  private HttpClient client;
  private final List<String> events = new ArrayList<>();

  @BeforeEach
  void openClient() {
    client = HttpClient.newHttpClient();
  }

  @AfterEach
  void closeClient() {
    client.close();
  }

  /// Answers with the name of the caller, or why there is none.
  private final class WhoIsThere implements GraphService {
    private final TokenVerifier tokens;

    WhoIsThere(TokenVerifier tokens) {
      this.tokens = tokens;
    }

    @Override
    public GraphResponse answer(GraphRequest request) {
      var sent = request.headers().find("Authorization").orElse("Bearer nothing");
      try {
        return text(200, tokens.verify(sent.substring("Bearer ".length())).userName());
      } catch (TokenRefused refused) {
        return text(401, refused.toString());
      }
    }

    @Override
    public void close() {
      events.add("saved");
    }
  }

  private static GraphResponse text(int status, String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    return new GraphResponse(status, Headers.of(Map.of()), out -> out.write(bytes));
  }

  private ServerConfig config() {
    return ServerConfig.development(folder.resolve("data"));
  }

  private ServerConfig open() {
    return config().withIdentity(new Identity.Development(true));
  }

  private QuireServer start(ServerConfig config) throws CannotStart {
    return QuireServer.start(config, (tokens, clock) -> new WhoIsThere(tokens));
  }

  private HttpResponse<String> get(QuireServer server, String path, String... headers)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(server.baseUrl().resolve(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static String token(QuireServer server, String user) {
    return server.issuer().orElseThrow().mint(TokenOrder.work(user, Duration.ofMinutes(5)));
  }

  @Test
  void developmentTokenIsAccepted() throws Exception {
    try (var server = start(config())) {
      var authorization = "Bearer " + token(server, "ann");
      assertEquals("ann", get(server, "/v1.0/me", "Authorization", authorization).body());
      assertEquals("ann", get(server, "/beta/me", "Authorization", authorization).body());
      assertEquals(401, get(server, "/v1.0/me").statusCode());
    }
  }

  @Test
  void bodyInAnUnknownEncodingIsRefused() throws Exception {
    try (var server = start(open())) {
      for (var encoding : List.of("br", "deflate", "gzip, gzip")) {
        assertEquals(415, patch(server, encoding).statusCode(), encoding);
      }
      assertEquals(200, patch(server, "identity").statusCode());
    }
  }

  private HttpResponse<String> patch(QuireServer server, String encoding)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(server.baseUrl().resolve("/v1.0/me"))
            .header("Content-Encoding", encoding)
            .method("PATCH", BodyPublishers.ofString("{}"))
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  @Test
  void everythingElseAnswers404() throws Exception {
    try (var server = start(config())) {
      for (var path : List.of("/", "/v1.1/me", "/v1.0x", "/healthy", "/favicon.ico")) {
        assertEquals(404, get(server, path).statusCode(), path);
      }
    }
  }

  @Test
  void healthNeedsNoToken() throws Exception {
    try (var server = start(config())) {
      assertEquals("{\"status\":\"up\"}", get(server, "/health").body());
      assertEquals(200, get(server, "/health/live").statusCode());
      assertEquals(200, get(server, "/health/ready").statusCode());
      assertEquals(404, get(server, "/health/x").statusCode());
    }
  }

  @Test
  void issuerPublishesItsKeys() throws Exception {
    try (var server = start(config())) {
      var discovery = get(server, "/.quire/issuer/.well-known/openid-configuration").body();
      assertTrue(discovery.contains(server.baseUrl() + "/.quire/issuer/jwks"), discovery);
      assertTrue(get(server, "/.quire/issuer/jwks").body().contains("\"P-256\""));
    }
  }

  @Test
  void openServerTakesRequestsWithoutTokenForTheDefaultUser() throws Exception {
    try (var server = start(open())) {
      assertEquals("developer", get(server, "/v1.0/me").body());
    }
  }

  @Test
  void openServerStillVerifiesTokens() throws Exception {
    try (var server = start(open())) {
      var authorization = "Bearer " + token(server, "ann");
      assertEquals("ann", get(server, "/v1.0/me", "Authorization", authorization).body());
      assertEquals(401, get(server, "/v1.0/me", "Authorization", "Bearer x").statusCode());
    }
  }

  @Test
  void openServerTurnsWebPagesAway() throws Exception {
    try (var server = start(open())) {
      var foreign = get(server, "/v1.0/me", "Origin", "https://evil.example");
      assertEquals(403, foreign.statusCode());
      assertEquals(403, get(server, "/v1.0/me", "Origin", "null").statusCode());
      assertEquals(200, get(server, "/v1.0/me", "Origin", "http://localhost:3000").statusCode());
    }
  }

  @Test
  void openServerTurnsForeignNamesAway() throws Exception {
    try (var server = start(open());
        var socket = new Socket("127.0.0.1", server.port())) {
      var request = "GET /v1.0/me HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      var reply = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(reply.startsWith("HTTP/1.1 403"), reply);
    }
  }

  @Test
  void developmentTokensAreForLoopbackOnly() {
    var everywhere = onHost(config(), "0.0.0.0");
    var refusal = assertThrows(CannotStart.class, () -> start(everywhere));
    assertTrue(refusal.toString().contains("loopback"), refusal.toString());
    assertThrows(CannotStart.class, () -> start(onHost(open(), "0.0.0.0")));
    assertFalse(Files.exists(config().data().issuerKey()));
  }

  @Test
  void beyondLoopbackThereIsNoControl() throws Exception {
    var provider =
        new Identity.Provider(URI.create("https://issuer.invalid"), Set.of("x"), ClaimRules.USUAL);
    try (var server = start(onHost(config().withIdentity(provider), "0.0.0.0"))) {
      var secret = "Bearer " + config().data().controlSecret();
      var url = URI.create("http://127.0.0.1:" + server.port() + "/.quire/clock");
      var request = HttpRequest.newBuilder(url).header("Authorization", secret).build();
      assertEquals(404, client.send(request, BodyHandlers.ofString()).statusCode());
      assertTrue(server.issuer().isEmpty());
    }
  }

  @Test
  void dataFolderHasOneServerAtATime() throws Exception {
    try (var first = start(config())) {
      var refusal = assertThrows(CannotStart.class, () -> start(config()));
      assertTrue(refusal.toString().contains("Another server"), refusal.toString());
      assertEquals(200, get(first, "/health").statusCode());
    }
    start(config()).close();
  }

  @Test
  void runtimeFileTellsWhereTheServerIsAndGoesWithIt() throws Exception {
    var file = config().data().runtimeFile();
    try (var server = start(config())) {
      assertEquals(server.baseUrl(), RuntimeFile.read(file).orElseThrow().baseUrl());
    }
    assertFalse(Files.exists(file));
  }

  @Test
  void runtimeFileOfADeadProcessDoesNotCount() throws Exception {
    config().data().create();
    var file = config().data().runtimeFile();
    new RuntimeFile(URI.create("http://127.0.0.1:1"), Integer.MAX_VALUE, Duration.ZERO).write(file);
    assertTrue(RuntimeFile.read(file).isEmpty());
  }

  @Test
  void takenPortIsNamed() throws Exception {
    try (var first = start(config())) {
      var taken = onPort(ServerConfig.development(folder.resolve("other")), first.port());
      var refusal = assertThrows(CannotStart.class, () -> start(taken));
      assertTrue(refusal.toString().contains(":" + first.port()), refusal.toString());
    }
    // The Graph API had been opened for the second server too, and was closed again.
    assertEquals(List.of("saved", "saved"), events);
  }

  @Test
  void sessionsAreSavedOnceAfterTheLastRequest() throws Exception {
    var server = start(config());
    server.close();
    server.close();
    assertEquals(List.of("saved"), events);
  }

  @Test
  void driveThatCannotBeOpenedStopsTheStart() throws Exception {
    GraphFactory broken =
        (tokens, clock) -> {
          throw new IOException("no such drive");
        };
    var refusal = assertThrows(CannotStart.class, () -> QuireServer.start(config(), broken));
    assertTrue(refusal.toString().contains("no such drive"), refusal.toString());
    start(config()).close();
  }

  @Test
  void keyFileKeepsItsPasswordToItself() {
    var file = new Listen.KeyFile(Path.of("a.p12"), "secret");
    assertFalse(file.toString().contains("secret"));
  }

  private static ServerConfig onHost(ServerConfig config, String host) {
    return with(config, host, config.port(), config.clock());
  }

  private static ServerConfig onPort(ServerConfig config, int port) {
    return with(config, config.host(), port, config.clock());
  }

  private static ServerConfig with(
      ServerConfig config, String host, int port, InstantSource clock) {
    return new ServerConfig(
        host,
        port,
        config.tls(),
        config.data(),
        config.identity(),
        config.bodyLimitBytes(),
        config.idleTimeout(),
        config.connections(),
        config.drainTimeout(),
        clock,
        config.log(),
        config.requestLines());
  }
}
