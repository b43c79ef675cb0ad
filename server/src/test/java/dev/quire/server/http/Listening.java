package dev.quire.server.http;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.quire.graph.exchange.GraphHandler;
import dev.quire.graph.exchange.GraphResponse;
import dev.quire.graph.exchange.Headers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A listener on a port of its own, for one test.
final class Listening implements AutoCloseable {
  static final long BODY_LIMIT_BYTES = 100_000;
  static final int CONNECTIONS = 5_000;
  static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-23T10:00:00.5Z"));

  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final HttpListener listener;

  Listening(GraphHandler inside) throws IOException {
    this(inside, Duration.ofSeconds(30));
  }

  Listening(GraphHandler inside, Duration idleTimeout) throws IOException {
    this(inside, idleTimeout, CONNECTIONS);
  }

  Listening(GraphHandler inside, Duration idleTimeout, int connections) throws IOException {
    var listen =
        new Listen(
            "127.0.0.1",
            0,
            BODY_LIMIT_BYTES,
            idleTimeout,
            connections,
            Duration.ofSeconds(10),
            Optional.empty());
    var out = new PrintStream(log, true, StandardCharsets.UTF_8);
    listener = HttpListener.start(listen, inside, CLOCK, out, true);
  }

  int port() {
    return listener.port();
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  RawClient raw() {
    return new RawClient(port());
  }

  String log() {
    return log.toString(StandardCharsets.UTF_8);
  }

  /// Waits for a line of the log: it is written once the client has its answer.
  void awaitLog(String part) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          while (!log().contains(part)) {
            Thread.sleep(5);
          }
        },
        () -> "not in the log: " + part);
  }

  /// 200 with a text.
  static GraphResponse text(String text) {
    return new GraphResponse(
        200,
        Headers.of(Map.of("Content-Type", List.of("text/plain;charset=utf-8"))),
        out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public void close() {
    listener.close();
  }
}
